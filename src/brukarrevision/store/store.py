"""Reading and writing the store."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from brukarrevision.errors import FaultyFiles, MachineFault, Place, problem
from brukarrevision.files import disk
from brukarrevision.model.instrument import Instrument
from brukarrevision.store import schema
from brukarrevision.store.faults import database
from brukarrevision.store.marks import Origin
from brukarrevision.store.records import (
    Earlier,
    ImportRecord,
    NewImport,
    answers_of,
    unpack,
)

if TYPE_CHECKING:
    import pandas as pd

ATTRIBUTES = ("respondent", "unit", "group", "round", "mode", "help")
"""What is kept of a response besides its answers."""

MOST_QUESTIONS = 1_900
_WAIT_S = 5.0

_LISTED = (
    "number, file, sha256, instrument, mapping, scope, coding, time, encoding, "
    "delimiter, sheet, rows_in, rows_used, refused, headers, questions, answers"
)

_ENTERED = (
    "number, file, sha256, instrument, mapping, scope, coding, time, encoding, "
    "delimiter, sheet, headers, questions, answers"
)


class Store:
    """The responses of one audit.

    Open it with :meth:`open`, best in a ``with``; reading a store that does not exist
    gives an empty one and makes no file.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Keep an open connection; use :meth:`open` instead."""
        self._connection, self._path = connection, path

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> Self:
        """Open the store at ``path``; with ``write`` it is made if it is missing.

        Raises:
            MachineFault: it cannot be opened, is damaged, or is of a newer version.
        """
        return cls(schema.connect(path, write=write), path)

    @classmethod
    @contextmanager
    def writing(cls, path: Path) -> Iterator[Self]:
        """Open the store for the one writer there may be, and close it.

        It is opened under the lock, so that a store that holds nothing can be taken
        away after a fault: nobody else can have put anything into it.

        Raises:
            MachineFault: another import is going on, or as :meth:`open`.
        """
        with locked(path), closing(cls.open(path, write=True)) as store:
            try:
                yield store
            except BaseException:
                bare = store.is_bare()
                store.close()
                if bare:
                    with suppress(OSError):
                        path.unlink()
                raise

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def is_bare(self) -> bool:
        """Tell whether nothing has been read, keyed in, released or withdrawn."""
        tables = ("imports", "keyed", "releases", "withdrawn", "quote_log", "pending")
        return not any(
            self.rows(f"SELECT EXISTS (SELECT 1 FROM {name})")[0][0]  # noqa: S608
            for name in tables
        )

    def image(self) -> bytes:
        """Return the whole database as the bytes of a file."""
        with database(self._path.name):
            return self._connection.serialize()

    def rehearsal(self) -> "Store":
        """Return a copy in memory, to try out on what an import would do."""
        copy = schema.in_memory()
        with database(self._path.name):
            self._connection.backup(copy)
        return Store(copy, self._path)

    @contextmanager
    def transaction(self, *, lock: bool = True) -> Iterator[None]:
        """Do all of what is inside or none of it; one writer at a time.

        Raises:
            MachineFault: another import is going on, or the disk says no.
        """
        with ExitStack() as stack:
            if lock:
                stack.enter_context(locked(self._path))
            stack.enter_context(database(self._path.name))
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query gives; for the modules of this package."""
        with database(self._path.name):
            return self._connection.execute(statement, values).fetchall()

    def run(self, statement: str, *values: object) -> int:
        """Run a statement inside a transaction and return how many rows changed."""
        with database(self._path.name):
            return self._connection.execute(statement, values).rowcount

    # -- imports ---------------------------------------------------------------

    def imports(self) -> tuple[ImportRecord, ...]:
        """Return all imports, the oldest first."""
        rows = self._all(f"SELECT {_LISTED} FROM imports ORDER BY number")  # noqa: S608
        return tuple(_record(row) for row in rows)

    def begin_import(self, new: NewImport, *, in_place_of: int | None = None) -> int:
        """Enter an import and return its number; rows of the one it replaces go."""
        values = (
            *(new.file, new.sha256, new.instrument, new.mapping, new.scope_key),
            *(new.coding, _now(), new.encoding, new.delimiter, new.sheet),
            *(_json(new.headers), _json(new.questions), new.answers),
        )
        if in_place_of is not None:
            self._forget_rows(in_place_of, new.instrument)
        marks = ", ".join("?" * (len(values) + 1))
        enter = f"INSERT OR REPLACE INTO imports ({_ENTERED}) VALUES ({marks})"  # noqa: S608
        done = self._connection.execute(enter, (in_place_of, *values))
        return int(done.lastrowid or 0)

    def _forget_rows(self, number: int, instrument: str) -> None:
        table = self._table(instrument)
        self._connection.execute("DELETE FROM source_rows WHERE import = ?", (number,))
        if table:
            statement = f"DELETE FROM {table} WHERE _import = ?"  # noqa: S608 - our name
            self._connection.execute(statement, (number,))

    def forget_import(self, number: int, instrument: str) -> None:
        """Take an import away with its rows; needs a transaction."""
        self._forget_rows(number, instrument)
        self.run("DELETE FROM imports WHERE number = ?", number)

    def finish_import(
        self,
        number: int,
        *,
        rows_in: int,
        rows_used: int,
        refused: Mapping[str, object],
    ) -> None:
        """Enter how many rows came, were used, and were refused and why."""
        self._connection.execute(
            "UPDATE imports SET rows_in = ?, rows_used = ?, refused = ? "
            "WHERE number = ?",
            (rows_in, rows_used, _json(refused), number),
        )

    def add_rows(
        self,
        number: int,
        instrument: str,
        questions: Sequence[str],
        rows: Iterable[Sequence[object]],
        sources: Iterable[tuple[int, str]],
    ) -> None:
        """Store coded rows and their source cells.

        Args:
            number: of the import; the table must have been made ready for the
                questions (:meth:`make_ready`).
            instrument: its id.
            questions: ids, in the order of the cells.
            rows: row number, the six :data:`ATTRIBUTES`, a coded cell a question.
            sources: row number and the kept cells (:func:`~.records.pack`).
        """
        table = self._table(instrument)
        names = ", ".join(map(_quoted, ("_import", "_row", *_COLUMNS, *questions)))
        marks = ", ".join("?" * (len(_COLUMNS) + len(questions) + 1))
        insert = f"INSERT INTO {table} ({names}) VALUES ({number:d}, {marks})"  # noqa: S608
        self._connection.executemany(insert, rows)
        keep = f"INSERT INTO source_rows VALUES ({number:d}, ?, ?)"  # noqa: S608
        self._connection.executemany(keep, sources)

    def make_ready(self, instrument: str, questions: Sequence[str]) -> None:
        """Make the table of an instrument, and columns for its new questions.

        Raises:
            FaultyFiles: there are too many, or an id differs from one that is there by
                capital letters alone.
        """
        if len(questions) > MOST_QUESTIONS:
            facts = {"questions": len(questions), "limit": MOST_QUESTIONS}
            raise FaultyFiles(problem("store-too-many", Place(instrument), **facts))
        execute = self._connection.execute
        execute("INSERT OR IGNORE INTO instruments (id) VALUES (?)", (instrument,))
        table = self._table(instrument)
        columns = ", ".join(f"{_quoted(name)} TEXT" for name in _COLUMNS)
        execute(
            f"CREATE TABLE IF NOT EXISTS {table} (_import INTEGER NOT NULL REFERENCES "
            f"imports (number) ON DELETE CASCADE, _row INTEGER NOT NULL, {columns}, "
            "PRIMARY KEY (_import, _row))"
        )
        there_now = self._questions(instrument)
        known = {name.lower(): name for name in there_now}
        for question in questions:
            there = known.setdefault(question.lower(), question)
            if there != question:
                both = {"question": question, "there": there}
                raise FaultyFiles(problem("store-alike", Place(instrument), **both))
            if question not in there_now:
                execute(f"ALTER TABLE {table} ADD COLUMN {_quoted(question)} TEXT")

    # -- reading ---------------------------------------------------------------

    def frame(self, instrument: str) -> "pd.DataFrame":
        """Return the responses to an instrument, in the order they came.

        Columns: :data:`ATTRIBUTES` (None where not given), then one for each question
        that was ever read, with coded cells (``model/cell.py``); None where the
        question was not in the file.
        """
        import pandas as pd

        questions = self._questions(instrument)
        columns = [*ATTRIBUTES, *questions]
        if not (table := self._table(instrument)):
            return pd.DataFrame(columns=columns, dtype=object)
        names = ", ".join(map(_quoted, (*_COLUMNS, *questions)))
        statement = f"SELECT {names} FROM {table} ORDER BY _import, _row"  # noqa: S608
        return pd.DataFrame(self._all(statement), columns=columns, dtype=object)

    def origins(self, instrument: str) -> tuple[Origin, ...]:
        """Return where each response came from, in the order of :meth:`frame`."""
        if not (table := self._table(instrument)):
            return ()
        found = self._all(
            "SELECT r._import, r._row, i.sha256, i.sheet, i.scope, "  # noqa: S608
            f'r."_respondent", r."_round" FROM {table} r '
            "JOIN imports i ON i.number = r._import ORDER BY r._import, r._row"
        )
        return tuple(Origin(instrument, *cast("Any", row)) for row in found)

    def source_columns(self, instrument: str) -> dict[str, tuple[int, ...]]:
        """Return the positions of each question's columns in the newest source file."""
        imports = [one for one in self.imports() if one.instrument == instrument]
        newest = max(imports, key=lambda one: (one.when, one.number), default=None)
        return dict(newest.questions) if newest else {}

    def stale(self, instrument: Instrument) -> bool:
        """Tell whether answers were read when there were others to choose from."""
        now = answers_of(instrument)
        return any(
            one.answers not in ("", now)
            for one in self.imports()
            if one.instrument == instrument.id
        )

    def rows_of(self, number: int, instrument: str) -> Iterator[Earlier]:
        """Yield the rows of an import with their kept cells, in order."""
        if not (table := self._table(instrument)):
            return
        statement = (
            'SELECT s.row, r."_respondent", r."_unit", r."_group", '  # noqa: S608
            'r."_round", s.cells '
            f"FROM source_rows s JOIN {table} r "
            "ON r._import = s.import AND r._row = s.row WHERE s.import = ? "
            "ORDER BY s.row"
        )
        with database(self._path.name):
            for row, *who, cells in self._connection.execute(statement, (number,)):
                respondent, unit, group, name = who
                yield Earlier(row, respondent, unit, group, name, unpack(cells))

    def _all(self, statement: str) -> list[tuple[object, ...]]:
        return self.rows(statement)

    def _table(self, instrument: str) -> str:
        """Return the name of an instrument's table, ``""`` if it has none."""
        with database(self._path.name):
            found = self._connection.execute(
                "SELECT number FROM instruments WHERE id = ?", (instrument,)
            ).fetchone()
        return f"responses_{found[0]}" if found else ""

    def _questions(self, instrument: str) -> list[str]:
        if not (table := self._table(instrument)):
            return []
        names = [str(row[1]) for row in self._all(f"PRAGMA table_info({table})")]
        return [name for name in names if not name.startswith("_")]


_COLUMNS = tuple(f"_{name}" for name in ATTRIBUTES)
"""Names of columns that no question's id can be."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Be the one that writes to the store at ``path``.

    Raises:
        MachineFault: somebody else has been at it for longer than one waits.
    """
    import filelock

    lock = filelock.FileLock(f"{path}.lock", timeout=_WAIT_S, mode=0o600)
    with disk(path.name):
        try:
            lock.acquire()
        except filelock.Timeout:
            raise MachineFault(problem("store-locked", Place(path.name))) from None
    try:
        yield
    finally:
        lock.release()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _json(value: Mapping[str, object] | Mapping[int, object]) -> str:
    return json.dumps(dict(value), ensure_ascii=False)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _record(row: tuple[object, ...]) -> ImportRecord:
    """Return an import from the columns of :data:`_LISTED`."""
    named = dict(zip(_LISTED.split(", "), row, strict=True))
    texts = {name: str(named.pop(name)) for name in ("refused", "headers", "questions")}
    reasons = json.loads(texts["refused"]).items()
    columns = json.loads(texts["questions"]).items()
    headers = json.loads(texts["headers"]).items()
    plain = cast("dict[str, Any]", {"when": named.pop("time"), **named})
    return ImportRecord(
        **plain,
        refused={reason: tuple(rows) for reason, rows in reasons},
        headers={int(at): text for at, text in headers},
        questions={name: tuple(ats) for name, ats in columns},
    )
