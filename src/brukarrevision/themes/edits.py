"""Where a code stands in an audit, and what each file says with another one."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Problem, has_errors
from brukarrevision.files import read_bytes
from brukarrevision.interviews import answers, folder, recoding
from brukarrevision.interviews.recoding import Recoded
from brukarrevision.themes import tree
from brukarrevision.workspace import CODEBOOK, QUOTES

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is shown before a change: never what somebody said.

    Attributes:
        sign: ``-`` for what goes, ``+`` for what comes.
        number: of the line in the file, from 1.
        text: the codes in braces, or the line of the codebook.
    """

    sign: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A file and what it is to hold.

    Attributes:
        name: what messages call it.
        was: what it held when it was read; ``now``: what it is to hold.
        private: whether it is raw data.
    """

    name: str
    path: Path
    was: bytes
    now: bytes
    lines: tuple[Line, ...]
    private: bool


def everywhere(audit: Audit, old: str, new: str) -> tuple[Edit, ...]:
    """Return the files that change when a code becomes another one.

    The codebook comes first: if the rest is lost, ``check`` names every place where
    the old code still stands.

    Raises:
        FaultyFiles: there is an error in the markup of notes, so that a code might be
            missed.
    """
    if has_errors(faults := _faults(audit)):
        raise FaultyFiles(*faults)
    every = [*_of_codebook(audit, old, new), *_of_quotes(audit, old, new)]
    for name, path in coded(audit):
        every += _of_notes(name, path, old, new)
    return tuple(every)


def of_move(audit: Audit, code: str, parent: str | None) -> tuple[Edit, ...]:
    """Return the codebook with a theme under another one, if that changes it."""
    raw, text = _text(audit, CODEBOOK)
    now = tree.moved(text, audit.codebook, code, parent)
    return tuple(_edit(audit, CODEBOOK, raw, now, _difference(text, now)))


def coded(audit: Audit) -> Iterator[tuple[str, Path]]:
    """Yield all files with codes in them: notes and open answers, of all coders."""
    yield from folder.files(audit).items()
    for name, path in answers.files(audit).items():
        yield answers.shown(name), path


def _faults(audit: Audit) -> tuple[Problem, ...]:
    return folder.notes(audit)[1]


def _of_codebook(audit: Audit, old: str, new: str) -> Iterator[Edit]:
    raw, text = _text(audit, CODEBOOK)
    now = tree.recoded(text, audit.codebook, old, new)
    yield from _edit(audit, CODEBOOK, raw, now, _difference(text, now))


def _of_quotes(audit: Audit, old: str, new: str) -> Iterator[Edit]:
    raw, text = _text(audit, QUOTES)
    now, lines = text, []
    for at, quote in enumerate(audit.quotes.quotes):
        if quote.theme == old:
            path = ("quotes", at, "theme")
            line = yamlfile.line_at(now, path)
            lines += [
                Line("-", line, f"theme: {old}"),
                Line("+", line, f"theme: {new}"),
            ]
            now = yamlfile.change_word(now, path, new)
    yield from _edit(audit, QUOTES, raw, now, lines)


def _of_notes(name: str, path: Path, old: str, new: str) -> Iterator[Edit]:
    folder.text(path)  # stops where it is none
    raw = read_bytes(path, name)
    if old.encode() not in raw:
        return
    now, found = recoding.recoded(raw.decode(), name, old, new)
    if found:
        lines = tuple(line for one in found for line in _braces(one))
        yield Edit(name, path, raw, now.encode(), lines, private=True)


def _braces(one: Recoded) -> Iterator[Line]:
    for sign, words in (("-", one.before), ("+", one.after)):
        codes = " ".join(f".{word}" for word in words)
        yield Line(sign, one.line, f"{{{codes}}}")


def _text(audit: Audit, file: str) -> tuple[bytes, str]:
    source = audit.sources.get(file)
    raw = source.raw if source else b""
    return raw, raw.decode().removeprefix(_BOM)


def _edit(
    audit: Audit, file: str, raw: bytes, now: str, lines: list[Line]
) -> Iterator[Edit]:
    mark = _BOM.encode() if raw.startswith(_BOM.encode()) else b""
    if (data := mark + now.encode()) != raw:
        yield Edit(file, audit.folder / file, raw, data, tuple(lines), private=False)


def _difference(text: str, now: str) -> list[Line]:
    """Return the lines that go and those that come."""
    old, new = text.splitlines(), now.splitlines()
    found = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, low, high, new_low, new_high in matcher.get_opcodes():
        if tag != "equal":
            found += [Line("-", at + 1, old[at].strip()) for at in range(low, high)]
            found += [
                Line("+", at + 1, new[at].strip()) for at in range(new_low, new_high)
            ]
    return found
