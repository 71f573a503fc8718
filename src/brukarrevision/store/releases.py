"""The private half of the ledger: what was released, and who was counted in it (R9)."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from brukarrevision.store.marks import Origin, new_key
from brukarrevision.store.store import Store

_KEY = "ledger"

RECODING = "codebook"
"""Stands among what is pending for a change of codes; no file of a release has it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One release as the store keeps it.

    Attributes:
        when: ISO time, UTC.
        key: of the marks of its members.
        document: ``published/<name>.yaml`` to the byte.
    """

    name: str
    when: str
    key: bytes
    document: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """One mark of one person who was counted in a leaf of a release."""

    release: str
    leaf: int
    person: int
    mark: bytes


def kept(store: Store) -> tuple[Kept, ...]:
    """Return every release, the oldest first."""
    rows = store.rows(
        "SELECT name, time, key, document FROM releases ORDER BY time, name"
    )
    return tuple(Kept(*row) for row in rows)


def members(store: Store, release: str) -> tuple[Member, ...]:
    """Return the marks of everybody counted in a release."""
    rows = store.rows(
        "SELECT release, leaf, person, mark FROM members WHERE release = ? "
        "ORDER BY leaf, person, mark",
        release,
    )
    return tuple(Member(*row) for row in rows)


def counted_in(store: Store, some: Collection[Origin]) -> tuple[str, ...]:
    """Return the names of the releases in which any of the responses was counted."""
    found = []
    for release in kept(store):
        marks = {one.mark for one in members(store, release.name)}
        if any(marks.intersection(one.marks(release.key)) for one in some):
            found.append(release.name)
    return tuple(found)


def ledger_key(store: Store) -> bytes:
    """Return this store's own key, made at the first call; needs a transaction."""
    store.run("INSERT OR IGNORE INTO secrets VALUES (?, ?)", _KEY, new_key())
    (row,) = store.rows("SELECT value FROM secrets WHERE name = ?", _KEY)
    return bytes(row[0])


def keep(store: Store, release: Kept, people: Iterable[Member]) -> None:
    """Enter a release with its members; needs a transaction."""
    values = (release.name, release.when, release.key, release.document)
    store.run("INSERT INTO releases VALUES (?, ?, ?, ?)", *values)
    for one in people:
        entry = (one.release, one.leaf, one.person, one.mark)
        store.run("INSERT INTO members VALUES (?, ?, ?, ?)", *entry)


def pending(store: Store) -> dict[str, bytes]:
    """Return the files that a release has yet to write, by their path in the audit."""
    rows = store.rows(
        "SELECT target, data FROM pending WHERE target <> ? ORDER BY target", RECODING
    )
    return dict(rows)


def expect(store: Store, files: Mapping[str, bytes]) -> None:
    """Enter what is to be written once this is stored; needs a transaction."""
    for target, data in files.items():
        store.run("INSERT OR REPLACE INTO pending VALUES (?, ?)", target, data)


def written(store: Store) -> None:
    """Forget what was pending: it is written; needs a transaction."""
    store.run("DELETE FROM pending WHERE target <> ?", RECODING)


def now() -> str:
    """Return the time as it is entered."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
