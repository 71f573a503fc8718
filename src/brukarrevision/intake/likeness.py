"""Whether a new file holds people who were read before, in whatever guise (R9).

They are known again by their cells, column by column under the same headers, or by
their id in another spelling, or where the one file has a unit, group or round and the
other has none. All earlier imports are looked at together.

A few closed answers recur by chance. Only contents that stand once in what was read
before are counted, and of these as many are set aside as chance explains: where ``n``
rows hold ``p`` contents twice, a new person repeats one that stands once in ``2p / n``
of all cases (Good and Turing), give or take three standard deviations.
"""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Self

from brukarrevision.intake.known import pairs
from brukarrevision.intake.rows import Row, digest, picker
from brukarrevision.store import Earlier, ImportRecord, Store, replaced
from brukarrevision.store.marks import folded

Who = tuple[str | None, str | None, str | None, str | None]
"""A respondent's id, unit, group and round."""

_FEWEST = 5
"""Rows of one earlier import that recur, with others that stand there often."""
_SURE, _SURE_BY_ID = 3, 2
"""Rows that recur beyond chance, and rows whose ids do."""
_COLUMNS, _FEW_COLUMNS, _UNLIKE = 4, 2, 8
"""With fewer columns than four, eight rows must all be unlike each other."""
_DEVIATIONS = 3
_NAMED = 3
_NOBODY: Who = (None, None, None, None)


def who(row: Earlier) -> Who:
    """Return who a row in the store is from, and from where."""
    return row.respondent, row.unit, row.group, row.round


@dataclass(slots=True)
class _Import:
    """One earlier import, and how many of its rows came again.

    Attributes:
        number: of the import; ``take``: takes the cells that are compared.
        own: whether it is of the same instrument.
        left: the rows yet to come; ``rows``: those that came, however common.
        recurring: those that came and that chance does not explain one by one.
    """

    file: str
    number: int
    take: Callable[[Row], Row]
    own: bool
    places: tuple[int, ...]
    left: Counter[bytes]
    total: int
    rows: int = 0
    recurring: int = 0

    @property
    def half(self) -> bool:
        """Tell whether half of it came again, as far as cells tell."""
        return self.own and self.rows >= _FEWEST and 2 * self.rows >= self.total


@dataclass(slots=True)
class _Pool:
    """All earlier rows that have the same columns in common with the new file."""

    counts: Counter[bytes] = field(default_factory=Counter)
    of: dict[bytes, _Import] = field(default_factory=dict)

    def tells(self, columns: int) -> bool:
        """Tell whether so many columns say who somebody is."""
        unlike = len(self.counts) == self.counts.total() >= _UNLIKE
        return columns >= _COLUMNS or (columns >= _FEW_COLUMNS and unlike)

    @property
    def chance(self) -> float:
        """Return how often a new person repeats a content that stands once."""
        pairs_ = sum(count == 2 for count in self.counts.values())  # noqa: PLR2004
        return 2 * pairs_ / max(self.counts.total(), 1)

    def take(self, mark: bytes) -> _Import | None:
        """Return the import in which a content stands, the first time it comes."""
        return self.of.pop(mark, None) if self.counts[mark] == 1 else None


class Likeness:
    """How many rows of a new file are those of earlier imports.

    First :meth:`add` every earlier import, then :meth:`look` through the rows.
    """

    def __init__(
        self, instrument: str, headers: Mapping[int, str], aside: Collection[int | None]
    ) -> None:
        """Make ready for a file.

        Args:
            instrument: that it answers.
            headers: of its kept columns, by position.
            aside: columns that are not compared: those of ids and rounds.
        """
        self._instrument, self._headers, self._aside = instrument, headers, set(aside)
        self._imports: list[_Import] = []
        self._pools: dict[tuple[int, ...], _Pool] = {}
        self._ids: dict[str, list[tuple[Who, _Import]]] = {}
        self._taken = self._alike = self._by_id = 0

    @classmethod
    def of(
        cls,
        store: Store,
        sha256: str,
        instrument: str,
        headers: Mapping[int, str],
        aside: Collection[int | None],
    ) -> Self:
        """Read every earlier import but those of the same file, replaced rows too.

        Rows of the same file are known by where they stand.
        """
        found = cls(instrument, headers, aside)
        older = replaced.earlier(store)
        for one in store.imports():
            if one.sha256 != sha256:
                used = store.rows_of(one.number, one.instrument)
                rows = (*used, *older.get(one.number, ()))
                found.add(one, ((row.cells, who(row)) for row in rows))
        return found

    def add(self, record: ImportRecord, rows: Iterable[tuple[Row, Who]]) -> None:
        """Add an earlier import; cells are in the order of its columns."""
        own = record.instrument == self._instrument
        both = pairs(record.headers, self._headers)
        same = sorted((p for p in both if p[1] not in self._aside), key=itemgetter(1))
        few = min(len(record.headers), len(self._headers))
        if not own and 2 * len(same) < few:
            return
        take = picker([index for index, _ in same])
        places = tuple(at for _, at in same)
        found = _Import(record.file, record.number, take, own, places, Counter(), 0)
        pool = self._pools.setdefault(places, _Pool())
        for cells, person in rows:
            found.total += 1
            if same:
                found.left[digest(take(cells))] += 1
            if own and person[0]:
                self._ids.setdefault(folded(person[0]), []).append((person, found))
        pool.counts.update(found.left)
        pool.of.update(dict.fromkeys(found.left, found))
        self._imports.append(found)

    def look(
        self,
        rows: Sequence[Row],
        people: Iterable[Who],
        refused: Sequence[str | None] = (),
    ) -> None:
        """Look through some rows; a refused one takes its likeness away with it."""
        marks = {
            places: [digest(picker(places)(row)) for row in rows]
            for places in self._pools
            if places
        }
        reasons = refused or [None] * len(rows)
        for at, (person, reason) in enumerate(zip(people, reasons, strict=True)):
            here = {places: found[at] for places, found in marks.items()}
            self._common(here, taken=reason is None)
            self._one(here, person, taken=reason is None)

    def look_at_newer(
        self, row: Row, was: tuple[int, Sequence[str]], *, reverts: bool
    ) -> None:
        """Look at a row that takes the place of an earlier one of the same person.

        The id says whose it is. If it has the content of somebody else's row, ids may
        have been given anew: that is told by the cells alone, and only by contents
        that stand once. One that stands as it did before tells nothing.

        Args:
            row: the new one.
            was: the import of the earlier row, and its kept cells.
            reverts: whether an older row of the person had the same cells.
        """
        number, cells = was
        marks = {p: digest(picker(p)(row)) for p in self._pools if p}
        for one in self._imports:
            if one.number == number and one.places:
                then = digest(one.take(cells))
                one.left[then] -= 1
                reverts = reverts or then == marks[one.places]
        if not reverts:
            self._one(marks, _NOBODY, taken=True)

    def _common(self, marks: Mapping[tuple[int, ...], bytes], *, taken: bool) -> None:
        """Count a row in every import that has it left."""
        for one in self._imports:
            mark = marks.get(one.places, b"")
            if one.left.get(mark, 0) > 0:
                one.left[mark] -= 1
                one.rows += taken

    def _one(
        self, marks: Mapping[tuple[int, ...], bytes], person: Who, *, taken: bool
    ) -> None:
        """Count a row once, in the import that knows its id or its content."""
        found = [self._pools[p].take(m) for p, m in marks.items() if self._tells(p)]
        by_cells = next((one for one in found if one), None)
        by_id = self._known(person)
        self._taken += taken
        if taken and (one := by_id or by_cells):
            one.recurring += 1
            self._by_id += by_id is not None
            self._alike += by_id is None

    def _tells(self, places: tuple[int, ...]) -> bool:
        return self._pools[places].tells(len(places))

    def _known(self, person: Who) -> _Import | None:
        """Return the import that has somebody of this id whom nothing contradicts."""
        named = self._ids.get(folded(person[0]), ()) if person[0] else ()
        return next((at for other, at in named if not _contradict(person, other)), None)

    @property
    def _beyond(self) -> float:
        """Return how many rows recur that chance does not explain."""
        rates = [pool.chance for p, pool in self._pools.items() if self._tells(p)]
        by_chance = _explained(self._taken * sum(rates))
        return self._by_id + max(0.0, self._alike - by_chance)

    @property
    def again(self) -> bool:
        """Tell whether people seem to be in this file once more.

        Half of it recurs, or half of an earlier import does.
        """
        beyond = self._beyond
        enough = beyond >= _SURE or self._by_id >= _SURE_BY_ID
        whole = any(
            2 * min(one.recurring, beyond) >= one.total
            for one in self._imports
            if one.recurring
        )
        much = enough and (2 * beyond >= self._taken or whole)
        return much or any(one.half for one in self._imports)

    @property
    def told(self) -> tuple[tuple[int, str], ...]:
        """Return what is worth telling where nothing is published: rows and files."""
        half = [(one.rows, one.file) for one in self._imports if one.half]
        if half or not self.again or self._beyond < _FEWEST:
            return tuple(half)
        return ((self.rows, self.files),)

    @property
    def rows(self) -> int:
        """Return how many rows recur."""
        most = max((one.rows for one in self._imports if one.half), default=0)
        return max(most, self._alike + self._by_id)

    @property
    def files(self) -> str:
        """Name the earlier files that they stand in."""
        found = [o.file for o in self._imports if o.recurring or o.half]
        listed = list(dict.fromkeys(found))
        return ", ".join(listed[:_NAMED]) + (" …" if len(listed) > _NAMED else "")


def beyond_chance(known: Counter[bytes], new: Counter[bytes], columns: int) -> float:
    """Return how many rows two files have in common that chance does not explain.

    Args:
        known: rows of the earlier file.
        new: rows of the new one.
        columns: how many of them are compared.
    """
    pool = _Pool(known)
    if not pool.tells(columns):
        return 0.0
    found = sum(new[mark] > 0 for mark, count in known.items() if count == 1)
    return max(0.0, found - _explained(new.total() * pool.chance))


def _explained(expected: float) -> float:
    """Return how many may recur by chance where so many are expected."""
    return expected + _DEVIATIONS * math.sqrt(expected)


def _contradict(one: Who, other: Who) -> bool:
    """Tell whether both have a unit, group or round, and not the same."""
    traits = zip(one[1:], other[1:], strict=True)
    return any(a and b and a != b for a, b in traits)
