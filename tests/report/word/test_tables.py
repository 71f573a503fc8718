"""Tables: how wide columns are, and what is kept together."""

import pytest

from brukarrevision.report.blocks import Align, Table
from brukarrevision.report.word.widths import widths
from tests.report.word.samples import found, root, value, written

QUESTION = "Jag är med och bestämmer om hur min genomförandeplan ska se ut"
SCALE = ("Fråga", "Instämmer helt", "Instämmer delvis", "Instämmer inte alls", "Antal")
RIGHT: tuple[Align, ...] = ("left", "right", "right", "right", "right")
WIDE = Table("T", SCALE, ((QUESTION, "41–44", "3", "–", "52"),) * 6, RIGHT)
NARROW = Table("T", ("Svar", "Antal"), (("Ja", "3"), ("Nej", "4")), ("left", "right"))
WORDS = Table(
    "T", ("Förslag", "När"), ((QUESTION, "Hösten 2026"),) * 3, ("left", "left")
)
TIGHT = Table(
    "T", ("Ordningsnummer",) * 12, (("Tillfredsställande",) * 12,), ("left",) * 12
)


@pytest.mark.parametrize("table", [WIDE, NARROW, WORDS, TIGHT])
def test_columns_fill_the_width(table: Table) -> None:
    """The widths add up, and no column vanishes."""
    wide = widths(table, 9072)
    assert sum(wide) == 9072
    assert min(wide) > 400


def test_first_column_is_wide_and_numbers_narrow() -> None:
    """The question has the most room, the numbers what their words need."""
    wide = widths(WIDE, 9072)
    assert wide[0] == max(wide) >= 9072 * 0.3
    assert all(one >= len("Instämmer") * 96 for one in wide[1:4])
    assert widths(NARROW, 9072)[1] <= 1500


def test_short_words_stay_on_a_line() -> None:
    """A short text is not broken when there is room."""
    assert widths(WORDS, 9072)[1] >= len("Hösten 2026") * 96


def test_numbers_stand_to_the_right() -> None:
    """The alignment of a column is that of all its cells."""
    rows = found(root(written(WIDE)), ".//w:tr")
    for row in rows:
        sides = [value(cell.find(".//{*}jc")) for cell in found(row, "w:tc")]
        assert sides == ["", "right", "right", "right", "right"]


def _kept(table: Table) -> list[bool]:
    rows = found(root(written(table)), ".//w:tr")[1:]
    return [bool(found(row, ".//w:keepNext")) for row in rows]


def test_short_tables_stay_on_one_page() -> None:
    """All rows but the last are kept with the next."""
    assert _kept(NARROW) == [True, False]


def test_long_tables_may_break_but_not_after_the_first_row() -> None:
    """A long table is cut in the middle, never leaving one row alone."""
    long = Table("T", ("a", "b"), (("x", "1"),) * 40, ("left", "right"))
    assert _kept(long) == [True] + [False] * 37 + [True, False]


def test_last_row_is_kept_with_the_note() -> None:
    """A note is not left alone on the next page."""
    noted = Table("T", ("a",), (("x",),), ("left",), "Not")
    assert _kept(noted) == [True]


def test_rows_of_the_wrong_length_are_a_fault() -> None:
    """A row with too few cells is not written as if it were whole."""
    with pytest.raises(ValueError, match="zip"):
        written(Table("T", ("a", "b"), (("x",),), ("left", "left")))


def test_caption_is_kept_with_its_table() -> None:
    """A caption never stands alone at the foot of a page, whatever the base says."""
    captions = [
        one
        for one in found(root(written(NARROW)), "w:body/w:p")
        if value(one.find(".//{*}pStyle")) == "Caption"
    ]
    assert found(captions[0], "w:pPr/w:keepNext")


def test_crowded_tables_have_smaller_letters() -> None:
    """Where words do not fit otherwise, letters are smaller, not below 8 points."""
    sizes = {value(one) for one in found(root(written(TIGHT)), ".//w:tbl//w:sz")}
    assert sizes == {"16"}
    assert not found(root(written(WIDE)), ".//w:tbl//w:sz")
