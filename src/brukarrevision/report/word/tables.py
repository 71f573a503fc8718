"""Tables, each made as one element with style ids looked up once.

That is what makes a report quick: python-docx would scan every style for every cell.
For screen readers: the first row is a repeated header row, the first column names the
row, rows do not break over pages, no cells are merged, and the table has a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml.etree import _Element

from brukarrevision.report.blocks import Align, Table
from brukarrevision.report.word.base import Base
from brukarrevision.report.word.text import Words, attribute, text_xml
from brukarrevision.report.word.widths import LETTER, fits, lines, widths

_TOGETHER = 18  # lines: a table that short stays on one page if it can
_SMALL = 0.87  # of the letters, in a table whose words do not fit otherwise
_SMALL_LOOK = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
_LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
    'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)


@dataclass(frozen=True, slots=True)
class _Column:
    """What every cell of a column begins with, below the header and in it."""

    cell: str
    kept: str
    header: str


def _column(width: int, align: Align, styles: Mapping[str, str], look: str) -> _Column:
    right = '<w:jc w:val="right"/>' if align == "right" else ""
    end = f"{right}</w:pPr><w:r>{look}"
    start = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
    text = f'{start}<w:pStyle w:val="{styles["Table Text"]}"/>'
    return _Column(
        cell=f"{text}{end}",
        kept=f"{text}<w:keepNext/>{end}",
        header=f'{start}<w:pStyle w:val="{styles["Table Heading"]}"/>{end}',
    )


def _row(cells: Sequence[str], starts: Sequence[str], properties: str) -> str:
    inner = "".join(
        f"{start}{text_xml(cell) if cell else ''}</w:r></w:p></w:tc>"
        for start, cell in zip(starts, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{inner}</w:tr>"


def table_element(table: Table, base: Base, own: Words) -> _Element:
    """Return the table, as wide as the text."""
    total, styles = base.width, base.styles
    letter = LETTER * base.letter
    look = ""
    if not fits(table, total, letter):
        letter, look = letter * _SMALL, _SMALL_LOOK
    wide = widths(table, total, letter)
    columns = [
        _column(width, align, styles, look)
        for width, align in zip(wide, table.align, strict=True)
    ]
    loose = [column.cell for column in columns]
    kept = [column.kept for column in columns]
    short = sum(lines(cells, wide, letter) for cells in table.rows) <= _TOGETHER
    rows = [_row(table.header, [one.header for one in columns], "<w:tblHeader/>")]
    for at, cells in enumerate(table.rows, 1):
        left = len(table.rows) - at
        keep = (short or at == 1 or left == 1) if left else bool(table.note)
        rows.append(_row(cells, kept if keep else loose, ""))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}>{_properties(table, total, styles, own)}"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _properties(table: Table, total: int, styles: Mapping[str, str], own: Words) -> str:
    described = f"{own.columns}: {', '.join(one for one in table.header if one)}."
    return (
        f'<w:tblPr><w:tblStyle w:val="{styles["Report Table"]}"/>'
        f'<w:tblW w:w="{total}" w:type="dxa"/>{_LOOK}'
        f'<w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(described)}"/></w:tblPr>'
    )
