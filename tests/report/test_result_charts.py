"""Charts of a report: bars that add up, and the bounded drawn as bounded."""

from brukarrevision.report.blocks import Chart
from brukarrevision.report.result_charts import scale_chart
from brukarrevision.results import Result
from tests.protect.surveys import choices, plan

from .shown import shown

EXACT = (("a", 3, 3), ("b", 4, 4), ("c", 5, 5), ("d", 8, 8))


def chart(*results: Result, language: str = "sv") -> Chart:
    """Return a chart of these questions."""
    pairs = [(result, result.protected.leaves[0]) for result in results]
    return scale_chart(pairs, "Stöd", plan().model_copy(update={"language": language}))


def sums(of: Chart) -> list[int]:
    """Return how long each bar is."""
    bars = zip(*(one.values for one in of.series), strict=True)
    return [sum(part or 0 for part in bar) for bar in bars]


def test_exact_answers_are_parts_of_a_bar() -> None:
    """One for each answer, in the order of the scale, with its side."""
    found = chart(shown(*EXACT, n=20))
    assert [(s.name, s.values, s.role) for s in found.series] == [
        ("Svar a", (3,), "negative"),
        ("Svar b", (4,), "negative"),
        ("Svar c", (5,), "positive"),
        ("Svar d", (8,), "neutral"),
    ]
    assert found.axis == "Antal svarande"


def test_what_is_not_told_is_a_part_of_its_own() -> None:
    """A bounded bar is as long as the others and says what is protected."""
    found = chart(shown(*EXACT, n=20), shown(("ab", 18, 20), ("cd", 0, 2), n=20))
    named = {one.name: one for one in found.series}
    assert named["Svar a eller Svar b"].values == (None, 18)
    assert named["Svar a eller Svar b"].role == "negative"
    assert named["Skyddat"].values == (None, 2)
    assert named["Skyddat"].role == "protected"
    assert sums(found) == [20, 20]
    assert "Svar c eller Svar d" not in named


def test_every_bar_is_as_long_as_its_base() -> None:
    """Sums of leaves too, where every answer has an interval of its own."""
    results = (
        shown(*EXACT, n=20),
        shown(("a", 1, 3), ("b", 0, 2), ("c", 8, 10), ("d", 0, 4), n=14, leaves=2),
        shown(("d", 9, 11), ("abc", 0, 2), n=11),
        shown(n=9),
    )
    assert sums(chart(*results)) == [20, 14, 11, 0]


def test_nobody_is_not_drawn() -> None:
    """An answer that nobody gave has no part, and no nought printed."""
    found = chart(shown(("a", 0, 0), ("b", 6, 6), ("c", 6, 6), ("d", 0, 0), n=12))
    assert found.series[0].values == (None,)


def test_scales_without_sides_and_turned_about() -> None:
    """Colours tell sides; where there are none they tell nothing of the kind."""
    plain = chart(shown(("a", 5, 5), ("b", 4, 4), n=9, rows=choices("ab")))
    assert {one.role for one in plain.series} == {"plain"}
    turned = chart(shown(*EXACT, n=20, reversed=True))
    roles = [one.role for one in turned.series]
    assert roles == ["positive", "positive", "negative", "neutral"]


def test_several_sides_together_have_no_side() -> None:
    """An answer bounded with others of other sides is neither."""
    found = chart(shown(("acd", 10, 12), ("b", 0, 2), n=12))
    named = {one.name: one.role for one in found.series}
    assert named["Svar a, Svar c eller Svar d"] == "plain"


def test_the_description_tells_each_question_and_where_the_numbers_are() -> None:
    """Sentences that end, in the plan's language; the table has the rest."""
    both = (shown(*EXACT, n=20), shown(n=9, name="p"))
    assert chart(*both).alt == (
        "Liggande staplar. Fråga q – Svar d: 8 av 20. Fråga p – visas inte. "
        "Alla siffror står i tabellen under diagrammet."
    )
    assert chart(*both, language="en").alt == (
        "Horizontal bars. Fråga q – Svar d: 8 of 20. Fråga p – not shown. "
        "All numbers are in the table below the chart."
    )
