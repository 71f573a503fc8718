"""Languages as Word takes them: their tags, and which are written from the right."""

import re
from dataclasses import dataclass

_RIGHT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "sdh", "ug", "ur", "yi"}
)
_SCRIPTS = frozenset({"arab", "hebr"})
_TAGS = {
    "ar": "ar-SA",
    "ckb": "ku-Arab-IQ",
    "en": "en-GB",
    "fa": "fa-IR",
    "he": "he-IL",
    "prs": "prs-AF",
    "ps": "ps-AF",
    "sv": "sv-SE",
    "ur": "ur-PK",
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language.

    Attributes:
        code: as in ``translations``, such as ``ar``.
        tag: BCP 47, as Word's spelling and screen readers know it.
        from_right: whether it is written from right to left.
    """

    code: str
    tag: str
    from_right: bool

    @property
    def file(self) -> str:
        """Return the code as part of a file's name: it may be any text."""
        return re.sub(r"[^\w-]+", "-", self.code)


def tongue(code: str) -> Tongue:
    """Return a language by its code; a script in the code says how it is written."""
    first, *more = code.lower().split("-")
    scripts = [part for part in more if len(part) == len("arab")]
    right = scripts[0] in _SCRIPTS if scripts else first in _RIGHT
    return Tongue(code, _TAGS.get(code, code), right)


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language that it is in."""

    text: str
    tongue: Tongue
