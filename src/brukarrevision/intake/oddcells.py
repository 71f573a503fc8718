"""Cells that a plain read takes for blank: errors, and formulas nobody has computed.

Read from the workbook's own XML with defusedxml; only called where a byte search has
found formulas or errors, for it takes longer than reading the sheet.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, Place, problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"


@dataclass(slots=True)
class OddCells:
    """Addresses (``B2``) of error cells and of formulas without a stored value."""

    errors: list[str] = field(default_factory=list)
    empty_formulas: list[str] = field(default_factory=list)


@contextmanager
def _parsing(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open the archive; XML that cannot be read is a broken workbook."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (ParseError, DefusedXmlException, KeyError, LookupError, ValueError):
        raise FaultyFiles(problem("book-broken", Place(path.name))) from None


def find(path: Path, sheet: str) -> OddCells:
    """Look through one sheet of an .xlsx or .ods.

    Raises:
        FaultyFiles: the XML cannot be read.
    """
    with _parsing(path) as archive:
        if "content.xml" in archive.namelist():
            return _ods(archive, sheet)
        return _xlsx(archive, sheet)


def reach(path: Path) -> tuple[int, int]:
    """Return the last row and column of an .ods that hold anything, over all sheets.

    Runs of equal cells are written once, so a small file can reach far.

    Raises:
        FaultyFiles: the XML cannot be read.
    """
    rows = columns = 0
    with _parsing(path) as archive:
        for cell in _ods_cells(archive):
            if len(cell.element) or cell.element.get(f"{_OFFICE}value-type"):
                rows = max(rows, cell.row + cell.deep - 1)
                columns = max(columns, cell.column + cell.wide - 1)
    return rows, columns


def _elements(archive: zipfile.ZipFile, part: str) -> "Iterator[tuple[str, Element]]":
    from defusedxml.ElementTree import iterparse

    with archive.open(part) as stream:
        yield from iterparse(stream, ("start", "end"), forbid_dtd=True)


def _ended(archive: zipfile.ZipFile, part: str) -> "Iterator[Element]":
    return (element for event, element in _elements(archive, part) if event == "end")


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _xlsx(archive: zipfile.ZipFile, sheet: str) -> OddCells:
    found = OddCells()
    for element in _ended(archive, _part(archive, sheet)):
        if _local(element) == "c":
            address = element.get("r", "?")
            if element.get("t") == "e":
                found.errors.append(address)
            elif _uncomputed(element):
                found.empty_formulas.append(address)
        elif _local(element) == "row":
            element.clear()
    return found


def _uncomputed(cell: "Element") -> bool:
    """Tell whether a cell has a formula and no value; Excel stores ``""`` as text."""
    parts = {_local(child): child.text for child in cell}
    empty_text = cell.get("t") == "str" and "v" in parts
    return "f" in parts and not parts.get("v") and not empty_text


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the part that holds a sheet."""
    relation = next(
        element.get(_REL)
        for element in _ended(archive, "xl/workbook.xml")
        if _local(element) == "sheet" and element.get("name") == sheet
    )
    target = next(
        element.get("Target", "")
        for element in _ended(archive, "xl/_rels/workbook.xml.rels")
        if element.get("Id") == relation
    )
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join("xl", target))


@dataclass(frozen=True, slots=True)
class _OdsCell:
    """A cell of an .ods, which may stand for a run of rows and columns."""

    sheet: str
    row: int
    column: int
    deep: int
    wide: int
    element: "Element"


def _ods_cells(archive: zipfile.ZipFile) -> Iterator[_OdsCell]:
    """Yield every cell as written, with its address and how often it is repeated."""
    name, row = "", 1
    for event, element in _elements(archive, "content.xml"):
        if event == "start" and element.tag == f"{_TABLE}table":
            name, row = element.get(f"{_TABLE}name", ""), 1
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            deep = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            column = 1
            for cell in element:
                wide = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                if cell.tag in _CELLS:
                    yield _OdsCell(name, row, column, deep, wide, cell)
                    column += wide
            row += deep
            element.clear()


def _ods(archive: zipfile.ZipFile, sheet: str) -> OddCells:
    found = OddCells()
    for cell in _ods_cells(archive):
        if cell.sheet == sheet:
            _ods_cell(cell.element, f"{_letters(cell.column)}{cell.row}", found)
    return found


_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def _ods_cell(element: "Element", address: str, found: OddCells) -> None:
    if element.get(f"{_CALC}value-type") == "error":
        found.errors.append(address)
    elif element.get(f"{_TABLE}formula") and not element.get(f"{_OFFICE}value-type"):
        found.empty_formulas.append(address)


def _letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
