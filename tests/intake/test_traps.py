"""The traps of survey imports, each with synthetic data of its own.

Numbers are those of the list of twenty import traps the project works by; what is not
about reading responses (writing files, SPSS) is tested elsewhere.
"""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.log import UnmatchedAnswers
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.model.cell import date
from tests.intake.samples import FakeAudit, book, drafted, table, through
from tests.intake.sources.build import EXAMPLES


def _one(folder: Path, cells: list[str], header: str = "Fritt") -> list[str | None]:
    """Return one question's coded cells after draft and collect."""
    rows = [["id", header], *[[str(n), cell] for n, cell in enumerate(cells)]]
    audit, draft, _ = through(folder, table(folder / "svar.csv", rows))
    (question,) = draft.instrument.questions()
    return audit.column(question.id)


def test_01_encoding_is_not_guessed(tmp_path: Path) -> None:
    """Seventeen bytes of Latin-1 are Swedish, not Japanese."""
    path = tmp_path / "svar.csv"
    path.write_bytes("id;fråga\n1;åäö\n".encode("latin-1"))
    assert open_sheet(path).top == [["id", "fråga"], ["1", "åäö"]]


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("fråga på ön".encode("cp1252"), "csv-encoding-guessed", "Windows-1252"),
        ("fråga på ön".encode("mac_roman"), "csv-unlikely-letters", "mac_roman"),
        ("fråga på ön".encode("cp850"), "csv-unlikely-letters", "cp850"),
        ("fråga på ön".encode().decode("cp1252").encode(), "csv-decoded-twice", ""),
    ],
)
def test_01_letters_that_are_unlikely_in_swedish_are_told(
    tmp_path: Path, written: bytes, code: str, told: str
) -> None:
    """MacRoman, old DOS, and UTF-8 that was taken for Windows-1252."""
    path = tmp_path / "svar.csv"
    path.write_bytes(b"id;svar\n1;" + written + b"\n")
    (warning,) = (one for one in open_sheet(path).warnings if one.code == code)
    assert told in f"{warning.message} {warning.remedy}"


def test_01_a_ring_of_macroman_is_refused_with_the_encoding(tmp_path: Path) -> None:
    """Its byte is none in Windows-1252; the encoding can be stated."""
    path = tmp_path / "svar.csv"
    path.write_bytes("id;svar\n1;Åsa på ön\n".encode("mac_roman"))
    with pytest.raises(FaultyFiles) as caught:
        open_sheet(path)
    assert "mac_roman" in caught.value.problems[0].remedy
    assert open_sheet(path, encoding="mac_roman").top[1] == ["1", "Åsa på ön"]


def test_02_a_byte_order_mark_is_no_part_of_a_header(tmp_path: Path) -> None:
    """In UTF-8 and UTF-16."""
    for encoding in ("utf-8-sig", "utf-16"):
        path = table(
            tmp_path / "a.csv", [["id", "svar"], ["1", "x"]], encoding=encoding
        )
        assert open_sheet(path).top[0] == ["id", "svar"]


def test_03_unicode_text_from_excel(tmp_path: Path) -> None:
    """UTF-16 with tabs."""
    rows = [["id", "svar"], ["1", "på ön"]]
    path = table(tmp_path / "a.txt", rows, encoding="utf-16", delimiter="\t")
    assert open_sheet(path).top == rows


def test_04_a_semicolon_file_is_not_one_wide_column(tmp_path: Path) -> None:
    """Nor is the letter n a delimiter in a file of one column."""
    path = tmp_path / "a.csv"
    path.write_text("namn\nanna\nnina\nhanna\n", encoding="utf-8")
    assert open_sheet(path).top[1] == ["anna"]


@pytest.mark.parametrize(
    ("text", "line"),
    [('id;svar\n1;"öppet\n2;b\n3;c\n', 2), ("id;svar\n1;a;b\n2;c\n", 2)],
)
def test_04_an_open_quote_or_a_row_too_wide_eats_no_rows(
    tmp_path: Path, text: str, line: int
) -> None:
    """Refused with the line instead."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyFiles) as caught:
        list(open_sheet(path).rows())
    assert caught.value.problems[0].place.line == line


def test_05_na_and_none_are_answers(tmp_path: Path) -> None:
    """Nothing but a blank cell is blank."""
    cells = ["NA", "N/A", "None", "null", "nan", "-", ""]
    expected = ["=NA", "=N/A", "=None", "=null", "=nan", "=-", ""]
    assert _one(tmp_path, cells) == expected


def test_06_leading_zeros_stay(tmp_path: Path) -> None:
    """In answers and in ids."""
    rows = [["id", "svar"], ["007", "0010"], ["008", "0020"]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "a.csv", rows))
    assert audit.column("respondent") == ["007", "008"]
    assert audit.column(next(draft.instrument.questions()).id) == ["=0010", "=0020"]


def test_07_a_code_for_missing_keeps_its_reason(audit: FakeAudit) -> None:
    """Never a number to take the mean of."""
    rows = [["id", "d4"], ["1", "3"], ["2", "-99"], ["3", "-98"], ["4", ""]]
    path = table(audit.folder / "a.csv", rows)
    audit.collect(path)
    (name,) = audit.mappings
    columns = list(audit.mappings[name].columns)
    values = {"-99": "dont_know", "-98": "declined"}
    columns[1] = columns[1].model_copy(update={"values": values})
    update = {"columns": tuple(columns)}
    audit.mappings[name] = audit.mappings[name].model_copy(update=update)
    audit.collect(path)
    assert audit.column("d4") == ["=3", "!dont_know", "!declined", ""]


def test_08_spaces_and_case_do_not_make_another_answer(audit: FakeAudit) -> None:
    """No-break spaces neither."""
    cells = ["Stämmer helt", "stämmer helt ", "STÄMMER\u00a0HELT"]
    rows = [["id", "d1"], *[[str(n), cell] for n, cell in enumerate(cells)]]
    audit.collect(table(audit.folder / "a.csv", rows))
    assert audit.column("d1") == ["=helt"] * 3


def test_08_answers_that_fit_nothing_are_listed_with_counts(
    audit: FakeAudit,
) -> None:
    """For the person at the terminal; nothing is read."""
    rows = [["id", "d1"], ["1", "helt"], ["2", "kanske"], ["3", "Kanske"]]
    with pytest.raises(UnmatchedAnswers) as caught:
        audit.collect(table(audit.folder / "a.csv", rows))
    (unmatched,) = caught.value.unmatched
    assert dict(unmatched.values) == {"kanske": 1, "Kanske": 1}
    assert not audit.store_path.exists() or b"kanske" not in audit.stored()


def test_09_columns_of_equal_headers_are_mapped_by_position(tmp_path: Path) -> None:
    """Each is a question of its own."""
    rows = [["id", "Svar", "Svar"], ["1", "a", "b"], ["2", "c", "d"]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "a.csv", rows))
    names = [question.id for question in draft.instrument.questions()]
    assert [audit.column(name) for name in names] == [["=a", "=c"], ["=b", "=d"]]


def test_09_headers_stay_raw(tmp_path: Path) -> None:
    """No id.1, no Unnamed: 0."""
    rows = [["id", "", "id", ""], ["1", "a", "2", "b"]]
    path = table(tmp_path / "a.csv", rows)
    assert open_sheet(path).header == (("id", "", "id", ""),)
    assert [
        c.header for c in drafted(table(path, [["f", "f"], ["1", "2"]])).mapping.columns
    ] == ["f", "f"]


def test_10_blank_rows_are_counted_not_used(tmp_path: Path) -> None:
    """Between and after, in text and in workbooks."""
    rows = [["id", "svar"], ["1", "a"], ["", " "], ["2", "b"], ["", ""], ["", ""]]
    for path in (table(tmp_path / "a.csv", rows), book(tmp_path / "a.xlsx", rows)):
        folder = tmp_path / path.suffix[1:]
        folder.mkdir()
        log = through(folder, path)[2]
        assert log.rows_used == 2
        assert log.refused["blank"][0] == 3


def test_11_a_title_above_a_merged_header(tmp_path: Path) -> None:
    """Suggested, and stated in the mapping."""
    import openpyxl

    rows: list[list[object]] = [
        ["Uttag 2026", *[None] * 4],
        [f"Fråga {n}" for n in range(5)],
    ]
    rows += [["Ja"] * 5] * 3
    path = book(tmp_path / "a.xlsx", rows)
    made = openpyxl.load_workbook(path)
    made.worksheets[0].merge_cells("A1:C1")
    made.save(path)
    draft = drafted(path)
    assert draft.mapping.source.skip_rows == 1
    assert "draft-header" in [note.code for note in draft.notes]


def test_12_day_numbers_stay_outside_of_dates(tmp_path: Path) -> None:
    """Five digits are a number where no date stands beside them."""
    rows: list[list[object]] = [["id", "Belopp"], [1, 39690], [2, 40071]]
    draft = drafted(book(tmp_path / "a.xlsx", rows))
    assert next(draft.instrument.questions()).type == "integer"


def test_12_day_numbers_among_dates_are_dates(tmp_path: Path) -> None:
    """The workbook's own way of keeping 30 August 2008."""
    rows: list[list[object]] = [["id", "Dag"], [1, 39690], [2, "2008-08-30"]]
    draft = drafted(book(tmp_path / "a.xlsx", rows))
    assert next(draft.instrument.questions()).type == "date"
    assert date("39690") == date("2008-08-30")


def test_13_errors_and_empty_formulas_are_not_blank(tmp_path: Path) -> None:
    """A warning for the one, a stop for the other."""
    sheet = open_sheet(book(tmp_path / "a.xlsx", [["id", "b"], [1, "#REF!"]]))
    assert sheet.warnings[0].facts["cells"] == "B2"
    with pytest.raises(FaultyFiles):
        open_sheet(book(tmp_path / "b.xlsx", [["id", "b"], [1, "=A1"]]))


def test_14_a_mask_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    """One, and only where it masks."""
    cells = ["'=1+1", "'-99", "'+46", "'@x", "'tis", "''=x", "=1+1"]
    expected = ["==1+1", "=-99", "=+46", "=@x", "='tis", "=''=x", "==1+1"]
    assert _one(tmp_path, cells) == expected


def test_15_line_breaks_and_quotes_in_cells(tmp_path: Path) -> None:
    """Eleven answers stay eleven rows."""
    cells = [f'rad\r\n"{n}"\n;,' for n in range(11)]
    assert _one(tmp_path, cells) == [f"={cell}" for cell in cells]


def test_15_lines_of_old_macs_are_rows(tmp_path: Path) -> None:
    """Ended by a carriage return alone."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"id;svar\r1;a\r2;b\r")
    assert open_sheet(path).top == [["id", "svar"], ["1", "a"], ["2", "b"]]


def test_16_the_same_person_twice_is_told(audit: FakeAudit) -> None:
    """With an id as an error, without one as a warning."""
    rows = [["id", "d1"], ["7", "helt"], ["7", "inte"]]
    with pytest.raises(FaultyFiles):
        audit.collect(table(audit.folder / "a.csv", rows))
    rows = [["d1", "d3"], ["helt", "lika"], ["helt", "lika"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", rows))
    assert "map-identical-rows" in [one.code for one in log.warnings]


def test_17_incomplete_answers_are_left_out_by_rule(audit: FakeAudit) -> None:
    """And listed."""
    path = table(
        audit.folder / "a.csv",
        [["id", "submitdate", "d1"], ["1", "", "helt"], ["2", "2026", "helt"]],
    )
    audit.collect(path)
    (name,) = audit.mappings
    plain = audit.mappings[name].model_dump(by_alias=True, exclude_unset=True)
    plain["exclude"] = [{"at": 1, "is": ""}]
    audit.mappings[name] = type(audit.mappings[name]).model_validate(plain)
    (log,) = audit.collect(path)
    assert log.refused == {"excluded": (2,)}
    assert audit.column("respondent") == ["2"]


def test_17_previews_and_tests_are_left_out_by_rule(tmp_path: Path) -> None:
    """The draft writes the rules into the mapping, and the import lists the rows."""
    example = next(one for one in EXAMPLES if one.name == "qualtrics")
    _, draft, log = through(tmp_path, example.write(tmp_path))
    rules = {one.equals for one in draft.mapping.exclude}
    assert rules == {"Survey Preview", "Survey Test", "Spam", "False"}
    assert log.refused["excluded"] == example.excluded


def test_18_headers_that_span_are_no_people(tmp_path: Path) -> None:
    """A table of counts for each sex, as statistics programs print it."""
    rows = [["", "Män", "", "Kvinnor", "", "", ""]]
    rows += [["Enhet", "Ja", "Nej", "Ja", "Nej", "Total", "%"]]
    rows += [[f"Enhet {n}", "1", "2", "3", "4", "10", f"{n}0%"] for n in range(5)]
    with pytest.raises(FaultyFiles) as caught:
        drafted(table(tmp_path / "a.csv", rows))
    assert caught.value.problems[0].code == "csv-aggregate"


def test_18_percentages_are_not_people(tmp_path: Path) -> None:
    """A finished table is refused with the reason."""
    rows = [["Svar", "Antal", "Andel"], ["Ja", "3", "75%"], ["Nej", "1", "25%"]]
    with pytest.raises(FaultyFiles) as caught:
        drafted(table(tmp_path / "a.csv", rows))
    assert caught.value.problems[0].code == "csv-aggregate"


def test_19_rows_are_not_respondents(tmp_path: Path) -> None:
    """Six rows of two people are refused, with the rows."""
    rows = [["record_id", "redcap_repeat_instance", "bp"]]
    rows += [[str(1 + n // 3), str(n % 3), str(110 + n)] for n in range(6)]
    with pytest.raises(FaultyFiles) as caught:
        through(tmp_path, table(tmp_path / "a.csv", rows, delimiter=","))
    assert caught.value.problems[0].code == "map-same-respondent"


def test_20_a_question_has_one_source(audit: FakeAudit) -> None:
    """Joined, and with a column for each option: mapped once, by the options."""
    rows = [["_uuid", "d2", "d2/lakare", "d2/ombud"]]
    rows += [["x", "lakare", "1", "0"], ["y", "", "", ""], ["z", "", "0", "0"]]
    audit.collect(table(audit.folder / "svar.csv", rows))
    (name,) = audit.mappings
    uses = [column.use for column in audit.mappings[name].columns]
    assert uses == ["respondent", "ignore", "d2", "d2"]
    assert audit.column("d2") == ["=lakare", "", "="]


def test_20_joined_and_ticked_are_counted_once(tmp_path: Path) -> None:
    """And zero is not blank."""
    rows = [["_uuid", "d2", "d2/a", "d2/b"], ["x", "a", "1", "0"], ["y", "", "", ""]]
    rows += [["z", "", "0", "0"]]
    audit, _, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert audit.column("d2") == ["=a", "", "="]
