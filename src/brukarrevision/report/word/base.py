"""A base file made ready for reports: once, however many reports there are.

The base is our own ``templates/base.docx`` or an organisation's letterhead. It keeps
its header, footer, page and styles. What is made ready is saved as a Word file again,
and each report begins by opening that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Length, Twips

from brukarrevision import resources
from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.report.word import header, numbering, styles, traces
from brukarrevision.report.word.anchor import place
from brukarrevision.report.word.hostile import CONTENT_TYPES, read
from brukarrevision.report.word.save import package_of, packed, saved

_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_APP = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)
_A4 = (Twips(11906), Twips(16838))
_MARGIN = Twips(1417)
_LEAST = Twips(2 * 1440)


@dataclass(frozen=True, slots=True)
class Base:
    """A base file ready to be filled; nothing in it changes from report to report.

    Attributes:
        data: the file, with one paragraph ``[[rapport]]`` where the report belongs.
        styles: the ids of the styles, by name.
        shifted: the indent of bordered styles, changed by a hair.
        font: what the text is set in.
        letter: how wide its letters are, next to those of Calibri.
        width: how wide the text is, in twentieths of a point.
        height: how high the text of a page is.
        lists: the numbers of our kinds of list, by name.
        drawing: the highest id of a drawing in the file.
        bookmark: the highest id of a bookmark.
        prefix: begins the names of the report's bookmarks.
    """

    data: bytes
    styles: Mapping[str, str]
    shifted: Mapping[str, Length]
    font: str
    letter: float
    width: int
    height: int
    lists: Mapping[str, int]
    drawing: int
    bookmark: int
    prefix: str


@lru_cache(maxsize=8)
def open_base(data: bytes, language: str, *, draft: bool) -> Base:
    """Return a base file made ready; the same bytes are made ready only once.

    Raises:
        FaultyFiles: if the file cannot be used as a base.
    """
    parts = traces.without_authors(read(data))
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(_TEMPLATE, _DOCUMENT)
    try:
        word = docx.Document(BytesIO(packed(parts)))
        if word.element.tag != qn("w:document") or word.element.body is None:
            raise FaultyFiles(problem("base-not-docx"))
        return _ready(word, language, draft=draft)
    except (KeyError, ValueError, AttributeError, InvalidXmlError) as fault:
        raise FaultyFiles(problem("base-not-docx")) from fault


def _ready(word: Document, language: str, *, draft: bool) -> Base:
    traces.tidy(word)
    _add_app(word)
    ours = docx.Document(str(resources.templates() / "base.docx"))
    ids = _styles(word, ours, language)
    if draft:
        header.mark_draft(word, ids["header"])
    width, height = _page(place(word), word)
    lists = numbering.complete(word, ours)
    face = styles.font(word.styles.element)
    return Base(
        data=saved(package_of(word)),
        styles=ids,
        shifted=styles.shifted(word.styles.element),
        font=face,
        letter=styles.letter_width(face),
        width=width,
        height=height,
        lists=lists,
        drawing=_highest(_values(word, "//wp:docPr/@id")),
        bookmark=_highest(_values(word, "//w:bookmarkStart/@w:id")),
        prefix=_prefix(_values(word, "//w:bookmarkStart/@w:name")),
    )


def _add_app(word: Document) -> None:
    """Add the properties of the program: none."""
    package = package_of(word)
    name = PackURI("/docProps/app.xml")
    part = Part(name, CT.OFC_EXTENDED_PROPERTIES, _APP, package)
    package.relate_to(part, RT.EXTENDED_PROPERTIES)


def _styles(word: Document, ours: Document, language: str) -> Mapping[str, str]:
    if not any(one.reltype == RT.STYLES for one in word.part.rels.values()):
        raise FaultyFiles(problem("base-style-missing", style=styles.NORMAL))
    ids = styles.complete(word.styles.element, ours.styles.element)
    styles.speak(word.styles.element, language)
    return ids


def _page(anchor: CT_P, word: Document) -> tuple[int, int]:
    """Return width and height of the text in the section that the report is in."""
    after = anchor.xpath("following::w:sectPr[not(parent::w:sectPrChange)]")
    page = after[0] if after else word.element.body.get_or_add_sectPr()
    wide, high = page.page_width or _A4[0], page.page_height or _A4[1]
    left, right, top, bottom = (
        _MARGIN if one is None else one
        for one in (
            page.left_margin,
            page.right_margin,
            page.top_margin,
            page.bottom_margin,
        )
    )
    width = max(wide - left - right - (page.gutter or 0), _LEAST)
    return Length(width).twips, Length(max(high - top - bottom, _LEAST)).twips


def _values(word: Document, path: str) -> list[str]:
    """Return what a path leads to in the document, its headers and its footers.

    Ids of drawings must differ over all of them: Word calls a file with two alike
    "unreadable" (python-docx issue 455).
    """
    margins = [
        one.target_part.element
        for one in word.part.rels.values()
        if one.reltype in {RT.HEADER, RT.FOOTER}
    ]
    return [str(v) for root in (word.element, *margins) for v in root.xpath(path)]


def _highest(values: Iterable[str]) -> int:
    return max((int(value) for value in values if value.isdecimal()), default=0)


def _prefix(taken: Iterable[str]) -> str:
    """Return a beginning that no bookmark of the base file has."""
    names = list(taken)
    prefix = "rapport"
    while any(name.startswith(prefix) for name in names):
        prefix += "x"
    return prefix
