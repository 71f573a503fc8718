"""Questions that people ranked, with a column for each place."""

import re
from collections.abc import Sequence

from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import fold

_PLACE = re.compile(r"(?:(?:rank|rang|rangordning|plats|place)\s*)?(\d{1,2})")
_LEAST = 2


def groups(
    headings: Sequence[Heading], rows: Sequence[Sequence[str]]
) -> list[tuple[Heading, ...]]:
    """Return the columns of each ranking, first place first.

    Places are numbered from 1. Nobody puts anything in two places, which the rows of
    a table of questions would not keep to.

    Args:
        headings: of the columns that may be questions.
        rows: all that hold anything.
    """
    by_base: dict[str, list[Heading]] = {}
    for heading in headings:
        if _place(heading):
            by_base.setdefault(heading.base, []).append(heading)
    found = [sorted(group, key=_place) for group in by_base.values()]
    return [tuple(group) for group in found if _ranked(group, rows)]


def _place(heading: Heading) -> int:
    """Return which place a column is for, 0 if for none."""
    part = _PLACE.fullmatch(fold(heading.option or heading.sub))
    return int(part[1]) if part else 0


def _ranked(group: Sequence[Heading], rows: Sequence[Sequence[str]]) -> bool:
    if [_place(one) for one in group] != list(range(1, len(group) + 1)):
        return False
    filled = [[c for one in group if (c := fold(row[one.at]))] for row in rows]
    several = [cells for cells in filled if len(cells) >= _LEAST]
    options = {cell for cells in filled for cell in cells}
    apart = all(len(set(cells)) == len(cells) for cells in several)
    return apart and len(several) >= _LEAST and len(options) >= len(group) > 1
