"""Paragraphs, runs and tables of a form, as text in the language of Word files.

Text of a language written from the right is marked so on each run, and its paragraphs
and tables begin at the right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.report.word.text import attribute, text_xml

BOX = "\u2610"
_BOX_FONT = "MS Gothic"  # has the box in every Word; others have it in a like font
_RIGHT_FONT = "Arial"  # has the letters of all languages written from the right
_HAND = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:cs="{0}"/>'
_GREY = '<w:color w:val="595959"/>'
_LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
    'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph looks like beyond its style.

    Attributes:
        keep: whether it stays on one page with what comes after it.
        right: whether it begins at the right.
        tab: where a line to write on ends, in twentieths of a point; 0 for none.
        rule: whether a line is drawn above.
        indent: of the whole paragraph, in twentieths of a point.
        centred: whether it stands in the middle; ``ended``, at the far side.
        tight: whether it stands close to what comes before it.
    """

    keep: bool = False
    right: bool = False
    tab: int = 0
    rule: bool = False
    indent: int = 0
    centred: bool = False
    ended: bool = False
    tight: bool = False


PLAIN = Look()


def run(said: Said, *, bold: bool = False, size: int = 0) -> str:
    """Return a text in its language."""
    return raw(text_xml(said.text), said, bold=bold, size=size)


def raw(inside: str, said: Said, *, bold: bool = False, size: int = 0) -> str:
    """Return a run that holds what is given, in the language of a text."""
    right = said.tongue.from_right
    fonts = f'<w:rFonts w:cs="{_RIGHT_FONT}"/>' if right else ""
    heavy = "<w:b/><w:bCs/>" if bold else ""
    tag = attribute(said.tongue.tag)
    speech = (
        f'<w:rtl/><w:lang w:bidi="{tag}"/>' if right else f'<w:lang w:val="{tag}"/>'
    )
    return f"<w:r><w:rPr>{fonts}{heavy}{_sized(size)}{speech}</w:rPr>{inside}</w:r>"


def _sized(size: int) -> str:
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""


def box(size: int) -> str:
    """Return a box to tick, in half points."""
    look = f"<w:rPr>{_HAND.format(_BOX_FONT)}{_sized(size)}</w:rPr>"
    return f"<w:r>{look}<w:t>{BOX}</w:t></w:r>"


def key(text: str) -> str:
    """Return the key of a choice, small, for whoever keys the form in."""
    if not text:
        return ""
    look = f"<w:rPr>{_GREY}{_sized(14)}</w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def space() -> str:
    """Return a blank that no line is broken at."""
    return "<w:r><w:t>\u00a0</w:t></w:r>"


def paragraph(style: str, inside: str, look: Look = PLAIN) -> str:
    """Return a paragraph in a style, given by its id."""
    parts = [f'<w:pStyle w:val="{style}"/>']
    parts += ["<w:keepNext/>"] if look.keep else []
    if look.rule:
        line = 'w:val="single" w:sz="8" w:space="8" w:color="808080"'
        parts.append(f"<w:pBdr><w:top {line}/></w:pBdr>")
    if look.tab:
        stop = f'w:val="right" w:leader="underscore" w:pos="{look.tab}"'
        parts.append(f"<w:tabs><w:tab {stop}/></w:tabs>")
    parts += ["<w:bidi/>"] if look.right else []
    parts += ['<w:spacing w:before="0"/>'] if look.tight else []
    parts += [f'<w:ind w:left="{look.indent}" w:right="80"/>'] if look.indent else []
    parts += ['<w:ind w:left="0" w:right="0"/>'] if look.ended else []
    if look.centred or look.ended:
        parts.append(f'<w:jc w:val="{"center" if look.centred else "right"}"/>')
    return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{inside}</w:p>"


def line() -> str:
    """Return what a line to write on is drawn by; its paragraph says how long."""
    return "<w:r><w:tab/></w:r>"


def bookmark(number: int, name: str, inside: str) -> str:
    """Return runs with a bookmark around them."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def cell(width: int, inside: str, *, top: bool = False) -> str:
    """Return a cell of a table; its paragraphs are given."""
    placed = "top" if top else "center"
    look = f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{placed}"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"


def row(cells: Iterable[str], *, header: bool = False, height: int = 0) -> str:
    """Return a row, which never breaks over pages; ``height`` is the least it has."""
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    look = f"<w:trPr><w:cantSplit/>{high}{head}</w:trPr>"
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table is as a whole.

    Attributes:
        style: the id of its style, empty for one with plain borders.
        widths: of the columns, in twentieths of a point.
        caption: what screen readers call it.
    """

    style: str
    widths: Sequence[int]
    caption: str
    right: bool = False


def table(frame: Frame, rows: Iterable[str]) -> str:
    """Return a table."""
    style = f'<w:tblStyle w:val="{frame.style}"/>' if frame.style else ""
    right = "<w:bidiVisual/>" if frame.right else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.widths)
    look = (
        f'{style}{right}<w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/>'
        f'{"" if style else _borders()}<w:tblLayout w:type="fixed"/>{_LOOK}'
        f'<w:tblCaption w:val="{attribute(frame.caption)}"/>'
    )
    inside = f"<w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}"
    return f"<w:tbl>{inside}</w:tbl>"


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = 'w:val="single" w:sz="6" w:space="0" w:color="808080"'
    return f"<w:tblBorders>{''.join(f'<w:{s} {line}/>' for s in sides)}</w:tblBorders>"
