"""Which rows of a file are in the store already, so that nobody is counted twice."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brukarrevision.intake.names import fold_header
from brukarrevision.intake.rows import Row, digest, picker
from brukarrevision.store import Earlier, ImportRecord, Origin, Store, replaced
from brukarrevision.store.replaced import Place

Pairs = tuple[tuple[int, int], ...]
"""For each column kept then and now: its place among the cells kept then, and now."""


def scope_of(record: ImportRecord) -> dict[str, str]:
    """Return the unit, group and round that were given for a whole earlier file."""
    return dict(json.loads(record.scope))


def pairs(then: Mapping[int, str], now: Mapping[int, str]) -> Pairs:
    """Match the columns of two files by header; equal headers in their order."""
    places = {name: at for at, name in _numbered(now)}
    found = [
        (index, places.get(name)) for index, (_, name) in enumerate(_numbered(then))
    ]
    return tuple((index, at) for index, at in found if at is not None)


def _numbered(headers: Mapping[int, str]) -> Iterator[tuple[int, tuple[str, int]]]:
    seen: Counter[str] = Counter()
    for at, text in sorted(headers.items()):
        name = fold_header(text)
        yield at, (name, seen[name])
        seen[name] += 1


@dataclass(frozen=True, slots=True)
class Expected:
    """Rows that are in the store, by a hash of their kept cells, yet to come."""

    left: list[tuple[Pairs, Counter[bytes]]] = field(default_factory=list)

    def reason(self, row: Row) -> str | None:
        """Return ``already_imported`` for a row that is in the store, and count it."""
        for same, left in self.left:
            now = digest([row[at] for _, at in same])
            if left.get(now, 0) > 0:
                left[now] -= 1
                return "already_imported"
        return None


@dataclass(frozen=True, slots=True)
class Held:
    """A row in the store of which the respondent is known.

    Attributes:
        record: of its import; ``row``: its number there.
        who: the respondent's id and round.
        same: the columns that are compared, and a hash of what stood in them.
    """

    record: ImportRecord
    row: int
    who: tuple[str, str | None]
    same: Pairs
    mark: bytes

    @property
    def place(self) -> Place:
        """Return where it stands."""
        return self.record.number, self.row

    @property
    def origin(self) -> Origin:
        """Return where it came from."""
        one = self.record
        where = (*self.place, one.sha256, one.sheet, one.scope)
        return Origin(one.instrument, *where, *self.who)

    def is_same(self, row: Row) -> bool:
        """Tell whether a row of the new file has the same kept cells."""
        return digest([row[at] for _, at in self.same]) == self.mark


@dataclass(frozen=True, slots=True)
class ByKey:
    """Respondents that are in the store, with a hash of what they answered.

    Rows without a respondent are known by their cells alone.

    Attributes:
        known: the rows in use by respondent and round; ``older``: those that others
            have taken the place of.
    """

    known: dict[tuple[str, str | None], Held]
    older: dict[tuple[str, str | None], list[Held]]
    nameless: Expected

    @classmethod
    def of(
        cls,
        store: Store,
        earlier: Iterable[ImportRecord],
        headers: Mapping[int, str],
    ) -> "ByKey":
        """Read the respondents of earlier imports."""
        found = cls({}, {}, Expected())
        older = replaced.earlier(store)
        for record in earlier:
            read = _reader(record, headers)
            ones = [
                read(row) for row in store.rows_of(record.number, record.instrument)
            ]
            found.known.update((one.who, one) for one in ones if one.who[0])
            nameless = Counter(one.mark for one in ones if not one.who[0])
            found.nameless.left.append((pairs(record.headers, headers), nameless))
            for one in map(read, older.get(record.number, ())):
                found.older.setdefault(one.who, []).append(one)
        return found

    def held(self, respondent: str, name: str | None) -> Held | None:
        """Return the row of a respondent in a round, None if there is none."""
        return self.known.get((respondent, name))

    def was(self, respondent: str, name: str | None, row: Row) -> bool:
        """Tell whether a row is as one of the respondent was that was replaced."""
        older = self.older.get((respondent, name), ())
        return any(one.is_same(row) for one in older)


def _reader(
    record: ImportRecord, headers: Mapping[int, str]
) -> Callable[[Earlier], Held]:
    """Return what reads a row of an earlier import, to compare it with a new file."""
    same = pairs(record.headers, headers)
    take = picker([index for index, _ in same])

    def read(row: Earlier) -> Held:
        who = (row.respondent or "", row.round)
        return Held(record, row.number, who, same, digest(take(row.cells)))

    return read


def by_row(
    store: Store,
    earlier: Sequence[ImportRecord],
    headers: Mapping[int, str],
    rows: Iterable[list[list[str]]],
) -> Expected:
    """Find the rows of earlier imports that a file without a key holds in full.

    Args:
        store: that holds them.
        earlier: the imports to look at, of the same instrument and scope.
        headers: of the kept columns of the new file.
        rows: the file's rows, block by block; only read if there is an earlier import
            to compare with.
    """
    compared = []
    for record in earlier:
        same = pairs(record.headers, headers)
        if same and len(same) in (len(record.headers), len(headers)):
            compared.append((record, same))
    here: dict[Pairs, Counter[bytes]] = {same: Counter() for _, same in compared}
    for block in rows if compared else ():
        for same, counts in here.items():
            take = picker([at for _, at in same])
            counts.update(digest(take(row)) for row in block)
    found = Expected()
    for record, same in compared:
        take = picker([index for index, _ in same])
        stored = store.rows_of(record.number, record.instrument)
        then = Counter(digest(take(row.cells)) for row in stored)
        if then and then <= here[same]:
            here[same] -= then
            found.left.append((same, then))
    return found
