"""Tables, each made as one string of XML with style ids looked up once.

That is what makes a report quick (docs: python-docx scans every style for every cell).
For screen readers: the first row is a repeated header row, the first column names the
row, rows do not break over pages, no cells are merged, and the table has a name.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.report.blocks import Align, Table
from brukarrevision.report.word_base import Base
from brukarrevision.report.word_look import TABLE
from brukarrevision.report.word_text import Words, attribute, text_xml

_LETTER = 96  # the width of a letter of 9.5 points, in twentieths of a point
_PADDING = 160
_FIRST = 0.3  # the least share of the width for the column that names the rows
_LEAST = 0.2  # the same, if the words do not fit
_SMALL = 0.87  # of the letters, in a table whose words do not fit otherwise
_WHOLE = 14  # letters: so short a text is kept on one line if there is room
_NUMBER = 1500  # no column of numbers is made wider than this
_TOGETHER = 18  # lines: a table that short stays on one page if it can
_SMALL_LOOK = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
_LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
    'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column would like: room for its longest word, and for its longest text."""

    least: int
    most: int
    short: bool


def _need(texts: Sequence[str], letter: float) -> _Need:
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    most = max((len(text) for text in texts), default=1)
    width = int(longest * letter) + _PADDING
    return _Need(width, int(most * letter) + _PADDING, most <= _WHOLE)


def widths(table: Table, total: int, letter: float = _LETTER) -> list[int]:
    """Return the widths of the columns, which add up to ``total``.

    Every column gets room for its longest word; what is left goes to the columns of
    words by the length of their texts. Columns of numbers stay narrow, and what nobody
    needs goes to the first column.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    needs = [_need(column, letter) for column in columns]
    least = [need.most if need.short else need.least for need in needs]
    if sum(least) > total:
        least = [need.least for need in needs]
    least[0] = max(least[0], min(int(total * _FIRST), total - sum(least[1:])))
    if sum(least) > total:
        return _squeezed(least, total)
    wishes = [
        max((need.most if align == "left" else min(need.most, _NUMBER)) - low, 0)
        for need, low, align in zip(needs, least, table.align, strict=True)
    ]
    share = min((total - sum(least)) / (sum(wishes) or 1), 1.0)
    wide = [low + wish * share for low, wish in zip(least, wishes, strict=True)]
    return _rounded(_spread(wide, table.align, total), total)


def _squeezed(least: Sequence[int], total: int) -> list[int]:
    """Return widths for words that do not fit; Word itself then breaks no word."""
    first = max(total * _LEAST, total * least[0] / sum(least))
    share = (total - first) / (sum(least[1:]) or 1)
    return _rounded([first, *(one * share for one in least[1:])], total)


def _fits(table: Table, total: int, letter: float) -> bool:
    columns = zip(table.header, *table.rows, strict=True)
    return sum(_need(column, letter).least for column in columns) <= total


def _spread(wide: Sequence[float], align: Sequence[Align], total: int) -> list[float]:
    """Share out what nobody needs: to numbers up to a limit, the rest to the first."""
    spare = (total - sum(wide)) / len(wide)
    more = [
        min(one + spare, max(one, _NUMBER)) if side == "right" else one + spare
        for one, side in zip(wide, align, strict=True)
    ]
    more[0] += total - sum(more)
    return more


def _lines(cells: Sequence[str], wide: Sequence[int], letter: float) -> int:
    """Return how many lines a row is high, roughly."""
    return max(
        math.ceil(len(cell) * letter / max(width - _PADDING, letter))
        for cell, width in zip(cells, wide, strict=True)
    )


def _rounded(shares: Sequence[float], total: int) -> list[int]:
    whole = [int(share) for share in shares]
    whole[0] += total - sum(whole)
    return whole


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


def table_xml(table: Table, base: Base, own: Words) -> str:
    """Return the table, as wide as the text."""
    total, styles = base.frame.width, base.styles
    letter = _LETTER * base.letter
    look = ""
    if not _fits(table, total, letter):
        letter, look = letter * _SMALL, _SMALL_LOOK
    wide = widths(table, total, letter)
    columns = [
        _column(width, align, styles, look)
        for width, align in zip(wide, table.align, strict=True)
    ]
    loose = [column.cell for column in columns]
    kept = [column.kept for column in columns]
    short = sum(_lines(cells, wide, letter) for cells in table.rows) <= _TOGETHER
    rows = [_row(table.header, [one.header for one in columns], "<w:tblHeader/>")]
    for at, cells in enumerate(table.rows, 1):
        left = len(table.rows) - at
        keep = (short or at == 1 or left == 1) if left else bool(table.note)
        rows.append(_row(cells, kept if keep else loose, ""))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return (
        f"<w:tbl>{_properties(table, total, styles, own)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _properties(table: Table, total: int, styles: Mapping[str, str], own: Words) -> str:
    described = f"{own.columns}: {', '.join(one for one in table.header if one)}."
    return (
        f'<w:tblPr><w:tblStyle w:val="{styles[TABLE]}"/>'
        f'<w:tblW w:w="{total}" w:type="dxa"/>{_LOOK}'
        f'<w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(described)}"/></w:tblPr>'
    )
