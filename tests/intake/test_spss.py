"""SPSS files become tables of text: labels, missing values, sets, dates."""

import datetime as dt
import sys
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles, MachineFault, Problem
from brukarrevision.intake import spssfile
from brukarrevision.intake.declared import Declared
from brukarrevision.intake.sheet import Sheet, open_sheet
from brukarrevision.intake.spsstext import text
from tests.intake.sources.spss_files import spss

YES_NO = {1: "Ja", 2: "Nej"}


def _cells(sheet: Sheet) -> list[list[str]]:
    return [row for _, row in sheet.rows()]


def _fault(path: Path, **wishes: str) -> Problem:
    with pytest.raises(FaultyFiles) as caught:
        open_sheet(path, **wishes)  # type: ignore[arg-type]
    return caught.value.problems[0]


@pytest.mark.parametrize("ending", [".sav", ".zsav"])
def test_labels_stand_in_headers_and_cells(tmp_path: Path, ending: str) -> None:
    """Codes and texts of the questions are both known; blanks are blank."""
    path = spss(
        tmp_path / f"svar{ending}",
        {"id": ["a", "b  ", "å"], "q1": [1.0, 2.0, None]},
        column_labels={"q1": "Får du\nstöd?"},
        variable_value_labels={"q1": YES_NO},
    )
    sheet = open_sheet(path)
    assert sheet.header == (("id", "q1. Får du stöd?"),)
    assert _cells(sheet) == [["a", "Ja"], ["b", "Nej"], ["å", ""]]
    assert sheet.declared == {1: Declared(("Ja", "Nej"))}


def test_rows_have_the_numbers_that_spss_shows(tmp_path: Path) -> None:
    """The first case is row 1: the header is no row of the file."""
    path = spss(tmp_path / "svar.sav", {"q1": [3.0, 4.5]})
    assert list(open_sheet(path).rows()) == [(1, ["3"]), (2, ["4.5"])]


def test_missing_values_keep_their_label_and_are_named(tmp_path: Path) -> None:
    """Discrete ones without a label keep their number; an unnamed one is blank."""
    path = spss(
        tmp_path / "svar.sav",
        {
            "q1": [1.0, 8.0, 9.0, 2.0],
            "age": [34.0, 999.0, -3.0, -1.0],
            "free": ["bra", "99", "", "dåligt"],
        },
        variable_value_labels={
            "q1": {**YES_NO, 8: "Vet ej", 9: "Uppgift saknas"},
            "age": {-1: "Vill inte svara"},
        },
        missing_ranges={
            "q1": [{"lo": 8, "hi": 9}],
            "age": [{"lo": -9, "hi": -1}, 999],
            "free": ["99"],
        },
    )
    sheet = open_sheet(path)
    assert _cells(sheet) == [
        ["Ja", "34", "bra"],
        ["Vet ej", "999", "99"],
        ["Uppgift saknas", "", ""],
        ["Nej", "Vill inte svara", "dåligt"],
    ]
    assert sheet.declared[0] == Declared(("Ja", "Nej"), ("Vet ej", "Uppgift saknas"))
    assert sheet.declared[1] == Declared((), ("Vill inte svara", "999"))
    assert sheet.declared[2] == Declared((), ("99",))


def test_a_label_that_says_dont_know_is_no_answer(tmp_path: Path) -> None:
    """Also where the file forgot to declare the value missing."""
    labels = {"age": {999: "Vet ej"}}
    path = spss(
        tmp_path / "a.sav", {"age": [34.0, 999.0]}, variable_value_labels=labels
    )
    sheet = open_sheet(path)
    assert _cells(sheet) == [["34"], ["Vet ej"]]
    assert sheet.declared == {0: Declared((), ("Vet ej",))}


@pytest.mark.parametrize(
    "labels",
    [
        {0: "Inte alls", 10: "Helt"},
        {0: "Inte alls", 5: "Mitt emellan", 10: "Helt"},
    ],
)
def test_steps_between_labelled_ends_are_numbers(
    tmp_path: Path, labels: dict[int, str]
) -> None:
    """Labels at the ends of a scale are no choices."""
    values = [0.0, 3.0, 7.0, 10.0, 5.0, 8.0]
    path = spss(tmp_path / "a.sav", {"q": values}, variable_value_labels={"q": labels})
    assert [row[0] for row in _cells(open_sheet(path))] == [
        "0", "3", "7", "10", "5", "8",
    ]  # fmt: skip


def test_a_value_that_was_mistyped_stays_among_the_labels(tmp_path: Path) -> None:
    """One odd number does not make a scale of numbers."""
    path = spss(
        tmp_path / "a.sav",
        {"q": [1.0, 2.0, 7.0]},
        variable_value_labels={"q": YES_NO},
    )
    assert _cells(open_sheet(path)) == [["Ja"], ["Nej"], ["7"]]


def test_sets_of_ticks_become_columns_of_one_question(tmp_path: Path) -> None:
    """Whatever the ticks are called; declared missing is not answered."""
    path = spss(
        tmp_path / "a.sav",
        {"q4_1": [1.0, 0.0, None], "Q4_2": [0.0, 9.0, None]},
        column_labels={"q4_1": "Läkare", "Q4_2": "Anhörig"},
        variable_value_labels={"q4_1": {0: "Ej nämnt", 1: "Nämnt"}},
        missing_ranges={"Q4_2": [9]},
        sets="$q4=D1 1 14 Vilka var med? q4_1 q4_2\n",
    )
    sheet = open_sheet(path)
    assert sheet.header[0] == (
        "q4[q4_1]. Vilka var med? [Läkare]",
        "q4[Q4_2]. Vilka var med? [Anhörig]",
    )
    assert _cells(sheet) == [["1", "0"], ["0", ""], ["", ""]]


def test_sets_of_mentions_become_one_column(tmp_path: Path) -> None:
    """Each variable holds one of the answers; who says one twice said it once."""
    labels = {1: "Läkare", 2: "Anhörig", 99: "Vet ej"}
    path = spss(
        tmp_path / "a.sav",
        {"a": [1.0, 2.0, 99.0], "b": [2.0, 2.0, None], "c": [5.0, 6.0, 7.0]},
        variable_value_labels={"a": labels, "b": labels},
        missing_ranges={"a": [99], "b": [99]},
        sets="$vilka=C 9 Vilka var a b\n",
    )
    sheet = open_sheet(path)
    assert sheet.header == (("vilka. Vilka var", "c"),)
    assert _cells(sheet) == [["Läkare;Anhörig;", "5"], ["Anhörig;", "6"], ["", "7"]]


@pytest.mark.parametrize(
    ("value", "shape", "expected"),
    [
        (13989283200.0, "DATE11", "2026-02-01"),
        (13989283200.0, "EDATE10", "2026-02-01"),
        (13989319260.0, "DATETIME20", "2026-02-01 10:01:00"),
        (34200.0, "TIME8", "09:30:00"),
        (1e30, "DATE11", "1e+30"),
        (7.0, "F8.2", "7"),
        (0.25, "F8.2", "0.25"),
        ("text  ", "A20", "text"),
        (None, "DATE11", ""),
    ],
)
def test_values_become_text(
    value: float | str | None, shape: str, expected: str
) -> None:
    """Dates in ISO form, whole numbers without a point, text without padding."""
    assert text(value, shape) == expected


def test_dates_are_read_as_days(tmp_path: Path) -> None:
    """As they are stored, in seconds since 1582."""
    path = spss(tmp_path / "a.sav", {"d": [dt.date(2026, 2, 1), dt.date(2025, 12, 31)]})
    assert _cells(open_sheet(path)) == [["2026-02-01"], ["2025-12-31"]]


def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else of the program needs it."""
    path = spss(tmp_path / "a.sav", {"q": [1.0]})
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    with pytest.raises(MachineFault) as caught:
        open_sheet(path)
    assert caught.value.problems[0].code == "sav-no-reader"
    assert "pyreadstat" in caught.value.problems[0].remedy


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (0, 4), (0, 200), (0, -30), (4, None), (0, 2)]
)
def test_a_damaged_file_is_refused(tmp_path: Path, start: int, end: int | None) -> None:
    """Cut anywhere; in our words."""
    path = spss(tmp_path / "a.sav", {"q": [1.0, 2.0, 3.0], "t": ["a", "b", "c"]})
    path.write_bytes(path.read_bytes()[start:end])
    assert _fault(path).code == "sav-broken"


def test_a_file_that_brings_the_reader_down_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read in a process of its own: only that one ends."""
    path = spss(tmp_path / "a.sav", {"q": [1.0]})
    monkeypatch.setattr(spssfile, "_COMMAND", "import os; os.abort()")
    assert _fault(path).code == "sav-broken"


def test_a_file_without_cases_is_empty(tmp_path: Path) -> None:
    """Variables alone are no responses."""
    assert _fault(spss(tmp_path / "a.sav", {"q": []})).code == "csv-empty"


def test_a_file_that_claims_more_than_a_survey_can_hold_is_refused(
    tmp_path: Path,
) -> None:
    """By what its header says, before any case is read."""
    path = spss(tmp_path / "a.sav", {"t": ["x" * 8], "q": [1.0]})
    content = bytearray(path.read_bytes())
    content[80:84] = (30_000_000).to_bytes(4, "little")
    path.write_bytes(content)
    assert _fault(path).code == "book-too-wide"


def test_letters_that_cannot_be_read_can_be_told(tmp_path: Path) -> None:
    """An old file may say nothing true of its encoding."""
    path = spss(tmp_path / "a.sav", {"t": ["blaa", "roed"]})
    path.write_bytes(path.read_bytes().replace(b"blaa", b"bl\xe5a"))
    assert _fault(path).code == "sav-letters"
    sheet = open_sheet(path, encoding="cp1252")
    assert _cells(sheet) == [["blåa"], ["roed"]]


def test_the_reader_says_nothing_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two variables of one name: no other library's words on the screen."""
    path = spss(tmp_path / "a.sav", {"qa": [1.0, 2.0], "qb": [3.0, 4.0]})
    path.write_bytes(path.read_bytes().replace(b"QB", b"QA").replace(b"qb", b"qa"))
    assert _cells(open_sheet(path)) == [["1", "3"], ["2", "4"]]
    assert capfd.readouterr() == ("", "")
