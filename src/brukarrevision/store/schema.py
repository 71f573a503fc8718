"""Opening the database: permissions, version, tables."""

import os
import sqlite3
from pathlib import Path

from brukarrevision.errors import MachineFault, Place, problem
from brukarrevision.files import disk
from brukarrevision.store.faults import database

VERSION = 1
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
            _prepare(connection, path.name, write=write or not exists)
        except BaseException:
            connection.close()
            raise
    return connection


def holds_anything(path: Path) -> bool:
    """Tell whether there is a store; an empty file is what a stopped import left."""
    with disk(path.name):
        return path.is_file() and path.stat().st_size > 0


def _create(path: Path) -> None:
    """Make an empty file that only its owner may read, before SQLite writes to it."""
    with disk(path.name):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)


def _prepare(connection: sqlite3.Connection, name: str, *, write: bool) -> None:
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        facts = {"found": version, "known": VERSION}
        raise MachineFault(problem("store-newer", Place(name), **facts))
    if version == 0:
        _first(connection, name, write=write)
    if not write:
        connection.execute("PRAGMA query_only = ON")


def _first(connection: sqlite3.Connection, name: str, *, write: bool) -> None:
    """Make the tables; a file with others in it is not ours to fill."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables or not write:
        raise MachineFault(problem("store-broken", Place(name)))
    connection.execute("PRAGMA journal_mode = DELETE")
    marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        for statement in f"{_TABLES} {marks}".split(";"):
            connection.execute(statement)
    connection.execute("COMMIT")
