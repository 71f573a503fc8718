"""A guide that somebody has filled in, read back (decision 0031).

Bookmarks tell which question a paragraph stands at. What the guide itself says is known
from the guide as it is printed; all else was written by the interviewers, wherever they
put it, and is kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.exchange.paper.xml import BOX
from brukarrevision.interviews.answering import is_of_kind
from brukarrevision.interviews.filled import Filled
from brukarrevision.model.instrument import SELECTING, Instrument, Question
from brukarrevision.normal import normal

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_FACT, _ASKED, _NOTED = "interview_", "q_", "n_"
_TICKED = "☒☑✓✔✗✘🗹🗷"
_BOXES = f"{BOX}□◻◯○"
_HEAD = re.compile(rf"[{_BOXES}{_TICKED}xX\[\]()0-9\s]*")
_CROSS = re.compile(rf"[{_TICKED}xX]")
_NUMBER = re.compile(r"[0-9]{1,3}")
_EMPHASIS = frozenset({"b", "u", "highlight"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph of a document.

    Attributes:
        text: its text, lines divided by ``\n``.
        marks: names of the bookmarks in it.
        emphasized: whether all of it is bold, underlined or highlighted.
    """

    text: str
    marks: tuple[str, ...]
    emphasized: bool

    @property
    def plain(self) -> str:
        """Return the text as it is compared."""
        return normal(self.text)


def paragraphs(parts: Mapping[str, bytes]) -> list[Paragraph]:
    """Return the paragraphs of a Word file in their order, those in tables too.

    Args:
        parts: of the file, as ``report.word.hostile`` gives them.

    Raises:
        FaultyFiles: the document is no Word document.
    """
    from brukarrevision.report.word.hostile import parse

    if _DOCUMENT not in parts:
        raise FaultyFiles(problem("base-not-docx"))
    root = parse(parts[_DOCUMENT], _DOCUMENT)
    return [_paragraph(one) for one in root.iter(f"{_W}p")]


def _paragraph(element: "_Element") -> Paragraph:
    marks = (one.get(f"{_W}name", "") for one in element.iter(f"{_W}bookmarkStart"))
    runs = [one for one in element.iter(f"{_W}r") if _is_own(one, element)]
    shown = [_emphasis(one) for one in runs if _run(one).strip()]
    text = "".join(map(_run, runs))
    return Paragraph(text, tuple(dict.fromkeys(marks)), bool(shown) and all(shown))


def _is_own(run: "_Element", paragraph: "_Element") -> bool:
    """Tell whether a run is of a paragraph: not of one in a box of text within it.

    A box of text stands twice in a file, the second time for older programs.
    """
    above = next(run.iterancestors(f"{_W}p"), None)
    return above is paragraph and not any(
        str(one.tag).endswith("}Fallback") for one in run.iterancestors()
    )


def _run(run: "_Element") -> str:
    """Return the text of a run; what was struck out or removed is not in it."""
    signs = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    found = []
    for one in run:
        kind = str(one.tag).rpartition("}")[2]
        found.append(one.text or "" if kind == "t" else signs.get(kind, ""))
        if kind == "sym":
            found.append(_symbol(one))
    return "".join(found)


def _symbol(element: "_Element") -> str:
    """Return a sign of a font of signs: those that Word ticks boxes with."""
    crossed = element.get(f"{_W}char", "").upper()[-2:] in {
        "FE",
        "FD",
        "FB",
        "FC",
        "78",
    }
    return "☒" if crossed else BOX


def _emphasis(run: "_Element") -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    kinds = {str(one.tag).rpartition("}")[2]: one for one in properties}
    on = (one for kind, one in kinds.items() if kind in _EMPHASIS)
    return any(one.get(f"{_W}val") not in ("0", "false", "none") for one in on)


@dataclass(frozen=True)
class Printed:
    """A guide as it is printed.

    Attributes:
        own: everything it says, as it is compared.
        asked: the question that stands in a paragraph, by its text.
        options: what stands after the box of each choice, by question.
    """

    own: frozenset[str]
    asked: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]


def printed(found: Iterable[Paragraph], guide: Instrument) -> Printed:
    """Return what a guide says where nobody has written in it."""
    own, asked = set(), {}
    options: dict[str, dict[str, str]] = {}
    here: str | None = None
    for one in found:
        own.add(one.plain)
        if name := _marked(one, _ASKED):
            here = name
            asked[one.plain] = name
        elif here and BOX in one.text:
            _add_options(options.setdefault(here, {}), one, guide, here)
    return Printed(frozenset(own - {""}), asked, options)


def _add_options(
    options: dict[str, str], one: Paragraph, guide: Instrument, name: str
) -> None:
    """Add what stands after the boxes of a paragraph, in the order of the choices."""
    question = guide.question(name)
    if question is None:
        return
    texts = [normal(text) for text in one.text.split(BOX)[1:]]
    ids = [choice.id for choice in guide.options(question)]
    for text in texts:
        closed = question.type in SELECTING
        options[text] = (
            ids[len(options)] if closed and len(options) < len(ids) else text
        )


def _marked(one: Paragraph, kind: str) -> str | None:
    names = (name.removeprefix(kind) for name in one.marks if name.startswith(kind))
    return next(names, None)


def read(found: Iterable[Paragraph], guide: Instrument, known: Printed) -> Filled:
    """Return what was written in a guide.

    Args:
        found: the paragraphs of the file.
        guide: the instrument.
        known: what the guide itself says.

    Raises:
        FaultyFiles: none of the guide's questions stands in it.
    """
    reader = _Reader(guide, known)
    for one in found:
        reader.take(one)
    if not reader.met:
        raise FaultyFiles(problem("guide-no-questions"))
    return reader.result()


class _Reader:
    def __init__(self, guide: Instrument, known: Printed) -> None:
        self.guide, self.known = guide, known
        self.filled = Filled()
        self.here: Question | None = None
        self.met: set[str] = set()
        self.chosen: dict[str, list[tuple[int, str]]] = {}
        self.shown: dict[str, list[str]] = {}

    def take(self, one: Paragraph) -> None:
        """Take the next paragraph."""
        if fact := _marked(one, _FACT):
            self.filled.facts[fact] = " ".join(one.text.split())
            return
        if name := _marked(one, _ASKED) or self.known.asked.get(one.plain):
            self._ask(name, one)
        elif _marked(one, _NOTED):
            self._say(one.text)
        elif one.plain and not (self.here and self._option(self.here, one)):
            self._other(one)

    def _ask(self, name: str, one: Paragraph) -> None:
        self.here = self.guide.question(name)
        if self.here is None:
            self.filled.add(None, one.text)
            return
        self.met.add(name)
        texts = [text for text, of in self.known.asked.items() if of == name]
        rest = _after(one.text, texts)
        if one.plain not in texts and rest:
            self._say(rest)

    def _say(self, text: str) -> None:
        name = self.here.id if self.here else None
        self.filled.add(name, "\n".join(line.strip() for line in text.split("\n")))

    def _option(self, question: Question, one: Paragraph) -> bool:
        """Read a paragraph of choices, if it is one; keep what was written after it."""
        options = self.known.options.get(question.id, {})
        pieces = list(_pieces(one.text, options))
        for head, text, rest in pieces:
            self._choice(question, options[text], head)
            if rest:
                self._say(rest)
                self.filled.doubt(question.id)
            if one.emphasized and not _CROSS.search(head):
                self.shown.setdefault(question.id, []).append(options[text])
        return bool(pieces)

    def _choice(self, question: Question, choice: str, head: str) -> None:
        """Note a choice by what stands in its box."""
        number = _NUMBER.search(head) if question.type == "rank" else None
        if number:
            place = int(number[0])
        elif _CROSS.search(head):
            place = 0
        else:
            return
        self.chosen.setdefault(question.id, []).append((place, choice))

    def _other(self, one: Paragraph) -> None:
        """Keep a paragraph that the guide does not have: an answer, or words."""
        if one.plain in self.known.own:
            return
        question, text = self.here, one.text.strip()
        if question and question.type not in (*SELECTING, "text", "note"):
            value = _value(text)
            if question.id not in self.filled.answers and is_of_kind(question, value):
                self.filled.answers[question.id] = value
                return
            self.filled.doubt(question.id)
        self._say(one.text)

    def result(self) -> Filled:
        """Return everything, with the answers that are certain."""
        for name, some in self.chosen.items():
            question = self.guide.question(name)
            several = question and question.type in ("select_multiple", "rank")
            if len(some) > 1 and not several:
                self.filled.doubt(name)
                continue
            ids = [choice for _, choice in sorted(some, key=lambda pair: pair[0])]
            self.filled.answers[name] = ",".join(ids)
        for name, shown in self.shown.items():
            options = self.known.options.get(name, {})
            if name not in self.chosen and len(shown) < len(options):
                self.filled.doubt(name)
        return self.filled


def _after(text: str, known: Iterable[str]) -> str:
    """Return what was written after a question, in the same paragraph."""
    words = text.split()
    for one in known:
        length = len(one.split())
        if normal(" ".join(words[:length])) == one:
            return " ".join(words[length:])
    return text


def _pieces(text: str, options: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands before each choice, the choice, and what stands after it."""
    first, *others = re.split(rf"(?=[{_BOXES}{_TICKED}])", text)
    if others and _HEAD.fullmatch(first):
        others[0] = first + others[0]
        first = ""
    for part in (first, *others):
        found = _HEAD.match(part)
        for cut in range(found.end() if found else 0, 0, -1):
            if piece := _piece(part[:cut], part[cut:].strip(), options):
                yield piece
                break


def _piece(
    head: str, rest: str, options: Mapping[str, str]
) -> tuple[str, str, str] | None:
    """Return a choice with what stands before and after it, if it begins a text."""
    for one in sorted(options, key=len, reverse=True):
        left = _without(rest, one)
        if head.strip() and left is not None:
            return head, one, left
    return None


def _without(text: str, option: str) -> str | None:
    """Return what follows a choice, None if the text does not begin with it."""
    words, own = text.split(), option.split()
    begins = [normal(word) for word in words[: len(own)]] == own
    return " ".join(words[len(own) :]) if begins else None


def _value(text: str) -> str:
    """Return a number with a point, as notes have it."""
    return text.replace(",", ".") if re.fullmatch(r"-?[0-9]+,[0-9]+", text) else text
