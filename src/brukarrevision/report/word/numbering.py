"""Real lists: our kinds of numbering in a file, and a ``w:num`` for each list.

A list that starts again at 1 needs a ``w:num`` of its own (python-docx-template issue
500). Lists in a note box are of kinds without indent, since Word joins the borders of
neighbouring paragraphs only when their indents are the same.
"""

from collections.abc import Mapping
from copy import deepcopy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

STEP = 397  # the indent of a level, in twentieths of a point
_LEVELS = 9
_NUMBER = qn("w:abstractNumId")


def complete(word: Document, ours: Document) -> Mapping[str, int]:
    """Add our kinds of list where they are missing; return their numbers by name."""
    source = ours.part.numbering_part
    if not any(one.reltype == RT.NUMBERING for one in word.part.rels.values()):
        empty = deepcopy(source.element)
        empty[:] = []
        name, package = PackURI("/word/numbering.xml"), word.part.package
        part = NumberingPart(name, source.content_type, empty, package)
        word.part.relate_to(part, RT.NUMBERING)
    numbering = word.part.numbering_part.element
    kinds = {}
    for kind in source.element.xpath("w:abstractNum"):
        name = kind.find(qn("w:name")).get(qn("w:val"))
        same = f"w:abstractNum[w:name/@w:val='{name}']/@w:abstractNumId"
        if not numbering.xpath(same):
            numbers = numbering.xpath("w:abstractNum/@w:abstractNumId")
            copy = deepcopy(kind)
            copy.set(_NUMBER, str(max(map(int, numbers), default=-1) + 1))
            place = len(numbering.xpath("w:numPicBullet | w:abstractNum"))
            numbering.insert(place, copy)
        kinds[name] = int(numbering.xpath(same)[0])
    return kinds


def begin(
    word: Document, kinds: Mapping[str, int], *, ordered: bool, flush: bool
) -> int:
    """Return the number of a new list; ordered ones start at 1 on every level."""
    kind = f"rapport {'123' if ordered else '•'}{' ruta' if flush else ''}"
    made = word.part.numbering_part.element.add_num(kinds[kind])
    for level in range(_LEVELS if ordered else 0):
        made.add_lvlOverride(level).add_startOverride(1)
    return int(made.numId)
