"""Coded cells: answers, blanks and reasons; numbers and days as people write them."""

import datetime as dt

import pytest

from brukarrevision.model import cell


def test_an_answer_comes_back() -> None:
    """What is coded can be read, an empty answer too."""
    assert cell.value(cell.answered("helt")) == "helt"
    assert cell.value(cell.answered("")) == ""
    assert cell.reason(cell.answered("")) is None


@pytest.mark.parametrize("state", cell.STATES)
def test_a_reason_is_no_answer(state: str) -> None:
    """Each state is told from an answer."""
    coded = f"!{state}"
    assert cell.value(coded) is None
    assert cell.reason(coded) == state
    assert cell.missing("declined") == "!declined"


@pytest.mark.parametrize("blank", ["", None])
def test_blank_is_neither(blank: str | None) -> None:
    """Nothing was written."""
    assert cell.value(blank) is None
    assert cell.reason(blank) == "blank"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("−3", -3.0),
        ("12'000", 12000.0),
        ("2,5", 2.5),
        ("många", None),
        ("9" * 400, None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: float | None) -> None:
    """Swedish and English ways; what is none is not guessed."""
    assert cell.number(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-01", dt.date(2026, 2, 1)),
        ("2026-02-01 10:00", dt.date(2026, 2, 1)),
        ("2026-02-30", None),
        ("39690", dt.date(2008, 8, 30)),
        ("i våras", None),
    ],
)
def test_days(text: str, day: dt.date | None) -> None:
    """ISO, or the number that a spreadsheet has for a day."""
    assert cell.date(text) == day
