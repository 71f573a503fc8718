"""Headers and footers: the running title, the page number's words, the draft's mark.

A base file may hold ``[[rubrik]]``, ``[[utkast]]``, ``[[sida]]`` and ``[[av]]`` in its
headers and footers. A draft is marked on every page (ANONYMITY.md, R9), so a header
without ``[[utkast]]`` gets a paragraph of its own for it.
"""

from collections.abc import Iterable, Iterator, Mapping

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.section import _Header
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from brukarrevision.report.word.text import one_line

DRAFT = "[[utkast]]"
WARNING = RGBColor.from_string("A61B1B")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mark_draft(word: Document, style: str) -> None:
    """Give every header of every section a place for the draft's mark."""
    for header in _headers(word):
        root = header.part.element  # python-docx adds a header where there is none
        if DRAFT in _together(root.iter(qn("w:t"))):
            continue
        empty = root.xpath("self::*[count(*) = 1]/w:p[not(.//w:r)]")
        added = empty[0] if empty else root.add_p()
        added.style = style
        paragraph = Paragraph(added, header)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(DRAFT)
        run.bold = True
        run.font.size = Pt(12)
        run.font.color.rgb = WARNING


def _headers(word: Document) -> Iterator[_Header]:
    has_settings = any(one.reltype == RT.SETTINGS for one in word.part.rels.values())
    even = has_settings and word.settings.odd_and_even_pages_header_footer
    for section in word.sections:
        yield section.header
        if section.different_first_page_header_footer:
            yield section.first_page_header
        if even:
            yield section.even_page_header


def fill(word: Document, values: Mapping[str, str]) -> None:
    """Replace the ``[[words]]`` of all headers and footers."""
    for one in word.part.rels.values():
        if one.reltype in {RT.HEADER, RT.FOOTER}:
            for paragraph in one.target_part.element.iter(qn("w:p")):
                _replace(list(paragraph.xpath(".//w:r/w:t")), values)


def _together(texts: Iterable[_Element]) -> str:
    return "".join(one.text or "" for one in texts)


def _replace(texts: list[_Element], values: Mapping[str, str]) -> None:
    """Replace words; a run that becomes empty goes, with the tab before its text."""
    for word, value in values.items():
        _gather(texts, word)
        for one in texts:
            if word in (one.text or ""):
                one.text = (one.text or "").replace(word, one_line(value))
                one.set(_SPACE, "preserve")
                _drop_if_empty(one)


def _gather(texts: list[_Element], word: str) -> None:
    """Put a word that Word has cut into several runs into the first of them."""
    start = _together(texts).find(word)
    if start < 0 or any(word in (one.text or "") for one in texts):
        return
    end = 0
    cut = []
    for one in texts:
        begin, end = end, end + len(one.text or "")
        if end > start and begin < start + len(word):
            cut.append(one)
    cut[0].text = _together(cut)
    for one in cut[1:]:
        one.text = ""


def _drop_if_empty(text: _Element) -> None:
    run = text.getparent()
    above = run.getparent() if run is not None else None
    if not (text.text or "").strip() and run is not None and above is not None:
        above.remove(run)
