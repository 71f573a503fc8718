"""Read back what was written and make sure that nothing of it was lost.

The reader shares nothing with the writer but the rules for text. What is looked for is
what the blocks say, in order; a letterhead's own text may stand before and after.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.i18n import tr
from brukarrevision.report import blocks
from brukarrevision.report.word.layout import pieces
from brukarrevision.report.word.text import clean, is_blank, one_line, words

_CELL, _PARAGRAPH, _TEXT, _STYLED = (qn(f"w:{n}") for n in ("tc", "p", "t", "pStyle"))
_ID, _NAME, _VALUE = (qn(f"w:{n}") for n in ("styleId", "name", "val"))
_PICTURE = qn("wp:docPr")
_DEEPEST = 4
Piece = tuple[str, str]


def verify_docx(data: bytes, document: blocks.Document) -> None:
    """Make sure that headings, captions, cells, text and charts are all in a file.

    Raises:
        FaultyFiles: ``report-lost-content``, if something is not.
    """
    try:
        found = _found(docx.Document(BytesIO(data)))
    except KeyError:  # a relationship leads nowhere
        found = iter(())
    _compare(found, document)


def verify(word: Document, document: blocks.Document) -> None:
    """Make sure of the same before a document is saved, which is quicker.

    Raises:
        FaultyFiles: ``report-lost-content``, if something is not there. That is a fault
            of the program; the message says which piece in order, not what it says.
    """
    _compare(_found(word), document)


def _compare(found: Iterator[Piece], document: blocks.Document) -> None:
    for number, (kind, text) in enumerate(_wanted(document), 1):
        if (kind, text) not in found:  # goes on from where it stopped: checks the order
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


def _found(word: Document) -> Iterator[Piece]:
    """Return the paragraphs of the document in order: what they are and say.

    A cell of ours has one paragraph, the next after the cell's beginning.
    """
    kinds = {
        name.getparent().get(_ID): name.get(_VALUE, "").casefold()
        for name in word.styles.element.iter(_NAME)
    }
    kind, text, cell = "text", "", False
    for element in word.element.iter(_PARAGRAPH, _TEXT, _STYLED, _CELL, _PICTURE):
        tag = element.tag
        if tag == _TEXT:
            text += element.text or ""
        elif tag == _PARAGRAPH:
            yield kind, text
            kind, text, cell = "cell" if cell else "text", "", False
        elif tag == _CELL:
            cell = True
        elif tag == _STYLED:
            name = kinds.get(element.get(_VALUE, ""), "")
            kind = name if name == "caption" or name.startswith("heading ") else kind
        else:
            yield "picture", element.get("descr", "")
    yield kind, text


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
            yield from _chart(block, own.of)
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


def _chart(chart: blocks.Chart, of: str) -> Iterator[Piece]:
    alt = one_line(chart.alt) or one_line(chart.caption)
    count = len(pieces(chart))
    if count == 1:
        yield "picture", alt
    elif count:
        yield from (("picture", f"{alt} ({n + 1} {of} {count})") for n in range(count))
