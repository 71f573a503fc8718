"""Whole imports: rows in = rows used + refused, all or nothing, twice is once."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles, MachineFault, WrongUsage
from brukarrevision.intake.log import ImportLog, UnmatchedAnswers
from brukarrevision.model.mapping import Column, Exclusion, Mapping
from brukarrevision.store import Store
from tests.intake.samples import FakeAudit, table

HEADER = ["id", "enhet", "d1", "d2", "d3"]
ROWS = [
    ["1", "Norra mottagningen", "Stämmer helt", "Läkare;Personligt ombud", "bra"],
    ["2", "Södra mottagningen", "Vet ej", "", ""],
    ["3", "soder", "Stämmer delvis", "Läkare", "=1+1"],
]


@pytest.fixture
def path(audit: FakeAudit) -> Path:
    """A synthetic export of three responses."""
    return table(audit.folder / "svar.csv", [HEADER, *ROWS])


def _newer(audit: FakeAudit, rows: list[list[str]], name: str = "ny.csv") -> ImportLog:
    return audit.collect(table(audit.folder / name, [HEADER, *rows]))[0]


def _adds_up(log: ImportLog) -> bool:
    return log.rows_in == log.rows_used + log.rows_refused


def test_responses_are_stored_as_coded_cells(audit: FakeAudit, path: Path) -> None:
    """In the order of the file, with their attributes."""
    (log,) = audit.collect(path)
    assert (log.outcome, log.rows_in, log.rows_used) == ("imported", 3, 3)
    assert (log.instrument, log.mapping, log.new_mapping) == (
        "enkat",
        "enkat-table",
        True,
    )
    assert (log.encoding, log.delimiter, log.questions) == ("utf-8", ";", 3)
    assert audit.column("respondent") == ["1", "2", "3"]
    assert audit.column("unit") == ["norr", "soder", "soder"]
    assert audit.column("round") == ["2026"] * 3
    assert audit.column("group") == [None] * 3
    assert audit.column("d1") == ["=helt", "!dont_know", "=delvis"]
    assert audit.column("d2") == ["=lakare ombud", "", "=lakare"]
    assert audit.column("d3") == ["=bra", "", "==1+1"]
    with Store.open(audit.store_path) as store:
        columns = store.source_columns("enkat")
        assert columns == {"d1": (2,), "d2": (3,), "d3": (4,)}
        assert "d4" not in store.frame("enkat").columns


def test_the_log_is_plain_json(audit: FakeAudit, path: Path) -> None:
    """And holds no answer."""
    (log,) = audit.collect(path)
    plain = json.loads(json.dumps(log.to_json()))
    assert plain["rows_in"] == plain["rows_used"] + plain["rows_refused"]
    assert "bra" not in json.dumps(plain)
    assert log.sha256 not in json.dumps(plain)


def test_the_same_file_twice_changes_nothing(audit: FakeAudit, path: Path) -> None:
    """Under another name too; every byte of the store is the same."""
    audit.collect(path)
    before = audit.stored()
    again = path.rename(path.with_name("kopia.csv"))
    (log,) = audit.collect(again)
    assert (log.outcome, log.rows_in, log.rows_used) == ("unchanged", 3, 3)
    assert audit.stored() == before


def test_a_corrected_mapping_codes_the_file_again(audit: FakeAudit, path: Path) -> None:
    """In place of the old answers."""
    audit.collect(path)
    mapping = audit.mappings["enkat-table"]
    changed = mapping.columns[2].model_copy(
        update={"values": {"Stämmer delvis": "helt"}}
    )
    columns = (*mapping.columns[:2], changed, *mapping.columns[3:])
    audit.mappings["enkat-table"] = mapping.model_copy(update={"columns": columns})
    (log,) = audit.collect(path)
    assert (log.outcome, log.rows_used) == ("recoded", 3)
    assert audit.column("d1") == ["=helt", "!dont_know", "=helt"]
    with Store.open(audit.store_path) as store:
        assert len(store.imports()) == 1


def test_the_unit_given_wrong_is_corrected(audit: FakeAudit) -> None:
    """The same file with another option takes the place of the first import."""
    path = table(audit.folder / "a.csv", [["id", "d1"], ["1", "helt"]])
    audit.collect(path, unit="norr")
    audit.collect(path, unit="Södra mottagningen")
    assert audit.column("unit") == ["soder"]


def test_a_newer_export_adds_only_what_is_new(audit: FakeAudit, path: Path) -> None:
    """With a respondent's id, rows that are known are refused by row."""
    audit.collect(path)
    log = _newer(audit, [*ROWS, ["4", "norr", "inte", "", "ny"]])
    assert _adds_up(log)
    assert log.refused == {"already_imported": (2, 3, 4)}
    assert audit.column("respondent") == ["1", "2", "3", "4"]


def test_changed_answers_are_refused_and_listed(audit: FakeAudit, path: Path) -> None:
    """They are not taken, and the old ones stay."""
    audit.collect(path)
    log = _newer(audit, [["1", "norr", "inte", "", "ändrat"], ROWS[1]])
    assert log.refused == {"changed": (2,), "already_imported": (3,)}
    assert "map-changed" in [one.code for one in log.warnings]
    assert audit.column("d1") == ["=helt", "!dont_know", "=delvis"]


def test_without_a_key_an_earlier_file_is_known_as_a_whole(audit: FakeAudit) -> None:
    """If all of its rows are in the newer one."""
    old = [["Ja", "helt"], ["Nej", "helt"], ["Ja", "helt"]]
    audit.collect(table(audit.folder / "a.csv", [["d3", "d1"], *old]))
    new = [["Nytt", "inte"], *reversed(old), ["Ja", "helt"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", [["d3", "d1"], *new]))
    assert (log.rows_used, log.refused) == (2, {"already_imported": (3, 4, 5)})
    other = [["Ja", "helt"], ["Annat", "inte"]]
    (log,) = audit.collect(table(audit.folder / "c.csv", [["d3", "d1"], *other]))
    assert log.rows_used == 2


def test_rows_without_an_id_are_known_by_their_cells(audit: FakeAudit) -> None:
    """In a file where others have one; nobody is counted twice."""
    nameless = ["", "norr", "inte", "", "utan id"]
    _newer(audit, [*ROWS, nameless, nameless], "a.csv")
    log = _newer(audit, [*ROWS, nameless, nameless, nameless])
    assert log.refused == {"already_imported": (2, 3, 4, 5, 6)}
    assert log.rows_used == 1


def test_very_many_distinct_texts_are_coded(audit: FakeAudit) -> None:
    """More than are remembered at a time; all are counted where they fit nothing."""
    rows = [[str(n), f"fel {n}"] for n in range(60_000)]
    with pytest.raises(UnmatchedAnswers) as caught:
        audit.collect(table(audit.folder / "a.csv", [["id", "d4"], *rows]))
    assert len(caught.value.unmatched[0].values) == 60_000


def test_units_are_apart_where_they_are_given(audit: FakeAudit) -> None:
    """Every unit's paper forms are numbered from 1."""
    rows = [["id", "d1"], ["1", "helt"], ["2", "inte"]]
    audit.collect(table(audit.folder / "n.csv", rows), unit="norr")
    log = audit.collect(
        table(audit.folder / "s.csv", [*rows, ["3", "inte"]]), unit="soder"
    )
    assert log[0].rows_used == 3
    assert audit.column("unit") == ["norr"] * 2 + ["soder"] * 3


def test_the_same_respondent_twice_is_an_error(audit: FakeAudit) -> None:
    """With the rows; nothing is stored."""
    with pytest.raises(FaultyFiles) as caught:
        _newer(audit, [ROWS[0], ROWS[1], ROWS[0]])
    fault = caught.value.problems[0]
    assert (fault.code, fault.facts["rows"]) == ("map-same-respondent", "2, 4")
    assert not audit.store_path.exists()


def test_identical_rows_are_told_but_kept(audit: FakeAudit) -> None:
    """Five people may well answer alike."""
    rows = [["d1", "d3"], ["helt", "x"], ["helt", "y"], ["helt", "x"]]
    (log,) = audit.collect(table(audit.folder / "a.csv", rows))
    assert log.rows_used == 3
    (warning,) = [w for w in log.warnings if w.code == "map-identical-rows"]
    assert (warning.facts["rows"], warning.facts["numbers"]) == (1, "4")


def test_blank_and_excluded_rows_are_refused_with_a_reason(audit: FakeAudit) -> None:
    """An ignored column may exclude; it is still not stored."""
    audit.mappings["egen"] = Mapping(
        format=1,
        instrument="enkat",
        columns=(
            Column(at=0, header="d1", use="d1"),
            Column(at=1, header="klar", use="ignore"),
        ),
        exclude=(Exclusion.model_validate({"at": 1, "is": ""}),),
    )
    rows = [["d1", "klar"], ["helt", "2026-02-03"], ["", ""], ["inte", " "]]
    (log,) = audit.collect(table(audit.folder / "a.csv", rows))
    assert log.refused == {"blank": (3,), "excluded": (4,)}
    assert _adds_up(log)
    assert b"2026-02-03" not in audit.stored()


def test_unmatched_answers_stop_everything(audit: FakeAudit) -> None:
    """All of the file is looked through; the texts are apart from the messages."""
    rows = [[*r] for r in ROWS]
    rows[0][2] = rows[2][2] = "Hemligt svar"
    rows[1][1] = "Östra " + "x" * 80
    with pytest.raises(UnmatchedAnswers) as caught:
        _newer(audit, rows)
    fault = caught.value
    unit, answer = fault.unmatched
    assert (unit.column, unit.question) == (2, "unit")
    assert len(unit.values[0][0]) == 60
    assert (answer.column, answer.header, answer.question) == (3, "d1", "d1")
    assert answer.values == (("Hemligt svar", 2),)
    assert list(fault.mappings) == ["enkat-table"]
    told = f"{fault!r} {fault} {fault.unmatched!r}"
    told += " ".join(one.message + one.remedy for one in fault.problems)
    assert "Hemligt" not in told
    assert "2 celler med 1 olika värden" in told
    assert not audit.mappings
    assert not audit.store_path.exists()


def test_all_files_or_none(audit: FakeAudit, path: Path) -> None:
    """A fault in the second file leaves nothing of the first."""
    torn = audit.folder / "trasig.csv"
    torn.write_text("id;d1\n1;helt\n2;helt;mer\n", encoding="utf-8")
    bad = table(audit.folder / "fel.csv", [["id", "d1"], ["9", "kanske"]])
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path, torn, bad)
    assert [one.code for one in caught.value.problems] == [
        "csv-ragged",
        "map-unmatched-new",
    ]
    assert not audit.mappings
    assert not audit.store_path.exists()
    audit.collect(path)
    before = audit.stored()
    with pytest.raises(FaultyFiles):
        audit.collect(torn)
    assert audit.stored() == before


def test_two_files_at_once_share_the_new_mapping(audit: FakeAudit, path: Path) -> None:
    """And the second knows the rows of the first."""
    other = table(audit.folder / "b.csv", [HEADER, ROWS[0], ["9", "norr", "", "", ""]])
    first, second = audit.collect(path, other)
    assert (first.rows_used, second.rows_used) == (3, 1)
    assert list(audit.mappings) == ["enkat-table"]


def test_a_failing_import_keeps_what_another_one_stored(
    audit: FakeAudit, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though there was no store when it began."""
    bad = table(audit.folder / "fel.csv", [["id", "d1"], ["9", "kanske"]])
    made = audit.ensure_data_dir
    other = FakeAudit(audit.folder)

    def slowly() -> Path:
        folder = made()
        monkeypatch.setattr(audit, "ensure_data_dir", made)
        other.collect(path)
        return folder

    monkeypatch.setattr(audit, "ensure_data_dir", slowly)
    with pytest.raises(FaultyFiles):
        audit.collect(bad)
    assert audit.column("d3") == ["=bra", "", "==1+1"]


def test_a_mapping_is_written_after_the_answers(
    audit: FakeAudit, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that could not be written comes when the same file is read again."""

    def fail(*_: object) -> Path:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(audit, "write_mapping", fail)
        with pytest.raises(KeyboardInterrupt):
            audit.collect(path)
    assert audit.column("d3") == ["=bra", "", "==1+1"]
    (log,) = audit.collect(path)
    assert log.outcome == "unchanged"
    assert list(audit.mappings) == ["enkat-table"]


def test_no_mapping_is_written_where_the_answers_are_not(
    audit: FakeAudit, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop before the end leaves neither."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "finish_import", stop)
    with pytest.raises(KeyboardInterrupt):
        audit.collect(path)
    assert not audit.mappings
    assert not audit.store_path.exists()


def test_a_dry_run_writes_nothing(audit: FakeAudit, path: Path) -> None:
    """Neither mapping nor store, and says what would be done."""
    (log,) = audit.collect(path, dry_run=True)
    assert (log.dry_run, log.rows_used) == (True, 3)
    assert not audit.store_path.parent.exists()
    audit.collect(path)
    before = audit.stored()
    new = table(audit.folder / "b.csv", [HEADER, *ROWS, ["4", "norr", "", "", ""]])
    (log,) = audit.collect(new, dry_run=True)
    assert (log.rows_used, log.rows_refused) == (1, 3)
    assert audit.stored() == before


def test_moved_columns_are_an_error_that_says_where(
    audit: FakeAudit, path: Path
) -> None:
    """File, column, expected, found, nearest."""
    audit.collect(path)
    moved = [[row[i] for i in (0, 1, 3, 2, 4)] for row in [HEADER, *ROWS]]
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(table(audit.folder / "b.csv", moved))
    first = caught.value.problems[0]
    assert first.code == "map-header-differs"
    assert first.place.file == "b.csv"
    assert (first.facts["expected"], first.facts["nearest"]) == ("d1", "4")
    assert "d2" not in first.message
    narrow = [row[:4] for row in [HEADER, *ROWS]]
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(table(audit.folder / "c.csv", narrow))
    assert caught.value.problems[0].code == "map-no-column"


def test_new_columns_after_the_known_ones_are_let_through(
    audit: FakeAudit, path: Path
) -> None:
    """They are not read, and the log names them."""
    audit.collect(path)
    rows = [[*HEADER, "nytt"], ["4", "norr", "helt", "", "", "HEMLIGT"]]
    (log,) = audit.collect(table(audit.folder / "b.csv", rows))
    assert [(one.header, one.known) for one in log.unused] == [("nytt", False)]
    assert b"HEMLIGT" not in audit.stored()


def test_two_mappings_for_one_file_are_named(audit: FakeAudit, path: Path) -> None:
    """And one can be asked for."""
    audit.collect(path)
    audit.mappings["andra"] = audit.mappings["enkat-table"]
    new = table(audit.folder / "b.csv", [HEADER, ["4", "norr", "", "", ""]])
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(new)
    assert caught.value.problems[0].facts["names"] == "enkat-table, andra"
    assert audit.collect(new, mapping="andra")[0].mapping == "andra"


@pytest.mark.parametrize(
    "wishes",
    [{"unit": "öster"}, {"mapping": "nej"}, {"instrument": "nej"}, {"help": "katten"}],
)
def test_options_that_name_nothing(
    audit: FakeAudit, path: Path, wishes: dict[str, str]
) -> None:
    """Wrong usage, with what is known."""
    with pytest.raises(WrongUsage) as caught:
        audit.collect(path, **wishes)
    assert caught.value.problems[0].remedy


def test_options_fill_what_no_cell_says(audit: FakeAudit) -> None:
    """A column wins; its blank cells take the option."""
    rows = [["id", "enhet", "d1"], ["1", "soder", "helt"], ["2", "", "inte"]]
    path = table(audit.folder / "a.csv", rows)
    audit.collect(path, unit="norr", mode="telefon", help="none", group="Brukare")
    assert audit.column("unit") == ["soder", "norr"]
    assert audit.column("mode") == ["phone", "phone"]
    assert audit.column("help") == ["none", "none"]
    assert audit.column("group") == ["brukare", "brukare"]


def test_rows_without_a_unit_are_counted(audit: FakeAudit) -> None:
    """A warning says how many."""
    rows = [["id", "enhet", "d1"], ["1", "norr", "helt"], ["2", "", "inte"]]
    (log,) = audit.collect(table(audit.folder / "a.csv", rows))
    (warning,) = [w for w in log.warnings if w.code == "map-no-unit"]
    assert warning.facts["rows"] == 1
    assert audit.column("unit") == ["norr", None]


def test_a_file_without_responses_is_refused(audit: FakeAudit) -> None:
    """Only headers, or only blank rows."""
    for rows in ([], [[""] * 5]):
        with pytest.raises(FaultyFiles) as caught:
            _newer(audit, rows)
        assert caught.value.problems[0].code == "csv-no-rows"


def test_progress_is_told(audit: FakeAudit) -> None:
    """In rows done."""
    seen: list[int] = []
    rows = [[str(n), "norr", "helt", "", ""] for n in range(5_000)]
    path = table(audit.folder / "a.csv", [HEADER, *rows])
    audit.collect(path, progress=seen.append)
    assert seen == [2_000, 4_000, 5_000]


def test_another_import_at_work_is_told(audit: FakeAudit, path: Path) -> None:
    """The second one stops, and nothing is changed."""
    import filelock

    from brukarrevision.store import store as module

    audit.ensure_data_dir()
    lock = filelock.FileLock(f"{audit.store_path}.lock")
    with pytest.MonkeyPatch.context() as patch, lock:
        patch.setattr(module, "_WAIT_S", 0.1)
        with pytest.raises(MachineFault) as caught:
            audit.collect(path)
    assert caught.value.problems[0].code == "store-locked"


def test_an_old_mapping_is_told_of(audit: FakeAudit, path: Path) -> None:
    """Files that were read by it should be read again."""
    audit.collect(path)
    mapping = audit.mappings["enkat-table"]
    changed = mapping.columns[2].model_copy(update={"values": {"Ja": "helt"}})
    columns = (*mapping.columns[:2], changed, *mapping.columns[3:])
    audit.mappings["enkat-table"] = mapping.model_copy(update={"columns": columns})
    log = _newer(audit, [["4", "norr", "Ja", "", ""]])
    (warning,) = [w for w in log.warnings if w.code == "map-stale"]
    assert warning.facts["file"] == "svar.csv"


def test_no_instrument_at_all(audit: FakeAudit, path: Path) -> None:
    """The remedy says how to get one."""
    audit.instruments.clear()
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path)
    assert "new --from" in caught.value.problems[0].remedy


ANSWER = st.sampled_from(["Stämmer helt", "inte", "Vet ej", "", "  "])
RESPONSE = st.tuples(ANSWER, st.sampled_from(["", "norr", "Södra mottagningen"]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), RESPONSE), min_size=1, max_size=25))
def test_rows_always_add_up(
    tmp_path_factory: pytest.TempPathFactory,
    responses: list[tuple[int, tuple[str, str]]],
) -> None:
    """However a file and a newer one overlap, every row is used or refused."""
    audit = FakeAudit(tmp_path_factory.mktemp("revision"))
    unique = dict(responses)
    rows = [[str(key), unit, answer] for key, (answer, unit) in unique.items()]
    half = rows[: len(rows) // 2 + 1]
    logs = [
        audit.collect(table(audit.folder / name, [["id", "enhet", "d1"], *part]))[0]
        for name, part in (("a.csv", half), ("b.csv", rows))
    ]
    assert all(map(_adds_up, logs))
    assert len(audit.column("d1")) == len(rows)
    assert sum(log.rows_used for log in logs if log.outcome == "imported") == len(rows)


def test_no_message_has_an_unfilled_name() -> None:
    """Every message of the import is well formed in both languages."""
    from brukarrevision.messages import intake

    for message in intake.MESSAGES:
        names = set(re.findall(r"{(\w+)}", message.sv + message.sv_remedy))
        assert names == set(re.findall(r"{(\w+)}", message.en + message.en_remedy))
        assert message.sv_remedy
        assert message.en_remedy


def test_an_instrument_for_one_group_says_whose_answers_they_are(
    audit: FakeAudit, path: Path
) -> None:
    """The instrument's group holds where neither file nor option says another."""
    groups = tuple(group.id for group in audit.plan.groups)
    enkat = audit.instruments["enkat"]
    audit.instruments["enkat"] = enkat.model_copy(update={"group": groups[-1]})
    audit.collect(path)
    assert audit.column("group") == [groups[-1]] * 3
