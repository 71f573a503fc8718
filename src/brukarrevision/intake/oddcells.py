"""Cells that a plain read takes for blank: errors, and formulas nobody has computed.

Read from the workbook's own XML with defusedxml; only called where a byte search has
found formulas or errors, for it takes longer than reading the sheet.
"""

import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, Place, problem

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def find(path: Path, sheet: str) -> OddCells:
    """Look through one sheet of an .xlsx or .ods.

    Raises:
        FaultyFiles: the XML cannot be read.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    try:
        with zipfile.ZipFile(path) as archive:
            if "content.xml" in archive.namelist():
                return _ods(archive, sheet)
            return _xlsx(archive, sheet)
    except (ParseError, DefusedXmlException, KeyError, StopIteration):
        raise FaultyFiles(problem("book-broken", Place(path.name))) from None


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


def _ods(archive: zipfile.ZipFile, sheet: str) -> OddCells:
    """Walk rows and cells of an .ods, where runs of equal cells are written once."""
    found = OddCells()
    row = column = 0
    name = ""
    for event, element in _elements(archive, "content.xml"):
        if event == "start" and element.tag == f"{_TABLE}table":
            name, row = element.get(f"{_TABLE}name", ""), 0
        elif event == "start" and element.tag == f"{_TABLE}table-row":
            row, column = row + 1, 0
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            row += int(element.get(f"{_TABLE}number-rows-repeated", "1")) - 1
            element.clear()
        elif event == "end" and element.tag in _CELLS:
            if name == sheet:
                _ods_cell(element, f"{_letters(column + 1)}{row}", found)
            column += int(element.get(f"{_TABLE}number-columns-repeated", "1"))
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
