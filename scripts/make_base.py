"""Make ``templates/base.docx``, the base file of reports, which has their whole look.

The file is lean: nothing but what a report uses. A style or kind of list that a
letterhead lacks is copied from it. Run this after a change of the look:

    python scripts/make_base.py

Names that Word has built in are written as Word writes them: lower case for headings
and captions. Sizes of letters are half points, distances twentieths of a point.
"""

import sys
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.package import Package
from docx.parts.document import DocumentPart

from brukarrevision.report.word.save import saved

TARGET = Path(__file__).parents[1] / "templates" / "base.docx"
INK = "10353B"
TEAL = "0B5563"
LINE = "8FB3B8"
PALE = "E3EFF0"
NOTE = "F1F7F7"
GREY = "44545A"
WARNING = "A61B1B"
_FONT = "Calibri"
_NAMES = nsdecls("w", "r")

_DOCUMENT = f"""<w:document {_NAMES}><w:body>
<w:p><w:r><w:t>[[rapport]]</w:t></w:r></w:p>
<w:sectPr>
<w:headerReference w:type="default" r:id="rId5"/>
<w:footerReference w:type="default" r:id="rId6"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1531" w:right="1417" w:bottom="1417" w:left="1417" w:header="709"
 w:footer="624" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""

_DEFAULTS = f"""<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>
<w:sz w:val="22"/><w:szCs w:val="22"/>
<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>
<w:spacing w:after="140" w:line="276" w:lineRule="auto"/>
</w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:semiHidden/></w:style>"""

_SETTINGS = f"""<w:settings {_NAMES}><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/>
<w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="sv-SE"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

_FONTS = f"""<w:fonts {_NAMES}><w:font w:name="{_FONT}"><w:altName w:val="Carlito"/>
<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""

_HEADER = f"""<w:hdr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/>
<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{GREY}"/></w:pBdr>
<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr>
<w:r><w:t>[[rubrik]]</w:t></w:r>
<w:r><w:rPr><w:b/><w:color w:val="{WARNING}"/><w:sz w:val="22"/></w:rPr>
<w:tab/><w:t>[[utkast]]</w:t></w:r></w:p></w:hdr>"""

_FOOTER = f"""<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/>
<w:jc w:val="right"/></w:pPr>
<w:r><w:t xml:space="preserve">[[sida]] </w:t></w:r>
<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:t xml:space="preserve"> [[av]] </w:t></w:r>
<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>
</w:p></w:ftr>"""


def _edge(side: str, size: int, space: int = 0, colour: str = LINE) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    )


def _gap(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _font(size: int, color: str = "", *, bold: bool = False) -> str:
    shade = f'<w:color w:val="{color}"/>' if color else ""
    return f'{"<w:b/>" * bold}{shade}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _style(name: str, content: str, *, kind: str = "paragraph", own: bool) -> str:
    custom = ' w:customStyle="1"' if own else ""
    number = name.title().replace(" ", "")
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{number}">'
        f'<w:name w:val="{name}"/>{content}</w:style>'
    )


def _look(
    name: str, paragraph: str, text: str = "", *, own: bool = False, on: str = "Normal"
) -> str:
    follow = '<w:next w:val="Normal"/>' if _KEEP in paragraph else ""
    letters = f"<w:rPr>{text}</w:rPr>" if text else ""
    content = (
        f'<w:basedOn w:val="{on}"/>{follow}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{letters}"
    )
    return _style(name, content, own=own)


def _heading(level: int, before: int, after: int, size: int) -> str:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    paragraph = f"{_KEEP}<w:keepLines/>{_gap(before, after, 252)}{outline}"
    return _look(f"heading {level}", paragraph, _font(size, TEAL, bold=True))


def _contents(level: int) -> str:
    indent = f'<w:ind w:left="{284 * (level - 1)}"/>'
    return _look(f"toc {level}", f"{_gap(0, 50, 252)}{indent}")


_KEEP = "<w:keepNext/>"
_BOX = "".join(_edge(side, 6, 8) for side in ("top", "left", "bottom", "right"))
_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{NOTE}"/>'
_INSET = '<w:ind w:left="198" w:right="198"/>'
_NOTE = f"<w:keepLines/><w:pBdr>{_BOX}</w:pBdr>{_SHADE}{_gap(0, 80)}{_INSET}"
_BAR = f"<w:pBdr>{_edge('left', 24, 10)}</w:pBdr>"
_QUOTE = f'<w:keepLines/>{_BAR}{_gap(60, 140)}<w:ind w:left="397" w:right="397"/>'
_DARK = f'<w:color w:val="{INK}"/>'
_TABLE = f"""<w:basedOn w:val="TableNormal"/><w:tblPr>
<w:tblBorders>{_edge("top", 8, colour=TEAL)}{_edge("bottom", 8, colour=TEAL)}
{_edge("insideH", 4)}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/>
<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>
<w:tcBorders>{_edge("bottom", 8, colour=TEAL)}</w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/><w:vAlign w:val="bottom"/>
</w:tcPr></w:tblStylePr>"""

# Headings 5.4:1 and more on white, the small text 7.9:1 (WCAG 1.4.3 asks for 4.5:1).
_LOOKS = (
    _look("Title", f"{_KEEP}{_gap(480, 100, 240)}", _font(56, TEAL, bold=True)),
    _look("Subtitle", _gap(0, 240, 252), _font(28, GREY)),
    _heading(1, 480, 160, 34),
    _heading(2, 360, 100, 27),
    _heading(3, 280, 80, 24),
    _heading(4, 240, 60, 22),
    _look(
        "caption",
        f"{_KEEP}<w:keepLines/>{_gap(280, 80)}",
        _font(20, TEAL, bold=True),
    ),
    _look("List Bullet", _gap(0, 60)),
    _look("List Number", _gap(0, 60)),
    _look("List Continue", _gap(0, 60)),
    _look("Quote", _QUOTE, _DARK),
    _look("TOC Heading", f"{_KEEP}{_gap(360, 120, 252)}", _font(30, TEAL, bold=True)),
    *map(_contents, (1, 2, 3, 4)),
    _look("header", _gap(0, 0, 240), _font(18, GREY)),
    _look("footer", _gap(0, 0, 240), _font(18, GREY)),
    _look("Lead", _gap(0, 240, 288), _font(26, INK), own=True),
    _look("Small", _gap(60, 200, 252), _font(18, GREY), own=True),
    _look("Facts", _gap(0, 40, 264), _DARK, own=True),
    _look("Note", _NOTE, _font(21), own=True),
    _look("Note Title", _KEEP, _font(22, TEAL, bold=True), own=True, on="Note"),
    _look("Figure", f"<w:keepLines/>{_gap(0, 200, 240)}", own=True),
    _look("Table Text", _gap(40, 40, 240), _font(19), own=True),
    _look("Table Heading", _KEEP, _font(18, INK, bold=True), own=True, on="TableText"),
    _style(
        "Hyperlink",
        f'<w:rPr><w:color w:val="{TEAL}"/><w:u w:val="single"/></w:rPr>',
        kind="character",
        own=False,
    ),
    _style("Report Table", _TABLE, kind="table", own=True),
)
_STYLES = f"<w:styles {_NAMES}>{_DEFAULTS}{''.join(_LOOKS)}</w:styles>"

_STEP = 397
_BULLETS = ("•", "–", "•")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")


def _level(at: int, *, ordered: bool, flush: bool) -> str:
    kind = _NUMBERS[at % 3] if ordered else "bullet"
    text = f"%{at + 1}." if ordered else _BULLETS[at % 3]
    left = _STEP * (at + 1)
    indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="{_STEP - 57}"/></w:pPr>'
    suffix = '<w:suff w:val="space"/>' if flush else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{"" if flush else indent}'
        "</w:lvl>"
    )


def _kind(number: int, *, ordered: bool, flush: bool) -> str:
    levels = "".join(_level(at, ordered=ordered, flush=flush) for at in range(9))
    name = f"rapport {'123' if ordered else '•'}{' ruta' if flush else ''}"
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:name w:val="{name}"/>{levels}</w:abstractNum>'
    )


_KINDS = "".join(
    _kind(2 * flush + ordered, ordered=ordered, flush=flush)
    for flush in (False, True)
    for ordered in (False, True)
)
_NUMBERING = f"<w:numbering {_NAMES}>{_KINDS}</w:numbering>"

_PARTS = (
    ("styles", _STYLES, CT.WML_STYLES, RT.STYLES),
    ("settings", _SETTINGS, CT.WML_SETTINGS, RT.SETTINGS),
    ("fontTable", _FONTS, CT.WML_FONT_TABLE, RT.FONT_TABLE),
    ("numbering", _NUMBERING, CT.WML_NUMBERING, RT.NUMBERING),
    ("header", _HEADER, CT.WML_HEADER, RT.HEADER),
    ("footer", _FOOTER, CT.WML_FOOTER, RT.FOOTER),
)


def _part(package: Package, name: str, text: str, kind: str) -> XmlPart:
    tidy = text.replace("\n<", "<").replace("\n ", " ").encode()
    cls = DocumentPart if kind == CT.WML_DOCUMENT_MAIN else XmlPart
    return cls(PackURI(f"/word/{name}.xml"), kind, parse_xml(tidy), package)


def base_file() -> bytes:
    """Return the base file."""
    package = Package()
    main = _part(package, "document", _DOCUMENT, CT.WML_DOCUMENT_MAIN)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    for name, text, kind, relation in _PARTS:
        main.relate_to(_part(package, name, text, kind), relation)
    return saved(package)


def main() -> int:
    """Write the base file."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(base_file())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
