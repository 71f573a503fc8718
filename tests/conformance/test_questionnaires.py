"""Real questionnaires: all questions are kept, or listed."""

from collections import Counter

import pytest

from brukarrevision.exchange.limesurvey.read import claims, read
from brukarrevision.exchange.limesurvey.write import to_limesurvey
from tests.conformance.data import DATA, truth
from tests.exchange.forms import instrument, plan
from tests.exchange.limesurvey_rules import broken, rows

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no {DATA.name} to read")

STRUCTURE = "real/limesurvey/nl17_structure.tsv.txt"
KINDS = {
    "Y": "select_one",
    "!": "select_one",
    "F": "select_one",
    "N": "decimal",
    "S": "text",
    "M": "select_multiple",
}


def test_a_real_structure_keeps_the_rules() -> None:
    """The checker asks nothing of ours that LimeSurvey does not keep itself."""
    assert broken((DATA / STRUCTURE).read_bytes()) == []


def test_all_questions_of_a_real_structure_are_kept() -> None:
    """A row of an array is a question each, own words one more; nothing is lost."""
    path, known = DATA / STRUCTURE, truth(STRUCTURE)
    assert claims(path)
    found = read(path, "enkat", "en")
    kept = {one.id: one.type for one in found.instrument.questions()}
    _, every = rows(path.read_bytes())
    letters = Counter(row["type/scale"] for row in every if row["class"] == "Q")
    assert letters == known["question_types"]
    asked = [row for row in every if row["class"] == "Q"]
    for row in asked:
        if row["type/scale"] != "F":
            assert kept[row["name"]] == KINDS[row["type/scale"]]
    arrays = {row["name"]: 0 for row in asked if row["type/scale"] == "F"}
    name = ""
    for row in every:
        name = row["name"] if row["class"] == "Q" else name
        if row["class"] == "SQ" and name in arrays:
            arrays[name] += 1
    own_words = sum(row["other"] == "Y" for row in asked)
    plain = len(asked) - len(arrays)
    assert len(kept) == plain + sum(arrays.values()) + own_words
    assert next(iter(kept)) == known["first_question"]
    listed = Counter(note.code for note in found.notes)
    assert listed["foreign-other"] == own_words
    assert listed["foreign-type"] == listed["foreign-routing"] == 0


def test_all_answers_of_a_real_structure_are_kept() -> None:
    """The answers to choose from, to the last country."""
    found = read(DATA / STRUCTURE, "enkat", "en").instrument
    _, every = rows((DATA / STRUCTURE).read_bytes())
    name, codes = "", dict[str, list[str]]()
    for row in every:
        name = row["name"] if row["class"] == "Q" else name
        if row["class"] == "A" and found.question(name):
            codes.setdefault(name, []).append(row["name"])
    for question, wanted in codes.items():
        asked = found.question(question)
        assert asked
        ids = [one.id for one in found.options(asked) if one.id != "other"]
        assert ids == wanted


def test_every_setting_and_attribute_is_one_that_a_real_structure_has() -> None:
    """A name that a server does not know may stop the import."""
    _, every = rows((DATA / STRUCTURE).read_bytes())
    known = {row["name"] for row in every if row["class"] in ("S", "SL")}
    _, made = rows(to_limesurvey(plan(), instrument()).data)
    ours = {row["name"] for row in made if row["class"] in ("S", "SL")}
    assert ours - known == {"additional_languages"}
    head, _ = rows((DATA / STRUCTURE).read_bytes())
    columns, _ = rows(to_limesurvey(plan(), instrument()).data)
    assert {*columns} <= {*head}
