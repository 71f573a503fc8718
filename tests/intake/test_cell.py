"""Coded cells, and what number or day a text means."""

import datetime as dt

import pytest

from brukarrevision.model import cell


def test_a_cell_has_one_state() -> None:
    """Blank, answered, or a reason."""
    assert cell.value(cell.answered("helt")) == "helt"
    assert cell.value(cell.answered("")) == ""
    for none in (cell.BLANK, None, cell.missing("declined")):
        assert cell.value(none) is None
    assert cell.reason(cell.missing("dont_know")) == "dont_know"
    assert (cell.reason(""), cell.reason(None)) == ("blank", "blank")
    assert cell.reason("=helt") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        (" 7 ", 7),
        ("−3", -3),
        ("–3", -3),
        ("+46701740605", 46701740605),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567,8", 1234567.8),
        ("1\u202f234", 1234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        (",5", 0.5),
        ("1e3", 1000),
        ("007", 7),
    ],
)
def test_numbers_are_read(text: str, number: float) -> None:
    """With decimal comma, thousands and typographic minus."""
    assert cell.number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "nan", "inf", "1_000", "12 34", "5 st", "1:30", "50%", "1e999", "=1", "--1"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    """Python would take some of these."""
    assert cell.number(text) is None


def test_days_are_read() -> None:
    """ISO, with a time too, and the day numbers of spreadsheets."""
    assert cell.date("39690") == dt.date(2008, 8, 30)
    assert cell.date("2026-02-01T10:00") == dt.date(2026, 2, 1)
    for text in ("2026-13-01", "i maj", "", "1/2/2026"):
        assert cell.date(text) is None
