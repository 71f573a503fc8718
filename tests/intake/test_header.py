"""Header rows: how many there are, and what their texts are made of."""

from pathlib import Path

import pytest

from brukarrevision.intake import header
from brukarrevision.intake.sheet import Sheet, open_sheet
from brukarrevision.intake.sources import recognise
from tests.intake.samples import table, through

ID = '{"ImportId":"QID1"}'


def _sheet(folder: Path, rows: list[list[str]]) -> Sheet:
    sheet = open_sheet(table(folder / "svar.csv", rows))
    return sheet.under(header.suggest(sheet))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("d1. Kom du till tals?", ("Kom du till tals?", "d1", "", "")),
        ("Q1: Kom du till tals?", ("Kom du till tals?", "Q1", "", "")),
        (
            "d2[lakare]. Vilka var med? [Läkare]",
            ("Vilka var med?", "d2", "lakare", "Läkare"),
        ),
        ("d2[x]. Vilka? [A [b] c]", ("Vilka?", "d2", "x", "A [b] c")),
        ("skala[rad1]. [Jag trivs]", ("Jag trivs", "skala", "rad1", "Jag trivs")),
        ("d2[lakare]", ("d2", "d2", "lakare", "")),
        ("d2___lakare", ("d2", "d2", "lakare", "")),
        ("grupp/d2/lakare", ("d2", "d2", "lakare", "")),
        ("Vilka var med? [Läkare]", ("Vilka var med?", "", "", "Läkare")),
        (
            "Vad tycker<br>du <b>nu</b> &amp; sen?",
            ("Vad tycker du nu & sen?", "", "", ""),
        ),
        ("Ev. kommentar", ("Ev. kommentar", "", "", "")),
        ("Är 5 < 6? ]", ("Är 5 < 6? ]", "", "", "")),
    ],
)
def test_headers_are_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    """Text, code, code of the option, text of the option."""
    found = header.take_apart(0, text, text)
    assert (found.text, found.code, found.sub, found.option) == parts
    assert found.raw == text


def test_two_rows_of_surveymonkey(tmp_path: Path) -> None:
    """The question stands over its first column only."""
    rows = [
        ["Respondent ID", "Trivs du?", "Vilka var med?", "", ""],
        ["", "Response", "Läkare", "Kurator", "Ombud"],
        ["1", "Ja", "Läkare", "", "Ombud"],
        ["2", "Nej", "", "Kurator", ""],
    ]
    sheet = _sheet(tmp_path, rows)
    assert sheet.header_rows == 2
    found = header.headings(sheet)
    assert [one.raw for one in found[2:]] == [
        "Vilka var med? | Läkare",
        "Vilka var med? | Kurator",
        "Vilka var med? | Ombud",
    ]
    assert (found[1].text, found[1].option) == ("Trivs du?", "")
    assert (found[4].text, found[4].option) == ("Vilka var med?", "Ombud")


def test_three_rows_of_qualtrics(tmp_path: Path) -> None:
    """Code, text, and a row of JSON."""
    rows = [["StartDate", "Q1"], ["Start Date", "Trivs du?"], [ID, ID], ["2026", "Ja"]]
    plain = open_sheet(table(tmp_path / "svar.csv", rows))
    tool = recognise(plain)
    sheet = plain.under(tool.source(plain))
    assert (tool.name, sheet.header_rows) == ("qualtrics", 3)
    found = tool.headings(sheet)[1]
    assert (found.raw, found.text, found.code) == ("Q1 | Trivs du?", "Trivs du?", "Q1")
    assert len(list(sheet.rows())) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["id", "svar"], ["1", "Ja"], ["2", "Nej"]],
        [["", "svar", ""], ["1", "Ja", "x"], ["2", "Nej", "x"]],
        [["id", "a", "", ""], ["1", "Ja", "x", "y"], ["2", "Nej", "y", "x"]],
        [["id", "a", "b"], ["1", "", ""], ["2", "", "Ja"]],
        [["a", "b", "c", "d", "e"], ["Ja", "", "", "", ""], ["Ja", "1", "2", "3", "4"]],
        [["2024", "2025", "2026"], ["1", "2", "3"]],
    ],
)
def test_a_response_is_never_taken_for_a_header(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    """Blank headers and half-empty answers are no second header row."""
    sheet = _sheet(tmp_path, rows)
    assert (sheet.skip_rows, sheet.header_rows) == (0, 1)


def test_a_title_above_the_header_is_suggested(tmp_path: Path) -> None:
    """A title, a blank row, then the header."""
    rows = [
        ["Uttag ur registret", "", "", "2026-02-01", "", "", "", ""],
        [""] * 8,
        [f"Fråga {n}" for n in range(8)],
        ["Ja"] * 8,
    ]
    sheet = _sheet(tmp_path, rows)
    assert (sheet.skip_rows, sheet.header[0][0]) == (2, "Fråga 0")


def test_headers_masked_against_formulas_are_unmasked(tmp_path: Path) -> None:
    """The text in the mapping stays as in the file."""
    rows = [["id", "'-5 till +5?"], ["1", "2"]]
    found = header.headings(_sheet(tmp_path, rows))[1]
    assert found.text == "-5 till +5?"


def test_a_question_that_spans_its_parts_in_a_sheet_made_by_hand(
    tmp_path: Path,
) -> None:
    """The parts are no response, and each of them is a question."""
    rows = [
        ["Löpnr", "Hur var mötet?", "", "Nöjd?"],
        ["", "Lyssnad på", "Förstod", ""],
        *([str(n), "Bra" if n % 2 else "Dåligt", "Bra", "Nej"] for n in range(6)),
    ]
    audit, draft, log = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert log.rows_used == 6
    labels = [question.label for question in draft.instrument.questions()]
    assert len(labels) == 3
    assert audit.column("respondent")[0] == "0"


def test_a_response_without_its_number_is_no_second_header(tmp_path: Path) -> None:
    """Not where others lack theirs too, nor where its answers come back below."""
    asked = ["Löpnr", "Nöjd?", "", "Varför?"]
    rest = [[str(n), "Ja", "kanske", "Svar"] for n in range(6)]
    path = tmp_path / "svar.csv"
    for rows in (
        [["", "Ja", "kanske", ""], *rest],
        [["", "Bra", "lite", ""], ["", "Ja", "x", "y"], *rest],
    ):
        sheet = open_sheet(table(path, [asked, *rows]))
        assert header.suggest(sheet).header_rows == 1
