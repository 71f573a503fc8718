"""The styles of a form, put into the base file; and a larger set of the others."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.styles import CT_Style
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from brukarrevision.exchange.paper.layouts import Layout

PREFIX = "BrForm"
_BLACK = "000000"
_MIDDLE = '<w:textAlignment w:val="center"/>'  # of a picture beside the text
_LARGER = {
    "title": 1.7,
    "subtitle": 1.1,
    "heading 1": 1.35,
    "heading 2": 1.15,
    "heading 3": 1.0,
}
_TEXTS = (
    *("normal", "list bullet", "list number", "list continue", "note", "note title"),
    *("facts", "lead", "quote", "table text", "table heading", "caption"),
)
_SMALLER = ("small", "header", "footer")


def add(word: Document, normal: str, layout: Layout) -> None:
    """Add the styles of a form, on top of the file's own text.

    Args:
        word: the file.
        normal: the id of its style of running text.
        layout: sizes and gaps.
    """
    for bold in word.styles.element.xpath("w:style/w:rPr/w:b[not(../w:bCs)]"):
        bold.addnext(OxmlElement("w:bCs"))  # the same, for Arabic and its like
    keep = "<w:keepLines/>"
    narrow = f'<w:ind w:right="{layout.narrow}"/>'
    spaced = f'w:line="{layout.leading}" w:lineRule="auto"'
    from_box = _hang(layout)
    hang = (
        f'<w:ind w:left="{from_box}" w:right="{layout.narrow}" w:hanging="{from_box}"/>'
    )
    looks = {
        "Text": f"{_gaps(0, 100, spaced)}{narrow}",
        "Question": f"{keep}{_gaps(layout.gap, 60, spaced)}{narrow}{_MIDDLE}",
        "When": f"{keep}{_gaps(layout.gap, 0, spaced)}{narrow}",
        "Hint": f"{keep}{_gaps(0, 60, spaced)}{narrow}",
        "Choice": f"{keep}{_gaps(0, layout.between, spaced)}{hang}{_MIDDLE}",
        "Line": f'{keep}<w:spacing w:before="0" w:after="0" w:line="{layout.rule}" '
        'w:lineRule="exact"/>',
        "Number": f"{_box_border()}{_gaps(0, 200, spaced)}",
        "Cell": _gaps(20, 20, 'w:line="240" w:lineRule="auto"'),
    }
    small = {"Hint": layout.size - 2, "Number": 18, "Cell": layout.size - 2}
    for name, look in looks.items():
        size = small.get(name, layout.size)
        bold = "<w:b/><w:bCs/>" if name == "Question" else ""
        word.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" '
                f'w:styleId="{PREFIX}{name}"><w:name w:val="Form {name}"/>'
                f'<w:basedOn w:val="{normal}"/><w:pPr>{look}</w:pPr><w:rPr>{bold}'
                f'<w:color w:val="{_BLACK}"/><w:sz w:val="{size}"/>'
                f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
            )
        )


def _hang(layout: Layout) -> int:
    """Return how far the text of a choice stands from its edge."""
    return layout.box * 10 + (220 if layout.keys else 140)


def _gaps(before: int, after: int, spaced: str) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" {spaced}/>'


def _box_border() -> str:
    line = 'w:val="single" w:sz="6" w:space="4" w:color="808080"'
    sides = ("top", "left", "bottom", "right")
    return f"<w:pBdr>{''.join(f'<w:{side} {line}/>' for side in sides)}</w:pBdr>"


def enlarge(word: Document, layout: Layout) -> None:
    """Set the file's own styles in the sizes of a layout, and black in large print."""
    if layout.name == "normal":
        return
    others = dict.fromkeys(_TEXTS, 1.0) | dict.fromkeys(_SMALLER, 0.7)
    sizes = others | _LARGER
    for style in word.styles.element.xpath("w:style[@w:type='paragraph']"):
        name = (style.name_val or "").casefold()
        if name in sizes:
            _set(style, int(layout.size * sizes[name]), layout)


def _set(style: CT_Style, size: int, layout: Layout) -> None:
    font = ParagraphStyle(style).font
    font.size = Length(Pt(1) * size // 2)
    if layout.name == "large":
        font.color.rgb = RGBColor(0, 0, 0)
    for old in style.xpath("w:rPr/w:szCs"):
        old.getparent().remove(old)
    (plain,) = style.xpath("w:rPr/w:sz")
    plain.addnext(OxmlElement("w:szCs", {qn("w:val"): str(size)}))
