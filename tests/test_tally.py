"""Counting: who was asked, who answered, why not, and what."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.model.instrument import Instrument
from brukarrevision.tally import (
    REASONS,
    Counts,
    Option,
    QuestionTally,
    column,
    empty,
    grouped,
    tally,
)

from .protect.attacker import World
from .protect.surveys import UNITS, Survey, ask, choices, instrument, plan
from .protect.test_enumeration import BANDS, SHAPES, STRAY, routed, ticks

if TYPE_CHECKING:
    import pandas as pd

Person = Mapping[str, object]


def frame(*people: Person) -> "pd.DataFrame":
    """Return responses as the store gives them; what is not said is None."""
    import pandas as pd

    columns = dict.fromkeys(["round", "unit", "group", *(k for p in people for k in p)])
    rows = [[person.get(name) for name in columns] for person in people]
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def cells(name: str, *answers: str | None, **more: object) -> "pd.DataFrame":
    """Return people of ``u0`` with these coded cells."""
    return frame(*({"unit": "u0", name: answer, **more} for answer in answers))


def count(of: Instrument, data: "pd.DataFrame", name: str = "q") -> Counts:
    """Return the counts of one question over everybody."""
    found = [one for one in tally(data, of, plan()) if one.question.id == name]
    assert len(found) == 1
    return found[0].total()


def missing(**reasons: int) -> dict[str, int]:
    """Return how many did not answer and why."""
    return {reason: reasons.get(reason, 0) for reason in REASONS}


def one(kind: str = "select_one", ids: str = "abc", **more: object) -> Instrument:
    """Return an instrument of one question."""
    return instrument([ask("q", kind, **more)], {"q": choices(ids)})


def test_one_answer_each() -> None:
    """Answers are counted in the instrument's order, also those that nobody chose."""
    found = count(one(), cells("q", "=c", "=a", "=c"))
    assert found == Counts(3, 3, missing(), (1, 0, 2))


def test_why_there_is_no_answer() -> None:
    """Blank and each reason are apart; all were asked."""
    data = cells("q", "=a", "", None, "!dont_know", "!declined", "!not_applicable")
    found = count(one(), data)
    assert (found.asked, found.n) == (6, 1)
    assert found.missing == missing(blank=2, dont_know=1, declined=1, not_applicable=1)


def test_choices_that_mean_missing_are_no_rows() -> None:
    """Don't know is no row of the table and in no base."""
    rows = [*choices("ab"), {"id": "v", "label": "Vet ej", "missing": "dont_know"}]
    of = instrument([ask("q")], {"q": rows})
    (found,) = tally(cells("q", "=a", "!dont_know"), of, plan())
    assert found.options == (Option("a", "Svar a"), Option("b", "Svar b"))
    assert found.total().n == 1


def test_several_answers_each() -> None:
    """The base is those who answered, ticks or none; a tick counts once."""
    data = cells("q", "=a b", "=", "=b", "", "=b b")
    found = count(one("select_multiple"), data)
    assert found == Counts(5, 4, missing(blank=1), (1, 3, 0))


def test_rank_counts_the_first_choice() -> None:
    """Later places are not counted; whoever ranked nothing did not answer."""
    found = count(one("rank"), cells("q", "=b a c", "=b", "=c b", "="))
    assert found == Counts(4, 3, missing(blank=1), (0, 2, 1))


@pytest.mark.parametrize("kind", ["integer", "decimal", "range"])
def test_numbers_are_counted_in_bands(kind: str) -> None:
    """A number outside all bands is an answer too; what is no number is missing."""
    of = instrument([ask("q", kind, bands=BANDS)], {})
    data = cells("q", "=0", "=2", "=3,0", "=9", "=2,5", "=99", "=många", "")
    found = count(of, data)
    assert found == Counts(8, 6, missing(blank=2), (2, 1, 1, 2))


def test_distinct_values_as_they_stood() -> None:
    """For the auditors' own eyes numbers, dates and texts are counted one by one."""
    of = instrument([ask("q", "integer", bands=BANDS), ask("t", "text")], {})
    people = [{"unit": "u0", "q": q, "t": t} for q, t in (("=7", "=x"), ("=7", "=y"))]
    numbers, texts = tally(frame(*people), of, plan(), distinct=True)
    assert numbers.options == (Option("7", "7"),)
    assert numbers.total().counts == (2,)
    assert texts.options == (Option("x", "x"), Option("y", "y"))


def test_without_distinct_no_text_is_counted() -> None:
    """A text has no rows; how many answered is not known either."""
    of = instrument([ask("t", "text"), ask("d", "date")], {})
    data = frame({"unit": "u0", "t": "=hemligt", "d": "=2026-01-01"})
    for found in tally(data, of, plan()):
        assert found.options == ()
        assert "hemligt" not in str(found.parts)


def test_notes_are_no_questions() -> None:
    """A note is not tallied."""
    of = instrument([ask("n", "note"), ask("q")], {"q": choices("ab")})
    assert [t.question.id for t in tally(cells("q", "=a"), of, plan())] == ["q"]


def test_an_answer_that_is_no_choice_any_more_stops_the_work() -> None:
    """The instrument has changed since: what to do is said, and no answer is."""
    with pytest.raises(FaultyFiles) as stop:
        tally(cells("q", "=borttagen"), one(), plan())
    assert stop.value.problems[0].code == "tally-stale"
    assert "borttagen" not in repr(stop.value.problems)


# -- who was asked -----------------------------------------------------------------


def test_only_those_led_to_a_question_were_asked() -> None:
    """The others are not asked; blank is only who was led there and left it."""
    survey = routed(STRAY, choices("yn"))
    people = [{"unit": "u0", "p": p, "q": q} for p, q in STRAY]
    found = count(survey.instrument, frame(*people))
    assert found.asked == 5
    assert found.n == 4
    assert found.missing == missing(blank=1, not_asked=1)


def test_whoever_answered_was_asked() -> None:
    """A stray answer counts, whatever the routing says; so does a reason."""
    survey = routed(STRAY, choices("yn"))
    people: list[Person] = [
        {"unit": "u0", "p": "=n", "q": "=x"},
        {"unit": "u0", "p": "!declined", "q": "!dont_know"},
        {"unit": "u0", "p": "", "q": ""},
    ]
    found = count(survey.instrument, frame(*people))
    assert (found.asked, found.n) == (2, 1)
    assert found.missing == missing(dont_know=1, not_asked=1)


def test_all_of_several_conditions_must_hold() -> None:
    """Ticks lead on if one of them is wanted; two questions must both lead on."""
    lists = {"p": choices("abc"), "r": choices("jn"), "q": choices("xz")}
    routing = {"p": ["a", "b"], "r": ["j"]}
    questions = [ask("p", "select_multiple"), ask("r"), ask("q", relevant=routing)]
    of = instrument(questions, lists)
    people: list[Person] = [
        {"p": p, "r": r, "q": ""}
        for p, r in (("=b c", "=j"), ("=c", "=j"), ("=a", "=n"), ("=a b", "=j"))
    ]
    assert count(of, frame(*people)).asked == 2


def test_a_question_that_was_in_no_file_is_blank() -> None:
    """Everybody is asked what is in the instrument."""
    found = count(one(), frame({"unit": "u0"}, {"unit": "u0"}))
    assert found == Counts(2, 0, missing(blank=2), (0, 0, 0))
    assert column(frame({"unit": "u0"}), "nej") == [None]


# -- by whom -----------------------------------------------------------------------


def by(*partition: str, **more: object) -> Instrument:
    """Return an instrument whose results are split by these attributes."""
    lists = {"q": choices("ab"), "alder": choices("uv")}
    background = [{**ask("alder"), "observable": True}]
    return instrument(
        [ask("q")], lists, background=background, partition=list(partition), **more
    )


PEOPLE: list[Person] = [
    {"unit": "u1", "group": "g0", "alder": "=u", "q": "=a"},
    {"unit": "u0", "group": "g0", "alder": "=v", "q": "=a"},
    {"unit": "u1", "group": "g1", "alder": "", "q": "=b"},
    {"unit": None, "group": "g1", "alder": "!declined", "q": "=b"},
]


def test_parts_by_unit() -> None:
    """Each unit's counts and size; those whose unit is not known are a part too."""
    *_, found = tally(frame(*PEOPLE), by("unit"), plan())
    assert {k: v.counts for k, v in found.parts.items()} == {
        ("u1",): (1, 1),
        ("u0",): (1, 0),
        (None,): (0, 1),
    }
    assert found.sizes == {("u1",): 2, ("u0",): 1, (None,): 1}


def test_parts_by_group_and_background() -> None:
    """A background answer is known by its choice; none and a reason are not known."""
    *_, found = tally(frame(*PEOPLE), by("group", "alder"), plan())
    assert found.sizes == {
        ("g0", "u"): 1,
        ("g0", "v"): 1,
        ("g1", None): 2,
    }


def test_everybody_together() -> None:
    """A partition by nothing has one part."""
    *_, found = tally(frame(*PEOPLE), by(), plan())
    assert found.sizes == {(): 4}


def test_an_area_may_have_its_own_partition() -> None:
    """Questions of one area by group, of another by the instrument's partition."""
    areas = [
        {"id": "a", "label": "A", "partition": ["group"], "questions": [ask("q")]},
        {"id": "b", "label": "B", "questions": [ask("r")]},
    ]
    of = instrument([], {"q": choices("ab"), "r": choices("ab")}, areas=areas)
    one_, other = tally(frame(*PEOPLE), of, plan())
    assert (one_.partition, other.partition) == (("group",), ("unit",))
    assert set(one_.sizes) == {("g0",), ("g1",)}


def test_rounds_in_the_plans_order() -> None:
    """The plan's rounds first, then others by name, those without one among them."""
    given = ("r2", "äldre", "r1", None, "r2")
    people: list[Person] = [{"round": r, "unit": "u0", "q": "=a"} for r in given]
    found = tally(frame(*people), one(), plan())
    assert [t.round for t in found] == ["r1", "r2", None, "äldre"]
    assert [t.total().n for t in found] == [1, 2, 1, 1]


def test_everybody_who_responded_is_in_one_group() -> None:
    """By the partition and round, whatever they answered, as rows of the frame."""
    late: Person = {"unit": "u1", "round": "r1", "q": ""}
    data = frame(*PEOPLE, late)
    found = dict(grouped(data, by("unit"), ("unit",), plan()))
    assert found["r1"] == {("u1",): (len(PEOPLE),)}
    sizes = {key: len(rows) for key, rows in found[None].items()}
    assert sizes == {("u1",): 2, ("u0",): 1, (None,): 1}
    part = dict(grouped(data[1:], by("unit"), ("unit",), plan()))
    assert part["r1"] == {("u1",): (len(PEOPLE),)}


def test_an_empty_tally_has_the_options_and_nobody() -> None:
    """For a question that nobody is left to be counted for."""
    instrument = by("unit")
    question = next(instrument.questions())
    found = empty(instrument, question, "r1", "sv")
    assert (found.round, found.parts, found.sizes) == ("r1", {}, {})
    assert found.options
    assert found.total().n == 0


# -- sums --------------------------------------------------------------------------


def test_counts_add_up() -> None:
    """Two parts together."""
    a = Counts(5, 3, missing(blank=2), (1, 2))
    b = Counts(4, 3, missing(not_asked=1, blank=1), (3, 0))
    assert a + b == Counts(9, 6, missing(not_asked=1, blank=3), (4, 2))


def test_nobody_is_nought() -> None:
    """A tally without parts sums to nothing, with all its rows."""
    (found,) = tally(cells("q", "=a"), one(), plan())
    empty = QuestionTally(
        found.instrument, found.question, None, found.options, ("unit",), {}, {}
    )
    assert empty.total() == Counts(0, 0, missing(), (0, 0, 0))


SURVEYS = {
    "one": SHAPES["four"][0],
    "ticks": ticks("abc", none=True),
    "routed": routed(STRAY, choices("yn")),
    "rank": Survey(one("rank"), (("=a b",), ("=c",), ("=",), ("!declined",))),
    "bands": Survey(
        instrument([ask("q", "integer", bands=BANDS)], {}),
        (("=1",), ("=4",), ("=8",), ("=77",), ("",), ("!dont_know",)),
    ),
}


@st.composite
def answered(draw: st.DrawFn) -> tuple[Survey, World]:
    """Draw a survey and how people in up to three units answered it."""
    survey = SURVEYS[draw(st.sampled_from(sorted(SURVEYS)))]
    every = range(len(survey.profiles))
    people = st.lists(st.sampled_from(every), min_size=1, max_size=8)
    units = draw(st.lists(people, min_size=1, max_size=3))
    return survey, tuple(tuple(unit.count(p) for p in every) for unit in units)


@given(answered())
@settings(max_examples=100, deadline=None)
def test_the_tally_counts_as_the_proofs_do(case: tuple[Survey, World]) -> None:
    """What the enumeration puts into the protection is what the tally gives."""
    survey, world = case
    people: list[Person] = [
        {
            "unit": unit,
            **dict(zip("pq" if len(profile) > 1 else "q", profile, strict=True)),
        }
        for unit, leaf in zip(UNITS, world, strict=False)
        for profile, number in zip(survey.profiles, leaf, strict=True)
        for _ in range(number)
    ]
    assert tally(frame(*people), survey.instrument, plan()) == survey.tallies(world)
