"""An interview guide on paper or screen, with room for notes.

Every place has a name, as a bookmark: ``q_<question>`` around a question,
``n_<question>`` in the room for its notes, and ``interview_id``, ``interview_date``,
``interview_unit``, ``interview_group``, ``interview_round`` and
``interview_interviewers`` for what holds for the conversation.
So a guide that is filled in can be read back (decision 0025).
"""

from collections.abc import Sequence

from brukarrevision.exchange.paper import xml
from brukarrevision.exchange.paper.content import Asked, Form, Grid, Option
from brukarrevision.exchange.paper.page import Page
from brukarrevision.exchange.paper.survey import answer, numbered, question
from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.exchange.paper.words import Phrases, Word

_FRONT: dict[str, Word] = {
    "id": "talk",
    "date": "day",
    "unit": "place",
    "group": "people",
    "round": "time",
    "interviewers": "interviewers",
}
_OPTIONAL = frozenset({"group", "round"})  # of which a plan may have none
_BEFORE: tuple[Word, ...] = ("before_voluntary", "before_notes", "before_names")
_LABEL = 0.4  # the share of the front table that says what is written
_HIGH, _LOW = 2200, 900  # of the room for notes, in twentieths of a point
_LINE = 480


def guide(page: Page, form: Form, phrases: Phrases) -> None:
    """Write an interview guide."""
    page.say("Title", form.title)
    _front(page, form, phrases)
    page.say("Question", phrases.say("before_talk"), keep=True)
    for name in _BEFORE:
        page.say("Text", phrases.say(name))
    for part in form.parts:
        page.say("heading 1", part.heading, keep=True)
        for item in part.items:
            for asked in item.questions if isinstance(item, Grid) else (item,):
                _asked(page, asked, phrases)
    for one in form.after:
        page.say("Question", one)


def _front(page: Page, form: Form, phrases: Phrases) -> None:
    """Write the table of what holds for the conversation; never a name."""
    total = page.base.width
    first = int(total * _LABEL)
    asked = {one.id: one.options for one in form.attributes}
    rows = []
    for name, word in _FRONT.items():
        known = form.facts.get(name)
        if name in _OPTIONAL and not known and name not in asked:
            continue
        said = page.words(known) if known else "<w:r/>"
        room = page.paragraph("Cell", page.mark(f"interview_{name}", said))
        label = _label(page, phrases.say(word), asked.get(name, ()))
        cells = (xml.cell(first, label), xml.cell(total - first, room))
        rows.append(xml.row(cells, height=_LINE))
    caption = phrases.say("talk").text
    right = page.tongue.from_right
    page.put(xml.table(xml.Frame("", (first, total - first), caption, right), rows))


def _label(page: Page, label: Said, options: Sequence[Option]) -> str:
    """Return what is to be written in a row, and what there is to choose from."""
    text = page.paragraph("Cell", page.words(label, bold=True))
    if not options:
        return text
    names = ", ".join(one.said.text for one in options)
    return text + page.text("Cell", Said(names, options[0].said.tongue))


def _asked(page: Page, asked: Asked, phrases: Phrases) -> None:
    """Write a question with its answers as boxes, and room for notes."""
    if asked.kind == "note":
        page.say("When", asked.label, keep=True)
        return
    question(page, asked, keep=True, mark=f"q_{asked.id}")
    if asked.kind not in ("line", "lines"):
        page.put(*answer(page, asked, keep=True))
    if asked.after:
        page.say("Hint", asked.after, keep=True)
    if asked.number:
        if asked.kind != "lines":
            page.say("Hint", phrases.say("notes"), keep=True)
        _notes(page, asked, phrases.say("notes"))


def _notes(page: Page, asked: Asked, label: Said) -> None:
    """Write room for notes: it grows when typed in, and is enough for a pen."""
    caption = f"{label.text}: {numbered(asked).text}"
    inside = page.paragraph("Cell", page.mark(f"n_{asked.id}", "<w:r/>"))
    height = _HIGH if asked.kind == "lines" else _LOW
    rows = [xml.row([xml.cell(page.base.width, inside, top=True)], height=height)]
    frame = xml.Frame("", (page.base.width,), caption, page.tongue.from_right)
    page.put(xml.table(frame, rows))
