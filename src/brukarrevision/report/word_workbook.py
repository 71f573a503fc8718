"""The workbook behind a chart, which Word opens for "Edit data".

Five small parts (ECMA-376 part 1, 18). All text is inline text (``inlineStr``), so a
label such as ``=1+1`` can be no formula and an address no link; there are no properties
and no date. XlsxWriter, which python-pptx uses, takes ten times as long, and makes
formulas of such labels unless told not to.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from brukarrevision.report.word_package import CONTENT_TYPES, write_package
from brukarrevision.report.word_parts import (
    OFFICE,
    ContentTypes,
    Relation,
    relations_name,
    relations_xml,
)

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_BOOK = "xl/workbook.xml"
_TABLE = "xl/worksheets/sheet1.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as a letter
_FIXED = {
    CONTENT_TYPES: ContentTypes(
        {"rels": _RELS, "xml": "application/xml"},
        {_BOOK: f"{_KIND}sheet.main+xml", _TABLE: f"{_KIND}worksheet+xml"},
    ).only([_BOOK, _TABLE], {}),
    relations_name(""): relations_xml(
        [Relation("rId1", f"{OFFICE}/officeDocument", _BOOK)]
    ),
    relations_name(_BOOK): relations_xml(
        [Relation("rId1", f"{OFFICE}/worksheet", _TABLE)]
    ),
    _BOOK: (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ).encode(),
}


def column(number: int) -> str:
    """Return the letters of a column, the first being 0: A, B, ... Z, AA."""
    letters = ""
    number += 1
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def workbook(
    labels: Sequence[str],
    names: Sequence[str],
    values: Sequence[Sequence[int | None]],
) -> bytes:
    """Return a workbook of what is shown: labels down, names across, nothing else."""
    rows = [_row(1, ["", *names])]
    for at, label in enumerate(labels):
        rows.append(_row(at + 2, [label, *(one[at] for one in values)]))
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData>'
        "</worksheet>"
    )
    return write_package({**_FIXED, _TABLE: sheet.encode()})


def _row(number: int, cells: Iterable[str | int | None]) -> str:
    inner = "".join(
        _cell(f"{column(at)}{number}", value)
        for at, value in enumerate(cells)
        if value is not None and value != ""
    )
    return f'<row r="{number}">{inner}</row>'


def _cell(place: str, value: str | int) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = escape(_ESCAPED.sub("_x005F_", value))
    return (
        f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )
