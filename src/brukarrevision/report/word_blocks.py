"""Each kind of block, and how it becomes paragraphs in a body."""

from collections.abc import Iterable, Iterator, Sequence

from brukarrevision.report import blocks
from brukarrevision.report.word_body import Body
from brukarrevision.report.word_charts import draw
from brukarrevision.report.word_tables import table_xml
from brukarrevision.report.word_text import (
    attribute,
    is_blank,
    one_line,
    plain,
    runs_xml,
)

LEVELS = 4  # of headings
_DEEPEST = 8  # level of a list, counted from 0
_STEP = 397
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
            _paragraph(body, block, _STYLES[block.style])
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


def _runs(
    body: Body, runs: blocks.Runs, style: str, *, number: str = "", indent: str = ""
) -> None:
    if not is_blank(runs):
        content = runs_xml(runs, body.links, body.base.styles["Hyperlink"])
        body.paragraph(style, content, number=number, indent=indent)


def _title(body: Body, block: blocks.Title) -> None:
    facts = [("Facts", fact) for fact in block.facts]
    for style, text in (("Title", block.text), ("Subtitle", block.subtitle), *facts):
        if one_line(text):
            body.paragraph(style, plain(one_line(text)))
    body.gap = _AFTER


def _heading(body: Body, block: blocks.Heading) -> None:
    if not one_line(block.text):
        return
    body.headings += 1
    number = body.base.frame.bookmark + body.headings
    name = body.bookmark(body.headings)
    body.paragraph(
        f"heading {max(1, min(block.level, LEVELS))}",
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'{plain(one_line(block.text))}<w:bookmarkEnd w:id="{number}"/>',
    )


def _paragraph(body: Body, block: blocks.Paragraph, style: str) -> None:
    _runs(body, block.runs, style)


def _contents(
    body: Body, block: blocks.Contents, headings: Sequence[blocks.Heading]
) -> None:
    """Write the list of contents: links, no page numbers, which only Word knows."""
    deep = min(block.depth, LEVELS)
    listed = [pair for pair in enumerate(headings, 1) if pair[1].level <= deep]
    if listed and one_line(block.title):
        body.paragraph("TOC Heading", plain(one_line(block.title)))
    for number, heading in listed:
        body.paragraph(
            f"toc {max(heading.level, 1)}",
            f'<w:hyperlink w:anchor="{body.bookmark(number)}" w:history="1">'
            f"{plain(one_line(heading.text))}</w:hyperlink>",
        )


def _list(
    body: Body, block: blocks.BulletList, level: int, *, note: bool = False
) -> None:
    """Write a real list (``w:numPr``) with a number of its own."""
    number = body.lists.begin(ordered=block.ordered, flush=note)
    marked = "List Number" if block.ordered else "List Bullet"
    deep = min(level, _DEEPEST)
    properties = (
        f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    after = "" if note else f'<w:ind w:left="{_STEP * (deep + 1)}"/>'
    for item in block.items:
        begun = False
        for part in item:
            if isinstance(part, blocks.BulletList):
                _list(body, part, level + 1, note=note)
            elif not isinstance(part, blocks.Paragraph):
                _write(body, part)
            elif begun:
                style = "Note" if note else "List Continue"
                _runs(body, part.runs, style, indent=after)
            else:
                style = "Note" if note else marked
                _runs(body, part.runs, style, number=properties)
                begun = not is_blank(part.runs)
    body.gap = 0 if note or level else _AFTER // 2


def _note(body: Body, block: blocks.Note) -> None:
    """Write a box: bordered paragraphs, since a table would be read as a table."""
    if one_line(block.title):
        body.paragraph("Note Title", plain(one_line(block.title)))
    for part in block.blocks:
        if isinstance(part, blocks.Paragraph):
            _paragraph(body, part, "Note")
        elif isinstance(part, blocks.BulletList):
            _list(body, part, 0, note=True)
        else:
            _write(body, part)
    body.gap = _AFTER


def _caption(body: Body, word: str, number: int, text: str) -> None:
    content = plain(f"{word} {number}. {one_line(text)}".strip())
    body.paragraph("caption", content, keep=True)


def _table(body: Body, block: blocks.Table) -> None:
    if not block.header:
        return
    body.tables += 1
    _caption(body, body.words.table, body.tables, block.caption)
    body.out.append(table_xml(block, body.base, body.words))
    if one_line(block.note):
        body.paragraph("Small", plain(one_line(block.note)))
    body.gap = 0 if one_line(block.note) else _AFTER


def _chart(body: Body, block: blocks.Chart) -> None:
    body.charts += 1
    _caption(body, body.words.chart, body.charts, block.caption)
    picture = draw(block, body.base, body.language)
    if picture is None:
        body.paragraph("Small", plain(body.words.nothing))
        return
    alt = block.alt if attribute(block.alt) else block.caption
    body.picture(picture, f"{body.words.chart} {body.charts}", alt)
