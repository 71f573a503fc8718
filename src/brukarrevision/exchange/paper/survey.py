"""A questionnaire on paper: what stands on it, written to a page."""

from collections.abc import Sequence

from brukarrevision.exchange.paper import xml
from brukarrevision.exchange.paper.content import Asked, Form, Grid, Item, Option
from brukarrevision.exchange.paper.page import Page
from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.exchange.paper.words import Phrases

_SHORT = 3400  # how long a line for a number is, in twentieths of a point
_FIRST = 0.42  # the share of a table that its questions have
_NUMBER = 1000  # how long the line for the form's number is


def survey(page: Page, form: Form, phrases: Phrases) -> None:
    """Write a questionnaire."""
    _number(page, phrases.say("number"))
    page.say("Title", form.title)
    if form.facts:
        page.say("Subtitle", *form.facts)
    for one in form.before:
        page.say("Text", one)
    for part in form.parts:
        if part.heading:
            page.say("heading 1", part.heading, keep=True)
        for item in part.items:
            _item(page, item)
    for one in form.after:
        page.say("Question", one)


def _number(page: Page, words: Said) -> None:
    """Write the box for the form's number, which nobody sees who answers a question."""
    width = page.base.width
    look = xml.Look(tab=width, indent=width // 2)
    page.put(page.paragraph("Number", xml.run(words), xml.line(), look=look))


def _item(page: Page, item: Item) -> None:
    if isinstance(item, Grid):
        _grid(page, item)
        return
    answers = answer(page, item)
    question(page, item, keep=bool(answers) or item.after is not None)
    page.put(*answers)
    if item.after:
        page.say("Hint", item.after)


def question(page: Page, asked: Asked, *, keep: bool) -> None:
    """Write a question, what it needs to be understood, and how to answer."""
    above = asked.when
    if above:
        look = xml.Look(keep=True, rule=page.layout.ruled)
        page.put(page.paragraph("When", xml.run(above), look=look))
    picture = _picture(page, asked.picture, asked.label)
    words = xml.run(numbered(asked))
    look = xml.Look(
        keep=keep or bool(asked.hint or asked.how),
        rule=page.layout.ruled and not above,
        tight=above is not None,
    )
    style = "Text" if asked.kind == "note" else "Question"
    page.put(page.paragraph(style, picture, words, look=look))
    for one in (asked.hint, asked.how):
        if one:
            page.say("Hint", one, keep=keep)


def numbered(asked: Asked) -> Said:
    """Return a question with its number."""
    if not asked.number:
        return asked.label
    return Said(f"{asked.number}. {asked.label.text}", asked.label.tongue)


def _picture(page: Page, data: bytes | None, said: Said) -> str:
    return page.picture(data, said.text) + xml.space() if data else ""


def answer(page: Page, asked: Asked) -> list[str]:
    """Return what a question is answered in: boxes, or lines to write on."""
    match asked.kind:
        case "one" | "several" | "order":
            return _boxes(page, asked)
        case "row":
            return [_row(page, asked.options)]
        case "line":
            look = xml.Look(tab=_SHORT, keep=asked.after is not None)
            return [page.paragraph("Line", xml.line(), look=look)]
        case "lines":
            return [_line(page, last=at == 0) for at in reversed(range(asked.lines))]
        case _:
            return []


def _line(page: Page, *, last: bool) -> str:
    look = xml.Look(tab=page.base.width, keep=not last)
    return page.paragraph("Line", xml.line(), look=look)


def _boxes(page: Page, asked: Asked) -> list[str]:
    last = asked.options[-1] if asked.options else None
    return [
        _choice(page, one, keep=one is not last or asked.after is not None)
        for one in asked.options
    ]


def _choice(page: Page, option: Option, *, keep: bool) -> str:
    inside = (
        xml.box(page.layout.box),
        xml.key(option.key) if page.layout.keys else "",
        "<w:r><w:tab/></w:r>",
        _picture(page, option.picture, option.said),
        xml.run(option.said),
    )
    return page.paragraph("Choice", *inside, look=xml.Look(keep=keep))


def _row(page: Page, options: Sequence[Option]) -> str:
    """Return the boxes of a scale of numbers, in a row."""
    pieces = (
        xml.box(page.layout.box) + xml.space() + xml.run(option.said)
        for option in options
    )
    wide = '<w:r><w:t xml:space="preserve">\u2003</w:t></w:r>'
    return page.paragraph("Text", wide.join(pieces))


def _grid(page: Page, grid: Grid) -> None:
    """Write questions on one scale as a table: a row each, the scale at its head."""
    said = (grid.when, grid.how) if grid.when else (grid.how,)
    page.say("When", *said, keep=True)
    total = page.base.width
    count = len(grid.options)
    each = int(total * (1 - _FIRST)) // count
    first = total - each * count
    head = [xml.cell(first, page.paragraph("Cell", "<w:r/>", look=xml.Look(keep=True)))]
    head += [
        xml.cell(each, _cell(page, xml.run(one.said, bold=True), keep=True))
        for one in grid.options
    ]
    rows = [xml.row(head, header=True)]
    for asked in grid.questions:
        keep = asked is not grid.questions[-1]
        cells = [xml.cell(first, _label(page, asked, keep=keep))]
        cells += [_tick(page, each, one, keep=keep) for one in grid.options]
        rows.append(xml.row(cells))
    names = ", ".join(one.said.text for one in grid.options)
    style = page.base.styles["Report Table"]
    frame = xml.Frame(style, [first, *[each] * count], names, page.tongue.from_right)
    page.put(xml.table(frame, rows))


def _label(page: Page, asked: Asked, *, keep: bool) -> str:
    look = xml.Look(keep=keep)
    text = page.paragraph("Cell", xml.run(numbered(asked)), look=look)
    if asked.hint is None:
        return text
    return text + page.paragraph("Cell", xml.run(asked.hint), look=look)


def _tick(page: Page, width: int, option: Option, *, keep: bool) -> str:
    mark = xml.key(option.key) if page.layout.keys else ""
    return xml.cell(width, _cell(page, xml.box(page.layout.box - 4) + mark, keep=keep))


def _cell(page: Page, inside: str, *, keep: bool) -> str:
    return page.paragraph("Cell", inside, look=xml.Look(keep=keep, centred=True))
