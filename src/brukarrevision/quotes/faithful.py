"""Whether a quote is what somebody said, but for what stands in square brackets."""

import re
from collections.abc import Sequence

from brukarrevision.quotes.plain import folded
from brukarrevision.quotes.possible import BRACKETS

_WORD = re.compile(r"\w+")


def is_said(quote: str, answer: str) -> bool:
    """Tell whether the words of a quote stand in an answer, in order.

    What stands in brackets is the auditors': ``[…]`` for what is left out, ``[town]``
    for what is replaced. Between brackets nothing may be left out, added or changed
    but signs and capitals; a quote of brackets alone says nothing.
    """
    parts = [_words(part) for part in BRACKETS.split(quote)]
    said, at = _words(answer), 0
    for part in parts:
        at = _after(said, part, at)
        if at < 0:
            return False
    return any(parts)


def _after(said: Sequence[str], part: Sequence[str], start: int) -> int:
    """Return where some words end the first time they stand together; -1 if never."""
    for at in range(start, len(said) - len(part) + 1):
        if said[at : at + len(part)] == part:
            return at + len(part)
    return -1


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text).casefold())
