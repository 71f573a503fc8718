"""Make ``templates/base.docx``, the base file of reports, from the look in the code.

The file is lean: nothing but what a report uses. Run it after a change of the look:

    python scripts/make_base.py
"""

import sys
from pathlib import Path

from lxml import etree

from brukarrevision.report.word_look import GREY, WARNING
from brukarrevision.report.word_names import R, W
from brukarrevision.report.word_package import (
    CONTENT_TYPES,
    parse,
    serialise,
    write_package,
)
from brukarrevision.report.word_parts import (
    DOCUMENT_TYPE,
    OFFICE,
    WORD,
    ContentTypes,
    Relation,
    relations_name,
    relations_xml,
)
from brukarrevision.report.word_styles import Styles, complete

TARGET = Path(__file__).parents[1] / "templates" / "base.docx"
_XML = "application/xml"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = "word/document.xml"
_FONT = "Calibri"
_NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'

_DOCUMENT = f"""<w:document {_NAMES}><w:body>
<w:p><w:r><w:t>[[rapport]]</w:t></w:r></w:p>
<w:sectPr>
<w:headerReference w:type="default" r:id="rId4"/>
<w:footerReference w:type="default" r:id="rId5"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1531" w:right="1417" w:bottom="1417" w:left="1417" w:header="709"
 w:footer="624" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""

_STYLES = f"""<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr>
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
<w:name w:val="No List"/><w:semiHidden/></w:style>
</w:styles>"""

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

_PARTS = {
    "styles": _STYLES,
    "settings": _SETTINGS,
    "fontTable": _FONTS,
    "header": _HEADER,
    "footer": _FOOTER,
}


def _tidy(text: str) -> bytes:
    root = etree.fromstring(text.replace("\n<", "<").replace("\n ", " "))
    return serialise(root)


def _with_looks(content: bytes) -> bytes:
    styles = Styles(parse(content, "styles"), "styles")
    complete(styles)
    return serialise(styles.root)


def base_parts() -> dict[str, bytes]:
    """Return the parts of the base file by name."""
    parts = {f"word/{name}.xml": _tidy(text) for name, text in _PARTS.items()}
    parts["word/styles.xml"] = _with_looks(parts["word/styles.xml"])
    kinds = {f"word/{name}.xml": f"{WORD}{name}+xml" for name in _PARTS}
    kinds[_MAIN] = DOCUMENT_TYPE
    relations = [
        Relation(f"rId{at}", f"{OFFICE}/{name}", f"word/{name}.xml")
        for at, name in enumerate(_PARTS, 1)
    ]
    parts[_MAIN] = _tidy(_DOCUMENT)
    parts[relations_name(_MAIN)] = relations_xml(relations)
    top = [Relation("rId1", f"{OFFICE}/officeDocument", _MAIN)]
    parts[relations_name("")] = relations_xml(top)
    endings = {"rels": _RELS, "xml": _XML}
    parts[CONTENT_TYPES] = ContentTypes(endings, kinds).only(parts, {})
    return parts


def main() -> int:
    """Write the base file."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(write_package(base_parts()))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
