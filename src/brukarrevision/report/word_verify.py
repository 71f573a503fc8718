"""Read a written report again and make sure that nothing of it was lost.

The reader shares nothing with the writer but the rules for text. What is looked for is
what the blocks say, in order; a letterhead's own text may stand before and after.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.i18n import tr
from brukarrevision.report import blocks
from brukarrevision.report.word_names import WP, w
from brukarrevision.report.word_parts import OFFICE, read_relations
from brukarrevision.report.word_text import clean, is_blank, one_line, words

_CELL, _PARAGRAPH, _STYLE, _TEXT = w("tc"), w("p"), w("pStyle"), w("t")
_VALUE = w("val")
_PICTURE = f"{{{WP}}}docPr"
_DEEPEST = 4
_UNREAD = ("word/charts/", "word/embeddings/", "word/media/")
Piece = tuple[str, str]


def verify_docx(data: bytes, document: blocks.Document) -> None:
    """Make sure that headings, captions, cells, text and charts are all in the file.

    Raises:
        FaultyFiles: ``report-lost-content``, if something is not. That is a fault of
            the program; the message says which piece in order, not what it says.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {
            name: b"" if name.startswith(_UNREAD) else package.read(name)
            for name in package.namelist()
        }
    found = _found(parts)
    for number, (kind, text) in enumerate(_wanted(document), 1):
        if (kind, text) not in found:
            raise FaultyFiles(
                problem("report-lost-content", kind=_name(kind), number=number)
            )


def _name(kind: str) -> str:
    names = {
        "caption": tr("tabell- eller diagramrubrik", "caption"),
        "cell": tr("tabellcell", "table cell"),
        "picture": tr("diagram", "chart"),
        "text": tr("stycke", "paragraph"),
    }
    return names.get(kind, tr("rubrik", "heading"))


def _found(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    """Return the paragraphs of the document in order: what they are and say.

    ``in`` on an iterator goes on from where it stopped, which checks the order.
    """
    main = next(
        one.target
        for one in read_relations(parts, "")
        if one.kind == f"{OFFICE}/officeDocument"
    )
    relations = read_relations(parts, main)
    if any(not one.external and one.target not in parts for one in relations):
        return
    styles = next(one.target for one in relations if one.name == "styles")
    yield from _pieces(etree.fromstring(parts[main]), _kinds(parts[styles]))


def _pieces(root: _Element, kinds: Mapping[str, str]) -> Iterator[Piece]:
    """Return the paragraphs in one walk, which is quicker than asking each of them.

    A cell of ours has one paragraph, the next after the cell's beginning.
    """
    kind, text, cell = "text", "", False
    for element in root.iter(_PARAGRAPH, _TEXT, _STYLE, _CELL, _PICTURE):
        tag = element.tag
        if tag == _TEXT:
            text += element.text or ""
        elif tag == _PARAGRAPH:
            yield kind, text
            kind, text, cell = "cell" if cell else "text", "", False
        elif tag == _CELL:
            cell = True
        elif tag == _STYLE:
            kind = kinds.get(element.get(_VALUE, ""), kind)
        else:
            yield "picture", element.get("descr", "")
    yield kind, text


def _kinds(styles: bytes) -> dict[str, str]:
    kinds = {}
    for style in etree.fromstring(styles).iter(w("style")):
        name = style.find(w("name"))
        known = "" if name is None else name.get(_VALUE, "").casefold()
        if known == "caption" or known.startswith("heading "):
            kinds[style.get(w("styleId"), "")] = known
    return kinds


def _wanted(document: blocks.Document) -> Iterator[Piece]:
    own = words(document.language)
    tables = charts = 0
    for block in _flat(document.blocks):
        if isinstance(block, blocks.Table) and block.header:
            tables += 1
            yield "caption", f"{own.table} {tables}. {one_line(block.caption)}".strip()
            yield from _table(block)
        elif isinstance(block, blocks.Chart):
            charts += 1
            yield "caption", f"{own.chart} {charts}. {one_line(block.caption)}".strip()
            yield from _chart(block)
        else:
            yield from _text(block)


def _flat(content: Iterable[blocks.Block]) -> Iterator[blocks.Block]:
    for block in content:
        if isinstance(block, blocks.Note):
            yield blocks.Paragraph((blocks.Run(one_line(block.title)),))
            yield from _flat(block.blocks)
        elif isinstance(block, blocks.BulletList):
            for item in block.items:
                yield from _flat(item)
        else:
            yield block


def _text(block: blocks.Block) -> Iterator[Piece]:
    match block:
        case blocks.Heading() if one_line(block.text):
            level = max(1, min(block.level, _DEEPEST))
            yield f"heading {level}", one_line(block.text)
        case blocks.Title():
            lines = map(one_line, (block.text, block.subtitle, *block.facts))
            yield from (("text", line) for line in lines if line)
        case blocks.Paragraph(runs) | blocks.Quote(runs) if not is_blank(runs):
            yield "text", "".join(_said(run.text) for run in runs)
        case _:
            pass


def _said(text: str) -> str:
    return clean(text).replace("\n", "")


def _table(table: blocks.Table) -> Iterator[Piece]:
    for row in (table.header, *table.rows):
        yield from (("cell", _said(cell)) for cell in row)
    if one_line(table.note):
        yield "text", one_line(table.note)


def _chart(chart: blocks.Chart) -> Iterator[Piece]:
    shown = any(value is not None for one in chart.series for value in one.values)
    if shown and chart.categories:
        yield "picture", one_line(chart.alt) or one_line(chart.caption)
