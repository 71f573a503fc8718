"""A Word file while a form is written into it: text, pictures, bookmarks."""

from dataclasses import dataclass, field, replace
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from brukarrevision.exchange.paper import styles, xml
from brukarrevision.exchange.paper.layouts import Layout
from brukarrevision.exchange.paper.tongues import Said, Tongue
from brukarrevision.exchange.paper.words import Phrases
from brukarrevision.report.blocks import Document
from brukarrevision.report.word.anchor import anchors
from brukarrevision.report.word.base import Base, open_base
from brukarrevision.report.word.header import fill
from brukarrevision.report.word.save import package_of, saved, set_properties
from brukarrevision.report.word.text import one_line

_WIDEST = Mm(60)
_LEFT_TO_RIGHT = "\u200e"


@dataclass
class Page:
    """A form while it is written.

    Attributes:
        tongue: its language, which says at which side lines begin.
        parts: what is written so far, in the language of Word files.
        marks: how many bookmarks so far; ``drawn``: how many pictures.
    """

    word: WordDocument
    base: Base
    layout: Layout
    tongue: Tongue
    parts: list[str] = field(default_factory=list)
    marks: int = 0
    drawn: int = 0

    @classmethod
    def begin(cls, base: bytes, layout: Layout, tongue: Tongue) -> "Page":
        """Open a base file for a form.

        Raises:
            FaultyFiles: the base file is wrong.
        """
        ready = open_base(base, tongue.tag, draft=False)
        word = docx.Document(BytesIO(ready.data))
        styles.add(word, ready.styles["Normal"], layout)
        styles.enlarge(word, layout)
        return cls(word, ready, layout, tongue)

    def put(self, *pieces: str) -> None:
        """Write paragraphs and tables."""
        self.parts.extend(pieces)

    def paragraph(self, style: str, *inside: str, look: xml.Look = xml.PLAIN) -> str:
        """Return a paragraph in one of the form's styles, or of the base file's."""
        known = self.base.styles.get(style) or f"{styles.PREFIX}{style}"
        placed = replace(look, right=self.tongue.from_right and not look.ended)
        return xml.paragraph(known, "".join(inside), placed)

    def words(self, said: Said, *, bold: bool = False) -> str:
        """Return a text; one that is not translated keeps its order within the others.

        Without the marks its full stop would stand before it.
        """
        if self._is_odd(said):
            said = Said(f"{_LEFT_TO_RIGHT}{said.text}{_LEFT_TO_RIGHT}", said.tongue)
        return xml.run(said, bold=bold)

    def text(self, style: str, said: Said, *, look: xml.Look = xml.PLAIN) -> str:
        """Return a text as a paragraph of its own, in the direction it is read."""
        placed = replace(look, ended=self._is_odd(said))
        return self.paragraph(style, xml.run(said), look=placed)

    def _is_odd(self, said: Said) -> bool:
        """Tell whether a text is read from the left, on a page read from the right."""
        return self.tongue.from_right and not said.tongue.from_right

    def say(self, style: str, said: Said, *, keep: bool = False) -> None:
        """Write a text as a paragraph."""
        self.put(self.text(style, said, look=xml.Look(keep=keep)))

    def mark(self, name: str, inside: str) -> str:
        """Return runs with a bookmark around them."""
        self.marks += 1
        return xml.bookmark(self.base.bookmark + self.marks, name, inside)

    def picture(self, data: bytes, alt: str) -> str:
        """Return a run with a picture that says what it stands for."""
        self.drawn += 1
        high = Mm(self.layout.picture)
        inline = self.word.part.new_pic_inline(BytesIO(data), height=high)
        if inline.extent.cx > _WIDEST:
            inline = self.word.part.new_pic_inline(BytesIO(data), width=_WIDEST)
        number = str(self.base.drawing + self.drawn)
        for one in inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            one.set("id", number)
            one.set("name", f"Picture {self.drawn}")
            one.set("descr", one_line(alt))
        drawn = etree.tostring(inline, encoding="unicode")
        return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"

    def close(self, title: Said, author: str, phrases: Phrases) -> bytes:
        """Return the file."""
        inside = "".join(self.parts)
        anchor = anchors(self.word)[0]
        for element in parse_xml(f"<w:body {nsdecls('w')}>{inside}</w:body>"):
            anchor.addprevious(element)
        above = anchor.getparent()
        if above is not None:
            above.remove(anchor)
        values = {
            "[[rubrik]]": title.text,
            "[[utkast]]": "",
            "[[sida]]": phrases.say("page").text,
            "[[av]]": phrases.say("of").text,
        }
        fill(self.word, values)
        about = Document(title.text, self.tongue.tag, author, title.text, ())
        set_properties(self.word, about)
        return saved(package_of(self.word))
