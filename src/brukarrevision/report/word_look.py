"""The look of a report: the styles that a base file lacks are made from these.

Styles are known by name (``w:name``), since their ids differ between the languages of
Word. Names that Word has built in are written as Word writes them: lower case for
headings and captions. Sizes are half points, distances twentieths of a point.
"""

from dataclasses import dataclass

INK = "10353B"
TEAL = "0B5563"
LINE = "8FB3B8"
PALE = "E3EFF0"
NOTE = "F1F7F7"
GREY = "44545A"
WARNING = "A61B1B"


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style.

    Attributes:
        name: what Word calls it.
        paragraph: content of ``w:pPr``.
        text: content of ``w:rPr``.
        own: whether the style is ours, and not built into Word.
        based_on: the name of the style it builds on.
    """

    name: str
    paragraph: str
    text: str = ""
    own: bool = False
    based_on: str = "Normal"


def _gap(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _font(size: int, color: str = "", *, bold: bool = False) -> str:
    shade = f'<w:color w:val="{color}"/>' if color else ""
    return f'{"<w:b/>" * bold}{shade}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _heading(level: int, before: int, after: int, size: int) -> Look:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    paragraph = f"{KEEP}<w:keepLines/>{_gap(before, after, 252)}{outline}"
    return Look(f"heading {level}", paragraph, _font(size, TEAL, bold=True))


def _contents(level: int) -> Look:
    indent = f'<w:ind w:left="{284 * (level - 1)}"/>'
    return Look(f"toc {level}", f"{_gap(0, 50, 252)}{indent}")


def _edge(side: str, size: int, space: int) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{LINE}"/>'
    )


KEEP = "<w:keepNext/>"
_SIDES = ("top", "left", "bottom", "right")
_BOX = "".join(_edge(side, 6, 8) for side in _SIDES)
_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{NOTE}"/>'
_INSET = '<w:ind w:left="198" w:right="198"/>'
_NOTE = f"<w:keepLines/><w:pBdr>{_BOX}</w:pBdr>{_SHADE}{_gap(0, 80)}{_INSET}"
_BAR = f"<w:pBdr>{_edge('left', 24, 10)}</w:pBdr>"
_ASIDE = '<w:ind w:left="397" w:right="397"/>'
_QUOTE = f"<w:keepLines/>{_BAR}{_gap(60, 140)}{_ASIDE}"

# Headings 5.4:1 and more on white, the small text 7.9:1 (WCAG 1.4.3 asks for 4.5:1).
LOOKS = (
    Look("Title", f"{KEEP}{_gap(480, 100, 240)}", _font(56, TEAL, bold=True)),
    Look("Subtitle", _gap(0, 240, 252), _font(28, GREY)),
    _heading(1, 480, 160, 34),
    _heading(2, 360, 100, 27),
    _heading(3, 280, 80, 24),
    _heading(4, 240, 60, 22),
    Look("caption", f"{KEEP}<w:keepLines/>{_gap(280, 80)}", _font(20, TEAL, bold=True)),
    Look("List Bullet", _gap(0, 60)),
    Look("List Number", _gap(0, 60)),
    Look("List Continue", _gap(0, 60)),
    Look("Quote", _QUOTE, f'<w:color w:val="{INK}"/>'),
    Look("TOC Heading", f"{KEEP}{_gap(360, 120, 252)}", _font(30, TEAL, bold=True)),
    _contents(1),
    _contents(2),
    _contents(3),
    _contents(4),
    Look("header", _gap(0, 0, 240), _font(18, GREY)),
    Look("footer", _gap(0, 0, 240), _font(18, GREY)),
    Look("Lead", _gap(0, 240, 288), _font(26, INK), own=True),
    Look("Small", _gap(60, 200, 252), _font(18, GREY), own=True),
    Look("Facts", _gap(0, 40, 264), f'<w:color w:val="{INK}"/>', own=True),
    Look("Note", _NOTE, _font(21), own=True),
    Look("Note Title", KEEP, _font(22, TEAL, bold=True), own=True, based_on="Note"),
    Look("Figure", f"<w:keepLines/>{_gap(0, 200, 240)}", own=True),
    Look("Table Text", _gap(40, 40, 240), _font(19), own=True),
    Look(
        "Table Heading",
        KEEP,
        _font(18, INK, bold=True),
        own=True,
        based_on="Table Text",
    ),
)

LINK = "Hyperlink"
LINK_LOOK = f'<w:color w:val="{TEAL}"/><w:u w:val="single"/>'
TABLE = "Report Table"
_GRID = (
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{TEAL}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{TEAL}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
)
_MARGINS = '<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
TABLE_LOOK = (
    f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders>"
    f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{TEAL}"/>'
    f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)
