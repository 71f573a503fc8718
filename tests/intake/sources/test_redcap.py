"""REDCap's exports come out right to the last answer."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.model.mapping import Exclusion, Mapping
from brukarrevision.model.plan import Round
from tests.intake.samples import PLAN, FakeAudit, table
from tests.intake.sources.redcap_files import NOT_SEEN, redcap
from tests.intake.sources.survey import (
    INSTRUMENT,
    PEOPLE,
    begun,
    collected,
    right,
    told,
)

raw_or_labels = pytest.mark.parametrize("labels", [False, True], ids=["raw", "labels"])
ANSWERED = tuple(
    person
    if person.vilka is not None
    else person.__class__(**{**vars(person), "vilka": ()})
    for person in PEOPLE
)
"""Who saw the options and ticked none cannot be told from who left them blank."""


@raw_or_labels
def test_every_answer_comes_out(tmp_path: Path, labels: bool) -> None:
    """Raw data and labels; what was begun and not completed is left out."""
    come = collected(tmp_path, redcap(tmp_path / "svar.csv", labels=labels))
    assert right(come, ANSWERED) == []
    assert come.log.refused["excluded"] == (14,)


@raw_or_labels
def test_an_instrument_drafted_from_it_counts_the_same(
    tmp_path: Path, labels: bool
) -> None:
    """Nothing is asked of a person."""
    come = begun(tmp_path, redcap(tmp_path / "svar.csv", labels=labels))
    assert told(come).keys() == {"sip1"}


@raw_or_labels
def test_options_of_a_form_never_seen_are_not_answered(
    tmp_path: Path, labels: bool
) -> None:
    """They are 0 like those that were not ticked; only the status tells."""
    path = redcap(tmp_path / "svar.csv", labels=labels, not_seen=2, begun=0)
    blank = NOT_SEEN.__class__(vilka=None)
    assert right(collected(tmp_path, path), (*ANSWERED, blank, blank)) == []


def test_where_nobody_marks_forms_as_complete_all_ticks_count(tmp_path: Path) -> None:
    """Then the status says nothing of who saw the form."""
    path = redcap(tmp_path / "svar.csv", complete=False, begun=0)
    assert right(collected(tmp_path, path), ANSWERED) == []


def test_rows_of_a_repeating_form_are_no_persons(tmp_path: Path) -> None:
    """The rows are refused, until the mapping says which of them to leave out."""
    path = redcap(tmp_path / "svar.csv", repeats=2, begun=0)
    with pytest.raises(FaultyFiles) as caught:
        collected(tmp_path, path)
    assert caught.value.problems[0].code == "map-same-respondent"
    rule = Exclusion.model_validate({"at": 1, "is_not": ""})
    once = redcap(tmp_path / "en.csv", repeats=2, begun=0, people=PEOPLE[:1])
    lines = once.read_text("utf-8").splitlines(keepends=True)
    once.write_text("".join(lines[:-2]), "utf-8", newline="")
    (tmp_path / "en").mkdir()
    (mapping,) = collected(tmp_path / "en", once).audit.mappings.values()
    ruled = mapping.model_copy(update={"exclude": (*mapping.exclude, rule)})
    come = collected(tmp_path, path, ruled)
    assert come.log.refused["excluded"] == (14, 15)
    assert right(come, ANSWERED) == []


def test_events_of_one_person_may_be_rounds(tmp_path: Path) -> None:
    """Two rows a person are two answers where the mapping says when each is from."""
    header = ["record_id", "redcap_event_name", "stod1", "moten", "rad1"]
    rows = [
        header,
        ["1", "start_arm_1", "inte", "1", "inte"],
        ["1", "slut_arm_1", "helt", "2", "helt"],
        ["2", "start_arm_1", "delvis", "0", "inte"],
    ]
    path = table(tmp_path / "svar.csv", rows, delimiter=",")
    uses = ["respondent", "round", "stod1", "moten", "rad1"]
    columns: list[dict[str, object]] = [
        {"at": at, "header": header[at], "use": use} for at, use in enumerate(uses)
    ]
    columns[1]["values"] = {"start_arm_1": "fore", "slut_arm_1": "efter"}
    mapping = Mapping.model_validate(
        {
            "format": 1,
            "instrument": "enkat",
            "source": {"tool": "redcap"},
            "columns": columns,
        }
    )
    rounds = (Round(id="fore", label="Före"), Round(id="efter", label="Efter"))
    plan = PLAN.model_copy(update={"units": (), "groups": (), "rounds": rounds})
    audit = FakeAudit(tmp_path, plan, {"enkat": INSTRUMENT}, {"egen": mapping})
    (log,) = audit.collect(path)
    assert log.rows_used == 3
    assert audit.column("round") == ["fore", "efter", "fore"]
    assert audit.column("stod1") == ["=inte", "=helt", "=delvis"]


def test_a_tick_counts_though_the_form_is_not_marked_as_complete(
    tmp_path: Path,
) -> None:
    """Only what was not ticked is in doubt there; no answer is lost."""
    path = redcap(tmp_path / "svar.csv", begun=0)
    (mapping,) = collected(tmp_path, path).audit.mappings.values()
    assert all(column.only for column in mapping.columns if column.choice)
    later = redcap(tmp_path / "mer.csv", people=PEOPLE[:1], complete=False, begun=0)
    (tmp_path / "mer").mkdir()
    come = collected(tmp_path / "mer", later, mapping)
    assert come.cells("vilka") == ["=lakare ombud"]
