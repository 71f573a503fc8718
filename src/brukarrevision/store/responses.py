"""Responses as values: read out of an import, and put into one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brukarrevision.store.people import tables
from brukarrevision.store.records import unpack
from brukarrevision.store.store import ATTRIBUTES, Store


@dataclass(frozen=True, slots=True)
class Row:
    """One response.

    Attributes:
        attributes: the six :data:`~brukarrevision.store.store.ATTRIBUTES`.
        answers: coded cells by question, those of questions in its file.
        source: the kept cells as one text.
    """

    number: int
    attributes: tuple[str | None, ...] = field(repr=False)
    answers: Mapping[str, str] = field(repr=False)
    source: str = field(repr=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the kept cells, in the order of their columns."""
        return unpack(self.source) if self.source else ()


def every(store: Store) -> Iterator[tuple[int, Row]]:
    """Yield every response in use with the number of its import."""
    for table in tables(store).values():
        yield from _rows(store, table, "")


def one(store: Store, instrument: str, number: int, row: int) -> Row | None:
    """Return one response of an import, None if it is not in use."""
    table = tables(store).get(instrument)
    where = "WHERE r._import = ? AND r._row = ?"
    found = _rows(store, table, where, number, row) if table else ()
    return next((response for _, response in found), None)


def _rows(
    store: Store, table: str, where: str, *values: int
) -> Iterator[tuple[int, Row]]:
    columns = [str(row[1]) for row in store.rows(f"PRAGMA table_info({table})")]
    listed = ", ".join(f'r."{name}"' for name in columns)
    found = store.rows(
        f"SELECT s.cells, {listed} FROM {table} r LEFT JOIN source_rows s "  # noqa: S608
        f"ON s.import = r._import AND s.row = r._row {where} "
        "ORDER BY r._import, r._row",
        *values,
    )
    last = 2 + len(ATTRIBUTES)
    for source, number, row, *cells in found:
        pairs = zip(columns[last:], cells[last - 2 :], strict=True)
        answers = {name: cell for name, cell in pairs if cell is not None}
        yield number, Row(row, tuple(cells[: last - 2]), answers, source or "")


def add(store: Store, number: int, instrument: str, rows: Sequence[Row]) -> None:
    """Put responses into an import; needs a transaction."""
    questions = list(dict.fromkeys(name for row in rows for name in row.answers))
    store.make_ready(instrument, questions)
    values = [
        (row.number, *row.attributes, *(row.answers.get(one) for one in questions))
        for row in rows
    ]
    sources = [(row.number, row.source) for row in rows if row.source]
    store.add_rows(number, instrument, questions, values, sources)
