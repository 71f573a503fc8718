"""Which answers are on the unfavourable side."""

import pytest

from brukarrevision.model.instrument import (
    Area,
    Band,
    Choice,
    Instrument,
    Question,
    Side,
)
from brukarrevision.model.sides import ids, of, side


def question(*, turned: bool = False) -> Question:
    """Return a question, perhaps one whose scale is reversed."""
    return Question(id="q", type="select_one", label="Fråga", reversed=turned)


def scale(*scores: float | None) -> tuple[Choice, ...]:
    """Return choices ``a``, ``b`` ... with these scores."""
    return tuple(
        Choice(id=name, label=name, score=score)
        for name, score in zip("abcdef", scores, strict=False)
    )


def marked(**marks: Side | None) -> tuple[Choice, ...]:
    """Return choices with these sides."""
    return tuple(Choice(id=i, label=i, side=mark) for i, mark in marks.items())


@pytest.mark.parametrize(
    ("scores", "negative", "positive"),
    [
        ((1, 2), "a", "b"),
        ((1, 2, 3), "a", "c"),
        ((1, 2, 3, 4), "ab", "cd"),
        ((4, 3, 2, 1), "cd", "ab"),
        ((1, 2, 3, 4, 5), "ab", "de"),
        ((0, 0.5, None, 1), "a", "d"),
        ((None, None), "", ""),
        ((3,), "", ""),
    ],
)
def test_a_scale_without_marks_is_halved_by_score(
    scores: tuple[float | None, ...], negative: str, positive: str
) -> None:
    """The middle of an odd scale, and what has no score, has no side."""
    found = side(question(), scale(*scores))
    assert ids(found, "negative") == set(negative)
    assert ids(found, "positive") == set(positive)


def test_marks_hold_where_there_are_any() -> None:
    """One mark is enough for scores not to count."""
    choices = (*scale(1, 2, 3), Choice(id="x", label="x", score=0, side="negative"))
    assert side(question(), choices) == {"x": "negative"}


def test_reversed_turns_marks_and_scores_about() -> None:
    """Neutral stays neutral."""
    choices = marked(a="negative", b="neutral", c="positive", d=None)
    assert side(question(turned=True), choices) == {
        "a": "positive",
        "b": "neutral",
        "c": "negative",
    }
    assert ids(side(question(turned=True), scale(1, 2, 3)), "negative") == {"c"}


def test_bands_have_the_sides_they_are_marked_with() -> None:
    """Numbers have no scores to halve."""
    low = Band.model_validate(
        {"id": "lag", "label": "Låg", "to": 2, "side": "negative"}
    )
    high = Band.model_validate({"id": "hog", "label": "Hög", "from": 3})
    assert side(question(), (low, high)) == {"lag": "negative"}
    assert side(question(), (high,)) == {}


def test_where_only_favourable_answers_are_marked_the_rest_are_not_favourable() -> None:
    """Somebody forgot the other side: it is protected all the same."""
    choices = marked(a=None, b="neutral", c="positive", d=None)
    assert ids(side(question(), choices), "negative") == {"a", "d"}
    assert side(question(), choices)["b"] == "neutral"


def test_the_answers_to_a_question_for_numbers_are_its_bands() -> None:
    """To all others their choices, those left out that mean no answer."""
    bands = (
        Band(id="low", label="Låg", start=0, end=4, side="negative"),
        Band(id="high", label="Hög", start=5, end=9),
    )
    number = Question(id="n", type="integer", label="Hur många?", bands=bands)
    choice = Question(id="q", type="select_one", label="Hur?", choices="how")
    how = (
        *marked(a="negative", b="positive"),
        Choice(id="c", label="c", missing="dont_know"),
    )
    areas = (Area(id="a", label="A", questions=(number, choice)),)
    instrument = Instrument(
        format=1,
        id="i",
        kind="survey",
        title="T",
        areas=areas,
        choices={"how": how},
    )
    assert of(instrument, number) == {"low": "negative"}
    assert of(instrument, choice) == {"a": "negative", "b": "positive"}
