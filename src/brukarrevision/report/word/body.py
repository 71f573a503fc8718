"""The body of one report while it is written: its paragraphs and what they count.

Paragraphs are made by python-docx and stand before the paragraph ``[[rapport]]``, which
goes when everything is written. Styles are given by id: python-docx would look through
all of them by name for every paragraph.
"""

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.shared import Length, Twips
from docx.text.font import Font
from lxml.etree import _Element

from brukarrevision.report.blocks import Run, Runs
from brukarrevision.report.word.anchor import anchors
from brukarrevision.report.word.base import Base
from brukarrevision.report.word.text import Words, clean, safe_address

_SPACED = frozenset({"Title", "TOC Heading"})  # have space of their own


@dataclass(slots=True)
class Body:
    """The body of one report while it is written.

    Attributes:
        word: the file.
        base: what is known about the base file.
        words: the writer's own words.
        language: of the document.
        anchor: the paragraph that the report stands before.
        page_break: whether the next paragraph begins a page.
        gap: space before the next paragraph, in twentieths of a point.
        shift: whether the indent differs by a hair from the neighbour's.
        tables: how many so far; ``charts``, ``pictures`` and ``headings`` likewise.
    """

    word: Document
    base: Base
    words: Words
    language: str
    anchor: CT_P
    page_break: bool = False
    gap: int = 0
    shift: bool = False
    tables: int = 0
    charts: int = 0
    pictures: int = 0
    headings: int = 0

    @classmethod
    def of(cls, word: Document, base: Base, words: Words, language: str) -> "Body":
        """Return the body of a file, with nothing written yet."""
        return cls(word, base, words, language, anchors(word)[0])

    def paragraph(
        self,
        style: str,
        text: str = "",
        *,
        indent: Length | None = None,
        keep: bool = False,
    ) -> CT_P:
        """Write a paragraph; a page break or a gap that waits goes to it."""
        paragraph = deepcopy(_empty(self.base.styles[style], keep))
        self.anchor.addprevious(paragraph)
        look = paragraph.get_or_add_pPr()
        if self.page_break:
            look.pageBreakBefore_val = True
        if self.gap and style not in _SPACED and not style.startswith("heading"):
            look.spacing_before = Twips(self.gap)
        if self.shift and indent is None:
            indent = self.base.shifted.get(style)
        if indent is not None:
            look.ind_left = indent
        self.page_break = False
        self.gap = 0
        if text:
            paragraph.add_r().add_t(text)
        return paragraph

    def runs(self, paragraph: CT_P, runs: Runs) -> None:
        """Write runs into a paragraph; those with an address as hyperlinks."""
        for run in runs:
            address = safe_address(run.link) if run.link else ""
            if run.text:
                added = _run(run)
                if address:
                    added.style = self.base.styles["Hyperlink"]
                (self._link(paragraph, address) if address else paragraph).append(added)

    def _link(self, paragraph: CT_P, address: str) -> _Element:
        number = self.word.part.relate_to(address, RT.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink", {qn("r:id"): number})
        paragraph.append(link)
        return link

    def bookmark(self, number: int) -> str:
        """Return the name of a heading's bookmark."""
        return f"{self.base.prefix}_{number}"

    def close(self) -> None:
        """Take the paragraph away that the report stands before."""
        above = self.anchor.getparent()
        if above is not None:
            above.remove(self.anchor)


@lru_cache(maxsize=64)
def _empty(style: str, keep: bool) -> CT_P:
    """Return an empty paragraph to copy, which is quicker than making each anew."""
    paragraph = cast("CT_P", OxmlElement("w:p"))
    paragraph.style = style
    if keep:
        paragraph.get_or_add_pPr().keepNext_val = True
    return paragraph


def _run(run: Run) -> CT_R:
    made = cast("CT_R", OxmlElement("w:r"))
    for at, line in enumerate(clean(run.text).split("\n")):
        if at:
            made.add_br()
        made.add_t(line)
    if run.bold:
        Font(made).bold = True
    if run.italic:
        Font(made).italic = True
    return made
