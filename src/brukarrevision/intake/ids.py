"""Ids for questions and choices of a draft: the tool's own codes where they serve."""

import re
import unicodedata

from brukarrevision.model.mapping import RESPONSE_USES

LONGEST = 20

_RESERVED = frozenset({"ignore", "blank", "index", *RESPONSE_USES})
_LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
_CHOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}")


def ascii_word(text: str) -> str:
    """Return a text as one lower-case ASCII word: ``Ålder (år)`` as ``alderar``."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]", "", plain.encode("ascii", "ignore").decode().lower())


class Ids:
    """Hands out ids that are unique, whatever their case."""

    def __init__(self) -> None:
        """Begin with nothing taken but the words a mapping uses itself."""
        self._taken = set(_RESERVED)
        self._number = 0

    def wish(self, *wishes: str) -> str:
        """Return the first legal, free wish, ``""`` if there is none."""
        for wish in wishes:
            if _LEGAL.fullmatch(wish) and wish.casefold() not in self._taken:
                return self._take(wish)
        return ""

    def question(self, *wishes: str) -> str:
        """Return the first legal, free wish; else ``q1``, ``q2`` and on."""
        if found := self.wish(*wishes):
            return found
        while True:
            self._number += 1
            if f"q{self._number}" not in self._taken:
                return self._take(f"q{self._number}")

    def _take(self, one: str) -> str:
        self._taken.add(one.casefold())
        return one


def choice_ids(labels: list[str], codes: list[str] | None = None) -> list[str]:
    """Return an id for each label: its code, its number, a short word, or ``a1``."""
    taken: set[str] = set()
    found = []
    for at, label in enumerate(labels):
        leading = re.match(r"(\d{1,6})\b(?![.,]\d)", label)
        wishes = [codes[at] if codes else "", leading[1] if leading else ""]
        word = ascii_word(label)
        wishes += [word if word[:1].isalpha() else "", f"a{at + 1}", f"choice{at + 1}"]
        legal = (
            w for w in wishes if _CHOICE.fullmatch(w) and w.casefold() not in taken
        )
        found.append(next(legal))
        taken.add(found[-1].casefold())
    return found
