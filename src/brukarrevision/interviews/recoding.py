"""A code by another id in a file of notes; every other character stays.

Only what the parser took for a class is changed: a code in plain text, in backticks or
in a comment is none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brukarrevision.errors import FaultyFiles, Place, has_errors, problem
from brukarrevision.interviews.head import parted
from brukarrevision.interviews.markup import Block, normal, read_blocks
from brukarrevision.interviews.reader import Bracketed, pieces, without_comments

_ENDS = re.compile(r"(\r\n|\r|\n)")
_BLANK = " \t"

_Block = tuple[str, str | None, str | None, str, list[object]]


@dataclass(frozen=True, slots=True)
class Recoded:
    """Words in brackets with other codes.

    Attributes:
        line: of the bracket, from 1.
        before: the classes as they stood; ``after``: as they stand now.
    """

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def recoded(
    text: str, name: str, old: str, new: str
) -> tuple[str, tuple[Recoded, ...]]:
    """Return a file of notes or of open answers with one code in place of another.

    Args:
        text: the file, with its own line ends.
        name: of the file, for messages.
        old: the code that goes.
        new: the code that comes. Where both stand on the same words, one is left.

    Returns:
        The new text, and what is changed in it, in the order of the file.

    Raises:
        FaultyFiles: the markup has faults, or what was said would not stay the same.
    """
    said = _said(text, name, {old: new})
    spans = [one for one in _spans(text) if old in _words(one)]
    new_text = _changed(text, spans, old, new)
    if _said(new_text, name) != said:
        raise FaultyFiles(problem("code-not-changed", Place(name)))
    return new_text, tuple(_told(one.line, _words(one), old, new) for one in spans)


def places(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Yield line and column, from 1, of the brackets with a code."""
    for one in _spans(text):
        if code in _words(one):
            yield one.line, one.column


def _spans(text: str) -> Iterator[Bracketed]:
    for piece in pieces(without_comments(parted(normal(text))[1])):
        if piece.prose and piece.kind != "heading":
            yield from piece.prose.spans


def _words(one: Bracketed) -> tuple[str, ...]:
    return tuple(word for word, _, _ in one.classes)


def _told(line: int, words: tuple[str, ...], old: str, new: str) -> Recoded:
    kept = zip(words, _staying(words, old, new), strict=True)
    after = (new if word == old else word for word, stays in kept if stays)
    return Recoded(line, words, tuple(after))


def _staying(words: tuple[str, ...], old: str, new: str) -> Iterator[bool]:
    """Tell of each class whether it stays: of both codes on the same words only one."""
    seen = False
    for word in words:
        both = new in words and word in (old, new)
        yield not (both and seen)
        seen = seen or both


def _changed(text: str, spans: list[Bracketed], old: str, new: str) -> str:
    lines = _ENDS.split(text.removeprefix("\ufeff"))
    edits: list[tuple[int, int, str, bool]] = []
    for one in spans:
        kept = _staying(_words(one), old, new)
        for (word, line, column), stays in zip(one.classes, kept, strict=True):
            if word in (old, new):
                edits.append((line, column, word, stays))
    for line, column, word, stays in sorted(edits, reverse=True):
        row, at = 2 * (line - 1), column - 1
        lines[row] = _edited(lines[row], at, word, new, stays=stays)
    return ("\ufeff" if text.startswith("\ufeff") else "") + "".join(lines)


def _edited(line: str, at: int, word: str, new: str, *, stays: bool) -> str:
    """Return a line with another class in place of one, or without it and its dot."""
    head, tail = line[:at], line[at + len(word) :]
    if stays or not head.endswith("."):
        return head + new + tail
    head = head[:-1]
    if head.endswith("{"):
        empty = tail.startswith("}")
        return head[:-1] + tail[1:] if empty else head + tail.lstrip(_BLANK)
    return head.rstrip(_BLANK) + tail


def _said(text: str, name: str, other: Mapping[str, str] | None = None) -> list[_Block]:
    """Return all that a file says but for places, with other codes for some."""
    blocks, faults = read_blocks(parted(normal(text))[1], name)
    if has_errors(faults):
        raise FaultyFiles(*faults)
    called = other or {}
    return [
        (one.question, one.answer, one.row, one.text, _coded(one, called))
        for one in blocks
    ]


def _coded(block: Block, called: Mapping[str, str]) -> list[object]:
    """Return where codes stand in a block, and which."""
    return [
        (one.start, one.end, one.quote, {called.get(code, code) for code in one.codes})
        for one in block.spans
    ]
