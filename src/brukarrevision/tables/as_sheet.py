"""``tally --format csv|xlsx``: one row for each answer; nothing is a formula."""

import csv
import errno
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from brukarrevision.files import disk
from brukarrevision.tables.view import View

HEADER = (
    "instrument",
    "question",
    "label",
    "round",
    "for",
    "asked",
    "n",
    "answer",
    "from",
    "to",
    "percent",
    "shown",
)
_UNSEEN = r"\s\x00-\x20\u00ad\u200b-\u200f\u2060\ufeff"
_SIGNS = "=+\\-@＝＋－＠﹢﹣﹦﹫"
_FORMULA = re.compile(rf"[\t\r\n]|[{_UNSEEN}\"'“”’]*[{_SIGNS}]")
"""What a spreadsheet may run: past spaces and quotes too, and in full-width signs."""

_AFTER_BREAK = re.compile(rf"([,;\t\n][{_UNSEEN}\"]*)(?=[{_SIGNS}])")
"""Where a spreadsheet set up for another separator would begin a cell."""

Row = tuple[str | int | None, ...]


def rows(views: Sequence[View]) -> list[Row]:
    """Return a row for each answer, and one for each table that is not shown."""
    return [row for view in views for row in _rows(view)]


def _rows(view: View) -> list[Row]:
    head = (
        view.instrument.id,
        view.question.id,
        view.question.label,
        view.round,
        view.name,
        view.asked,
        view.n,
    )
    if not view.lines:
        return [(*head, None, None, None, None, view.shown)]
    return [
        (*head, line.label, line.low, line.high, line.percent, view.shown)
        for line in view.lines
    ]


def as_csv(views: Sequence[View]) -> str:
    """Return the rows of the tables as CSV."""
    return written([HEADER, *rows(views)])


def written(content: Iterable[Sequence[str | int | None]]) -> str:
    """Return CSV with semicolons; text that a spreadsheet would run gets a ``'``."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([[_safe(cell) for cell in row] for row in content])
    return out.getvalue()


def _safe(cell: str | int | None) -> str | int | None:
    """Return a cell that is no formula, without a bare CR, which is never quoted.

    Nor does a part of it become one where a file is split at commas.
    """
    if not isinstance(cell, str):
        return cell
    plain = cell.replace("\r\n", "\n").replace("\r", "\n")
    parted = _AFTER_BREAK.sub(r"\1'", plain)
    return f"'{parted}" if _FORMULA.match(cell) else parted


def as_xlsx(views: Sequence[View]) -> bytes:
    """Return a workbook whose texts are texts, never formulas."""
    from lxml.etree import SerialisationError

    with disk("tally.xlsx"):  # the library writes to a temporary file first
        try:
            return _book(rows(views))
        except SerialisationError:
            raise OSError(errno.EIO, "") from None


def _book(content: Sequence[Row]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("tally")
    for row in (HEADER, *content):
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: str | int | None) -> object:  # noqa: ANN401
    """Return a cell whose text stays a text, also when it is edited."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils.exceptions import IllegalCharacterError

    cell = WriteOnlyCell(sheet)
    try:
        cell.value = value
    except IllegalCharacterError:
        cell.value = "".join(c for c in str(value) if c.isprintable())
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = bool(_FORMULA.match(value))
    return cell
