"""``published/<release>.yaml``: every number that was handed out for the first time.

The public half of the ledger (R9). A leaf is counted in one release and never again; a
later release names those before it and holds what is new.
"""

from typing import Annotated

from pydantic import Field, Strict

from brukarrevision.model.base import Date, Format, Id, Model, QuestionId, Text

Interval = Annotated[str, Strict(), Field(pattern=r"^[0-9]{1,9}-[0-9]{1,9}$")]
"""From so many to so many: ``5-7``."""

Together = Annotated[
    str, Strict(), Field(pattern=r"^[A-Za-z0-9_-]+(\+[A-Za-z0-9_-]+)*$")
]
"""The ids of answers that are told together, joined by ``+``."""

THEMES = "themes"
"""The table of the themes that are mentioned at all."""

AT = "."
"""What stands between that and a question, in the id of a table of what is mentioned
there."""

TableId = Annotated[
    str,
    Strict(),
    Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,19}(\.[A-Za-z][A-Za-z0-9]{0,19})?$"),
]
"""A question's id, or ``themes``, or ``themes.`` and a question's id."""

Natural = Annotated[int, Strict(), Field(ge=0)]


class ReleasedTable(Model):
    """What was shown of one question in a leaf: a number or an interval an answer."""

    asked: Natural
    answered: Natural
    counts: dict[Together, Natural | Interval]

    @property
    def cells(self) -> tuple[tuple[tuple[str, ...], int, int], ...]:
        """Return the answers told together, and the least and the most there can be."""
        parts = ((name, *str(n).partition("-")) for name, n in self.counts.items())
        return tuple(
            (tuple(name.split("+")), int(low), int(high or low))
            for name, low, _, high in parts
        )


class ReleasedLeaf(Model):
    """Respondents who were counted together, by what they have in common.

    Attributes:
        leaf: its number in the release.
        covers: the values of the partition's attributes; one that is not known is left
            out.
        tables: by question; one that is not here was hidden.
    """

    leaf: Natural
    covers: tuple[dict[QuestionId, Text], ...]
    size: Natural
    tables: dict[TableId, ReleasedTable] = {}

    def keys(self, partition: tuple[str, ...]) -> tuple[tuple[str | None, ...], ...]:
        """Return what it covers as values in the partition's order."""
        return tuple(tuple(one.get(name) for name in partition) for one in self.covers)


class ReleasedSplit(Model):
    """How the respondents of an instrument in one round were split, and the leaves."""

    instrument: Id
    round: Text | None = None
    partition: tuple[QuestionId, ...]
    leaves: tuple[ReleasedLeaf, ...] = ()


class Release(Model):
    """One release.

    Attributes:
        after: the releases before it, whose numbers stand.
        coalition: how many respondents sharing their answers it was made safe against.
        questions: of each instrument, a hash of what each question asked for; it may
            not change while numbers are added to it.
        themes: each theme that was counted, with what it was a part of: ``a/b``.
    """

    format: Format
    release: Id
    published: Date
    coalition: Natural = 1
    after: tuple[Id, ...] = ()
    questions: dict[Id, dict[QuestionId, Text]] = {}
    themes: dict[Id, Text] = {}
    splits: tuple[ReleasedSplit, ...] = ()

    def registers(self, instrument: str, partition: tuple[str, ...]) -> bool:
        """Tell whether it says who is in an instrument's leaves of this partition."""
        return any(
            (one.instrument, one.partition) == (instrument, partition)
            for one in self.splits
        )
