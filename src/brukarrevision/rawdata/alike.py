"""Which rows of two laptops stand in the same export, known by their cells alone."""

from collections import Counter
from collections.abc import Sequence

from brukarrevision.intake.known import Pairs, pairs
from brukarrevision.intake.likeness import Who, beyond_chance
from brukarrevision.intake.rows import digest
from brukarrevision.store.merging import Import
from brukarrevision.store.responses import Row

_FEWEST = 5
"""Fewer nameless rows than these may be alike by chance."""
_ALIKE = 3
"""Rows that two files must have in common to be told for the same."""


class Alike:
    """Rows of an import here, each of which may come once more from there."""

    def __init__(self, at: Import, rows: Sequence[Row]) -> None:
        """Take the rows of an import that are to be compared."""
        self.at, self.rows = at, list(rows)
        self._left: dict[Pairs, Counter[bytes]] = {}

    def _same(self, one: Import) -> Pairs:
        """Return the columns that both have, all of the one or the other; or none."""
        mine, theirs = self.at.record.headers, one.record.headers
        same = pairs(mine, theirs)
        return same if len(same) in (len(mine), len(theirs)) else ()

    def _counted(self, same: Pairs) -> Counter[bytes]:
        if same not in self._left:
            cells = (tuple(self.at.placed(row).values()) for row in self.rows)
            self._left[same] = Counter(digest([c[at] for at, _ in same]) for c in cells)
        return self._left[same]

    def takes(self, one: Import, row: Row) -> bool:
        """Tell whether a row of theirs is one of these, and count it."""
        if not (same := self._same(one)):
            return False
        left = self._counted(same)
        mark = _mark(one, row, same)
        if left[mark] <= 0:
            return False
        left[mark] -= 1
        return True

    def is_the_same_export(
        self, one: Import, rows: Sequence[Row], *, partly: bool
    ) -> bool:
        """Tell whether either has all nameless rows of the other, or many of them."""
        if not (same := self._same(one)) or min(len(rows), len(self.rows)) < _FEWEST:
            return False
        here, there = self._counted(same), Counter(_mark(one, r, same) for r in rows)
        whole = here <= there or there <= here
        return whole or (partly and self._much(here, there, same, _FEWEST))

    def common(self, one: Import, rows: Sequence[Row]) -> bool:
        """Tell whether another import has half of these rows in common with this."""
        same = self._same(one)
        there = Counter(_mark(one, row, same) for row in rows)
        return bool(same) and self._much(self._counted(same), there, same, _ALIKE)

    @staticmethod
    def _much(
        here: Counter[bytes], there: Counter[bytes], same: Pairs, least: int
    ) -> bool:
        """Tell whether half is in common, and more than chance explains."""
        found = beyond_chance(here, there, len(same))
        return found >= least and 2 * found >= min(here.total(), there.total())


def _mark(one: Import, row: Row, same: Pairs) -> bytes:
    cells = one.placed(row)
    return digest([cells[at] for _, at in same])


def who(row: Row) -> Who:
    """Return a row's id, unit, group and round."""
    respondent, unit, group, name, *_ = row.attributes
    return respondent, unit, group, name


def cells(one: Import, row: Row) -> tuple[str, ...]:
    """Return the kept cells in the order of their columns, none missing."""
    return tuple(one.placed(row).values())


def placed(one: Import, row: Row) -> list[str]:
    """Return the kept cells with blanks in place of other columns."""
    found = one.placed(row)
    return [found.get(at, "") for at in range(max(found, default=-1) + 1)]


def ids_at(one: Import, rows: Sequence[Row]) -> set[int]:
    """Return the columns that hold nothing but the ids of the rows, or nothing."""
    return {
        at
        for at in one.record.headers
        if rows
        and all(one.placed(r)[at].strip() == (r.attributes[0] or "") for r in rows)
    }
