"""Real exports from draft to store, against counts worked out apart.

Each file is drafted from, collected by the draft, and counted in the store's frame.
The data is not part of the project; the tests are skipped where it is not at hand.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.draft import Draft
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.intake.sources import recognise
from brukarrevision.store import Store
from tests.conformance.data import DATA
from tests.intake.samples import FakeAudit, drafted, through

MISSING = "the real exports (../shared/data/real) are missing"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=MISSING)

TRUTH: dict[str, Any] = (
    json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["files"]
    if DATA.is_dir()
    else {}
)
RESPONSES = [name for name, known in TRUTH.items() if known["kind"] == "responses"]
PERSONS = [name for name in RESPONSES if "distinct_respondents" not in TRUTH[name]]
TOOLS = {
    "real/limesurvey/rse2017_zaf.csv": "limesurvey",
    "real/googleforms/form_responses.csv": "google-forms",
    "real/redcap/survey.csv": "redcap",
    "real/redcap/checkboxes.csv": "redcap",
    "real/redcap/repeating.csv": "redcap",
    "real/dirty/dirty_data.xlsx": "table",
    "real/surveymonkey/steak-risk-survey.csv": "surveymonkey",
}
OTHERS = [name for name, known in TRUTH.items() if known["kind"] != "responses"]


def _counts(draft: Draft, name: str, cells: list[str | None]) -> Counter[str]:
    """Count the answers to a question by their labels."""
    question = draft.instrument.question(name)
    assert question
    labels = {one.id: one.label for one in draft.instrument.options(question)}
    answers = [cell[1:] for cell in cells if cell and cell[0] == "="]
    if question.type == "select_multiple":
        answers = [one for answer in answers for one in answer.split()]
    return Counter(labels.get(answer, answer) for answer in answers)


def _columns(audit: FakeAudit) -> dict[int, str]:
    """Return which question each column of the file answers."""
    with Store.open(audit.store_path) as store:
        found = store.source_columns("enkat")
    return {at: name for name, columns in found.items() for at in columns}


@pytest.mark.parametrize("name", RESPONSES)
def test_the_tool_that_wrote_it_is_known(name: str) -> None:
    """By the shape alone, and by one tool only."""
    assert recognise(open_sheet(DATA / name)).name == TOOLS[name]


@pytest.mark.parametrize("name", PERSONS)
def test_every_respondent_and_every_count(name: str, tmp_path: Path) -> None:
    """All rows, all blanks, all answers of each question listed."""
    known = TRUTH[name]
    audit, draft, log = through(tmp_path, DATA / name)
    assert log.rows_used == known["respondent_rows"]
    assert log.rows_in == log.rows_used + log.rows_refused
    columns = _columns(audit)
    for question in known["questions"]:
        cells = audit.column(columns[question["column"]])
        expected = question.get("counts", question.get("mentions"))
        assert _counts(draft, columns[question["column"]], cells) == expected
        answered = sum(bool(cell) for cell in cells)
        assert answered == question.get("answered", answered)
    assert audit.collect(DATA / name)[0].outcome == "unchanged"


@pytest.mark.parametrize("name", [n for n in PERSONS if TRUTH[n].get("multi_select")])
def test_every_option_with_a_column_of_its_own(name: str, tmp_path: Path) -> None:
    """Mentions, who ticked any, who ticked none, who left all blank."""
    audit, draft, _ = through(tmp_path, DATA / name)
    columns = _columns(audit)
    choices = {column.at: column.choice for column in draft.mapping.columns}
    for known in TRUTH[name]["multi_select"]:
        (question,) = {columns[at] for at in known["columns"]}
        cells = [cell or "" for cell in audit.column(question)]
        mentions = Counter(one for cell in cells for one in cell[1:].split())
        assert mentions.total() == known["total_mentions"]
        for label, count in known["selected"].items():
            assert mentions[str(choices[int(label.split(":")[0])])] == count
        assert sum(len(cell) > 1 for cell in cells) == known["respondents_with_any"]
        assert cells.count("=") == known["respondents_with_none"]
        assert cells.count("") == known["respondents_all_cells_blank"]


@pytest.mark.parametrize("name", sorted(set(RESPONSES) - set(PERSONS)))
def test_rows_that_are_not_persons_are_refused(name: str, tmp_path: Path) -> None:
    """With the rows, instead of a count of rows."""
    with pytest.raises(FaultyFiles) as caught:
        through(tmp_path, DATA / name)
    assert caught.value.problems[0].code == "map-same-respondent"


@pytest.mark.parametrize("name", OTHERS)
def test_what_holds_no_responses_is_refused(name: str) -> None:
    """Finished tables and questionnaires."""
    with pytest.raises(FaultyFiles) as caught:
        drafted(DATA / name)
    expected = {"aggregate": "csv-aggregate", "definition": "draft-definition"}
    assert caught.value.problems[0].code == expected[TRUTH[name]["kind"]]


def test_no_respondent_is_stored_by_name(tmp_path: Path) -> None:
    """Names, addresses and numbers of the files are nowhere in the store."""
    audit, _, _ = through(tmp_path, DATA / "real/dirty/dirty_data.xlsx")
    for name in (b"Bourne", b"Lovelace", b"Chien-Shiung"):
        assert name not in audit.stored()
