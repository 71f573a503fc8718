"""XLSForm and REDCap dictionaries: each row is kept or listed, none is forgotten."""

import json
from collections import Counter
from pathlib import Path

import pytest

from brukarrevision.exchange import redcap
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform import read as xlsform
from brukarrevision.exchange.xlsform.kinds import kind
from brukarrevision.exchange.xlsform.sheets import lines
from tests.conformance.data import DATA, truth
from tests.conftest import Runner
from tests.fakeaudit import Box

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no {DATA.name} to read")

FORM = "real/xlsform/xlsform_spec_test.xlsx"
DICTIONARY = "real/redcap/survey_dictionary.csv"
ANSWERS = "real/redcap/survey.csv"
LEFT_OUT = {
    "foreign-type",
    "foreign-meta",
    "foreign-identifies",
    "foreign-attribute",
    "foreign-untyped",
    "foreign-list",
}


def left_out(found: Questionnaire) -> set[int]:
    """Return the rows that are listed as left out."""
    return {note.place.row for note in found.notes if note.code in LEFT_OUT}


def test_every_row_of_the_form_is_kept_or_listed() -> None:
    known = truth(FORM)
    path = DATA / FORM
    assert xlsform.claims(path)
    found = xlsform.read(path, "enkat", "sv")
    rows = {line.place.row: line["type"] for line in lines(path, "survey")}
    assert Counter(t.split()[0] for t in rows.values()) == known["first_word_of_type"]
    asked = {row for row, text in rows.items() if not kind(text).control}
    kept = len(list(found.instrument.questions()))
    assert kept + len(left_out(found)) == len(asked)
    assert len(rows) == known["survey_rows_with_type"]


def test_answers_to_the_dictionary_read_themselves(br: Runner, box: Box) -> None:
    assert box.root == Path.cwd()
    assert br("new", "redcap", "--from", DATA / DICTIONARY).code == 0
    came = br("collect", "redcap", DATA / ANSWERS)
    assert came.code == 0, came.err
    told = br("tally", "redcap", "--unprotected", "--format", "json")
    tables = {one["question"]: one for one in json.loads(told.out)["tables"]}
    assert [one["n"] for one in tables["hasdiabetes"]["counts"]] == [1, 1]


def test_what_the_form_asks_is_kept() -> None:
    found = xlsform.read(DATA / FORM, "enkat", "en")
    types = Counter(question.type for question in found.instrument.questions())
    known = truth(FORM)["first_word_of_type"]
    for one in ("select_one", "select_multiple", "integer", "decimal", "date", "note"):
        assert types[one] == known[one]
    assert {"zh": "您好"} in [q.translations for q in found.instrument.questions()]
    names = {n.facts["id"] for n in found.notes if n.code == "foreign-identifies"}
    assert "address" in names


def test_every_field_of_the_dictionary_is_kept_or_listed() -> None:
    path = Path(DATA / DICTIONARY)
    assert redcap.claims(path)
    found = redcap.read(path, "enkat", "en")
    types = Counter(question.type for question in found.instrument.questions())
    known = truth(DICTIONARY)
    assert sum(types.values()) + len(left_out(found)) == known["fields"]
    choosing = ("dropdown", "radio", "yesno", "truefalse")
    assert types["select_one"] == sum(known["field_types"][one] for one in choosing)
    assert types["select_multiple"] == known["field_types"]["checkbox"]
    names = {note.facts["id"] for note in found.notes if "id" in note.facts}
    assert {"dob", "email", "first_name", "last_name", "telephone_1"} <= names
