"""Real lists: our kinds of numbering in a file, and a ``w:num`` for each list.

A list that starts again at 1 needs a ``w:num`` of its own (python-docx-template issue
500); lists in a note box are not indented, since Word joins the borders of neighbouring
paragraphs only when their indents are the same.
"""

from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from brukarrevision.report.word_names import W, w
from brukarrevision.report.word_package import parse

_LEVELS = 9
_BULLETS = ("•", "–", "•")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
_STEP = 397
_EMPTY = f'<w:numbering xmlns:w="{W}"/>'.encode()
_KINDS = ((False, False), (True, False), (False, True), (True, True))


def _level(at: int, *, ordered: bool, flush: bool) -> str:
    kind = _NUMBERS[at % 3] if ordered else "bullet"
    text = f"%{at + 1}." if ordered else _BULLETS[at % 3]
    left = _STEP * (at + 1)
    indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="{_STEP - 57}"/></w:pPr>'
    suffix = '<w:suff w:val="space"/>' if flush else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{"" if flush else indent}'
        "</w:lvl>"
    )


def _abstract(number: int, *, ordered: bool, flush: bool) -> str:
    levels = [_level(at, ordered=ordered, flush=flush) for at in range(_LEVELS)]
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{"".join(levels)}</w:abstractNum>'
    )


@dataclass(frozen=True, slots=True)
class Numbering:
    """A file's numbering, cut open where the lists of a report belong."""

    head: bytes
    tail: bytes
    kinds: int
    first: int


def read_numbering(content: bytes | None, name: str) -> Numbering:
    """Return the file's numbering with our kinds of list added."""
    root = parse(content or _EMPTY, name)
    kinds = _highest(root, "abstractNum", "abstractNumId") + 1
    first = _highest(root, "num", "numId") + 1
    ours = [
        _abstract(kinds + at, ordered=ordered, flush=flush)
        for at, (ordered, flush) in enumerate(_KINDS)
    ]
    added = etree.fromstring(f'<w:x xmlns:w="{W}">{"".join(ours)}</w:x>')
    place = len(root.findall(w("numPicBullet"))) + len(root.findall(w("abstractNum")))
    root[place:place] = list(added)
    end = place + len(ours) + len(root.findall(w("num")))
    root.insert(end, etree.Element(w("num"), {w("numId"): "MARK"}))
    text = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    head, _, tail = text.partition(b'<w:num w:numId="MARK"/>')
    return Numbering(head, tail, kinds, max(first, 1))


def _highest(root: _Element, element: str, attribute: str) -> int:
    values = [one.get(w(attribute), "") for one in root.findall(w(element))]
    return max((int(value) for value in values if value.isdecimal()), default=-1)


@dataclass(slots=True)
class Lists:
    """The lists of one report."""

    numbering: Numbering
    made: list[str] = field(default_factory=list)

    def begin(self, *, ordered: bool, flush: bool) -> int:
        """Return the number of a new list; ordered ones start at 1 on every level."""
        number = self.numbering.first + len(self.made)
        kind = self.numbering.kinds + _KINDS.index((ordered, flush))
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for at in range(_LEVELS if ordered else 0)
        )
        self.made.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{starts}'
            "</w:num>"
        )
        return number

    def part(self) -> bytes:
        """Return the numbering part with the report's lists."""
        lists = "".join(self.made).encode()
        return self.numbering.head + lists + self.numbering.tail
