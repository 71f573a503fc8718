"""SPSS files come out right to the last answer."""

from pathlib import Path

from brukarrevision.model.instrument import Instrument
from tests.intake.samples import PLAN, FakeAudit
from tests.intake.sources.spss_files import spss, survey
from tests.intake.sources.survey import begun, collected, right, told


def test_every_answer_comes_out(tmp_path: Path) -> None:
    """Labels, missing values, a set of ticks and padded texts."""
    come = collected(tmp_path, survey(tmp_path / "svar.sav"))
    assert right(come) == []
    assert come.log.rows_refused == 0


def test_an_instrument_drafted_from_it_counts_the_same(tmp_path: Path) -> None:
    """Nothing is asked of a person."""
    assert told(begun(tmp_path, survey(tmp_path / "svar.sav"))) == {}


def test_a_draft_has_the_choices_that_nobody_chose(tmp_path: Path) -> None:
    """The file knows them all, in their order, and which are no answers."""
    path = spss(
        tmp_path / "a.sav",
        {"q1": [2.0, 2.0, 9.0, 8.0]},
        column_labels={"q1": "Trivs du?"},
        variable_value_labels={
            "q1": {1: "Ja", 2: "Nej", 3: "Delvis", 8: "Ej svar", 9: "Vill ej svara"}
        },
        missing_ranges={"q1": [8, 9]},
    )
    come = begun(tmp_path, path)
    assert come.draft
    (choices,) = come.draft.instrument.choices.values()
    assert [(one.label, one.missing) for one in choices] == [
        ("Ja", None), ("Nej", None), ("Delvis", None), ("Vill ej svara", "declined"),
    ]  # fmt: skip
    nej = choices[1].id
    assert come.cells("q1") == [f"={nej}", f"={nej}", "!declined", ""]
    assert come.draft.mapping.columns[0].values == {"Ej svar": "blank"}


def test_missing_values_say_why_in_questions_without_choices(tmp_path: Path) -> None:
    """A number declared missing is no number of anything."""
    path = spss(
        tmp_path / "a.sav",
        {"age": [34.0, 998.0, 999.0, 41.0], "free": ["bra", "99", "", "tråkigt"]},
        variable_value_labels={"age": {998: "Vill ej uppge"}},
        missing_ranges={"age": [998, 999], "free": ["99"]},
    )
    instrument = Instrument.model_validate(
        {
            "format": 1,
            "id": "enkat",
            "kind": "survey",
            "title": "Syntetisk enkät",
            "areas": [
                {
                    "id": "om",
                    "label": "Om dig",
                    "questions": [
                        {"id": "age", "type": "integer", "label": "Ålder"},
                        {"id": "free", "type": "text", "label": "Annat"},
                    ],
                }
            ],
        }
    )
    plan = PLAN.model_copy(update={"units": (), "groups": (), "rounds": ()})
    audit = FakeAudit(tmp_path, plan=plan, instruments={"enkat": instrument})
    audit.collect(path)
    assert audit.column("age") == ["=34", "!declined", "", "=41"]
    assert audit.column("free") == ["=bra", "", "", "=tråkigt"]
