"""Tables for the terminal, and as plain text."""

from collections.abc import Iterator

import pytest

from brukarrevision import i18n
from brukarrevision.results import Result
from brukarrevision.tables import as_text, split
from brukarrevision.tables.view import View

from ..protect.surveys import (  # noqa: TID252 - one level up
    Survey,
    ask,
    audit,
    choices,
    instrument,
    plan,
)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Speak Swedish, and what was spoken before afterwards."""
    before = i18n.language()
    i18n.use("sv")
    yield
    i18n.use(before)


def views(*world: tuple[int, ...], by: tuple[str, ...] = ()) -> tuple[View, ...]:
    """Return tables of a yes/no question: yes, no and blank of each unit."""
    of = instrument([ask("q")], {"q": choices("jn")})
    survey = Survey(of, (("=j",), ("=n",), ("",)))
    (shown,) = survey.protected(world)
    result = Result(of, survey.questions[0], "r1", shown)
    return split.views(audit(plan(), of), [result], by)


def test_an_exact_table() -> None:
    """Counts, whole percent from ten, and the base below."""
    (one,) = views((7, 4, 2), by=("unit",))
    grid = as_text.grid(one)
    assert grid.title == "q Fråga q · Enhet u0"
    assert grid.rows == [("Svar j", "7", "64"), ("Svar n", "4", "36")]
    assert grid.note == "11 svarade av 13"
    assert grid.header == ("Svar", "Antal", "%")


def test_a_bounded_table() -> None:
    """An interval, no percentage, and words."""
    grid = as_text.grid(views((11, 1, 0))[0])
    assert grid.rows == [("Svar j", "10–12", "–"), ("Svar n", "0–2", "–")]
    assert grid.note.endswith(". Alla eller nästan alla svarade: Svar j.")


def test_a_hidden_table() -> None:
    """One marker, whatever the reason (R7)."""
    grid = as_text.grid(views((2, 2, 9), by=("unit",))[0])
    assert grid.title == "q Fråga q · Enhet u0"
    assert grid.rows == [("–", "–", "–")]
    assert grid.note == "Visas inte"


def test_the_total_says_who_is_not_in_it() -> None:
    """Too few and hidden, by name."""
    grid = as_text.grid(views((4, 4, 0), (2, 2, 6), (1, 1, 0))[0])
    assert grid.note == "8 svarade av 8. Ingår inte: Enhet u2, Enhet u1"


def test_in_english() -> None:
    """The words of the tool follow its language; the plan's stay."""
    i18n.use("en")
    grid = as_text.grid(views((4, 4, 1), (1, 1, 0))[0])
    assert grid.header == ("Answer", "Count", "%")
    assert grid.note == "8 of 9 answered. Not included: Enhet u1"
    assert as_text.grid(views((2, 2, 9))[0]).note.startswith("Not shown")


def test_plain_text() -> None:
    """Cells divided by tabs, an empty line after each table."""
    text = as_text.plain(views((7, 4, 0), (6, 0, 0), by=("unit",)))
    first, second, _ = text.split("\n\n")
    assert first.splitlines()[1:3] == ["Svar\tAntal\t%", "Svar j\t7\t64"]
    assert second.splitlines()[2] == "Svar j\t4–6\t–"


def test_the_round_is_in_the_title() -> None:
    """Where there are rounds each table says which."""
    from dataclasses import replace

    (one,) = views((7, 4, 0))
    assert as_text.grid(replace(one, round="r1")).title == "q Fråga q · r1"
