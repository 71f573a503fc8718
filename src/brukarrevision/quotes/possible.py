"""What may tell who somebody is: words to be looked at, and why."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "place", "role", "date", "age", "event"]
Reason = Literal[
    "listed",
    "surname",
    "introduced",
    "follows",
    "inside",
    "municipality",
    "unit",
    "workplace",
    "role",
    "date",
    "age",
    "event",
]

KINDS: dict[Reason, Kind] = {
    "listed": "name",
    "surname": "name",
    "introduced": "name",
    "follows": "name",
    "inside": "name",
    "municipality": "place",
    "unit": "place",
    "workplace": "place",
    "role": "role",
    "date": "date",
    "age": "age",
    "event": "event",
}
"""What each reason speaks for."""

BRACKETS = re.compile(r"\[[^\[\]]*\]")
"""What the auditors put into a quote, or what stands in place of something."""


@dataclass(frozen=True, slots=True, order=True)
class Possible:
    """Words that may tell who somebody is.

    Attributes:
        start: position of the first character; ``end``: after the last one.
        words: as they stand in the text.
        reason: why they are to be looked at.
    """

    start: int
    end: int
    words: str
    reason: Reason

    @property
    def kind(self) -> Kind:
        """Return what they may be."""
        return KINDS[self.reason]


def without_brackets(text: str) -> str:
    """Return a text as long as it was, with what the auditors put in it blank."""
    return BRACKETS.sub(lambda match: "[" + " " * (len(match[0]) - 2) + "]", text)
