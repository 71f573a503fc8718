"""Questions whose options have a column each, ticked or not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import fold, is_other
from brukarrevision.model.mapping import ANY

TICKED = frozenset({"yes", "ja", "1", "y", "x", "true", "sant", "checked", "vald", "j"})
UNTICKED = {
    "no": "Yes",
    "nej": "Ja",
    "0": "1",
    "n": "Y",
    "false": "TRUE",
    "falskt": "SANT",
    "unchecked": "Checked",
    "ej vald": "Vald",
}


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question with a column for each option.

    Attributes:
        headings: one for each option; ``ticked``: what its cells hold where chosen.
    """

    headings: tuple[Heading, ...]
    ticked: tuple[tuple[str, ...], ...]


def groups(
    headings: Sequence[Heading], cells: Mapping[int, Iterable[str]]
) -> list[Ticks]:
    """Find the questions with a column for each option.

    Args:
        headings: of the columns that may be questions.
        cells: the distinct cells of each column that are not blank, by position.
    """
    by_base: dict[str, list[Heading]] = {}
    for heading in headings:
        if heading.sub or heading.option:
            by_base.setdefault(heading.base, []).append(heading)
    found = (_ticks(group, cells) for group in by_base.values())
    return [one for one in found if one]


def _ticks(
    group: Sequence[Heading], cells: Mapping[int, Iterable[str]]
) -> Ticks | None:
    checkbox = all(f"{one.code}___" in one.raw for one in group if one.code)
    checkbox = checkbox and bool(group[0].code)
    rows_of_matrix = not checkbox and all(one.text == one.option for one in group)
    if rows_of_matrix or (len(group) == 1 and not checkbox):
        return None
    marks = [_ticked(one, cells.get(one.at, ())) for one in group]
    if any(mark is None for mark in marks) or not any(cells.get(h.at) for h in group):
        return None
    shared = tuple(
        dict.fromkeys(text for mark in marks if mark for text in mark if text != ANY)
    )
    own = any(fold(text) not in TICKED for text in shared)
    ticked = shared or (_likely(group, cells),)
    each = [
        (mark or (one.option,)) if own or mark == (ANY,) else ticked
        for one, mark in zip(group, marks, strict=True)
    ]
    return Ticks(tuple(group), tuple(each))


def _ticked(heading: Heading, cells: Iterable[str]) -> tuple[str, ...] | None:
    return (ANY,) if written_out(heading, cells) else _marks(heading, cells)


def written_out(heading: Heading, cells: Iterable[str]) -> bool:
    """Tell whether an option's cells hold what people wrote, and not whether ticked."""
    other = is_other(heading.option or heading.sub)
    return other and _marks(heading, cells) is None


def _marks(heading: Heading, cells: Iterable[str]) -> tuple[str, ...] | None:
    """Return the texts that mean ticked, None if other texts stand there too."""
    found = []
    for cell in cells:
        word = fold(cell)
        if word in TICKED or word == fold(heading.option):
            found.append(cell)
        elif word not in UNTICKED:
            return None
    return tuple(found)


def _likely(group: Sequence[Heading], cells: Mapping[int, Iterable[str]]) -> str:
    """Return what a tick would look like where nobody ticked anything."""
    words = (fold(cell) for heading in group for cell in cells.get(heading.at, ()))
    return next((UNTICKED[word] for word in words if word in UNTICKED), "1")
