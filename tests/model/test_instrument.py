"""Instruments: questions, choices, bands, routing and partitions."""

import pytest
from pydantic import ValidationError

from brukarrevision.model.instrument import Band, Instrument, Question

from ..protect.surveys import ask, choices, instrument  # noqa: TID252 - one level up

AREAS = [
    {"id": "a", "label": "A", "questions": [ask("q1"), ask("q2", "text")]},
    {"id": "b", "label": "B", "partition": ["group"], "questions": [ask("q3")]},
    {"id": "c", "label": "C", "partition": [], "questions": [ask("q4")]},
]


def given() -> Instrument:
    """Return an instrument of three areas and one background question."""
    rows = [*choices("jn"), {"id": "v", "label": "Vet ej", "missing": "dont_know"}]
    lists = {"q1": rows, "alder": choices("uv")}
    return instrument([], lists, areas=AREAS, background=[ask("alder")])


def test_questions_come_in_order() -> None:
    """Background first, then area by area."""
    assert [q.id for q in given().questions()] == ["alder", "q1", "q2", "q3", "q4"]


def test_a_question_is_found_by_its_id() -> None:
    """Whatever area it is in; None if it is in none."""
    found = given().question("q3")
    assert found is not None
    assert found.label == "Fråga q3"
    assert given().question("q9") is None


def test_answers_are_the_choices_that_do_not_mean_missing() -> None:
    """Don't know can be chosen, but is no answer."""
    of = given()
    question = of.question("q1")
    text = of.question("q2")
    assert question is not None
    assert text is not None
    assert [c.id for c in of.options(question)] == ["j", "n", "v"]
    assert [c.id for c in of.answers(question)] == ["j", "n"]
    assert of.options(text) == ()


@pytest.mark.parametrize(
    ("question", "partition"),
    [
        ("q1", ("unit",)),
        ("q3", ("group",)),
        ("q4", ()),
        ("alder", ("unit",)),
        ("q9", ("unit",)),
    ],
)
def test_results_are_split_by_the_area_or_the_instrument(
    question: str, partition: tuple[str, ...]
) -> None:
    """An area's own partition holds, also one by nothing."""
    assert given().partition_of(question) == partition


def test_routing_names_the_answers_that_lead_here() -> None:
    """A condition, an explicit none, and nothing said."""
    led = Question.model_validate(
        ask("q", "text", relevant={"p": ["j"], "r": ["a", "b"]})
    )
    assert led.routing == {"p": ("j",), "r": ("a", "b")}
    assert Question.model_validate(ask("q", "text", relevant="none")).routing == {}
    assert Question.model_validate(ask("q", "text")).routing == {}


@pytest.mark.parametrize(
    ("start", "end", "inside", "outside"),
    [
        (1, 3, [1, 2.5, 3], [0.9, 3.1]),
        (None, 3, [-9, 3], [4]),
        (1, None, [1, 99], [0]),
        (None, None, [0], []),
    ],
)
def test_a_band_holds_both_its_ends(
    start: int | None, end: int | None, inside: list[float], outside: list[float]
) -> None:
    """An end that is not given is open."""
    row = {"id": "b", "label": "Band", "from": start, "to": end}
    band = Band.model_validate(row)
    assert all(band.holds(value) for value in inside)
    assert not any(band.holds(value) for value in outside)


@pytest.mark.parametrize(
    "wrong",
    [{"type": "select"}, {"id": "1a"}, {"sensitive": "ja"}, {"relevant": "alla"}],
)
def test_what_is_no_question(wrong: dict[str, object]) -> None:
    """Types, ids and routing that are not known are faults."""
    with pytest.raises(ValidationError):
        Question.model_validate({**ask("q"), **wrong})


def test_an_instrument_has_an_area_with_a_question() -> None:
    """Empty ones are faults."""
    with pytest.raises(ValidationError):
        instrument([], {})
