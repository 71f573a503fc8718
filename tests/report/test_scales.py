"""Which questions are drawn together, and in which order."""

import pytest

from brukarrevision import results
from brukarrevision.report.scales import scales
from brukarrevision.report.scope import Scope
from tests.protect.surveys import Row, ask, choices, instrument, plan

from .audits import answered, people

ALL = Scope("alla")


def drawn(*questions: Row, **cells: str) -> list[tuple[str, ...]]:
    """Return the questions of each chart of an area."""
    lists = {"q": choices("ab", a="negative", b="positive"), "p": choices("xy")}
    lists["long"] = choices("abcdefg")
    of = instrument(questions, lists, partition=["unit"])
    found = results.protected(answered((of, people(12, **cells)))).questions
    made = scales(found[:-2], ALL, "Område", plan())
    for one in made:
        assert one.chart.categories == tuple(row[0] for row in one.table.rows)
    return [one.chart.categories for one in made]


def q(name: str, scale: str = "q", **more: object) -> Row:
    """Return a question on a scale."""
    return {**ask(name), "choices": scale, **more}


MIXED = "=a|=b"
OTHER = "=x|=y"


def test_questions_on_a_scale_are_drawn_together_wherever_they_stand() -> None:
    """Another kind between them does not part them."""
    asked = (q("a"), q("b", "p"), q("c"), q("d", "p"))
    assert drawn(*asked, a=MIXED, b=OTHER, c=MIXED, d=OTHER) == [
        ("Fråga a", "Fråga c"),
        ("Fråga b", "Fråga d"),
    ]


def test_a_question_alone_has_no_chart() -> None:
    """Its table and its sentence are enough."""
    assert drawn(q("a"), q("b", "p"), a=MIXED, b=OTHER) == []


def test_questions_turned_about_are_drawn_apart() -> None:
    """Else a colour would mean both good and bad."""
    asked = (q("a"), q("b"), q("c", reversed=True), q("d", reversed=True))
    assert len(drawn(*asked, a=MIXED, b=MIXED, c=MIXED, d=MIXED)) == 2


def test_what_is_hidden_or_sensitive_or_long_is_not_drawn() -> None:
    """Nor is what too few answered."""
    asked = (q("a"), q("b", sensitive=True), q("c"), q("d", "long"), q("e", "long"))
    cells = {"a": MIXED, "b": MIXED, "d": "=a|=b|=c", "e": "=a|=b|=c"}
    assert drawn(*asked, **cells) == []


@pytest.mark.parametrize(("number", "sizes"), [(8, [8]), (9, [5, 4]), (20, [7, 7, 6])])
def test_many_questions_are_divided_evenly(number: int, sizes: list[int]) -> None:
    """No chart of one question is left over."""
    names = [f"q{at}" for at in range(number)]
    made = drawn(*(q(name) for name in names), **dict.fromkeys(names, MIXED))
    assert [len(part) for part in made] == sizes
    assert [one for part in made for one in part] == [f"Fråga {n}" for n in names]
