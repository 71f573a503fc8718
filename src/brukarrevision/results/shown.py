"""What may be shown of an audit, and what a release would freeze of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.protect.partition import Leaf
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.store import Origin
from brukarrevision.tally import Key


@dataclass(frozen=True, slots=True)
class Result:
    """What may be shown of one question of one instrument in one round.

    ``unasked`` are the places of leaves that were released before there was such a
    question: nothing is ever shown of them.
    """

    instrument: Instrument
    question: Question
    round: str | None
    protected: ProtectedQuestion
    unasked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Responses:
    """How many responded to an instrument in one round, by leaf (R1).

    Those left out are too few, or came too late for a release and wait (R9).
    """

    round: str | None
    leaves: tuple[Leaf, ...]
    left_out: tuple[Key, ...]

    @property
    def late(self) -> tuple[Key, ...]:
        """Return those left out whose like have been counted before them."""
        counted = {key for leaf in self.leaves for key in leaf.keys}
        return tuple(key for key in self.left_out if key in counted)


@dataclass(frozen=True, slots=True)
class Results:
    """All that may be shown of an audit, and who responded, by instrument.

    ``released`` names the releases whose numbers are in it; ``is_new`` tells whether
    others are in it too; ``uncoded`` names the instruments in which something was said
    and nothing is coded yet, so that no theme is counted.
    """

    questions: tuple[Result, ...]
    responses: Mapping[str, tuple[Responses, ...]]
    released: tuple[str, ...] = ()
    is_new: bool = False
    uncoded: tuple[str, ...] = ()

    def as_part_of(self, release: str) -> "Results":
        """Return the same, to be handed out in a release."""
        released = (*self.released, release)
        return Results(self.questions, self.responses, released, uncoded=self.uncoded)


@dataclass(frozen=True, slots=True)
class NewLeaf:
    """Respondents who are counted for the first time. Private: it says who they are.

    Attributes:
        tables: what is shown of them, a table a question.
    """

    leaf: Leaf
    people: tuple[Origin, ...]
    tables: tuple[ProtectedTable, ...]


@dataclass(frozen=True, slots=True)
class NewSplit:
    """The leaves of one instrument, round and partition that no release has yet."""

    instrument: str
    round: str | None
    partition: tuple[str, ...]
    leaves: tuple[NewLeaf, ...]
