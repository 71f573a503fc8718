"""What SQLite says, in our words; never with a row, a value or a path."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from brukarrevision.errors import MachineFault, Place, problem

_CODES = {
    sqlite3.SQLITE_BUSY: "store-locked",
    sqlite3.SQLITE_LOCKED: "store-locked",
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_CANTOPEN: "store-no-access",
    sqlite3.SQLITE_PERM: "store-no-access",
    sqlite3.SQLITE_NOTADB: "store-broken",
    sqlite3.SQLITE_CORRUPT: "store-broken",
}
_PRIMARY = 0xFF


@contextmanager
def database(name: str) -> Iterator[None]:
    """Turn a fault of the database file ``name`` into a message for people."""
    try:
        yield
    except sqlite3.Error as fault:
        number = getattr(fault, "sqlite_errorcode", 0) & _PRIMARY
        label = getattr(fault, "sqlite_errorname", "SQLITE_ERROR")
        code = _CODES.get(number, "store-fault")
        raise MachineFault(problem(code, Place(name), name=label)) from None
