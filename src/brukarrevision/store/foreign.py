"""Opening a store that came from somewhere else: with care, and only to read.

Whoever can make a packed file could put anything into it, so it is looked at as
data: in memory, with no view or trigger, and with the tables and types of our own.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.store import schema
from brukarrevision.store.store import ATTRIBUTES, Store

_TABLE = re.compile(r"responses_[1-9][0-9]{0,5}")
_QUESTION = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
_BASE = ("_import", "_row", *(f"_{name}" for name in ATTRIBUTES))
_HEAD = b"SQLite format 3\x00"
_TYPES = {"TEXT": "text", "INTEGER": "integer", "BLOB": "blob"}


@contextmanager
def opened(image: bytes, name: str) -> Iterator[Store]:
    """Open the bytes of a store, to read from it.

    Args:
        image: as :meth:`Store.image` gave it.
        name: of the file it came in, for messages.

    Raises:
        FaultyFiles: it is no such store, is damaged, or is of a newer version.
    """
    with closing(schema.in_memory()) as connection:
        try:
            if not image.startswith(_HEAD):
                _broken(name)
            connection.deserialize(image)
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON"):
                connection.execute(f"PRAGMA {pragma}")
            _check(connection, name)
            schema.take_up(connection)
            connection.execute("PRAGMA query_only = ON")
        except (sqlite3.Error, OverflowError):
            _broken(name)
        yield Store(connection, Path(name))


def _broken(name: str) -> NoReturn:
    raise FaultyFiles(problem("unpack-broken", Place(name))) from None


def _check(connection: sqlite3.Connection, name: str) -> None:
    def one(pragma: str) -> object:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    version = one("user_version")
    if one("application_id") != schema.APPLICATION:
        _broken(name)
    if not isinstance(version, int) or version < 1:
        _broken(name)
    if version > schema.VERSION:
        facts = {"found": version, "known": schema.VERSION}
        raise FaultyFiles(problem("unpack-newer", Place(name), **facts))
    if not (_is_whole(connection) and _is_ours(connection, version)):
        _broken(name)


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds no damage.

    What it says of missing values is passed over: some versions say it of whole tables
    without rowid. They are looked for with the types.
    """
    said = [row[0] for row in connection.execute("PRAGMA quick_check")]
    return all(one == "ok" or one.startswith("NULL value in ") for one in said)


def _is_ours(connection: sqlite3.Connection, version: int) -> bool:
    """Tell whether there are the tables of a store, with their types, and no more."""
    with closing(schema.bare(version)) as own:
        expected = _parts(own)
    found = _parts(connection)
    extra = [part for part in found if part not in expected]
    tables = [name for kind, name, _, _ in found if kind == "table"]
    return (
        set(expected) <= set(found)
        and all(_is_responses(connection, *part) for part in extra)
        and all(_typed(connection, table) for table in tables)
        and _is_named_plainly(connection)
    )


def _is_named_plainly(connection: sqlite3.Connection) -> bool:
    """Tell whether names that are shown stay on their line, and pass for no other."""
    names = connection.execute("SELECT file, instrument, mapping, sheet FROM imports")
    return all(len(f"{name}.".splitlines()) == 1 for row in names for name in row)


Part = tuple[str, str, str, str | None]


def _parts(connection: sqlite3.Connection) -> list[Part]:
    listed = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    return connection.execute(listed).fetchall()


def _is_responses(
    connection: sqlite3.Connection, kind: str, name: str, table: str, sql: str | None
) -> bool:
    """Tell whether a part is the table of an instrument, or the index it has."""
    if not _TABLE.fullmatch(table):
        return False
    if kind == "index":
        return sql is None
    columns = _columns(connection, table)
    names = [column.name for column in columns]
    return (
        (kind, name) == ("table", table)
        and tuple(names[: len(_BASE)]) == _BASE
        and all(_QUESTION.fullmatch(column) for column in names[len(_BASE) :])
        and not any(column.hidden for column in columns)
    )


class _Column(NamedTuple):
    """A column as SQLite tells of it."""

    name: str
    kind: str
    needed: bool
    hidden: bool


def _columns(connection: sqlite3.Connection, table: str) -> list[_Column]:
    rows = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
    return [_Column(row[1], row[2], bool(row[3]), bool(row[6])) for row in rows]


def _typed(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether every value is of the type of its column, or may be missing."""
    for column in _columns(connection, table):
        if column.kind not in _TYPES:
            return False
        allowed = f"'{_TYPES[column.kind]}'" + ("" if column.needed else ", 'null'")
        odd = f'typeof("{column.name}") NOT IN ({allowed})'
        where = f'SELECT 1 FROM "{table}" WHERE {odd} LIMIT 1'  # noqa: S608 - checked
        if connection.execute(where).fetchone():
            return False
    return True
