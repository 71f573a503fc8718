"""How much of what tells who somebody is, is found in a known collection of texts.

``python -m tests.conformance.ner`` prints the figures (``make conformance`` does too).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from brukarrevision.identifiers import find
from brukarrevision.quotes.possible import Possible
from brukarrevision.quotes.review import addresses, possible
from tests.conformance.data import DATA

TEXTS = DATA / "ner" / "domain.json"

SHAPES = {
    "personal_number": r"(\d{2})?\d{6}[- ]\d{4}|\d{4} \d{2}-?(\d{2}-)?\d{4}",
    "phone": r"(0\d{1,3}-|0\d{2} |\+46 )[\d ]{5,}|0\d{9}",
    "email": r"\S+@\S+",
    "address": r"(?=.*[^\W\d]{3})[^@]*\d[^@]*",
    "name": r"[^\d@]+",
}
"""What an expected string is, by its looks: the collection does not say."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many were expected and found, how many were pointed at and right."""

    kind: str
    wanted: int
    found: int
    pointed: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Return the share of what was expected that was found."""
        return self.found / self.wanted

    @property
    def precision(self) -> float:
        """Return the share of what was pointed at that was expected."""
        return self.right / self.pointed

    def __str__(self) -> str:
        """Return the figure as a line."""
        line = f"{self.kind}: recall {self.found}/{self.wanted} = {self.recall:.3f}"
        if not self.pointed:
            return line
        return f"{line}, precision {self.right}/{self.pointed} = {self.precision:.3f}"


def figures() -> dict[str, Figure]:
    """Return the figures by kind."""
    texts = [(one["text"], one["forvantad"]) for one in _read()]
    of = {kind: _structured(kind, texts) for kind in SHAPES if kind != "name"}
    return {**of, "name": _names(texts)}


def _read() -> list[dict[str, str]]:
    read: list[dict[str, str]] = json.loads(TEXTS.read_text(encoding="utf-8"))
    return read


def _structured(kind: str, texts: list[tuple[str, str]]) -> Figure:
    """Count the whole strings that are found, to the letter; addresses by a part.

    A phone number may have the form of a coordination number: either stops a quote.
    """
    wanted = found = 0
    for text, expected in texts:
        meant = _of(kind, expected)
        wanted += len(meant)
        if kind == "address":
            spans = addresses(text)
            found += sum(any(_meet(one, text, span) for span in spans) for one in meant)
        else:
            told = {text[i.start : i.end] for i in find(text)}
            found += sum(one in told for one in meant)
    return Figure(kind, wanted, found)


def _names(texts: list[tuple[str, str]]) -> Figure:
    """Count the names all words of which are pointed at, and what is pointed at."""
    wanted = found = pointed = right = 0
    for text, expected in texts:
        told, meant = possible(text), _of("name", expected)
        wanted += len(meant)
        found += sum(_is_covered(name, text, told) for name in meant)
        places = {at for one in meant for span in _spans(one, text) for at in span}
        names = [one for one in told if one.kind == "name"]
        pointed += len(names)
        right += sum(places.issuperset(range(one.start, one.end)) for one in names)
    return Figure("name", wanted, found, pointed, right)


def _of(kind: str, expected: str) -> list[str]:
    return [one for one in expected if _kind(one) == kind]


def _kind(one: str) -> str | None:
    return next((k for k, shape in SHAPES.items() if re.fullmatch(shape, one)), None)


def _spans(one: str, text: str) -> Iterator[range]:
    for match in re.finditer(re.escape(one), text):
        yield range(*match.span())


def _meet(one: str, text: str, span: tuple[int, int]) -> bool:
    return any(set(range(*span)).intersection(where) for where in _spans(one, text))


def _is_covered(name: str, text: str, told: tuple[Possible, ...]) -> bool:
    """Tell whether every word of a name is pointed at, somewhere it stands."""
    there = {at for one in told for at in range(one.start, one.end)}
    letters = [at for at, sign in enumerate(name) if sign.isalnum()]
    return any(
        there.issuperset(span.start + at for at in letters)
        for span in _spans(name, text)
    )


if __name__ == "__main__":
    for figure in figures().values():
        print(figure)  # noqa: T201 - that is what it is for
