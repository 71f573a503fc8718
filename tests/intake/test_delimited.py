"""Delimiters, torn rows and quotes."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles, Problem
from brukarrevision.intake import delimited
from brukarrevision.intake.sheet import open_sheet
from tests.intake.samples import table


def _write(folder: Path, text: str) -> Path:
    path = folder / "svar.csv"
    path.write_bytes(text.encode())
    return path


def _rows(path: Path) -> list[list[str]]:
    return [row for _, row in open_sheet(path).all_rows()]


def _faults(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(FaultyFiles) as caught:
        _rows(path)
    return caught.value.problems


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    """Also where other delimiters stand in the cells."""
    rows = [["id", "svar", "mer"], ["1", "a, b; c", "x|y"], ["2", "1,5", "\t"]]
    path = table(tmp_path / "svar.csv", rows, delimiter=delimiter)
    assert open_sheet(path).delimiter == delimiter
    assert _rows(path) == rows


def test_decimal_commas_do_not_make_columns(tmp_path: Path) -> None:
    """One comma a row is no delimiter where semicolons divide the header."""
    path = _write(tmp_path, "id;betyg\n1;1,5\n2;2,5\n")
    assert _rows(path)[1] == ["1", "1,5"]


def test_a_single_column_is_a_table(tmp_path: Path) -> None:
    """With any sign in its answers: no letter is taken for a delimiter."""
    text = "kommentar\nnej\nja, ofta, alltid\nannars; nej\n"
    assert _rows(_write(tmp_path, text))[2] == ["ja, ofta, alltid"]
    header = "Vad tycker du, egentligen?\nbra\ninte, tror jag\nmest, men, ja\n"
    assert _rows(_write(tmp_path, header))[0] == ["Vad tycker du, egentligen?"]


def test_all_torn_rows_are_listed(tmp_path: Path) -> None:
    """Each with its line and its number of cells."""
    faults = _faults(_write(tmp_path, "id;svar\n1;a;b;c\n3;x\n2\n"))
    found = [(f.place.line, f.facts["cells"], f.facts["header"]) for f in faults]
    assert found == [(2, 4, 2), (4, 1, 2)]


def test_very_many_torn_rows_are_summed_up(tmp_path: Path) -> None:
    """A hundred are listed, the rest are counted."""
    faults = _faults(_write(tmp_path, "id;svar\n" + "1;2;3\n" * 250 + "1;2\n"))
    assert len(faults) == 101
    assert faults[-1].facts["more"] == 150


def test_a_torn_row_far_down_is_found_too(tmp_path: Path) -> None:
    """Beyond the portion that the delimiter is chosen by."""
    many = "1;" + "x" * 90 + "\n"
    faults = _faults(_write(tmp_path, "id;svar\n" + many * 9_000 + "1;2;3\n"))
    assert [f.place.line for f in faults] == [9_002]


def test_two_possible_delimiters_are_settled_by_the_whole_file(tmp_path: Path) -> None:
    """What is even in the first half megabyte may be torn later."""
    even = "1,5;2;" + "x" * 90 + "\n"
    text = "a,b;c;d\n" + even * 9_000 + "1;2;3\n"
    assert _rows(_write(tmp_path, text))[-1] == ["1", "2", "3"]
    commas = "a,b;c,d;e,f;g\n" + "1,2;3,4;5,6;7\n" * 60_000 + "1;2;3;4\n"
    assert _rows(_write(tmp_path, commas))[-1] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id;svar\n1;"oavslutad\n2;b\n', 2),
        ('id;svar\n1;a\n2;"x"y\n3;b\n', 3),
        ('id;svar\n"1\n2";"b\n3;c\n', 3),
        ('id;svar\n1;"a\n2;"b"\n', 2),
    ],
)
def test_an_open_quote_is_told_by_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    """The line where it opens, not the end of the file."""
    fault = _faults(_write(tmp_path, text))[0]
    assert (fault.code, fault.place.line) == ("csv-quote", line)


def test_an_endless_cell_is_refused(tmp_path: Path) -> None:
    """Nothing is cut, and the line is told."""
    text = f'id;svar\n1;a\n2;"{"x" * (csv.field_size_limit() + 1)}"\n'
    fault = _faults(_write(tmp_path, text))[0]
    assert (fault.code, fault.place.line) == ("csv-long-cell", 3)


def test_blank_lines_are_rows_without_text(tmp_path: Path) -> None:
    """LimeSurvey ends with one; they never tear a table."""
    rows = _rows(_write(tmp_path, "id;svar\r\n1;a\r\n\r\n;\r\n2;b\r\n\r\n"))
    assert [row for row in rows if any(row)] == [["id", "svar"], ["1", "a"], ["2", "b"]]


def test_cells_of_several_lines_stay_whole(tmp_path: Path) -> None:
    """Quotes, too, and files where only CR ends the lines."""
    rows = [["id", "svar"], ["1", 'en\nrad\r\noch "citat"'], ["2", "x"]]
    assert _rows(table(tmp_path / "svar.csv", rows)) == rows
    assert _rows(_write(tmp_path, "id;svar\r1;a\r2;b\r"))[2] == ["2", "b"]


def test_title_rows_above_a_table_are_skipped(tmp_path: Path) -> None:
    """A title of one cell; the header comes after it."""
    sheet = open_sheet(_write(tmp_path, "Enkät 2026\n\nid;svar;mer\n1;a;b\n2;c;d\n"))
    assert (sheet.skip_rows, sheet.header) == (2, (("id", "svar", "mer"),))
    assert [row for _, row in sheet.rows()] == [["1", "a", "b"], ["2", "c", "d"]]


def test_a_delimiter_can_be_given(tmp_path: Path) -> None:
    """As a sign or by its name."""
    path = _write(tmp_path, "a;b|c\n1;2|3\n")
    assert open_sheet(path, delimiter="|").top[0] == ["a;b", "c"]
    assert open_sheet(path, delimiter="semicolon").top[0] == ["a", "b|c"]
    for wrong in (";;", '"'):
        with pytest.raises(FaultyFiles):
            open_sheet(path, delimiter=wrong)


def test_empty_files_are_refused(tmp_path: Path) -> None:
    """Nothing, only blank lines, only delimiters."""
    for text in ("", "\n\n", ";;\n;;\n", "\ufeff"):
        assert _faults(_write(tmp_path, text))[0].code == "csv-empty"


def test_other_kinds_are_refused(tmp_path: Path) -> None:
    """By ending, and by content where the ending lies."""
    for name in ("svar.docx", "svar.pdf", "svar"):
        path = tmp_path / name
        path.write_bytes(b"x")
        assert _faults(path)[0].code == "csv-kind"
    path = tmp_path / "svar.csv"
    path.write_bytes(b"PK\x03\x04...")
    assert _faults(path)[0].code == "csv-not-text"


CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")
    | st.sampled_from('";,\t|\n åäöÅÄÖ'),
    max_size=12,
)
LATIN = st.text("abcåäöÅÄÖ ;,|\"\n'-1é", max_size=12)


def _tables(cell: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    return st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=6
        )
    )


def _round_trip(
    folder: Path, rows: list[list[str]], encoding: str, delimiter: str
) -> list[list[str]]:
    header = [f"kolumn{at}" for at in range(len(rows[0]))]
    path = table(
        folder / "svar.csv", [header, *rows], encoding=encoding, delimiter=delimiter
    )
    sheet = open_sheet(path, encoding=encoding, delimiter=delimiter)
    return [row for _, row in sheet.rows()]


def _same(rows: list[list[str]]) -> list[list[str]]:
    """Rows without any text are told apart from others only by being blank."""
    return [row if "".join(row).strip() else [""] * len(row) for row in rows]


@settings(max_examples=80)
@given(
    _tables(CELL),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([";", ",", "\t", "|"]),
)
def test_any_table_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    encoding: str,
    delimiter: str,
) -> None:
    """What was written is what is read, in every encoding and delimiter."""
    folder = tmp_path_factory.mktemp("tabell")
    assert _same(_round_trip(folder, rows, encoding, delimiter)) == _same(rows)


@settings(max_examples=60)
@given(_tables(LATIN), st.sampled_from(["cp1252", "mac_roman", "cp850"]))
def test_any_swedish_table_comes_back_from_old_encodings(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], encoding: str
) -> None:
    """With the encoding given."""
    folder = tmp_path_factory.mktemp("tabell")
    assert _same(_round_trip(folder, rows, encoding, ";")) == _same(rows)


def test_a_file_of_millions_of_rows_is_no_survey(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blank ones count too: a few bytes make many."""
    monkeypatch.setattr(delimited, "MOST_ROWS", 3)
    assert len(_rows(_write(tmp_path, "id;svar\n1;2\n3;4\n"))) == 3
    (fault,) = _faults(_write(tmp_path, "id;svar\n1;2\n\n\n\n"))
    assert (fault.code, fault.facts["most"]) == ("csv-too-long", 3)


def test_a_table_of_thousands_of_columns_is_no_survey(tmp_path: Path) -> None:
    """It is refused before anything is made of its headers."""
    header = ";".join(f"h{number}" for number in range(5_001))
    (fault,) = _faults(_write(tmp_path, f"{header}\n{';' * 5_000}\n"))
    assert (fault.code, fault.facts["columns"]) == ("csv-too-wide", 5_001)
