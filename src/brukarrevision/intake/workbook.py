"""Rows of a workbook (.xlsx, .xls, .ods) as text, by python-calamine.

Whole numbers come without ``.0``, dates in ISO form. Formulas without a stored value
and error cells, which the reader takes for blank, are looked up in the XML.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk
from brukarrevision.intake import archive, oddcells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_MANY_DIGITS = 10**15

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta | None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook.

    Attributes:
        sheet: its name.
        cells: its rows from row 1 and column A, as text.
        warnings: error cells, and other sheets that hold something.
    """

    sheet: str
    cells: list[list[str]]
    warnings: tuple[Problem, ...]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield every row with its number, from 1."""
        return iter(enumerate(self.cells, 1))


def read(path: Path, sheet: str | None = None) -> Grid:
    """Read one sheet: the one named, else the first that holds anything.

    Raises:
        FaultyFiles: encrypted, broken, too large, with macros or entities; no such
            sheet; formulas without stored values.
    """
    found = _guard(path)
    book = _open(path)
    chosen, others = _choose(book, path.name, sheet)
    with _calamine(path.name, chosen.name):
        values = chosen.to_python(skip_empty_area=False)
    cells = [[text(value) for value in row] for row in values]
    warnings = _odd(path, chosen.name) if found and found.odd_cells else ()
    if others and sheet is None:
        facts = {"sheet": chosen.name, "others": ", ".join(others)}
        note = problem("book-sheets", Place(path.name), **facts)
        warnings = (*warnings, note)
    return Grid(chosen.name, cells, warnings)


def names(path: Path) -> tuple[str, ...]:
    """Return what the sheets of a workbook are called.

    Raises:
        FaultyFiles: it cannot be read, for the reasons of :func:`read`.
    """
    _guard(path)
    return tuple(_open(path).sheet_names)


def _guard(path: Path) -> archive.Archive | None:
    """Check what the file really is, by its first bytes."""
    place = Place(path.name)
    with disk(path.name), path.open("rb") as stream:
        start = stream.read(8)
    old = path.suffix.lower() == ".xls"
    if start.startswith(_ZIP) and not old:
        found = archive.look(path)
        if "content.xml" in found.names:
            archive.bounded(*oddcells.reach(path), place, found.cells)
        return found
    if start.startswith(_OLE) and old:
        return None
    if start.startswith(_OLE):
        raise FaultyFiles(problem("book-encrypted", place))
    raise FaultyFiles(problem("book-broken", place))


@contextmanager
def _calamine(name: str, sheet: str = "") -> Iterator[None]:
    """Turn what the reader says of a workbook, in whatever way, into our words."""
    import python_calamine as calamine

    place = Place(name, part=sheet)
    try:
        yield
    except calamine.PasswordError:
        raise FaultyFiles(problem("book-encrypted", place)) from None
    except (calamine.CalamineError, ValueError, OSError):
        raise FaultyFiles(problem("book-broken", place)) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise FaultyFiles(problem("book-broken", place)) from None


def _open(path: Path) -> "CalamineWorkbook":
    import python_calamine as calamine

    with _calamine(path.name):
        return calamine.CalamineWorkbook.from_path(str(path))


def _choose(
    book: "CalamineWorkbook", name: str, wanted: str | None
) -> "tuple[CalamineSheet, tuple[str, ...]]":
    """Return the sheet to read and the names of others that hold something."""
    if wanted is not None and wanted not in book.sheet_names:
        known = ", ".join(book.sheet_names)
        place = Place(name, part=wanted)
        raise FaultyFiles(problem("book-no-sheet", place, known=known))
    if wanted is not None:
        return _sheet(book, name, wanted), ()
    from python_calamine import SheetVisibleEnum

    shown = SheetVisibleEnum.Visible
    visible = [one.name for one in book.sheets_metadata if one.visible == shown]
    sheets = [_sheet(book, name, one) for one in visible or book.sheet_names]
    filled = [one for one in sheets if one.end is not None]
    if not filled:
        raise FaultyFiles(problem("csv-empty", Place(name)))
    return filled[0], tuple(one.name for one in filled[1:])


def _sheet(book: "CalamineWorkbook", name: str, sheet: str) -> "CalamineSheet":
    with _calamine(name, sheet):
        found = book.get_sheet_by_name(sheet)
    row, column = found.end or (0, 0)
    archive.bounded(row + 1, column + 1, Place(name, part=sheet))
    return found


def _odd(path: Path, sheet: str) -> tuple[Problem, ...]:
    """Refuse formulas without stored values; warn of error cells."""
    found = oddcells.find(path, sheet)
    place = Place(path.name, part=sheet)
    if found.empty_formulas:
        facts = {"cells": _listed(found.empty_formulas)}
        raise FaultyFiles(problem("book-formula", place, **facts))
    if found.errors:
        return (problem("book-errors", place, cells=_listed(found.errors)),)
    return ()


def _listed(cells: list[str]) -> str:
    """Name the cells, the first forty of them."""
    shown = ", ".join(cells[:40])
    return f"{shown} … ({len(cells)})" if len(cells) > len(cells[:40]) else shown


def text(value: Value) -> str:
    """Return a cell as text: ``1.0`` as ``1``, dates and times in ISO form."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _MANY_DIGITS
        return str(int(value)) if whole else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time.min
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return "" if value is None else str(value)
