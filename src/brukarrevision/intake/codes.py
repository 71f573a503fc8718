"""Short codes of choices: LimeSurvey has room for five letters and digits.

A code is made from the id of its choice, not from its place in the list, so that a
choice that is moved or added gives nobody else another code without its being seen:
codes that were and are no longer fit nothing, and are asked about.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count

from brukarrevision.intake.names import fold

LONGEST = 5

_TAKEN = frozenset({"other", "time"})
"""Codes that LimeSurvey keeps for itself."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def short_codes(choices: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return a code of at most five letters and digits for every choice, by its id.

    An id that fits is its own code. Else it is the beginning of the id, if no other
    begins so, or two of its letters and three signs that the id alone decides. No
    code is a text that another choice is called by, and none differs by case alone.

    Args:
        choices: what each is called, in all languages, by its id.
    """
    wishes = {one: _wish(one) for one in choices}
    fits = Counter(one.casefold() for one, wish in wishes.items() if wish == one)
    cuts = Counter(wish.casefold() for wish in wishes.values())
    called: dict[str, set[str]] = {}
    for one, texts in choices.items():
        for text in texts:
            called.setdefault(fold(text), set()).add(one)
    found: dict[str, str] = {}
    for one, wish in wishes.items():
        same = (fits if wish == one else cuts)[wish.casefold()] > 1
        if wish and not same and called.get(fold(wish), {one}) == {one}:
            found[one] = wish
    taken = {code.casefold() for code in (*found.values(), *choices)}
    for one in choices:
        if one not in found:
            found[one] = next(code for code in _made(one) if code not in taken)
            taken.add(found[one])
    return {one: found[one] for one in choices}


def _wish(one: str) -> str:
    """Return the id if it fits, else its beginning; ``""`` if neither serves."""
    if one.casefold() in _TAKEN:
        return ""
    if len(one) <= LONGEST and one.isascii() and one.isalnum():
        return one
    short = re.sub("[^A-Za-z0-9]", "", one)[:LONGEST]
    return short if short[:1].isalpha() and short.casefold() not in _TAKEN else ""


def _made(one: str) -> Iterable[str]:
    """Yield codes that the id alone decides, the first of them nearly always free."""
    letters = re.sub("[^a-z]", "", one.lower())[:2].ljust(2, "x")
    for again in count():
        number = int(hashlib.sha256(f"{one} {again}".encode()).hexdigest(), 16)
        signs = (_DIGITS[number // 36**place % 36] for place in range(3))
        yield letters + "".join(signs)
