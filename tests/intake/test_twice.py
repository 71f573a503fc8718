"""Nobody is counted twice, split twice or read from the wrong file unawares."""

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.draft import draft
from brukarrevision.intake.log import ImportLog
from brukarrevision.model.instrument import Area, Question
from tests.intake.samples import INSTRUMENT, FakeAudit, table

HEADER = ["id", "d1", "d3"]
PEOPLE = [[str(n), "helt", f"svar {n}"] for n in range(1, 9)]
BARE = [
    ["2026-02-03", "34", "Ja", "Hemligt ett"],
    ["2026-02-04", "35", "Nej", "Hemligt två"],
    ["2026-02-05", "36", "Ja", "Hemligt tre"],
]


def _codes(log: ImportLog) -> list[str]:
    return [one.code for one in log.warnings]


def _fault(audit: FakeAudit, rows: list[list[str]], **wishes: object) -> FaultyFiles:
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(table(audit.folder / "b.csv", rows), **wishes)
    return caught.value


@pytest.mark.parametrize("shape", ["{}.0", "0{}"])
def test_ids_in_another_form_are_told(audit: FakeAudit, shape: str) -> None:
    """The rows are taken, but loudly."""
    audit.collect(table(audit.folder / "a.csv", [HEADER, *PEOPLE]))
    rows = [[shape.format(key), *cells] for key, *cells in PEOPLE]
    (log,) = audit.collect(table(audit.folder / "b.csv", [HEADER, *rows]))
    (warning,) = [one for one in log.warnings if one.code == "map-rows-known"]
    assert (warning.facts["rows"], warning.facts["file"]) == (8, "a.csv")


def test_an_export_that_lost_rows_is_told(audit: FakeAudit) -> None:
    """Without a key, half of the rows are enough; under another unit too."""
    rows = [row[1:] for row in PEOPLE]
    audit.collect(table(audit.folder / "a.csv", [HEADER[1:], *rows]), unit="norr")
    newer = [HEADER[1:], *rows[:5], ["inte", "ny"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", newer), unit="soder")
    assert "map-rows-known" in _codes(log)
    newer = [HEADER[1:], *rows[:4], ["inte", "nyare"]]
    (log,) = audit.collect(table(audit.folder / "c.csv", newer), round="2026")
    assert "map-rows-known" not in _codes(log)


@pytest.mark.parametrize("start", [0, 1])
def test_a_newer_export_is_not_told_of(audit: FakeAudit, start: int) -> None:
    """All of the earlier rows are known for the same, with and without a key."""
    rows = [row[start:] for row in [HEADER, *PEOPLE]]
    audit.collect(table(audit.folder / "a.csv", rows))
    more = [*rows, ["9", "inte", "ny"][start:]]
    (log,) = audit.collect(table(audit.folder / "b.csv", more))
    assert log.rows_used == 1
    assert "map-rows-known" not in _codes(log)


def test_a_file_is_not_split_in_two_ways(audit: FakeAudit) -> None:
    """Two instruments of different partition do not share a file."""
    path = table(audit.folder / "a.csv", [HEADER, *PEOPLE])
    other = INSTRUMENT.model_copy(update={"id": "annan", "partition": ()})
    audit.instruments["annan"] = other
    audit.collect(path, instrument="enkat")
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path, instrument="annan")
    (fault,) = caught.value.problems
    assert fault.code == "map-other-partition"
    assert (fault.facts["instrument"], fault.facts["other"]) == ("annan", "enkat")
    audit.instruments["annan"] = other.model_copy(update={"partition": ("unit",)})
    assert audit.collect(path, instrument="annan")[0].rows_used == 8


def test_a_question_that_the_mapping_lacks_is_an_error(audit: FakeAudit) -> None:
    """Other new columns are told of by number."""
    audit.collect(table(audit.folder / "a.csv", [HEADER, *PEOPLE]))
    rows = [[*HEADER, "Hemlig"], ["10", "helt", "x", "y"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", rows))
    (warning,) = [one for one in log.warnings if one.code == "map-new-columns"]
    assert warning.facts["columns"] == "4"
    assert "Hemlig" not in warning.message
    for header in ("d4", "Hur många möten?"):
        rows = [[*HEADER, header], ["11", "helt", "x", "3"]]
        (fault,) = _fault(audit, rows).problems
        assert fault.code == "map-new-question"
        assert (fault.facts["column"], fault.facts["question"]) == ("4", "d4")


def test_a_file_that_hardly_fits_is_refused(audit: FakeAudit) -> None:
    """Unless the instrument is named; background questions alone never do."""
    rows = [["d1", "namn"], ["helt", "x"]]
    (fault,) = _fault(audit, rows, instrument=None).problems
    assert (fault.code, fault.facts["fit"]) == ("map-few-fit", 1)
    assert "--instrument enkat" in fault.remedy
    age = Question(id="alder", type="integer", label="Ålder")
    area = Area(id="a", label="A", questions=INSTRUMENT.areas[0].questions[:1])
    small = INSTRUMENT.model_copy(update={"background": (age,), "areas": (area,)})
    audit.instruments["enkat"] = small
    (fault,) = _fault(audit, [["alder"], ["30"]], instrument=None).problems
    assert fault.code == "map-few-fit"
    assert not audit.mappings
    path = table(audit.folder / "c.csv", [["d1"], ["helt"]])
    assert audit.collect(path, instrument=None)[0].rows_used == 1


def test_a_first_row_of_answers_is_no_header(audit: FakeAudit) -> None:
    """Neither to draft from nor to collect, and none of its cells is printed."""
    path = table(audit.folder / "a.csv", BARE)
    with pytest.raises(FaultyFiles) as caught:
        draft(path, instrument_id="enkat", language="sv")
    assert [one.code for one in caught.value.problems] == ["map-no-header"]
    fitting = [[*row, "helt"] for row in BARE]
    fitting[0][-1] = "d1"
    faults = [caught.value, _fault(audit, BARE), _fault(audit, fitting)]
    assert faults[1].problems[0].code == "map-nothing-fits"
    assert faults[2].problems[0].code == "map-no-header"
    audit.collect(table(audit.folder / "c.csv", [["d4", "d1"], ["1", "helt"]]))
    faults.append(_fault(audit, BARE, mapping="enkat-table"))
    assert {one.code for one in faults[3].problems} == {"map-header-differs"}
    for fault in faults:
        said = " ".join(one.message + one.remedy for one in fault.problems)
        assert not any(cell in said for cell in ("Hemligt", "34", "2026-02"))


def test_a_changed_answer_is_said_to_stand(audit: FakeAudit) -> None:
    """Which rows differ, in what, and how to take them; never what was answered."""
    audit.collect(table(audit.folder / "a.csv", [HEADER, *PEOPLE]))
    rows = [HEADER, ["1", "inte", "ändrat"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", rows))
    (warning,) = [one for one in log.warnings if one.code == "map-changed"]
    assert warning.facts["numbers"] == "2 (d1, d3)"
    assert "står kvar" in warning.remedy
    assert "--replace" in warning.remedy
    assert "ändrat" not in warning.message + warning.remedy


@pytest.mark.parametrize(
    ("places", "cell"),
    [
        (["Läkare", "Personligt ombud"], "=lakare ombud"),
        (["", "Personligt ombud"], ""),
        (["Vill ej svara", "Läkare"], "!declined"),
        (["", ""], ""),
    ],
)
def test_a_second_place_is_not_a_first(
    audit: FakeAudit, places: list[str], cell: str
) -> None:
    """Where the first place is blank the ranking is blank."""
    rows = [["d1", "d7[1]", "d7[2]"], ["helt", *places], ["helt", "Läkare", ""]]
    audit.collect(table(audit.folder / "a.csv", rows))
    assert audit.column("d7") == [cell, "=lakare"]


def test_the_best_of_a_ranking_has_place_one(audit: FakeAudit) -> None:
    """With a column for each option, too."""
    rows = [["d1", "d7_lakare", "d7_ombud"], ["helt", "2", "1"], ["helt", "2", "3"]]
    audit.collect(table(audit.folder / "a.csv", rows))
    assert audit.column("d7") == ["=ombud lakare", ""]
