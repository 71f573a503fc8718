"""Forms for KoboToolbox and ODK: accepted, complete, and asking no more than needed."""

import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.exchange import languages
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.xlsform.write import to_xlsform
from brukarrevision.intake.attributes import known_values
from brukarrevision.intake.names import fold, response_use
from brukarrevision.model.instrument import Instrument
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)

ONE_UNIT = [{"id": "norr", "label": "Norra huset"}]


def sheets(made: Made) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each sheet, as somebody else's reader sees them."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(made.data))
    found = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        names = [str(name) for name in head]
        cells = [["" if one is None else str(one) for one in row] for row in rows]
        found[sheet.title] = [dict(zip(names, row, strict=True)) for row in cells]
    return found


def survey(made: Made) -> dict[str, dict[str, str]]:
    """Return the rows of the questions by their names."""
    rows = sheets(made)["survey"]
    return {row["name"]: row for row in rows if row["type"] != "end_group"}


@pytest.fixture(autouse=True)
def _without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Java aside: starting it for every form takes its time."""
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: False)


@every_instrument
def test_every_form_is_accepted_without_a_warning(folder: Path, path: Path) -> None:
    from pyxform.xls2xform import convert

    made = to_xlsform(*shipped(folder, path), ask=("mode", "help"))
    assert made.notes == ()
    assert convert(made.data, file_type=".xlsx").warnings == []


def test_four_languages_are_accepted_without_a_warning() -> None:
    from pyxform.xls2xform import convert

    made = to_xlsform(plan(), instrument(), ask=("mode",))
    assert convert(made.data, file_type=".xlsx").warnings == []
    row = survey(made)["s1"]
    assert row["label::Svenska (sv)"] == "Jag får stöd."
    assert row["label::العربية (ar)"] == "أحصل على الدعم."
    assert sheets(made)["settings"][0]["default_language"] == "Svenska (sv)"


@pytest.mark.skipif(not shutil.which("java"), reason="needs Java")
def test_java_validates_the_form_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: True)
    made = to_xlsform(plan(), instrument())
    assert "xlsform-doubtful" not in {note.code for note in made.notes}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("does", ["exit 1", "echo 'Picked up options' >&2"])
def test_a_java_that_does_not_work_changes_nothing(
    does: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = to_xlsform(plan(), instrument())
    java = tmp_path / "java"
    java.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: True)
    assert to_xlsform(plan(), instrument()) == before


def test_what_is_not_translated_stands_in_the_forms_own_language() -> None:
    made = to_xlsform(plan(), instrument())
    assert survey(made)["s4"]["label::Soomaali (so)"] == "Vad är viktigast?"
    told = [note for note in made.notes if note.code == "xlsform-untranslated"]
    assert [note.facts["language"] for note in told] == [
        "English (en)",
        "العربية (ar)",
        "Soomaali (so)",
    ]
    assert "s4" in told[0].message


def test_the_same_questionnaire_gives_the_same_bytes() -> None:
    assert to_xlsform(plan(), instrument()) == to_xlsform(plan(), instrument())


def test_another_question_gives_another_version() -> None:
    text = "Jag får inget stöd."
    one = instrument()
    area = one.areas[0]
    changed = area.questions[0].model_copy(update={"label": text})
    other = area.model_copy(update={"questions": (changed, *area.questions[1:])})
    two = one.model_copy(update={"areas": (other, *one.areas[1:])})
    first, second = (sheets(to_xlsform(plan(), i))["settings"][0] for i in (one, two))
    assert first["form_id"] == second["form_id"] == "prov-enkat"
    assert first["version"] != second["version"]


def test_nothing_in_the_workbook_is_a_formula() -> None:
    made = to_xlsform(plan(), instrument())
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        parts = [package.read(name) for name in package.namelist()]
    assert survey(made)["s2"]["label::Svenska (sv)"] == "=Jag bestämmer."
    assert not any(b"<f>" in part for part in parts)


def test_units_are_asked_about_with_the_ids_of_the_plan() -> None:
    made = to_xlsform(plan(), instrument())
    first = sheets(made)["survey"][0]
    assert (first["type"], first["name"]) == ("select_one unit", "unit")
    assert first["required"] == "yes"
    names = [r["name"] for r in sheets(made)["choices"] if r["list_name"] == "unit"]
    assert names == ["norr", "soder", "liten"]


def test_what_the_plan_has_one_of_is_not_asked_about() -> None:
    assert "unit" not in survey(to_xlsform(plan(units=ONE_UNIT), instrument()))


def test_what_is_stated_is_not_asked_about_but_comes_with_every_answer() -> None:
    made = to_xlsform(plan(), instrument(), given={"unit": "Norra huset"})
    row = survey(made)["unit"]
    assert (row["type"], row["calculation"]) == ("calculate", "'norr'")


def test_the_group_of_an_instrument_is_not_asked_about() -> None:
    groups = [{"id": "a", "label": "Boende"}, {"id": "b", "label": "Anhöriga"}]
    of_one = instrument().model_copy(update={"group": "b"})
    assert "group" in survey(to_xlsform(plan(groups=groups), instrument()))
    assert "group" not in survey(to_xlsform(plan(groups=groups), of_one))


def test_a_unit_that_is_not_in_the_plan_is_refused() -> None:
    with pytest.raises(WrongUsage) as refused:
        to_xlsform(plan(), instrument(), given={"unit": "öster"})
    assert [one.code for one in refused.value.problems] == ["map-unknown-value"]


def test_mode_and_help_are_asked_about_where_wanted() -> None:
    asked = survey(to_xlsform(plan(), instrument(), ask=("mode", "help")))
    assert {"mode", "help"} <= asked.keys()
    assert not {"mode", "help"} & survey(to_xlsform(plan(), instrument())).keys()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_asked_first_is_known_by_its_words(language: str) -> None:
    groups = [{"id": "a", "label": "Boende"}, {"id": "b", "label": "Anhöriga"}]
    rounds = [{"id": "r1", "label": "Första"}, {"id": "r2", "label": "Andra"}]
    asked = plan(groups=groups, rounds=rounds, language=language)
    made = to_xlsform(asked, instrument(), ask=("mode", "help"))
    label = f"label::{languages.shown(language)}"
    names = ("unit", "group", "round", "mode", "help")
    assert [response_use(survey(made)[name][label]) for name in names] == [*names]
    for row in sheets(made)["choices"]:
        if row["list_name"] in names:
            known = known_values(asked, row["list_name"])
            assert known[fold(row[label])] == row["name"]


def test_a_list_of_the_instrument_keeps_its_name() -> None:
    text = instrument().model_dump(by_alias=True)
    text["choices"]["unit"] = text["choices"].pop("mera")
    text["areas"][0]["questions"][2]["choices"] = "unit"
    made = to_xlsform(plan(), Instrument.model_validate(text))
    assert survey(made)["s3"]["type"] == "select_multiple unit"
    assert survey(made)["unit"]["type"] == "select_one unit2"


def test_no_question_asks_where_or_on_what_device() -> None:
    types = {row["type"] for row in survey(to_xlsform(plan(), instrument())).values()}
    assert not types & {"deviceid", "geopoint", "phonenumber", "username", "audit"}


def test_routing_becomes_a_condition() -> None:
    rows = survey(to_xlsform(plan(), instrument()))
    assert rows["s3"]["relevant"] == "${s1} = 'inte' or ${s1} = 'helt'"
    several = "(selected(${s3}, 'ute') or selected(${s3}, '3')) and ${s1} = 'helt'"
    assert rows["s4"]["relevant"] == several


def test_questions_with_the_same_choices_in_a_row_become_a_table() -> None:
    made = to_xlsform(plan(), instrument())
    order = [(r["type"], r["name"]) for r in sheets(made)["survey"]]
    at = order.index(("begin_group", "a_1stod_stammer"))
    assert [name for _, name in order[at + 1 : at + 4]] == ["s1", "s2", order[at][1]]
    assert sheets(made)["survey"][at]["appearance"] == "table-list"
    assert sheets(made)["survey"][at]["label::العربية (ar)"] == "الدعم"


def test_numbers_keep_their_limits() -> None:
    made = to_xlsform(plan(), instrument())
    rows = survey(made)
    assert rows["n1"]["parameters"] == "start=0 end=10 step=1"
    assert rows["n3"]["constraint"] == ". >= 0 and . <= 99"
    assert rows["n3"]["constraint_message::العربية (ar)"] == "0–99"
    assert rows["n4"]["constraint"] == ". <= 2.5"
    assert rows["n2"]["type"] == "integer"
    assert [n.facts for n in made.notes if n.code == "xlsform-range"] == [{"id": "n2"}]


def test_nobody_ranks_that_they_do_not_know() -> None:
    made = to_xlsform(plan(), instrument())
    assert survey(made)["s4"]["type"] == "rank stammer_rank"
    names = [
        r["name"] for r in sheets(made)["choices"] if r["list_name"] == "stammer_rank"
    ]
    assert names == ["inte", "helt"]
    assert [n.facts for n in made.notes if n.code == "xlsform-rank"] == [{"id": "s4"}]


def test_questions_with_the_same_text_are_told_of() -> None:
    text = instrument().model_dump(by_alias=True)
    text["areas"][1]["questions"][5]["label"] = "Hur många?"
    made = to_xlsform(plan(), Instrument.model_validate(text))
    told = [n.facts for n in made.notes if n.code == "xlsform-same-label"]
    assert told == [{"ids": "n3, n6"}]


def test_a_text_that_is_the_id_of_another_choice_is_warned_of() -> None:
    text = instrument().model_dump(by_alias=True)
    text["choices"]["mera"][1]["label"] = "3"
    made = to_xlsform(plan(), Instrument.model_validate(text))
    told = [n for n in made.notes if n.code == "xlsform-label-is-id"]
    assert [n.facts for n in told] == [{"list": "mera"}]
    assert "xlsform-label-is-id" not in {
        n.code for n in to_xlsform(plan(), instrument()).notes
    }


@pytest.mark.parametrize("name", ["meta", "background", "Unit", "help"])
def test_a_name_that_forms_use_themselves_is_refused(name: str) -> None:
    text = instrument().model_dump(by_alias=True)
    text["areas"][1]["questions"][5]["id"] = name
    with pytest.raises(FaultyFiles) as refused:
        to_xlsform(plan(), Instrument.model_validate(text))
    (told,) = refused.value.problems
    assert (told.code, told.facts["id"]) == ("xlsform-name", name)


def test_a_reference_in_a_text_stays_a_text() -> None:
    text = instrument().model_dump(by_alias=True)
    text["areas"][1]["questions"][5]["label"] = "Varför ${s1}?"
    made = to_xlsform(plan(), Instrument.model_validate(text))
    assert survey(made)["n6"]["label::Svenska (sv)"] == "Varför $ {s1}?"


def test_a_language_nobody_knows_is_doubted_in_our_words() -> None:
    text = instrument().model_dump(by_alias=True)
    text["areas"][0]["translations"]["lättläst svenska"] = "Stöd"
    made = to_xlsform(plan(), Instrument.model_validate(text))
    told = [n for n in made.notes if n.code == "xlsform-doubtful"]
    assert len(told) == 1
    assert "IANA" not in told[0].message


def test_a_form_that_is_not_accepted_is_refused_in_our_words() -> None:
    from brukarrevision.exchange.books import book
    from brukarrevision.exchange.xlsform.prove import prove

    rows = [["type", "name", "label"], ["text", "a b", "Vad?"]]
    with pytest.raises(FaultyFiles) as refused:
        prove(book({"survey": rows}), "enkat-xlsform.xlsx")
    (told,) = refused.value.problems
    assert (told.code, told.place.row) == ("xlsform-refused", 2)
    assert "a b" not in told.message
