"""Opening the database: permissions, version, tables, and a way up from older ones."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from brukarrevision.errors import MachineFault, Place, problem
from brukarrevision.files import disk
from brukarrevision.store.faults import database

VERSION = 3
_HALF = ".tmp-"
_BUSY_S = 5.0
APPLICATION = 0x6272_7276
"""``brrv``: marks the file as ours."""

_TABLES = """
CREATE TABLE imports (
    number INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    instrument TEXT NOT NULL,
    mapping TEXT NOT NULL,
    scope TEXT NOT NULL,
    coding TEXT NOT NULL,
    time TEXT NOT NULL,
    encoding TEXT,
    delimiter TEXT,
    sheet TEXT,
    rows_in INTEGER NOT NULL DEFAULT 0,
    rows_used INTEGER NOT NULL DEFAULT 0,
    refused TEXT NOT NULL DEFAULT '{}',
    headers TEXT NOT NULL,
    questions TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE TABLE source_rows (
    import INTEGER NOT NULL REFERENCES imports (number) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (import, row)
) WITHOUT ROWID;
CREATE TABLE instruments (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
"""


_LEDGER = """
CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
);
CREATE TABLE releases (
    name TEXT PRIMARY KEY,
    time TEXT NOT NULL,
    key BLOB NOT NULL,
    document BLOB NOT NULL
);
CREATE TABLE members (
    release TEXT NOT NULL REFERENCES releases (name) ON DELETE CASCADE,
    leaf INTEGER NOT NULL,
    person INTEGER NOT NULL,
    mark BLOB NOT NULL,
    PRIMARY KEY (release, leaf, mark)
) WITHOUT ROWID;
CREATE TABLE pending (
    target TEXT PRIMARY KEY,
    data BLOB NOT NULL
);
CREATE TABLE withdrawn (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    kind TEXT NOT NULL,
    key BLOB NOT NULL,
    mark BLOB NOT NULL,
    about TEXT NOT NULL
);
CREATE TABLE quote_log (
    number INTEGER PRIMARY KEY,
    quote TEXT NOT NULL,
    action TEXT NOT NULL,
    alias TEXT NOT NULL,
    time TEXT NOT NULL,
    text_hash BLOB NOT NULL,
    source TEXT NOT NULL
);
CREATE TABLE quote_texts (
    quote TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    instrument TEXT NOT NULL,
    theme TEXT,
    area TEXT
);
"""

_CORRECTIONS = """
CREATE TABLE replaced (
    newer INTEGER NOT NULL,
    import INTEGER NOT NULL,
    row INTEGER NOT NULL,
    instrument TEXT NOT NULL,
    cells TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (import, row)
) WITHOUT ROWID;
CREATE TABLE keyed (
    instrument TEXT NOT NULL,
    form TEXT NOT NULL,
    pass INTEGER NOT NULL,
    done INTEGER NOT NULL,
    time TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (instrument, form, pass)
) WITHOUT ROWID;
"""

_STEPS = {1: _LEDGER, 2: _CORRECTIONS}
"""What takes a database of one version to the next."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the database, with its tables; a missing one is only made to be written.

    Raises:
        MachineFault: it cannot be opened, is damaged, or is of a newer version.
    """
    exists = holds_anything(path)
    if write and not exists:
        _create(path)
    target = str(path) if exists or write else ":memory:"
    with database(path.name):
        connection = sqlite3.connect(target, isolation_level=None, timeout=_BUSY_S)
        try:
            _prepare(connection, path, write=write or not exists)
        except BaseException:
            connection.close()
            raise
    return connection


def in_memory() -> sqlite3.Connection:
    """Open an empty database that is never written to any disk, however large."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _set_up(connection)
    return connection


def bare(version: int = VERSION) -> sqlite3.Connection:
    """Open a database in memory with the tables of a store and nothing in them."""
    connection = in_memory()
    _make(connection, version)
    return connection


def take_up(connection: sqlite3.Connection) -> None:
    """Take an open database of an older version up to this one; all of it or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for older in range(_version(connection), VERSION):
            _run(connection, _STEPS[older])
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def holds_anything(path: Path) -> bool:
    """Tell whether there is a store; an empty file is what a stopped import left."""
    with disk(path.name):
        return path.is_file() and path.stat().st_size > 0


def _create(path: Path) -> None:
    """Make an empty file that only its owner may read, before SQLite writes to it."""
    with disk(path.name):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)


def backups(path: Path) -> list[Path]:
    """Return the copies of older versions, half ones too; they hold raw data."""
    kept = path.parent.glob(f"{path.name}.version-*")
    return sorted((*kept, *_halves(path)))


def _halves(path: Path) -> list[Path]:
    """Return copies that were not completed: whoever made them was stopped."""
    return list(path.parent.glob(f"{_HALF}{path.name}.version-*"))


def _set_up(connection: sqlite3.Connection) -> None:
    """Keep what is deleted and what is sorted or copied on the way off the disk."""
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    _set_up(connection)
    version = _version(connection)
    if version > VERSION:
        facts = {"found": version, "known": VERSION}
        raise MachineFault(problem("store-newer", Place(path.name), **facts))
    if version == 0:
        _first(connection, path.name, write=write)
    elif version < VERSION:
        _migrate(connection, path, version)
    if not write:
        connection.execute("PRAGMA query_only = ON")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _first(connection: sqlite3.Connection, name: str, *, write: bool) -> None:
    """Make the tables; a file with others in it is not ours to fill."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables or not write:
        raise MachineFault(problem("store-broken", Place(name)))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN IMMEDIATE")
    if _version(connection) == 0:
        _make(connection, VERSION)
    connection.execute("COMMIT")


def _make(connection: sqlite3.Connection, version: int) -> None:
    """Make the tables as they are in a version."""
    _run(connection, f"{_TABLES} PRAGMA application_id = {APPLICATION};")
    for older in range(1, version):
        _run(connection, _STEPS[older])
    connection.execute(f"PRAGMA user_version = {version}")


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Take a database of an older version up to this one, after a copy of it."""
    _back_up(connection, path.with_name(f"{path.name}.version-{version}"))
    take_up(connection)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Remove copies that were not completed: nobody needs them any more."""
    for half in _halves(path):
        with suppress(OSError):
            half.unlink()


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    """Keep a copy, whole or not at all, that only its owner may read."""
    part = copy.with_name(f"{_HALF}{copy.name}-{os.getpid()}")
    with disk(copy.name):
        try:
            os.close(os.open(part, os.O_CREAT | os.O_RDWR, 0o600))
            with closing(sqlite3.connect(part)) as target:
                connection.backup(target)
            _put(part, copy)
        finally:
            with suppress(OSError):
                part.unlink()


def _put(part: Path, copy: Path) -> None:
    """Move a copy into its place, unless somebody else was here first."""
    try:
        part.replace(copy)
    except FileNotFoundError:
        if not copy.exists():
            raise


def _run(connection: sqlite3.Connection, statements: str) -> None:
    """Run statements inside the transaction that is open."""
    for statement in statements.split(";"):
        connection.execute(statement)
