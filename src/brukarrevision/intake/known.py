"""Which rows of a file are in the store already, so that nobody is counted twice."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brukarrevision.intake.names import fold_header
from brukarrevision.intake.rows import Row, digest, picker
from brukarrevision.store import ImportRecord, Store

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
class ByKey:
    """Respondents that are in the store, with a hash of what they answered.

    A row is ``already_imported`` where the kept cells are the same, ``changed`` where
    they are not. Rows without a respondent are known by their cells alone.
    """

    known: dict[tuple[str, str | None], tuple[Pairs, bytes]]
    nameless: Expected

    @classmethod
    def of(
        cls,
        store: Store,
        earlier: Iterable[ImportRecord],
        headers: Mapping[int, str],
    ) -> "ByKey":
        """Read the respondents of earlier imports."""
        found = cls({}, Expected())
        for record in earlier:
            same = pairs(record.headers, headers)
            take = picker([index for index, _ in same])
            nameless: Counter[bytes] = Counter()
            for row in store.rows_of(record.number, record.instrument):
                mark = digest(take(row.cells))
                if row.respondent:
                    found.known[row.respondent, row.round] = (same, mark)
                else:
                    nameless[mark] += 1
            found.nameless.left.append((same, nameless))
        return found

    def reason(self, respondent: str | None, name: str | None, row: Row) -> str | None:
        """Return why a row is refused, None if it is new."""
        if not respondent:
            return self.nameless.reason(row)
        found = self.known.get((respondent, name))
        if found is None:
            return None
        same, then = found
        now = digest([row[at] for _, at in same])
        return "already_imported" if now == then else "changed"


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
