"""Each kind of block, and how it becomes paragraphs in a body."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Twips

from brukarrevision.report import blocks
from brukarrevision.report.word import charts
from brukarrevision.report.word.body import Body
from brukarrevision.report.word.numbering import STEP, begin
from brukarrevision.report.word.tables import table_element
from brukarrevision.report.word.text import is_blank, one_line

LEVELS = 4  # of headings
_DEEPEST = 8  # level of a list, counted from 0
_AFTER = 280  # twentieths of a point below a table or a box
_STYLES = {"body": "Normal", "lead": "Lead", "small": "Small"}


def write_all(body: Body, content: Sequence[blocks.Block]) -> None:
    """Write the blocks of a document in order.

    Word joins the borders of neighbours with the same indent into one box, so two notes
    or quotes in a row differ by a twentieth of a point.
    """
    headings = list(_headings(content))
    before: type | None = None
    for block in content:
        joined = type(block) is before and before in {blocks.Note, blocks.Quote}
        body.shift = joined and not body.shift
        before = type(block)
        if isinstance(block, blocks.Contents):
            _contents(body, block, headings)
        else:
            _write(body, block)


def _headings(content: Iterable[blocks.Block]) -> Iterator[blocks.Heading]:
    for block in content:
        match block:
            case blocks.Heading() if one_line(block.text):
                yield block
            case blocks.Note():
                yield from _headings(block.blocks)
            case blocks.BulletList():
                for item in block.items:
                    yield from _headings(item)
            case _:
                pass


def _write(body: Body, block: blocks.Block) -> None:
    match block:
        case blocks.Title():
            _title(body, block)
        case blocks.Heading():
            _heading(body, block)
        case blocks.Paragraph():
            _runs(body, block.runs, _STYLES[block.style], keep=block.keep)
        case blocks.BulletList():
            _list(body, block, 0)
        case blocks.Quote():
            _runs(body, block.runs, "Quote")
        case blocks.Note():
            _note(body, block)
        case blocks.Table():
            _table(body, block)
        case blocks.Chart():
            _chart(body, block)
        case blocks.PageBreak():
            body.page_break = True
        case _:
            pass  # a list of contents in a box has nothing to list


def _line(body: Body, style: str, text: str) -> None:
    if one_line(text):
        body.paragraph(style, one_line(text))


def _runs(body: Body, runs: blocks.Runs, style: str, *, keep: bool = False) -> None:
    if not is_blank(runs):
        body.runs(body.paragraph(style, keep=keep), runs)


def _title(body: Body, block: blocks.Title) -> None:
    _line(body, "Title", block.text)
    _line(body, "Subtitle", block.subtitle)
    for fact in block.facts:
        _line(body, "Facts", fact)
    body.gap = _AFTER


def _heading(body: Body, block: blocks.Heading) -> None:
    if not one_line(block.text):
        return
    body.headings += 1
    number = {qn("w:id"): str(body.base.bookmark + body.headings)}
    name = {qn("w:name"): body.bookmark(body.headings)}
    paragraph = body.paragraph(f"heading {max(1, min(block.level, LEVELS))}")
    paragraph.append(OxmlElement("w:bookmarkStart", number | name))
    paragraph.add_r().add_t(one_line(block.text))
    paragraph.append(OxmlElement("w:bookmarkEnd", number))


def _contents(
    body: Body, block: blocks.Contents, headings: Sequence[blocks.Heading]
) -> None:
    """Write the list of contents: links, no page numbers, which only Word knows."""
    deep = min(block.depth, LEVELS)
    listed = [pair for pair in enumerate(headings, 1) if pair[1].level <= deep]
    if listed:
        _line(body, "TOC Heading", block.title)
    for number, heading in listed:
        place = {qn("w:anchor"): body.bookmark(number), qn("w:history"): "1"}
        paragraph = body.paragraph(f"toc {max(heading.level, 1)}")
        link = OxmlElement("w:hyperlink", place)
        paragraph.add_r().add_t(one_line(heading.text))
        link.append(paragraph[-1])
        paragraph.append(link)


def _list(
    body: Body, block: blocks.BulletList, level: int, *, note: bool = False
) -> None:
    """Write a real list (``w:numPr``) with a number of its own."""
    lists = body.base.lists
    number = begin(body.word, lists, ordered=block.ordered, flush=note)
    deep = min(level, _DEEPEST)
    marked = "List Number" if block.ordered else "List Bullet"
    for item in block.items:
        begun = False
        for part in item:
            if isinstance(part, blocks.BulletList):
                _list(body, part, level + 1, note=note)
            elif not isinstance(part, blocks.Paragraph):
                _write(body, part)
            elif begun:
                _continue(body, part, None if note else deep)
            elif not is_blank(part.runs):
                paragraph = body.paragraph("Note" if note else marked)
                _number(paragraph, deep, number)
                body.runs(paragraph, part.runs)
                begun = True
    body.gap = 0 if note or level else _AFTER // 2


def _number(paragraph: CT_P, level: int, number: int) -> None:
    look: Any = paragraph.get_or_add_pPr()
    properties = look.get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _continue(body: Body, block: blocks.Paragraph, level: int | None) -> None:
    """Write a further paragraph of an item, below the text of its first."""
    if is_blank(block.runs):
        return
    indent = None if level is None else Twips(STEP * (level + 1))
    style = "Note" if level is None else "List Continue"
    body.runs(body.paragraph(style, indent=indent), block.runs)


def _note(body: Body, block: blocks.Note) -> None:
    """Write a box: bordered paragraphs, since a table would be read as a table."""
    _line(body, "Note Title", block.title)
    for part in block.blocks:
        if isinstance(part, blocks.Paragraph):
            _runs(body, part.runs, "Note")
        elif isinstance(part, blocks.BulletList):
            _list(body, part, 0, note=True)
        else:
            _write(body, part)
    body.gap = _AFTER


def _caption(body: Body, word: str, number: int, text: str) -> None:
    words = f"{word} {number}. {one_line(text)}".strip()
    body.paragraph("caption", words, keep=True)


def _table(body: Body, block: blocks.Table) -> None:
    if not block.header:
        return
    body.tables += 1
    _caption(body, body.words.table, body.tables, block.caption)
    body.anchor.addprevious(table_element(block, body.base, body.words))
    _line(body, "Small", block.note)
    body.gap = 0 if one_line(block.note) else _AFTER


def _chart(body: Body, block: blocks.Chart) -> None:
    body.charts += 1
    _caption(body, body.words.chart, body.charts, block.caption)
    if not charts.write(body, block):
        body.paragraph("Small", body.words.nothing)
