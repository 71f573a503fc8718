"""``tally``: the tables; nobody's answer is in them."""

import io
import json

import pytest
from openpyxl import load_workbook

from tests.conftest import Runner, outside
from tests.fakeaudit import CANARY, Box, csv, rows

FORMATS = ("table", "json", "csv", "xlsx")


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("by", [[], ["--by", "unit"]])
def test_no_free_text_is_in_any_format(br: Runner, form: str, by: list[str]) -> None:
    """Protected is what one gets when nothing is said."""
    done = br("tally", "prov", "--format", form, *by)
    assert done.code == 0
    text = done.data
    if form == "xlsx":
        book = load_workbook(io.BytesIO(done.data))
        text = repr([cell.value for row in book["tally"] for cell in row]).encode()
    assert b"enkat" in text or b"St\xc3\xb6d" in text or form == "table"
    assert CANARY.encode() not in text
    assert b"Fritext" not in text


@pytest.mark.usefixtures("full")
def test_what_was_said_in_own_words_is_told_apart_from_what_is_hidden(
    br: Runner,
) -> None:
    """Nobody is said to be left out of a table that nobody could be in."""
    printed = br("tally", "prov", "--by", "unit").out.split("\n\n")
    found = [one.splitlines()[1:] for one in printed if one.startswith("s2 ")]
    assert found
    assert {tuple(one) for one in found} == {
        ("Svar\tAntal\t%", "–\t–\t–", "Besvarades med egna ord")
    }


@pytest.mark.usefixtures("full")
def test_too_small_a_unit_is_in_no_number(br: Runner) -> None:
    """Three responses in the little house are left out, and that is said."""
    done = br("tally", "prov")
    assert "30 svarade av 30" in done.out
    assert "ngår inte: Lilla huset" in done.out
    assert "33" not in done.out


@pytest.mark.usefixtures("full")
def test_hidden_numbers_are_null_or_absent(br: Runner) -> None:
    """Never zero: zero would be an answer."""
    found = json.loads(br("tally", "prov", "--format", "json").out)
    assert (found["format"], found["protected"]) == (1, True)
    tables = {table["question"]: table for table in found["tables"]}
    hidden = tables["s2"]
    assert hidden["shown"] == "hidden"
    assert not hidden["counts"]
    assert hidden["n"] is None
    shown = tables["s1"]
    assert shown["shown"] in ("exact", "bounded")
    assert shown["n"] == 30
    assert set(shown["missing"]) <= {"total"}


@pytest.mark.usefixtures("full")
def test_the_contract_with_programs(br: Runner) -> None:
    """The keys of DESIGN section 4, and where each question stands in the file."""
    found = json.loads(br("tally", "prov", "--format", "json").out)
    assert set(found) >= {"format", "audit", "protected", "tables"}
    table = next(one for one in found["tables"] if one["question"] == "s1")
    keys = "instrument question label type round unit group by columns asked n missing"
    assert set(table) >= {*keys.split(), "shown", "counts", "phrase"}
    assert (table["columns"], table["unit"], table["type"]) == ([3], None, "select_one")
    units = json.loads(br("tally", "prov", "--by", "unit", "--format", "json").out)
    assert {one["unit"] for one in units["tables"]} <= {"norr", "soder", None}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("form", FORMATS)
def test_what_is_piped_is_plain_and_the_same_each_time(br: Runner, form: str) -> None:
    """Byte for byte, without colour; nothing is said on stderr."""
    if form == "xlsx":
        pytest.skip("a workbook bears the time it was made")
    first = br("tally", "prov", "--format", form)
    again = br("tally", "prov", "--format", form)
    assert first.data == again.data
    assert first.err == ""
    assert b"\x1b" not in first.data


def test_the_program_itself_gives_the_same_bytes(full: Box, br: Runner) -> None:
    """UTF-8 and LF in whatever locale."""
    for form in ("json", "csv"):
        done = outside(
            "tally", "prov", "--format", form, cwd=full.root, env={"LC_ALL": "C"}
        )
        assert done.data == br("tally", "prov", "--format", form).data
        assert b"\r" not in done.data


# -- splitting ------------------------------------------------------------------


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("by", "exit_code", "code", "words"),
    [
        ("kon", 3, "by-not-in-partition", "partition: [unit, kon]"),
        ("group", 3, "by-not-in-partition", "partition: [unit, group]"),
        ("unti", 2, "by-unknown", "Menade du unit?"),
    ],
)
def test_results_are_split_by_the_partition_alone(
    br: Runner, *, by: str, exit_code: int, code: str, words: str
) -> None:
    """Anything else would count the same persons again."""
    done = br("tally", "prov", "--by", by)
    assert (done.code, done.codes, done.out) == (exit_code, [code], "")
    assert words in done.err


# -- files ----------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_tables_are_written_to_a_file(full: Box, br: Runner, form: str) -> None:
    """Said on stderr; stdout is left for programs."""
    target = full.root.parent / f"tabeller.{form}"
    done = br("tally", "prov", "--format", form, "-o", target)
    assert (done.code, done.out) == (0, "")
    said, warned = done.err.splitlines()
    assert said == f"Skrev {target}"
    assert warned.startswith("Siffrorna är inte publicerade. Lämna inte ut dem")
    assert target.stat().st_size > 100
    assert br("-q", "tally", "prov", "--format", form, "-o", target).err == ""


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula(box: Box, br: Runner, form: str) -> None:
    """A label that a spreadsheet would run is text."""
    label = '=HYPERLINK("http://x";"Klicka")'
    box.swap("instruments/enkat.yaml", "label: Jag får stöd.", f"label: '{label}'")
    box.source.write_bytes(csv())
    assert br("collect", "prov", box.source).code == 0
    data = br("tally", "prov", "--format", form).data
    if form == "csv":
        cells = [
            cell for line in data.decode().splitlines() for cell in line.split(";")
        ]
        assert not [c for c in cells if c.strip('"').startswith(("=", "+", "-", "@"))]
    else:
        sheet = load_workbook(io.BytesIO(data))["tally"]
        kinds = {cell.data_type for row in sheet for cell in row}
        assert "f" not in kinds
        assert label in {cell.value for row in sheet for cell in row}


def test_a_folder_that_is_not_there_is_made_and_a_file_is_no_folder(
    full: Box, br: Runner
) -> None:
    """What cannot be written is told in words."""
    deep = full.root.parent / "ny" / "mapp" / "t.csv"
    assert br("tally", "prov", "--format", "csv", "-o", deep).code == 0
    done = br("tally", "prov", "--format", "csv", "-o", deep / "t.csv")
    assert (done.code, done.codes) == (1, ["file-not-folder"])
    done = br("tally", "prov", "--format", "csv", "-o", deep.parent)
    assert (done.code, done.codes) == (1, ["file-is-folder"])


# -- raw counts -----------------------------------------------------------------


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_unprotected_numbers_are_printed_with_a_warning(br: Runner, form: str) -> None:
    """Every distinct value as it stood in the file."""
    done = br("tally", "prov", "--unprotected", "--format", form)
    assert done.code == 0
    assert done.err.startswith("OSKYDDADE SIFFROR.")
    assert CANARY in done.out
    if form == "json":
        found = json.loads(done.out)
        assert found["protected"] is False
        tables = {one["question"]: one for one in found["tables"]}
        assert (
            sum(one["n"] for one in tables["s1"]["counts"]) == tables["s1"]["n"] == 33
        )


@pytest.mark.parametrize("words", [["-o", "x.csv"], ["--format", "xlsx"]])
def test_unprotected_numbers_are_never_written(
    full: Box, br: Runner, words: list[str]
) -> None:
    """Exit code 3; the warning cannot be silenced either."""
    done = br("tally", "prov", "--unprotected", *words)
    assert (done.code, done.codes, done.out) == (3, ["unprotected-file"], "")
    assert not (full.root / "x.csv").exists()
    assert "OSKYDDADE" in br("-q", "tally", "prov", "--unprotected").err


@pytest.mark.usefixtures("full")
def test_unprotected_numbers_are_totals(br: Runner) -> None:
    """Splitting them is refused as a way of calling it that does not exist."""
    done = br("tally", "prov", "--unprotected", "--by", "unit")
    assert (done.code, done.codes) == (2, ["by-unprotected"])


# -- nothing to show ------------------------------------------------------------


def test_without_responses_there_is_nothing_to_show(box: Box, br: Runner) -> None:
    """Exit code 1 and the next command."""
    done = br("tally", "prov")
    assert (done.code, done.codes) == (1, ["responses-missing"])
    assert not box.private.exists()


def test_errors_come_before_tables(full: Box, br: Runner) -> None:
    """Protection that stands on sand protects nobody (R10)."""
    full.swap("plan.yaml", "min_group: 5", "min_group: 3")
    done = br("tally", "prov")
    assert (done.code, done.codes, done.out) == (1, ["plan-min-group-low"], "")


def test_one_more_response_than_last_time_is_counted(box: Box, br: Runner) -> None:
    """The tables follow what is stored."""
    lines = rows()
    box.source.write_bytes(csv(*lines[1:]))
    br("collect", "prov", box.source)
    assert "29 svarade av 29" in br("tally", "prov").out
    box.source.write_bytes(csv(*lines))
    br("collect", "prov", box.source)
    assert "30 svarade av 30" in br("tally", "prov").out


@pytest.mark.usefixtures("full")
def test_explaining_is_for_the_screen_and_by_itself(br: Runner) -> None:
    """Nothing of it goes to a file or a program."""
    done = br("tally", "prov", "--explain")
    assert (done.code, done.data, done.codes) == (3, b"", ["explain-terminal"])
    for more in (("--by", "unit"), ("--unprotected",), ("--format", "json")):
        assert br("tally", "prov", "--explain", *more).codes == ["explain-alone"]
