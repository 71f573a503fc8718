"""The notes of an interview for a second coder: the same words without the codes."""

import re

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.interviews.markup import Note, Span, normal, parse

_ATTRIBUTES = re.compile(r"(?:\{[^{}]*\})+")


def uncoded(text: str, name: str) -> str:
    """Return a file of notes without brackets that bear codes; all else stays.

    Raises:
        FaultyFiles: its markup has faults, or the words would not stay the same.
    """
    plain = normal(text)
    note, faults = parse(plain, name)
    if note is None or faults:
        raise FaultyFiles(*faults)
    spans = [span for block in note.blocks for span in block.spans]
    for span in sorted(spans, key=lambda one: (one.line, one.column), reverse=True):
        plain = _without(plain, span)
    copy, wrong = parse(plain, name)
    if copy is None or wrong or _said(copy) != _said(note) or _coded(copy):
        raise FaultyFiles(problem("note-not-copied", Place(name)))
    return plain


def _without(text: str, span: Span) -> str:
    """Take one pair of brackets and its codes off; those inside it are off already."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
    end = _closing(text, start)
    attributes = _ATTRIBUTES.match(text, end + 1)
    rest = text[attributes.end() :] if attributes else text[end + 1 :]
    return text[:start] + text[start + 1 : end] + rest


def _closing(text: str, start: int) -> int:
    """Return where the bracket that opens at ``start`` is closed."""
    depth, at = 0, start
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] in "[]":
            depth += 1 if text[at] == "[" else -1
            if not depth:
                break
        at += 1
    return at


def _said(note: Note) -> list[tuple[str, str | None, str]]:
    return [(block.question, block.answer, block.text) for block in note.blocks]


def _coded(note: Note) -> bool:
    return any(block.spans for block in note.blocks)
