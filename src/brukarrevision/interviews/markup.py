"""Notes as values: a text in, a note and its faults out (decision 0030).

A line of attributes begins a question: ``{#g1 answer=delvis}``. What follows it is what
was noted, and codes stand on words in brackets: ``[words]{.code .quote}``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.interviews import head as heads
from brukarrevision.interviews.leftover import leaves_open, leftovers
from brukarrevision.interviews.reader import (
    Bracketed,
    Piece,
    Prose,
    pieces,
    without_comments,
)
from brukarrevision.model.note import Head
from brukarrevision.modelfile import hint

QUOTE = "quote"
"""The class of words that may become a quote; no code may have that name."""

BETWEEN = "\n\n"
"""What stands between two paragraphs of a block's text."""

_ON_QUESTION = ("answer", "row")
_CODER = re.compile(r"\.coder-([^.]*)\.md\Z")
_OWN_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A bracketed span with codes.

    Attributes:
        codes: its classes but ``quote``, each once.
        quote: whether it has the class ``quote``: a candidate, and no more (R8).
        text: the plain text inside, nested markup taken off.
        start: its first character in the block's text; ``end``: after its last one,
            both in code points.
        line: of the bracket in the file, from 1; ``column``: in that line, from 1.
    """

    codes: tuple[str, ...]
    quote: bool
    text: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """What was noted at one question.

    Attributes:
        question: the id on its line; ``answer``: as written there, None if nothing is.
        text: plain text, with an empty line between paragraphs.
        spans: in the order in which they begin; of two that begin together the outer
            one comes first.
        line: of the line of attributes in the file, from 1.
        row: in a file of open answers, the mark of the response; else None.
    """

    question: str
    answer: str | None
    text: str
    spans: tuple[Span, ...]
    line: int
    row: str | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ids in ``answer``, which has commas between them."""
        parts = (self.answer or "").split(",")
        return tuple(part.strip() for part in parts if part.strip())


@dataclass(frozen=True, slots=True)
class Note:
    """One file of notes: ``I-03.md``, or ``I-03.coder-R2.md`` of a second coder."""

    name: str
    head: Head
    blocks: tuple[Block, ...]

    @property
    def coder(self) -> str:
        """Return the alias in the file's name; nothing for the first coder."""
        match = _CODER.search(self.name)
        return match[1] if match else ""


def parse(text: str, name: str) -> tuple[Note | None, tuple[Problem, ...]]:
    """Read a file of notes.

    Args:
        text: the file; a mark of byte order and CRLF line ends do no harm.
        name: of the file, for messages.

    Returns:
        The note, None where its head has faults, and every fault of markup and head,
        in the order of the file.
    """
    yaml, body = heads.parted(normal(text))
    head, of_head = heads.read(yaml, name)
    blocks, of_body = read_blocks(body, name)
    note = Note(name, head, blocks) if head else None
    return note, (*of_head, *of_body)


def normal(text: str) -> str:
    """Return a text as it is read: LF line ends and no mark of byte order."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_blocks(body: str, name: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read what follows the head; its lines are counted from the first of ``body``."""
    reader = _Reader(name)
    plain = without_comments(body)
    reader.comments(plain)
    for piece in pieces(plain):
        reader.take(piece)
    reader.repeated()
    return tuple(one.block() for one in reader.open), tuple(
        sorted(reader.problems, key=lambda one: one.place)
    )


@dataclass
class _Open:
    """A block that is being read."""

    question: str
    line: int
    given: dict[str, str] = field(default_factory=dict)
    headed: bool = False
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    unclosed: bool = False

    def block(self) -> Block:
        answer, row = self.given.get("answer"), self.given.get("row")
        spans = tuple(self.spans)
        return Block(self.question, answer, self.text, spans, self.line, row)


class _Reader:
    """Puts the pieces of a file together, and gathers their faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[_Open] = []
        self.problems: list[Problem] = []

    def take(self, piece: Piece) -> None:
        """Take the next piece."""
        if piece.prose is None:
            self._attributes(piece)
        elif piece.kind == "heading":
            self._heading(piece, piece.prose)
        else:
            self._text(piece, piece.prose)

    def comments(self, plain: str) -> None:
        """Find a comment that has no end."""
        for number, line in enumerate(plain.split("\n"), start=1):
            if (at := line.find("<!--")) >= 0:
                self._fault("note-comment-open", (number, at + 1))

    def repeated(self) -> None:
        """Find questions that stand twice."""
        seen = set()
        for one in self.open:
            key = (one.question, one.given.get("row"))
            if key in seen:
                self._fault("note-question-twice", (one.line, 1))
            seen.add(key)

    def _fault(self, code: str, at: tuple[int, int], **facts: object) -> None:
        self.problems.append(problem(code, Place(self.name, *at), **facts))

    def _attributes(self, piece: Piece) -> None:
        given = dict(piece.attributes or {})
        question, place = given.pop("id", None), (piece.line, 1)
        if piece.more:
            self._fault("note-line-more", (piece.line, piece.more))
        goes_on = bool(given) and self._goes_on()
        if piece.nested or "class" in given or not (question or goes_on):
            self._fault("note-line-nothing", place)
            return
        for key in given:
            if key not in _ON_QUESTION:
                facts = {"hint": hint(key, _ON_QUESTION[:1])}
                self._fault("note-attribute-unknown", place, **facts)
        if question:
            self.open.append(_Open(question, piece.line))
        self.open[-1].given |= given

    def _goes_on(self) -> bool:
        """Tell whether the line above began a question, too."""
        return bool(self.open) and not (self.open[-1].headed or self.open[-1].text)

    def _heading(self, piece: Piece, prose: Prose) -> None:
        begun = self._goes_on()
        if begun:
            self.open[-1].headed = True
        elif piece.level <= _OWN_LEVELS:
            self._fault("note-heading-alone", (piece.line, 1))
        for one in prose.spans:
            self._fault("note-heading-span", (one.line, one.column))
        for left in leftovers(prose.loose, open_before=False):
            ids = prose.loose.startswith("{#", left.at)
            code = "note-heading-id" if ids else left.code
            self._fault(code, prose.place(left.at))

    def _text(self, piece: Piece, prose: Prose) -> None:
        for one in prose.spans:
            self._span_faults(one, prose)
        before = self.open[-1] if self.open else None
        open_before = bool(before and before.unclosed)
        for left in leftovers(prose.loose, open_before=open_before):
            self._fault(left.code, prose.place(left.at))
        if before is None:
            self._fault("note-outside", (piece.line, 1))
            return
        before.unclosed = leaves_open(prose.loose)
        before.text += BETWEEN if before.text else ""
        offset = len(before.text)
        before.text += prose.text
        before.spans += _coded(prose, offset)

    def _span_faults(self, one: Bracketed, prose: Prose) -> None:
        at, given = (one.line, one.column), dict(one.attributes)
        classes = given.pop("class", "").split()
        if any(name.lower() == QUOTE != name for name in classes):
            self._fault("note-quote-case", at)
        if given:
            self._fault("note-span-attribute", at)
        elif not classes:
            self._fault("note-span-no-code", at)
        elif not prose.text[one.start : one.end].strip():
            self._fault("note-span-empty", at)


def _coded(prose: Prose, offset: int) -> Iterator[Span]:
    """Yield the spans that say something, counted from the start of their block."""
    for one in prose.spans:
        text = prose.text[one.start : one.end]
        classes = _once(one.attributes.get("class", "").split())
        if not (classes and text.strip()):
            continue
        yield Span(
            codes=tuple(name for name in classes if name.lower() != QUOTE),
            quote=QUOTE in classes,
            text=text,
            start=one.start + offset,
            end=one.end + offset,
            line=one.line,
            column=one.column,
        )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
