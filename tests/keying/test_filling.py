"""What each key does to a form: one keystroke an answer, back, correct, routing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision import modelfile
from brukarrevision.keying import keys
from brukarrevision.keying.asking import Item, items, options_of
from brukarrevision.keying.filling import Filling, Step, press
from brukarrevision.model.instrument import Instrument
from tests.conftest import ROOT

from .forms import PLAN, SMALL, instrument, instruments, papers, plan_of

ITEMS = items(SMALL, PLAN, given={"unit", "group", "round"})


def typed(form: Filling, *strokes: str) -> Step:
    """Press keys one after another; a word is its characters."""
    step = Step(form)
    for one in strokes:
        whole = one in (keys.LEFT, keys.RIGHT, keys.OTHER)
        for key in [one] if whole else one:
            step = press(step.form, key)
    return step


def begun() -> Filling:
    return Filling.begun(ITEMS)


def strokes(item: Item, cell: str) -> str:
    """Return the keys that give an answer."""
    if not item.options:
        return f"{' ' * (cell[:1] in ('?', '-'))}{cell}{keys.ENTER}"
    own = {one.id: one.key for one in item.options}
    pressed = "".join(own[one] for one in cell.split("|") if one)
    return pressed if item.kind == "one" and cell else pressed + keys.ENTER


def test_a_form_takes_a_key_an_answer() -> None:
    """Digits choose; several choices, ranks and lines end with Enter."""
    step = typed(begun(), "1", "31\r", "12\r", "21\r", "Tack, bra!\r")
    assert step.form.done
    assert step.form.answers == {
        "s1": "a",
        "s2": "a|c",
        "s3": "12",
        "s4": "b|a",
        "s5": "Tack, bra!",
    }


@pytest.mark.parametrize("key", [keys.ENTER, keys.SPACE])
def test_enter_and_space_leave_a_blank(key: str) -> None:
    """A blank is an answer that nobody gave, not a question that is still open."""
    step = typed(begun(), key)
    assert step.form.answers == {"s1": ""}
    assert step.form.item == ITEMS[2]


def test_what_is_not_asked_is_skipped_and_told() -> None:
    """The routing is that of the form."""
    step = typed(begun(), "2")
    assert (step.skipped, step.dropped) == (1, ())
    assert step.form.item == ITEMS[2]


@pytest.mark.parametrize("back", [keys.LEFT, keys.MINUS, keys.BACKSPACE])
def test_a_correction_drops_what_it_rules_out(back: str) -> None:
    """Three ways back; the answers that are not asked any more are named."""
    form = typed(begun(), "1", "2\r", "5").form
    form = typed(form, keys.BACKSPACE, back).form
    assert (form.item, form.typed) == (ITEMS[1], "2")
    form = typed(form, keys.LEFT).form
    assert (form.item, form.now) == (ITEMS[0], "a")
    step = press(form, "2")
    assert [one.id for one in step.dropped] == ["s2"]
    assert step.form.answers == {"s1": "b"}


def test_enter_keeps_an_answer_and_tab_goes_to_the_first_open() -> None:
    """Who has gone back gets on without doing anything again."""
    form = typed(begun(), "1", "12\r", "7\r").form
    back = form.back().back().back()
    assert back.item == ITEMS[0]
    assert typed(back, "\r\r\r").form == form
    assert typed(back, keys.TAB).form == form


def test_back_from_the_first_stays() -> None:
    """There is nothing before it."""
    assert typed(begun(), keys.LEFT, "-").form == begun()


def test_a_wrong_key_changes_nothing() -> None:
    """No answer is guessed at."""
    step = typed(begun(), "7")
    assert (step.form, step.fault) == (begun(), "key")
    assert typed(begun(), keys.OTHER, keys.ESCAPE).form == begun()


@pytest.mark.parametrize(
    ("kind", "line", "fault"),
    [
        ("integer", "tolv", "number"),
        ("integer", "1,5", "whole"),
        ("decimal", "1.2.3", "number"),
        ("date", "31/1 2026", "date"),
        ("date", "2026-02-30", "date"),
        ("range", "11", "range"),
    ],
)
def test_a_line_that_is_no_answer_stays_to_be_mended(
    kind: str, line: str, fault: str
) -> None:
    """Numbers and dates are checked as they are typed, not when they are read."""
    ends = {"start": 0, "end": 10} if kind == "range" else {}
    of = instrument({"id": "q", "type": kind, "label": "Hur mycket?", **ends})
    form = Filling.begun(items(of, PLAN, {"unit", "group", "round"}))
    step = typed(form, line, "\r")
    assert (step.fault, step.form.typed, step.answered) == (fault, line, None)


def test_a_minus_can_begin_a_number_below_zero() -> None:
    """Where the question takes such; elsewhere it goes back."""
    low = {"id": "q", "type": "integer", "label": "Grader?", "start": -30, "end": 30}
    form = Filling.begun(items(instrument(low), PLAN, {"unit", "group", "round"}))
    assert typed(form, "-12\r").form.answers == {"q": "-12"}


def test_a_toggled_choice_can_be_taken_back() -> None:
    """By its own key, or by Backspace; Enter with none is a blank."""
    form = typed(begun(), "1").form
    assert typed(form, "12", "1\r").form.answers["s2"] == "b"
    assert typed(form, "12", keys.BACKSPACE, "\r").form.answers["s2"] == "a"
    assert typed(form, "11\r").form.answers["s2"] == ""


def test_a_space_loses_no_choice() -> None:
    """Somebody who takes it for Enter keeps what was chosen."""
    form = typed(begun(), "1").form
    assert typed(form, "12 ").form.answers["s2"] == "a|b"
    assert typed(form, " ").form.answers["s2"] == ""


def test_the_help_key_is_text_within_a_line() -> None:
    """A question mark can be an answer."""
    form = typed(begun(), "2", "\r\r").form
    assert press(form, "?").helps
    assert typed(form, "va?\r").form.answers["s5"] == "va?"
    assert typed(form, " ?\r").form.answers["s5"] == "?"


def test_figures_in_labels_are_their_own_keys() -> None:
    """On a scale from 0 to 10 the key 3 is 3; the others get a key that is free."""
    scale = [(str(at), str(at)) for at in range(11)] + [("vetej", "Vet ej")]
    keyed = {one.label: one.key for one in options_of(scale)}
    assert [keyed[str(at)] for at in range(10)] == list("0123456789")
    assert (keyed["10"], keyed["Vet ej"]) == ("a", "b")
    ages = options_of([("u", "2–17 år"), ("v", "18–64 år"), ("p", "65 år och mer")])
    assert [one.key for one in ages] == ["1", "2", "3"]


@given(st.lists(st.text("0123456789 ,ab٣", max_size=4), min_size=1, max_size=60))
def test_every_choice_has_a_key_of_its_own(labels: list[str]) -> None:
    """Whatever the labels are; one key each, unless there are too many."""
    keyed = options_of([(str(at), label) for at, label in enumerate(labels)])
    pressed = [one.key for one in keyed]
    assert len({*pressed}) == len(labels)
    assert all(len(key) == 1 for key in pressed) == (len(labels) <= 35)
    assert all(key.isascii() and key.isalnum() for key in pressed)


TEMPLATES = sorted((ROOT / "templates" / "audit").rglob("instruments/*.yaml"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: "-".join(p.parts[-4:]))
def test_the_forms_of_every_template_can_be_keyed_in(path: Path) -> None:
    """By Enter alone, and by the first key of each choice."""
    of = modelfile.read(path, Instrument, path.name).model
    assert of is not None
    every = items(of, PLAN, {"unit", "group", "round"})
    assert {one.id for one in every} == {q.id for q in of.questions()} - notes(of)
    form = Filling.begun(every)
    for _ in every:
        form = press(form, keys.ENTER).form if form.item else form
    assert form.done
    assert not any(form.answers.values())


def notes(of: Instrument) -> set[str]:
    """Return the questions that are not asked."""
    return {one.id for one in of.questions() if one.type == "note"}


def test_more_choices_than_keys_are_written_by_number_or_beginning() -> None:
    """A list of forty municipalities is a line and Enter."""
    many = [{"id": f"k{at}", "label": f"Kommun {at}"} for at in range(1, 41)]
    one = {"id": "q", "type": "select_one", "label": "Var?", "choices": "k"}
    of = instrument(one, choices={"k": many})
    form = Filling.begun(items(of, PLAN, {"unit", "group", "round"}))
    assert typed(form, "37\r").form.answers == {"q": "k37"}
    assert typed(form, "41\r").fault == "choice"
    assert typed(form, "3 4\r").fault == "choice"
    assert typed(form, "kommun 37\r").form.answers == {"q": "k37"}
    assert typed(form, "Kommun 3\r").fault == "choice"
    assert typed(form, "Stad\r").fault == "choice"


def test_the_unit_is_asked_and_the_one_before_is_usual() -> None:
    """Only what the plan has several of and nobody gave."""
    units = [{"id": "norr", "label": "Norr"}, {"id": "soder", "label": "Söder"}]
    plan = plan_of(units=units, groups=[], rounds=[])
    every = items(SMALL, plan)
    assert [one.id for one in every][:2] == ["unit", "s1"]
    assert items(SMALL, plan, {"unit"})[0].id == "s1"
    form = Filling.begun(every, usual={"unit": "soder"})
    assert typed(form, "\r").form.answers == {"unit": "soder"}
    assert typed(form, " ").form.answers == {"unit": ""}
    assert typed(form, "1").form.answers == {"unit": "norr"}


def test_a_form_begun_again_is_where_it_was() -> None:
    """After an interruption."""
    form = typed(begun(), "1", "2\r").form
    assert Filling.begun(ITEMS, form.answers) == form


def test_a_note_is_shown_with_what_comes_after_it() -> None:
    """And has no number of its own."""
    assert ITEMS[2].notes == ("Nu om er.",)
    assert [one.number for one in ITEMS] == [1, 2, 3, 4, 5]


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_any_paper_can_be_keyed_in(data: st.DataObject) -> None:
    """Key by key, and what was keyed is what stands on it."""
    of = data.draw(instruments())
    every = items(of, PLAN, {"unit", "group", "round"})
    paper = data.draw(papers(every))
    form = Filling.begun(every)
    while form.item:
        form = typed(form, strokes(form.item, paper[form.item.id])).form
    assert form.answers == paper


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_no_keys_whatever_break_a_form(data: st.DataObject) -> None:
    """Every answer is one that is asked, and going on always ends."""
    of = data.draw(instruments())
    every = items(of, PLAN, {"unit", "group", "round"})
    form = Filling.begun(every)
    any_key = st.sampled_from([*"0123abx?- \r\t\x7f", keys.LEFT, keys.RIGHT, "å"])
    for key in data.draw(st.lists(any_key, max_size=60)):
        form = press(form, key).form
        asked = {one.id for one in every if one.id in form.answers}
        assert set(form.answers) == asked
    for _ in range(3 * len(every)):
        form = press(form, " ").form if form.item and not _is_line(form) else _on(form)
    assert form.done


def _is_line(form: Filling) -> bool:
    return form.item is not None and form.item.kind == "line"


def _on(form: Filling) -> Filling:
    """Empty the line and go on."""
    while form.typed:
        form = press(form, keys.BACKSPACE).form
    return press(form, keys.ENTER).form
