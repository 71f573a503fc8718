"""The body of one report while it is written: its paragraphs and what they count.

Strings are put together, not elements: a report of 25 tables has 9 000 elements, and
strings take a tenth of the time. Every text passes through ``word_text``.
"""

from dataclasses import dataclass, field

from brukarrevision.report.word_base import Base
from brukarrevision.report.word_charts import Picture
from brukarrevision.report.word_names import C
from brukarrevision.report.word_numbering import Lists
from brukarrevision.report.word_text import Links, Words, attribute

EMU = 12700  # to the point
_SPACED = frozenset({"Title", "TOC Heading"})  # have space of their own


@dataclass(slots=True)
class Body:
    """The body of one report while it is written.

    Attributes:
        base: what the report is written into.
        words: the writer's own words.
        language: of the document.
        links: the addresses linked to.
        lists: the lists so far.
        out: the XML so far.
        pictures: the charts so far.
        page_break: whether the next paragraph begins a page.
        gap: space before the next paragraph, in twentieths of a point.
        shift: whether the indent differs by a hair from the neighbour's.
        tables: how many so far; ``charts`` and ``headings`` likewise.
    """

    base: Base
    words: Words
    language: str
    links: Links
    lists: Lists
    out: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    page_break: bool = False
    gap: int = 0
    shift: bool = False
    tables: int = 0
    charts: int = 0
    headings: int = 0

    def paragraph(
        self,
        style: str,
        content: str,
        *,
        number: str = "",
        indent: str = "",
        keep: bool = False,
    ) -> None:
        """Write a paragraph; a page break or a gap that waits goes to it."""
        space = ""
        if self.gap and style not in _SPACED and not style.startswith("heading"):
            space = f'<w:spacing w:before="{self.gap}"/>'
        if self.shift and not indent:
            indent = self.base.shifted.get(style, "")
        self.out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.base.styles[style]}"/>'
            f"{'<w:keepNext/>' * keep}{'<w:pageBreakBefore/>' * self.page_break}"
            f"{number}{space}{indent}</w:pPr>{content}</w:p>"
        )
        self.page_break = False
        self.gap = 0

    def bookmark(self, number: int) -> str:
        """Return the name of a heading's bookmark."""
        return f"{self.base.prefix}_{number}"

    def picture(self, picture: Picture, name: str, alt: str) -> None:
        """Write a chart as a paragraph of its own, in line with the text.

        ``descr`` is the text that a screen reader says (WCAG 1.1.1).
        """
        self.pictures.append(picture)
        number = self.base.drawing + len(self.pictures)
        wide = self.base.frame.width * EMU // 20
        relation = f"{self.base.prefix}-chart{len(self.pictures)}"
        self.paragraph(
            "Figure",
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{int(picture.height * EMU)}"/>'
            f'<wp:docPr id="{number}" name="{attribute(name)}" '
            f'descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/><a:graphic>'
            f'<a:graphicData uri="{C}"><c:chart r:id="{relation}"/></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>",
        )
