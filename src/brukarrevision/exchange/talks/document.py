"""A Word file as lines: what stands in it, where, and what bookmarks begin there.

The file is somebody's: it is bounded and checked before anything makes sense of it, and
no program in it is ever run. Comments, notes at the foot of a page, pictures, inserted
files, properties and what was struck out by tracked changes stay behind.
"""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

from brukarrevision import yamlfile
from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.report.word import hostile

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_MOST_LINES = 20_000
_DIRECTION = "[\u200e\u200f]"  # what keeps texts of two directions in their order
_GONE = {
    *(f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "tblPr", "instrText")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_ASIDE = {
    *(f"{_WORD}{name}Reference" for name in ("comment", "footnote", "endnote")),
    f"{_WORD}altChunk",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
}
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_SYMBOLS = {"A8": "☐", "6F": "☐", "FE": "☒", "FD": "☒", "FC": "✓", "FB": "✗"}
"""Boxes and ticks of the fonts Wingdings, by the end of their code."""

_FAULTS = {
    "base-too-large": "talk-too-large",
    "base-locked": "talk-locked",
    "base-macros": "talk-programs",
    "base-objects": "talk-programs",
    "base-doctype": "talk-programs",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a Word file.

    Attributes:
        text: with its line breaks and tabs.
        marks: names of the bookmarks that begin in it.
        cell: the number of the cell it stands in, from 1; 0 outside tables.
        strong: whether any of its words is bold, underlined or coloured by a pen.
        struck: whether any of them is struck through.
    """

    text: str
    marks: tuple[str, ...] = ()
    cell: int = 0
    strong: bool = False
    struck: bool = False


def lines(data: bytes, name: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """Return the paragraphs of a Word file in their order, and what stays behind.

    Raises:
        FaultyFiles: it is none, is damaged, locked or too large, or holds programs.
    """
    try:
        parts = hostile.read(data)
        root = hostile.parse(parts.get(_BODY, b""), _BODY)
    except FaultyFiles as fault:
        code = _FAULTS.get(fault.problems[0].code, "talk-not-docx")
        raise FaultyFiles(problem(code, Place(name))) from None
    body = root.find(f"{_WORD}body")
    if body is None:
        raise FaultyFiles(problem("talk-not-docx", Place(name)))
    reader = _Reader()
    reader.read(body)
    if len(reader.found) > _MOST_LINES or reader.length > yamlfile.MAX_BYTES:
        raise FaultyFiles(problem("talk-too-large", Place(name)))
    aside = (problem("talk-aside", Place(name)),) if reader.aside else ()
    return tuple(one.line() for one in reader.found), aside


@dataclass
class _Paragraph:
    """A paragraph that is being read."""

    cell: int
    marks: list[str]
    parts: list[str] = field(default_factory=list)
    strong: bool = False
    struck: bool = False

    def line(self) -> Line:
        text, marks = "".join(self.parts), tuple(self.marks)
        return Line(text, marks, self.cell, self.strong, self.struck)


@dataclass
class _Reader:
    """Goes through a file once, from its beginning to its end."""

    found: list[_Paragraph] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    length: int = 0
    last_cell: int = 0
    strong: bool = False
    struck: bool = False
    aside: bool = False

    def read(self, body: _Element) -> None:
        walk = iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(str(element.tag))
            elif element.tag in _GONE:
                walk.skip_subtree()
            else:
                self._begin(element)

    def _begin(self, element: _Element) -> None:
        tag = str(element.tag)
        self.aside = self.aside or tag in _ASIDE
        match tag.removeprefix(_WORD):
            case "p":
                self._paragraph()
            case "tc":
                self.last_cell += 1
                self.cells.append(self.last_cell)
            case "r":
                self._run(element)
            case "bookmarkStart":
                self._mark(element)
            case name if self.open:
                self._add(_said(element, name))

    def _end(self, tag: str) -> None:
        if tag == f"{_WORD}p":
            self.open.pop()
        elif tag == f"{_WORD}tc":
            self.cells.pop()

    def _paragraph(self) -> None:
        cell = self.cells[-1] if self.cells else 0
        begun = _Paragraph(cell, self.waiting)
        self.waiting = []
        self.open.append(begun)
        self.found.append(begun)

    def _run(self, run: _Element) -> None:
        self.strong = any(_is_on(run, name) for name in ("b", "u", "highlight", "shd"))
        self.struck = any(_is_on(run, name) for name in ("strike", "dstrike"))

    def _mark(self, mark: _Element) -> None:
        """Keep a bookmark for the paragraph it stands in, or before."""
        marks = self.open[-1].marks if self.open else self.waiting
        marks.append(str(mark.get(f"{_WORD}name", "")))

    def _add(self, text: str) -> None:
        if text:
            now, words = self.open[-1], any(map(str.isalnum, text))
            now.parts.append(text)
            self.length += len(text)
            now.strong = now.strong or (words and self.strong)
            now.struck = now.struck or (words and self.struck)


def _said(element: _Element, name: str) -> str:
    """Return what an element inside a run adds to the text."""
    if name == "t":
        return re.sub(_DIRECTION, "", element.text or "")
    if name == "sym":
        return _SYMBOLS.get(str(element.get(f"{_WORD}char", ""))[-2:].upper(), "")
    return _SIGNS.get(name, "")


def _is_on(run: _Element, name: str) -> bool:
    """Tell whether a run has a look; ``w:b`` with ``0`` says that it has not."""
    look = run.find(f"{_WORD}rPr/{_WORD}{name}")
    if look is None:
        return False
    key = "fill" if name == "shd" else "val"
    given = str(look.get(f"{_WORD}{key}", "" if name == "shd" else "1")).lower()
    return given not in {"0", "false", "off", "none", "", "auto", "ffffff"}
