"""Every hostile or awkward file: read right, or refused in words, and nothing stored.

The data is not part of the project; the tests are skipped where it is not at hand.
"""

import json
import re
import time
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.sheet import open_sheet
from tests.conformance.data import DATA
from tests.intake.samples import FakeAudit, book, drafted, table, through

BAD = DATA / "badinput"

pytestmark = pytest.mark.skipif(
    not BAD.is_dir(), reason="the hostile files (../shared/data/badinput) are missing"
)

READ = {
    "latin1_semicolon.csv": [["1", "tråkigt; men ok", "5"]],
    "utf8_bom_decimal_comma.csv": [["1", "å", "1,5"]],
    "utf16.csv": [["1", "å"]],
    "id_mangling.csv": [
        ["001", "5"],
        ["1e5", "5"],
        ["2024-03-04", "5"],
        ["3/4", "5"],
        ["TRUE", "5"],
    ],
    "formula_injection.csv": [
        ["1", '=HYPERLINK("http://x/"&A1)'],
        ["2", "+46701740605"],
        ["3", "-1"],
        ["4", "@SUM(1)"],
        ["5", "\t=1+1"],
    ],
}
REFUSED = {
    "unclosed_quote.csv": [("csv-quote", 2)],
    "ragged.csv": [("csv-ragged", 2), ("csv-ragged", 3)],
    "nul_byte.csv": [("csv-nul", 2)],
    "good_formula.xlsx": [("book-formula", 0)],
    "xxe.xlsx": [("book-entities", 0)],
    "xxe.docx": [("csv-kind", 0)],
    "billion_laughs.xlsx": [("book-entities", 0)],
    "billion_laughs.docx": [("csv-kind", 0)],
    "bomb_300MB.xlsx": [("book-too-large", 0)],
}


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read_right(name: str, tmp_path: Path) -> None:
    """To the character, and through draft and collect as well."""
    sheet = open_sheet(BAD / name)
    assert [row for _, row in sheet.rows()] == READ[name]
    if name != "utf16.csv":
        assert through(tmp_path, BAD / name)[2].rows_used == len(READ[name])


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_is_refused_in_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line, at once, with nothing stored and no forbidden word told."""
    monkeypatch.chdir(BAD)
    audit = FakeAudit(tmp_path)
    started = time.perf_counter()
    for act in (drafted, audit.collect):
        with pytest.raises(FaultyFiles) as caught:
            act(Path(name))
        problems = caught.value.problems
        assert [(one.code, one.place.line) for one in problems] == REFUSED[name]
        told = "".join(f"{p.place}{p.message}{p.remedy}{p.facts}" for p in problems)
        word = (BAD / "xxe_canary.txt").read_text(encoding="utf-8").strip()
        assert word not in f"{told}{caught.value!r}"
    assert time.perf_counter() - started < 2
    assert not audit.store_path.exists()
    assert not audit.mappings


def test_an_equal_header_is_refused_or_read_by_position(tmp_path: Path) -> None:
    """Never one of the columns lost."""
    path = BAD / "duplicate_header.csv"
    audit, draft, _ = through(tmp_path, path)
    names = [question.id for question in draft.instrument.questions()]
    assert [audit.column(name) for name in names] == [["=a"], ["=b"]]
    other = FakeAudit(tmp_path)
    other.instruments = {"enkat": draft.instrument}
    with pytest.raises(FaultyFiles) as caught:
        other.collect(path)
    assert caught.value.problems[0].facts["columns"] == "2, 3"


SPECTRUM = sorted(path.stem for path in (BAD / "csv-spectrum" / "csvs").glob("*.csv"))


@pytest.mark.parametrize("name", SPECTRUM)
def test_csv_spectrum(name: str) -> None:
    """Equal to its JSON; one is wrong upstream and only read."""
    sheet = open_sheet(BAD / "csv-spectrum" / "csvs" / f"{name}.csv")
    found = [dict(zip(sheet.header[0], row, strict=True)) for _, row in sheet.rows()]
    text = (BAD / "csv-spectrum" / "json" / f"{name}.json").read_text(encoding="utf-8")
    if name == "location_coordinates":
        assert (len(found), len(found[0])) == (1, 4)
        assert found[0]["Location Coordinates"].count("\ufffd") == 2
    else:
        expected = json.loads(text)
        assert [_plain(row) for row in found] == [_plain(row) for row in expected]


def _plain(row: dict[str, str]) -> dict[str, str]:
    """Line ends in the JSON follow the file they were made from."""
    return {key: cell.replace("\r\n", "\n") for key, cell in row.items()}


@pytest.fixture(scope="module")
def strings() -> list[str]:
    """The naughty strings."""
    found: list[str] = json.loads((BAD / "blns.json").read_text(encoding="utf-8"))
    assert len(found) == 515
    return found


def test_naughty_strings_come_back_through_csv(
    strings: list[str], tmp_path: Path
) -> None:
    """As answers to the character; blank ones as blank."""
    rows = [["id", "Fritt svar"], *[[str(n), text] for n, text in enumerate(strings)]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    (question,) = draft.instrument.questions()
    expected = [f"={text}" if text.strip() else "" for text in strings]
    assert audit.column(question.id) == expected
    assert audit.column("respondent") == [str(n) for n in range(515)]


def test_naughty_strings_come_back_through_a_workbook(
    strings: list[str], tmp_path: Path
) -> None:
    """Those that a workbook can hold at all."""
    import openpyxl

    illegal = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
    kept = [text for text in strings if not illegal.search(text)]
    assert len(kept) > 500
    path = book(tmp_path / "a.xlsx", [["id", "Fritt svar"]])
    made = openpyxl.load_workbook(path)
    for row, text in enumerate(kept, 2):
        made.worksheets[0].cell(row, 1, str(row))
        made.worksheets[0].cell(row, 2, text).data_type = "s"
    made.save(path)
    found = [row[1] for _, row in open_sheet(path).rows()]
    assert [text.replace("\r\n", "\n") for text in found] == [
        text.replace("\r\n", "\n") for text in kept
    ]


def test_naughty_strings_as_headers_and_file_names(
    strings: list[str], tmp_path: Path
) -> None:
    """A draft of any header can be collected; any file name can be read."""
    for number, text in enumerate(strings[::7]):
        folder = tmp_path / str(number)
        folder.mkdir()
        rows = [["id", text, "Annat"], ["1", "a", "b"], ["2", "c", "d"]]
        assert through(folder, table(folder / "svar.csv", rows))[2].rows_used == 2
    for text in strings:
        name = text.replace("/", "").encode()[:100].decode("utf-8", "ignore")
        if "\0" not in name:
            path = table(tmp_path / f"s{name}.csv", [["id", "b"], ["1", "x"]])
            assert open_sheet(path).top[1] == ["1", "x"]
