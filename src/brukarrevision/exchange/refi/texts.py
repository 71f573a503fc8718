"""A document as one plain text, and where in it each passage stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.exchange.refi.project import Coding, Document, Passage

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage, and where its text begins in the document.

    Attributes:
        key: what names it in the document, also when others come before it.
    """

    passage: Passage
    key: tuple[str, str, int]
    start: int

    @property
    def end(self) -> int:
        """Return where its text ends in the document."""
        return self.start + len(self.passage.text)

    def spans(self) -> dict[tuple[int, int], list[Coding]]:
        """Return the codings by where they stand in the passage, in their order."""
        found: dict[tuple[int, int], list[Coding]] = {}
        for one in sorted(self.passage.codings, key=_order):
            if one.start < one.end:
                found.setdefault((one.start, one.end), []).append(one)
        return found


def laid_out(document: Document) -> tuple[str, tuple[Placed, ...]]:
    """Return the text of a document, headings included, and its passages.

    A line ends in LF: programs disagree on how many characters CR LF is. Positions are
    code points, as in Python: an emoji is one.
    """
    parts: list[str] = []
    placed: list[Placed] = []
    seen: Counter[tuple[str, str]] = Counter()
    at = 0
    for one in document.passages:
        heading = " ".join(one.heading.split())
        before = f"{heading}{_BETWEEN}" if heading else ""
        start = at + len(before)
        name = (one.who, one.question)
        placed.append(Placed(one, (*name, seen[name]), start))
        seen[name] += 1
        parts += [before, one.text, _BETWEEN]
        at = start + len(one.text) + len(_BETWEEN)
    return _ended(parts), tuple(placed)


def _ended(parts: Sequence[str]) -> str:
    """Return the whole text, with one line feed at its end."""
    return "".join(parts[:-1]) + "\n" if parts else ""


def _order(one: Coding) -> tuple[int, int, str, str]:
    return one.start, -one.end, one.code, one.coder
