"""``tally --format csv|xlsx``: rows for a spreadsheet, nothing that it would run."""

import csv
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from brukarrevision.results import Result
from brukarrevision.tables import as_sheet, split
from brukarrevision.tables.view import View

from ..protect.surveys import Survey, ask, audit, instrument, plan  # noqa: TID252

STARTS = ["=", "+", "-", "@", "\t", "\r"]
HIDDEN = [
    " =",
    "\xa0=",
    "\ufeff=",
    "\u200b@",
    "'=",
    '"=',
    "“+",
    "＝",
    "－",
    "\n=",
    " '\t =",
]
NAUGHTY = [
    '=HYPERLINK("http://x","klicka")',
    "-2+3+cmd|' /C calc'!A0",
    '"; DROP TABLE "svar',
    "rad ett\nrad två",
    "semikolon; och 'apostrof'",
    "smil 😀 och å̈",
    "höger\u202evänster",
    "</t></is></c>&amp;",
    "x" * 3000,
]


def views(label: str, answer: str, *world: int) -> tuple[View, ...]:
    """Return the table of a question and answers with these texts."""
    rows = [{"id": "a", "label": answer}, {"id": "b", "label": "B"}]
    of = instrument([{**ask("q"), "label": label}], {"q": rows})
    survey = Survey(of, (("=a",), ("=b",), ("",)))
    (shown,) = survey.protected((world,))
    result = Result(of, survey.questions[0], None, shown)
    return split.views(audit(plan(), of), [result], ("unit",))


def rows_of(text: str) -> list[list[str]]:
    """Read CSV back as a spreadsheet does."""
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def cells_of(data: bytes) -> list[list[object]]:
    """Read a workbook back."""
    sheet = load_workbook(io.BytesIO(data))["tally"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_row_for_each_answer() -> None:
    """From and to are the same where the number is exact."""
    head, one, two = rows_of(as_sheet.as_csv(views("Fråga", "A", 7, 4, 1)))
    assert tuple(head) == as_sheet.HEADER
    assert ";".join(one) == "enkat;q;Fråga;;Enhet u0;12;11;A;7;7;64;exact"
    assert two[7:] == ["B", "4", "4", "36", "exact"]


def test_a_bounded_answer_is_an_interval() -> None:
    """Without a percentage."""
    _, one, two = rows_of(as_sheet.as_csv(views("Fråga", "A", 11, 1, 0)))
    assert one[7:] == ["A", "10", "12", "", "bounded"]
    assert two[7:] == ["B", "0", "2", "", "bounded"]


def test_a_hidden_table_is_one_row_without_numbers() -> None:
    """It says that it is hidden, and of whom."""
    _, row = rows_of(as_sheet.as_csv(views("Fråga", "A", 2, 2, 8)))
    assert row == ["enkat", "q", "Fråga", "", "Enhet u0", *[""] * 6, "hidden"]


@pytest.mark.parametrize("start", STARTS)
def test_csv_holds_no_formula(start: str) -> None:
    """A text that a spreadsheet would run begins with an apostrophe instead."""
    text = f"{start}1+1"
    for row in rows_of(as_sheet.as_csv(views(text, text, 4, 4, 0))):
        assert not any(cell.startswith(tuple(STARTS)) for cell in row)
    _, one, _ = rows_of(as_sheet.as_csv(views(text, "A", 4, 4, 0)))
    assert one[2] == f"'{text}".replace("\r", "\n")


@pytest.mark.parametrize("line", ["\r", "\r\n", "\n"])
def test_a_line_break_begins_no_row(line: str) -> None:
    """Nor a cell that a spreadsheet would run."""
    rows = rows_of(as_sheet.as_csv(views(f"a{line}=1+1", "A", 4, 4, 0)))
    assert [row[2] for row in rows] == ["label", "a\n'=1+1", "a\n'=1+1"]


@pytest.mark.parametrize("start", STARTS)
def test_a_workbook_holds_no_formula(start: str) -> None:
    """Text is stored as text, as it stands."""
    text = f"{start}1+1"
    data = as_sheet.as_xlsx(views(text, text, 4, 4, 0))
    sheet = load_workbook(io.BytesIO(data))["tally"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_stays_in_its_cell(text: str) -> None:
    """Quotes, lines, signs and emoji come back as they were, in three rows."""
    shown = views(text, text, 4, 4, 0)
    rows = rows_of(as_sheet.as_csv(shown))
    assert [len(row) for row in rows] == [len(as_sheet.HEADER)] * 3
    assert rows[1][2].removeprefix("'") == text
    cells = cells_of(as_sheet.as_xlsx(shown))
    assert (cells[1][2], cells[1][7]) == (text, text)


def test_a_workbook_leaves_out_what_it_cannot_hold() -> None:
    """Control characters are not allowed in the format."""
    cells = cells_of(as_sheet.as_xlsx(views("a\x00b\x1bc", "A", 4, 4, 0)))
    assert cells[1][2] == "abc"


def test_a_workbook_has_numbers_as_numbers() -> None:
    """They can be summed; what is not shown is empty."""
    _, one, two = cells_of(as_sheet.as_xlsx(views("Fråga", "A", 7, 4, 1)))
    assert one[5:] == [12, 11, "A", 7, 7, 64, "exact"]
    assert two[3] is None


def test_a_workbook_says_nothing_of_who_made_it() -> None:
    """No name of a person or a machine."""
    with zipfile.ZipFile(
        io.BytesIO(as_sheet.as_xlsx(views("F", "A", 4, 4, 0)))
    ) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert re.findall(r">([^<]*)</dc:creator>", core) == ["openpyxl"]
    assert "lastModifiedBy" not in core


@pytest.mark.parametrize("start", HIDDEN)
def test_csv_holds_no_formula_behind_a_space_or_a_quote(start: str) -> None:
    """Some spreadsheets pass over those."""
    text = f"{start}1+1"
    _, one, _ = rows_of(as_sheet.as_csv(views(text, "A", 4, 4, 0)))
    assert one[2] == f"'{text}".replace("\n=", "\n'=").replace("\t =", "\t '=")


@pytest.mark.parametrize("sign", [",", ";", "\t", "\n"])
def test_csv_holds_no_formula_however_it_is_split(sign: str) -> None:
    """A spreadsheet set to English splits at commas, and takes our quotes for text."""
    shown = views(f'Ja{sign} "=1+1{sign}@x, nej - eller', "A", 4, 4, 0)
    text = as_sheet.as_csv(shown)
    for cell in re.split(r"[,;\t\n]", text):
        assert not cell.lstrip(" \"'").startswith(tuple("=+-@")) or "'" in cell[:4]
    _, one, _ = rows_of(text)
    assert one[2] == f"Ja{sign} \"'=1+1{sign}'@x, nej - eller"


@pytest.mark.parametrize("start", STARTS[:4] + HIDDEN)
def test_a_workbook_keeps_text_as_text_when_it_is_edited(start: str) -> None:
    """Else F2 and Enter would make a formula of it."""
    data = as_sheet.as_xlsx(views(f"{start}1+1", "A", 4, 4, 0))
    sheet = load_workbook(io.BytesIO(data))["tally"]
    assert [cell.quotePrefix for cell in sheet["C"]] == [False, True, True]
    assert not sheet["A2"].quotePrefix


@settings(max_examples=60, deadline=None)
@given(
    st.text(min_size=1, max_size=20),
    st.text(alphabet="=+-@'\"\t\r\n ,;1A＝", min_size=1),
)
def test_no_cell_of_any_text_is_a_formula(label: str, answer: str) -> None:
    """In a workbook, in CSV, and in the one read back and written again."""
    shown = views(label, answer, 4, 4, 0)
    sheet = load_workbook(io.BytesIO(as_sheet.as_xlsx(shown)))["tally"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    rows = rows_of(as_sheet.as_csv(shown))
    assert [len(row) for row in rows] == [len(as_sheet.HEADER)] * 3
    begun = [cell.lstrip(' "\t\r\n')[:1] for row in rows for cell in row]
    assert not set(begun) & set("=+-@＝")
