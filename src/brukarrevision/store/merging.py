"""All that a store holds as values, and parts of another store put into it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brukarrevision.store import (
    keyed,
    masks,
    quote_log,
    releases,
    replaced,
    responses,
)
from brukarrevision.store.keyed import Keyed
from brukarrevision.store.marks import Origin
from brukarrevision.store.records import ImportRecord
from brukarrevision.store.releases import Kept, Member
from brukarrevision.store.replaced import Replaced
from brukarrevision.store.responses import Row
from brukarrevision.store.store import ATTRIBUTES, Store
from brukarrevision.store.tombstones import Tombstone, entered

_COLUMNS = (
    "file, sha256, instrument, mapping, scope, coding, time, encoding, delimiter, "
    "sheet, rows_in, rows_used, refused, headers, questions, answers"
)

Identity = tuple[str, str, str]
"""What is the same import on every laptop: file, sheet and instrument."""

Person = tuple[str, str, str, str]
"""Who answered: instrument, scope, round and the respondent's id."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import with its rows by number."""

    record: ImportRecord
    rows: Mapping[int, Row]

    @property
    def identity(self) -> Identity:
        """Return what is the same for the same import anywhere."""
        one = self.record
        return (one.sha256, one.sheet or "", one.instrument)

    def origin(self, row: Row) -> Origin:
        """Return where a row came from."""
        one = self.record
        who, when = row.attributes[0], row.attributes[ATTRIBUTES.index("round")]
        place = (one.number, row.number, one.sha256, one.sheet)
        return Origin(one.instrument, *place, one.scope, who, when)

    def person(self, row: Row) -> Person | None:
        """Return who answered, None where nobody knows."""
        origin = self.origin(row)
        if not origin.respondent:
            return None
        where = (origin.instrument, origin.scope)
        return (*where, origin.round or "", origin.respondent)

    def placed(self, row: Row) -> dict[int, str]:
        """Return the kept cells by the position of their columns, in order."""
        positions = sorted(self.record.headers)
        cells = (*row.cells, *("" for _ in positions))
        return dict(zip(positions, cells, strict=False))


@dataclass(frozen=True, slots=True)
class Content:
    """All that a store holds, but for what is only its own."""

    imports: tuple[Import, ...]
    replaced: tuple[Replaced, ...]
    keyed: tuple[Keyed, ...]
    stones: tuple[Tombstone, ...]
    releases: tuple[Kept, ...]
    members: Mapping[str, tuple[Member, ...]]
    log: tuple[quote_log.Entry, ...]
    texts: Mapping[str, quote_log.Kept]
    secrets: tuple[tuple[str, bytes], ...]


def read(store: Store) -> Content:
    """Return all that a store holds."""
    kept = releases.kept(store)
    return Content(
        imports=tuple(_imports(store)),
        replaced=replaced.kept(store),
        keyed=keyed.forms(store),
        stones=entered(store),
        releases=kept,
        members={one.name: releases.members(store, one.name) for one in kept},
        log=quote_log.entries(store),
        texts=quote_log.kept(store),
        secrets=tuple(store.rows("SELECT name, value FROM secrets ORDER BY name")),
    )


def _imports(store: Store) -> Iterator[Import]:
    rows: dict[int, dict[int, Row]] = {}
    for number, row in responses.every(store):
        rows.setdefault(number, {})[row.number] = row
    for record in store.imports():
        yield Import(record, rows.get(record.number, {}))


def add_import(store: Store, record: ImportRecord) -> int:
    """Enter an import of another store without rows, and return its number here."""
    log = {
        "time": record.when,
        "rows_used": 0,
        "refused": _json(record.refused),
        "headers": _json(record.headers),
        "questions": _json(record.questions),
    }
    names = _COLUMNS.split(", ")
    values = [log[name] if name in log else getattr(record, name) for name in names]
    marks = ", ".join("?" * len(values))
    store.run(f"INSERT INTO imports ({_COLUMNS}) VALUES ({marks})", *values)  # noqa: S608
    return int(store.rows("SELECT max(number) FROM imports")[0][0])


def enter_log(
    store: Store, number: int, rows_used: int, refused: Mapping[str, Iterable[int]]
) -> None:
    """Enter how many rows of an import are used, and which are refused and why."""
    listed = {reason: sorted(rows) for reason, rows in refused.items()}
    store.run(
        "UPDATE imports SET rows_used = ?, refused = ? WHERE number = ?",
        *(rows_used, _json({k: v for k, v in listed.items() if v}), number),
    )


def add_secrets(store: Store, secrets: Iterable[tuple[str, bytes]]) -> None:
    """Enter secrets of another store that this one lacks; needs a transaction.

    Masks are put together in a way of their own (``store/masks.py``).
    """
    for name, value in secrets:
        if not masks.is_mask(name):
            store.run("INSERT OR IGNORE INTO secrets VALUES (?, ?)", name, value)


def write_quotes(
    store: Store, log: Iterable[quote_log.Entry], texts: Iterable[quote_log.Kept]
) -> None:
    """Put a whole log and the texts of quotes in place of those there are."""
    store.run("DELETE FROM quote_log")
    store.run("DELETE FROM quote_texts")
    for one in log:
        values = (one.quote, one.action, one.alias, one.when)
        store.run(
            "INSERT INTO quote_log (quote, action, alias, time, text_hash, source) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            *(*values, one.text_hash, one.source),
        )
    for text in texts:
        quote_log.keep(store, text)


def _json(value: Mapping[Any, Any]) -> str:
    plain = {
        key: list(one) if isinstance(one, tuple) else one for key, one in value.items()
    }
    return json.dumps(plain, ensure_ascii=False)
