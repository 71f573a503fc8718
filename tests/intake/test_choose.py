"""Which mapping reads a file; several sheets, several sources. Synthetic data."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.model.mapping import Exclusion, Mapping, Source
from tests.intake.samples import FakeAudit, book, table

ROWS = [["id", "d1"], ["1", "helt"]]
COLUMNS = [
    {"at": 0, "header": "id", "use": "respondent"},
    {"at": 1, "header": "d1", "use": "d1"},
]


def _mapping(**stated: object) -> Mapping:
    plain = {"format": 1, "instrument": "enkat", "columns": COLUMNS, **stated}
    return Mapping.model_validate(plain)


def test_the_sheet_of_a_mapping_is_read(audit: FakeAudit) -> None:
    """Not the first that holds something."""
    audit.mappings["m"] = _mapping(source={"sheet": "Blad2"})
    path = book(audit.folder / "a.xlsx", [["lista"], ["x"]], ROWS)
    (log,) = audit.collect(path)
    assert (log.sheet, log.mapping) == ("Blad2", "m")


def test_a_mapping_for_another_workbook_does_not_stop_a_draft(audit: FakeAudit) -> None:
    """Its sheet is missing here; asked for by name, it does stop."""
    audit.mappings["m"] = _mapping(source={"sheet": "Saknas"}).model_copy(
        update={"columns": _mapping().columns[:1]}
    )
    path = book(audit.folder / "a.xlsx", [["nr", "d1"], ["1", "helt"]])
    assert audit.collect(path)[0].mapping == "enkat-table"
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path, mapping="m")
    assert caught.value.problems[0].code == "book-no-sheet"


def test_the_sheet_read_of_several_is_written_down(audit: FakeAudit) -> None:
    """So that the next file is read alike."""
    path = book(audit.folder / "a.xlsx", ROWS, [["annat"], ["x"]])
    audit.collect(path)
    assert audit.mappings["enkat-table"].source.sheet == "Blad1"


def test_a_title_that_a_mapping_states_is_skipped(audit: FakeAudit) -> None:
    """Whatever the title looks like."""
    audit.mappings["m"] = _mapping(source=Source(skip_rows=1))
    path = table(audit.folder / "a.csv", [["Enkät", "2026"], *ROWS])
    assert audit.collect(path)[0].rows_used == 1


def test_a_mapping_that_is_wrong_is_told(audit: FakeAudit) -> None:
    """When a file comes that it fits."""
    columns = [COLUMNS[0], {"at": 1, "header": "d1", "use": "dd1"}]
    audit.mappings["m"] = _mapping(columns=columns)
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(table(audit.folder / "a.csv", ROWS))
    fault = caught.value.problems[0]
    assert (fault.code, fault.facts["nearest"]) == ("map-unknown-question", "d1")
    assert fault.place.file == "mappings/m.yaml"


def test_a_rule_about_a_column_that_is_not_there(audit: FakeAudit) -> None:
    """Is told as a column that the file lacks."""
    rule = Exclusion.model_validate({"at": 7, "is": ""})
    audit.mappings["m"] = _mapping().model_copy(update={"exclude": (rule,)})
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(table(audit.folder / "a.csv", ROWS), mapping="m")
    assert caught.value.problems[0].facts["column"] == 8


def test_another_kind_of_file_gets_a_mapping_of_its_own(audit: FakeAudit) -> None:
    """Under a name that is free."""
    audit.collect(table(audit.folder / "a.csv", ROWS))
    other = [["Hur många möten?", "Betyg"], ["3", "4,5"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", other))
    assert (log.mapping, log.new_mapping) == ("enkat-table-2", True)
    assert sorted(audit.mappings) == ["enkat-table", "enkat-table-2"]


def test_the_mapping_of_another_instrument_is_left_alone(audit: FakeAudit) -> None:
    """One that the plan no longer lists, too."""
    audit.mappings["m"] = _mapping(instrument="borta")
    path = table(audit.folder / "a.csv", ROWS)
    assert audit.collect(path)[0].mapping == "enkat-table"


def test_a_file_that_is_gone_after_it_was_looked_at(
    audit: FakeAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or whose bytes changed: told in words, without a byte of it."""
    path = table(audit.folder / "a.csv", ROWS)
    from brukarrevision.intake import delimited
    from brukarrevision.intake.delimited import Delimited

    real = delimited.choose

    def changed(found: Path, encoding: str) -> Delimited:
        chosen = real(found, encoding)
        found.write_bytes(b"id;d1\n1;\xff\xfe\n")
        return chosen

    monkeypatch.setattr(delimited, "choose", changed)
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path)
    assert caught.value.problems[0].code == "file-changed"
