"""Markup that was meant as such, but that the parser took for text without a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brukarrevision.interviews.reader import MEANT

_BRACES = re.compile(r"\{[ \t]*[.#]")
_LINE = re.compile(r"^[ \t]*\{", re.MULTILINE)
_SPACES = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A place in a plain text, and the code of what is wrong there."""

    at: int
    code: str


def leftovers(loose: str, *, open_before: bool) -> tuple[Leftover, ...]:
    """Return what of a paragraph looks like markup and is none, in order.

    Args:
        loose: as :attr:`Prose.loose`.
        open_before: whether a bracket was left open in a paragraph before this one.
    """
    found = {one.at: one for one in _brackets(loose, open_before=open_before)}
    for match in _LINE.finditer(loose):
        at = match.end() - 1
        found.setdefault(at, Leftover(at, "note-line-text"))
    for match in _BRACES.finditer(loose):
        found.setdefault(match.start(), Leftover(match.start(), "note-braces-text"))
    return tuple(found[at] for at in sorted(found) if found[at].code)


def leaves_open(loose: str) -> bool:
    """Tell whether a bracket of a paragraph is never closed in it."""
    depth = 0
    for sign in loose:
        depth += (sign == "[") - (sign == "]" and depth > 0)
    return depth > 0


def _brackets(loose: str, *, open_before: bool) -> Iterator[Leftover]:
    """Yield each ``]`` that braces follow, at the brace; without a code if meant."""
    opened: list[str] = []
    for at, sign in enumerate(loose):
        if sign in ("[", MEANT):
            opened.append(sign)
        elif sign == "]":
            mine = _last(opened)
            brace = _after(loose, at + 1)
            if brace:
                code = _code(loose, at + 1, brace, mine, open_before)
                yield Leftover(brace, code if mine != MEANT else "")


def _last(opened: list[str]) -> str:
    """Take the bracket that is closed off those open; an escaped one counts too."""
    return opened.pop() if opened else ""


def _after(loose: str, at: int) -> int:
    """Return where an opening brace stands, here or after spaces; 0 if none does."""
    match = _SPACES.match(loose, at)
    brace = match.end() if match else at
    return brace if loose[brace : brace + 1] == "{" else 0


def _code(loose: str, after: int, brace: int, mine: str, open_before: bool) -> str:
    if not mine:
        return "note-span-blank-line" if open_before else "note-span-unopened"
    if brace > after:
        return "note-span-space"
    closed = "}" in loose[brace:].partition("\n")[0]
    return "note-span-text" if closed else "note-span-unclosed"
