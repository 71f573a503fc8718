"""Columns that are options of one question, and those that are not. Synthetic data."""

import pytest

from brukarrevision.intake import ticks
from brukarrevision.intake.header import take_apart
from brukarrevision.intake.names import is_other


def _groups(cells: dict[str, set[str]]) -> list[ticks.Ticks]:
    headings = [take_apart(at, text, text) for at, text in enumerate(cells)]
    return ticks.groups(headings, dict(enumerate(cells.values())))


@pytest.mark.parametrize(
    "cells",
    [
        {"d2[a]. Vilka? [A]": {"Yes"}},
        {"d2[a]. [A]": {"Yes"}, "d2[b]. [B]": {"No"}},
        {"d2/a": {"1", "7"}, "d2/b": {"1"}},
        {"d2/a": set(), "d2/b": set()},
        {"Fråga [A]": {"Ofta"}, "Fråga [B]": {"Sällan"}},
    ],
)
def test_other_columns_stay_apart(cells: dict[str, set[str]]) -> None:
    """One alone, rows of a matrix, scales, and columns without any cell."""
    assert _groups(cells) == []


def test_a_checkbox_may_stand_alone() -> None:
    """Three underscores are nothing else."""
    (found,) = _groups({"samtycke___1": {"0", "1"}})
    assert found.ticked == (("1",),)


def test_what_a_tick_would_be_where_there_is_none() -> None:
    """Of the same kind as what stands there."""
    (found,) = _groups({"d2/a": {"Nej"}, "d2/b": {"Nej"}})
    assert found.ticked == (("Ja",), ("Ja",))
    (found,) = _groups({"d2/a": {"0"}, "d2/b": set()})
    assert found.ticked == (("1",), ("1",))


def test_the_option_itself_as_a_tick() -> None:
    """Each column has its own."""
    (found,) = _groups({"Vilka? [A]": {"A"}, "Vilka? [B]": set()})
    assert found.ticked == (("A",), ("B",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Other (please specify)", True),
        ("Annat", True),
        ("Annan, vem?", True),
        ("Övrigt: ", True),
        ("annat ange vad", True),
        ("Annan personal", False),
        ("Other people's homes", False),
        ("", False),
    ],
)
def test_options_that_people_put_into_words(text: str, expected: bool) -> None:
    """An option that only begins with the word is one like any other."""
    assert is_other(text) is expected
