"""Numbers that may be shown, as words, counts and shares."""

from dataclasses import replace
from typing import Literal

import pytest

from brukarrevision import wording
from brukarrevision.model.base import Language
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable, Shown
from brukarrevision.tally import Option

from .protect.surveys import ask, choices, instrument, plan


def table(n: int | None, shown: Shown, *cells: Cell) -> ProtectedTable:
    """Return a table of one unit with three answers."""
    return ProtectedTable(
        instrument="enkat",
        question="q",
        round=None,
        partition=("unit",),
        keys=() if n is None else (("u0",),),
        left_out=(),
        options=tuple(Option(i, f"Svar {i}") for i in "abc"),
        shown=shown,
        asked=n,
        n=n,
        cells=cells,
    )


def in_language(language: Language, **words: int) -> Plan:
    """Return a plan in a language, perhaps with words of its own."""
    given = [{"at_least": limit, "word": word} for word, limit in words.items()]
    data = {**plan().model_dump(), "language": language, "words": given}
    return Plan.model_validate(data)


@pytest.mark.parametrize(
    ("part", "n", "percent"),
    [
        (0, 7, 0),
        (7, 7, 100),
        (1, 8, 13),
        (1, 3, 33),
        (2, 3, 67),
        (1, 200, 1),
        (5, 10, 50),
    ],
)
def test_percentages_are_whole_and_halves_go_up(
    part: int, n: int, percent: int
) -> None:
    """12.5 is 13, as people round."""
    assert wording.percent(part, n) == percent


def test_counts_and_intervals() -> None:
    """A number, or from one to another, with its base."""
    exact, interval = Cell(("a",), 6, 6), Cell(("a",), 4, 6)
    assert (wording.count(exact), wording.count(interval)) == ("6", "4–6")
    assert wording.of(exact, 9, "sv") == "6 av 9"
    assert wording.of(interval, 9, "en") == "4–6 of 9"


@pytest.mark.parametrize(
    ("low", "high", "n", "share"),
    [
        (6, 6, 9, "–"),
        (6, 6, 10, "60 %"),
        (41, 44, 57, "72–77 %"),
        (199, 200, 400, "50 %"),
    ],
)
def test_shares_are_given_from_ten_answers(
    low: int, high: int, n: int, share: str
) -> None:
    """Below ten a percentage is a count in disguise (R4)."""
    assert wording.share(Cell(("a",), low, high), n) == share


def test_answers_together() -> None:
    """One name, or several with "or"."""
    of = table(9, "exact")
    assert wording.labels(of, Cell(("b",), 1, 1), "sv") == "Svar b"
    assert wording.labels(of, Cell(("a", "b", "c"), 0, 2), "sv") == (
        "Svar a, Svar b eller Svar c"
    )
    assert wording.labels(of, Cell(("a", "c"), 0, 2), "en") == "Svar a or Svar c"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Alla eller nästan alla svarade: Svar b."),
        ("en", "All or almost all answered: Svar b."),
    ],
)
def test_a_bounded_table_in_words(language: Literal["sv", "en"], text: str) -> None:
    """What a person would write, not a hole."""
    bounded = table(9, "bounded", Cell(("b",), 7, 9), Cell(("a", "c"), 0, 2))
    assert wording.phrase(bounded, language) == text


def test_a_bounded_side_in_words() -> None:
    """The side's answers, not one of them."""
    side = table(9, "bounded", Cell(("a", "b"), 7, 9), Cell(("c",), 0, 2))
    assert (
        wording.phrase(side, "sv")
        == "Alla eller nästan alla svarade: Svar a eller Svar b."
    )


@pytest.mark.parametrize(
    "silent",
    [
        table(9, "exact", Cell(("a",), 5, 5), Cell(("b",), 4, 4), Cell(("c",), 0, 0)),
        table(None, "hidden"),
        table(
            12, "bounded", Cell(("a",), 7, 9), Cell(("b",), 1, 3), Cell(("c",), 2, 4)
        ),
        table(9, "bounded", Cell(("a",), 6, 6), Cell(("b",), 0, 2), Cell(("c",), 4, 4)),
    ],
)
def test_nothing_is_said_in_words_where_numbers_say_it(silent: ProtectedTable) -> None:
    """Exact, hidden, a sum of different leaves, or options of which some are few."""
    assert wording.phrase(silent, "sv") is None


@pytest.mark.parametrize(
    ("low", "high", "sv", "en"),
    [
        (20, 20, "alla", "all"),
        (18, 18, "nästan alla", "almost all"),
        (17, 17, "de flesta", "most"),
        (11, 11, "en majoritet", "a majority"),
        (10, 10, "hälften", "half"),
        (9, 9, "knappt hälften", "just under half"),
        (4, 4, "en mindre del", "a smaller part"),
        (0, 2, "få eller ingen", "few or none"),
        (1, 3, "få", "few"),
        (0, 0, "ingen", "none"),
        (18, 20, "alla eller nästan alla", "all or almost all"),
        (13, 14, "", ""),
    ],
)
def test_words_for_shares_of_twenty(low: int, high: int, sv: str, en: str) -> None:
    """A word where the whole interval has it, none where it spans two."""
    cell = Cell(("a",), low, high)
    assert wording.word(cell, 20, in_language("sv")) == sv
    assert wording.word(cell, 20, in_language("en")) == en


def test_a_plan_may_have_its_own_words() -> None:
    """In any order; a share below all of them has none."""
    given = in_language("sv", flera=25, många=75)
    assert wording.word(Cell(("a",), 15, 15), 20, given) == "många"
    assert wording.word(Cell(("a",), 5, 5), 20, given) == "flera"
    assert wording.word(Cell(("a",), 4, 4), 20, given) == ""
    assert [w.word for w in wording.band_words(given)] == ["många", "flera"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_words_in_use_are_told_with_their_limits(
    language: Literal["sv", "en"],
) -> None:
    """The largest share first, down to nought."""
    words = wording.band_words(in_language(language))
    assert [w.at_least for w in words] == [90, 67, 51, 50, 40, 20, 0]


def test_leaves_are_called_by_the_plans_labels() -> None:
    """Units and groups from the plan, background from its choices."""
    of = instrument(
        [ask("q")],
        {"q": choices("ab"), "alder": choices("uv")},
        background=[ask("alder")],
    )
    keys = [("u1", "u"), (None, "v"), ("okand", "x")]
    assert wording.names(keys, ("unit", "alder"), plan(), of) == (
        "Enhet u1 / Svar u",
        "uppgift saknas / Svar v",
        "okand / x",
    )


def test_everybody_is_called_all() -> None:
    """A partition by nothing has one leaf."""
    of = instrument([ask("q")], {"q": choices("ab")})
    assert wording.names([()], (), plan(), of) == ("Alla",)
    assert wording.names([()], (), in_language("en"), of) == ("All",)
    assert wording.names([(None,)], ("unit",), in_language("en"), of) == ("not given",)


@pytest.mark.parametrize("label", ["FYLL I: enhetens namn", "FILL IN: the unit's name"])
def test_a_unit_without_a_name_is_called_by_its_id(label: str) -> None:
    """A label still to be filled in is not printed."""
    data = {**plan().model_dump(), "units": [{"id": "u0", "label": label}]}
    of = instrument([ask("q")], {"q": choices("ab")})
    assert wording.names([("u0",)], ("unit",), Plan.model_validate(data), of) == ("u0",)


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_lists_read_as_a_person_writes_them(items: list[str], text: str) -> None:
    """Commas, and a word before the last."""
    assert wording.listed(items, "sv") == text
    assert wording.listed(items, "en") == text.replace("och", "and")


@pytest.mark.parametrize(("low", "says"), [(9, False), (13, False), (14, True)])
def test_a_sum_is_almost_all_only_from_ninety_percent(*, low: int, says: bool) -> None:
    """Three small leaves, each almost all, can be nine of fifteen together."""
    cells = (Cell(("a",), low, 15), Cell(("b", "c"), 0, 15 - low))
    summed = replace(table(15, "bounded", *cells), leaves=3)
    assert (wording.phrase(summed, "sv") is not None) is says
    assert wording.phrase(replace(summed, leaves=1), "sv") is not None


def test_where_the_plan_has_no_units_everybody_is_all() -> None:
    """Nobody's unit is missing where there is none to give."""
    bare = plan().model_copy(update={"units": ()})
    of = instrument([ask("q")], {"q": choices("xz")})
    assert wording.names([(None,)], ("unit",), bare, of) == ("Alla",)
