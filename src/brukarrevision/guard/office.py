"""Words and rows of workbooks and documents, straight from their XML.

Everything counts: hidden sheets, comments, headers, properties. The readers of
``intake`` are not used here: they take one sheet of a file on disk, and contents that
git holds are not to be written anywhere.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from python_calamine import CalamineSheet

Row = tuple[int, tuple[str, ...]]
"""The number of a row, from 1, and its cells; blank ones may be left out."""

PACKED = ("word/embeddings/", "ppt/embeddings/", "xl/embeddings/", "Object ")
"""Where documents keep files of their own, such as the workbook of a chart."""

_SHARED = "xl/sharedStrings.xml"
_OFFICE = ("[Content_Types].xml", "META-INF/manifest.xml")
_LINES = frozenset(
    {"p", "h", "title", "subject", "keywords", "description", "creator", "text"}
)
_ROWS = frozenset({"row", "table-row", "tr"})
_CELLS = frozenset({"c", "table-cell", "tc"})
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]{1,2}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_MOST_CELLS = 20_000_000


class Unreadable(Exception):
    """The XML is broken or declares entities."""


def is_office(names: Collection[str]) -> bool:
    """Tell by its parts whether a container is a workbook or a document."""
    return any(one in names for one in _OFFICE)


def read(parts: Mapping[str, bytes]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Return the rows of all tables of a file, and all its lines of text.

    Raises:
        Unreadable: the XML is broken or declares entities.
    """
    shared = _shared(parts[_SHARED]) if _SHARED in parts else []
    rows: list[Row] = []
    lines: list[str] = []
    for name in sorted(parts):
        if not name.endswith(".xml") or name == _SHARED:
            continue
        _add(parts[name], shared, rows, lines)
    return tuple(rows), tuple(filter(None, lines))


def _add(data: bytes, shared: list[str], rows: list[Row], lines: list[str]) -> None:
    """Add the rows of one part, and the lines that stand in none of them."""
    within = 0
    for event, found in _elements(data):
        kind = _local(found)
        if event == "start":
            within += kind in _ROWS
        elif kind in _ROWS:
            within -= 1
            rows.append(_row(found, shared, len(rows) + 1))
            found.clear()
        elif kind in _LINES and not within:
            lines.append("".join(found.itertext()))


def _elements(data: bytes) -> "Iterator[tuple[str, Element]]":
    """Yield each element when it begins and when it is complete."""
    import io
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        yield from iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Unreadable from None


def _shared(data: bytes) -> list[str]:
    """Return the strings that the cells of a workbook refer to."""
    return [
        "".join(one.itertext())
        for event, one in _elements(data)
        if event == "end" and _local(one) == "si"
    ]


def _row(row: "Element", shared: list[str], number: int) -> Row:
    cells = [_cell(one, shared) for one in row if _local(one) in _CELLS]
    given = row.get("r") or ""
    return int(given) if _NUMBER.fullmatch(given) else number, tuple(cells)


def _cell(cell: "Element", shared: list[str]) -> str:
    """Return a cell as text: a reference is followed, a large number written out."""
    text = " ".join("".join(one.itertext()) for one in cell if _local(one) != "f")
    if cell.get("t") == "s":
        known = _NUMBER.fullmatch(text) and int(text) < len(shared)
        return shared[int(text)] if known else ""
    return str(int(float(text))) if _POWER.fullmatch(text) else text


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def old_workbook(data: bytes) -> tuple[Row, ...]:
    """Return the rows of all sheets of an .xls.

    Raises:
        Unreadable: it is locked, damaged or another old file, such as a .doc.
    """
    import io

    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        return tuple(row for one in sheets for row in _old_rows(one))
    except (calamine.CalamineError, ValueError, OSError):
        raise Unreadable from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise Unreadable from None


def _old_rows(sheet: "CalamineSheet") -> Iterator[Row]:
    from brukarrevision.intake.workbook import text

    row, column = sheet.end or (0, 0)
    if (row + 1) * (column + 1) <= _MOST_CELLS:
        values = sheet.to_python(skip_empty_area=False)
        yield from ((n, tuple(map(text, cells))) for n, cells in enumerate(values, 1))
