"""A questionnaire on paper: what stands on it, written to a page."""

from brukarrevision.exchange.paper import xml
from brukarrevision.exchange.paper.content import Asked, Form, Grid, Item, Option
from brukarrevision.exchange.paper.page import Page
from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.exchange.paper.words import Phrases

_SHORT = 3400  # how long a line for a number is, in twentieths of a point
_ROOM = 8  # half points more for a box that a number is written in
_FIRST = 0.42  # the share of a table that its questions have
_EMPTY = 0.44  # the share of the width beside the box for the form's number
_EDGE = 200  # how far from the edge of that box its line ends
_TOGETHER = 7  # so many rows or choices stay on one page; where they are more, the
_FEW = 2  # first and last of them do


def survey(page: Page, form: Form, phrases: Phrases) -> None:
    """Write a questionnaire."""
    _number(page, phrases.say("number"))
    page.say("Title", form.title)
    for one in form.facts.values():
        page.say("Subtitle", one)
    for one in form.before:
        page.say("Text", one)
    for asked in form.attributes:
        _item(page, asked)
    for part in form.parts:
        page.say("heading 1", part.heading, keep=True)
        for item in part.items:
            _item(page, item, keep=item is form.parts[-1].items[-1])
    for one in form.after:
        page.say("Question", one)


def _number(page: Page, said: Said) -> None:
    """Write the box for the form's number, which is empty while it is answered."""
    width = page.base.width
    look = xml.Look(tab=width - _EDGE, indent=int(width * _EMPTY))
    inside = (page.words(said), xml.space(), xml.line())
    page.put(page.paragraph("Number", *inside, look=look))


def _item(page: Page, item: Item, *, keep: bool = False) -> None:
    """Write a question or a table of some; ``keep``: what comes after it stays by it.

    So are the last words of a form not alone on a page.
    """
    if isinstance(item, Grid):
        _grid(page, item, keep=keep)
        return
    answers = answer(page, item, keep=keep or item.after is not None)
    question(page, item, keep=keep or bool(answers) or item.kind == "note")
    page.put(*answers)
    if item.after:
        page.say("Hint", item.after, keep=keep)


def question(page: Page, asked: Asked, *, keep: bool, mark: str = "") -> None:
    """Write a question, what it needs to be understood, and how to answer.

    Args:
        page: where it is written.
        asked: the question.
        keep: whether what comes after it stays on its page.
        mark: the name of a bookmark around it, empty for none.
    """
    rule = page.layout.ruled
    if asked.when:
        look = xml.Look(keep=True, rule=rule)
        page.put(page.text("When", asked.when, look=look))
    more = bool(asked.hint or asked.how)
    alone = asked.when is None
    look = xml.Look(keep=keep or more, rule=rule and alone, tight=not alone)
    style = "When" if asked.kind == "note" else "Question"
    page.put(_question(page, asked, style, look, mark))
    for one in (asked.hint, asked.how):
        if one:
            page.say("Hint", one, keep=keep)


def _question(page: Page, asked: Asked, style: str, look: xml.Look, mark: str) -> str:
    """Return a question itself: beside its picture, if it has one."""
    said = numbered(asked)
    if asked.picture is None and not mark:
        return page.text(style, said, look=look)
    inside = _picture(page, asked.picture, asked.label) + page.words(said)
    marked = page.mark(mark, inside) if mark else inside
    return page.paragraph(style, marked, look=look)


def numbered(asked: Asked) -> Said:
    """Return a question with its number."""
    if not asked.number:
        return asked.label
    return Said(f"{asked.number}. {asked.label.text}", asked.label.tongue)


def _picture(page: Page, data: bytes | None, said: Said) -> str:
    return page.picture(data, said.text) + xml.space() if data else ""


def answer(page: Page, asked: Asked, *, keep: bool) -> list[str]:
    """Return what a question is answered in: boxes, or lines to write on.

    Args:
        page: where it is to be written.
        asked: the question.
        keep: whether what comes after it stays on its page.
    """
    match asked.kind:
        case "one" | "several" | "order":
            ordered = asked.kind == "order"
            kept = _kept(len(asked.options), last=keep)
            return [
                _choice(page, one, keep=stays, ordered=ordered)
                for one, stays in zip(asked.options, kept, strict=True)
            ]
        case "row":
            return [_row(page, asked, keep=keep)]
        case "line":
            look = xml.Look(tab=_SHORT, keep=keep)
            return [page.paragraph("Line", xml.line(), look=look)]
        case "lines":
            return [_line(page, keep=one) for one in _kept(asked.lines, last=keep)]
        case _:
            return []


def _kept(count: int, *, last: bool) -> list[bool]:
    """Return which of some rows stay on one page with the next.

    Few of them are never parted. Of many, none is left alone: else half a page may stay
    empty.
    """
    many = count > _TOGETHER
    inside = [not (many and _FEW <= at <= count - _FEW) for at in range(1, count)]
    return [*inside, last]


def _line(page: Page, *, keep: bool) -> str:
    look = xml.Look(tab=page.base.width, keep=keep)
    return page.paragraph("Line", xml.line(), look=look)


def _choice(page: Page, option: Option, *, keep: bool, ordered: bool) -> str:
    """Return a choice with its box; one to write a number in is larger, with no key.

    The key beside it could be taken for the number.
    """
    inside = (
        xml.box(page.layout.box + (_ROOM if ordered else 0)),
        xml.key(option.key) if page.layout.keys and not ordered else "",
        xml.line(),
        _picture(page, option.picture, option.said),
        page.words(option.said),
    )
    return page.paragraph("Choice", *inside, look=xml.Look(keep=keep))


def _row(page: Page, asked: Asked, *, keep: bool) -> str:
    """Return a scale of numbers: a box over each."""
    each = page.base.width // len(asked.options)
    tick = _cell(page, xml.box(page.layout.box), keep=True)
    cells = [
        xml.cell(each, tick + _cell(page, page.words(one.said), keep=keep))
        for one in asked.options
    ]
    widths = [each] * len(cells)
    frame = xml.Frame("", widths, numbered(asked).text, page.tongue.from_right)
    return xml.table(frame, [xml.row(cells)])


def _grid(page: Page, grid: Grid, *, keep: bool) -> None:
    """Write questions on one scale as a table: a row each, the scale at its head."""
    if grid.when:
        page.say("When", grid.when, keep=True)
    page.say("Hint" if grid.when else "When", grid.how, keep=True)
    total = page.base.width
    count = len(grid.options)
    each = int(total * (1 - _FIRST)) // count
    first = total - each * count
    head = [xml.cell(first, page.paragraph("Cell", "<w:r/>", look=xml.Look(keep=True)))]
    head += [
        xml.cell(each, _cell(page, page.words(one.said, bold=True), keep=True))
        for one in grid.options
    ]
    rows = [xml.row(head, header=True)]
    kept = _kept(len(grid.questions), last=keep)
    for asked, stays in zip(grid.questions, kept, strict=True):
        cells = [xml.cell(first, _label(page, asked, keep=stays))]
        cells += [_tick(page, each, one, keep=stays) for one in grid.options]
        rows.append(xml.row(cells))
    names = ", ".join(one.said.text for one in grid.options)
    style = page.base.styles["Report Table"]
    frame = xml.Frame(style, [first, *[each] * count], names, page.tongue.from_right)
    page.put(xml.table(frame, rows))


def _label(page: Page, asked: Asked, *, keep: bool) -> str:
    look = xml.Look(keep=keep)
    text = page.text("Cell", numbered(asked), look=look)
    if asked.hint is None:
        return text
    return text + page.text("Cell", asked.hint, look=look)


def _tick(page: Page, width: int, option: Option, *, keep: bool) -> str:
    mark = xml.key(option.key) if page.layout.keys else ""
    return xml.cell(width, _cell(page, xml.box(page.layout.box - 4) + mark, keep=keep))


def _cell(page: Page, inside: str, *, keep: bool) -> str:
    return page.paragraph("Cell", inside, look=xml.Look(keep=keep, centred=True))
