"""Files of web forms: recognised, drafted readably, counted to the last answer."""

import difflib
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukarrevision import yamlfile
from brukarrevision.intake.names import fold
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.intake.sources import recognise
from brukarrevision.model.instrument import Instrument
from tests.conftest import Runner
from tests.intake.samples import FakeAudit, drafted, table, through
from tests.intake.sources import build
from tests.intake.sources.build import EXAMPLES, Example

GOLDEN = Path(__file__).parent / "golden"
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=str)


def _counts(audit: FakeAudit, instrument: Instrument) -> dict[str, Counter[str]]:
    """Count all answers by the labels of questions and choices."""
    found = {}
    for question in instrument.questions():
        labels = {one.id: one.label for one in instrument.options(question)}
        cells = [cell[1:] for cell in audit.column(question.id) if cell]
        if question.type == "select_multiple":
            cells = [one for cell in cells for one in cell.split()]
        found[question.label] = Counter(
            labels.get(cell, cell) for cell in cells if cell
        )
    return found


@every_example
def test_the_tool_is_known_by_the_shape(example: Example, tmp_path: Path) -> None:
    """By the headers, whatever the file is called."""
    assert recognise(open_sheet(example.write(tmp_path))).name == example.tool


@every_example
def test_all_answers_come_through_a_draft(example: Example, tmp_path: Path) -> None:
    """Each is counted once; who answered is not stored; tests are left out."""
    audit, draft, log = through(tmp_path, example.write(tmp_path))
    found = _counts(audit, draft.instrument)
    expected = build.counts(example.people)
    many = next(one for one in found if one == build.WHO or build.DOCTOR in one)
    others = {text: n for text, n in found[many].items() if text not in build.OPTIONS}
    assert others == ({next(iter(others)): 1} if build.WRITER in example.people else {})
    for option in build.OPTIONS:
        assert found[many][option] == expected[build.WHO][option]
    for label in expected.keys() - {build.WHO}:
        (text,) = (one for one in found if label in one)
        assert found[text] == expected[label]
    assert log.rows_used == len(example.people)
    assert log.refused.get("excluded", ()) == example.excluded
    for secret in build.SECRETS:
        assert secret.encode() not in audit.stored()


@every_example
def test_all_answers_come_to_a_survey_that_exists(
    example: Example, tmp_path: Path
) -> None:
    """The same file, mapped by its headers to the questions that were written."""
    audit = FakeAudit(tmp_path, instruments={"enkat": build.INSTRUMENT})
    (log,) = audit.collect(example.write(tmp_path))
    assert _counts(audit, build.INSTRUMENT) == build.counts(example.people)
    assert sum(bool(cell) for cell in audit.column("d2")) == build.answered(
        example.people
    )
    assert log.refused.get("excluded", ()) == example.excluded
    assert log.mapping == f"enkat-{example.tool}"
    for secret in build.SECRETS:
        assert secret.encode() not in audit.stored()


@every_example
def test_an_audit_is_drafted_and_takes_its_file(
    example: Example, tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the file to the store by two commands, and the checks have no fault."""
    here = tmp_path / "arbete"
    here.mkdir()
    monkeypatch.chdir(here)
    path = example.write(tmp_path)
    made = br("new", "prov", "--from", path)
    assert made.code == 0
    collected = br("collect", "prov", path)
    assert collected.code == 0
    assert f"{len(example.people)} använda" in collected.out
    for secret in (*build.SECRETS, build.WROTE):
        assert secret not in made.all + collected.all


@every_example
def test_the_mademapping_is_as_it_was(example: Example, tmp_path: Path) -> None:
    """A change of a mapping is seen in ``golden``, and meant."""
    now = yamlfile.dump(drafted(example.write(tmp_path)).mapping)
    file = GOLDEN / f"{example.name}.yaml"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(now, encoding="utf-8", newline="\n")
    was = file.read_text(encoding="utf-8")
    changes = difflib.unified_diff(was.splitlines(), now.splitlines(), lineterm="")
    assert not list(changes)


labels = st.text("ab ;,-/é", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(
    options=st.lists(labels, min_size=2, max_size=4, unique_by=fold),
    picked=st.lists(st.sets(st.integers(0, 3)), min_size=3, max_size=12),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_options_are_called(
    options: list[str], picked: list[set[int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A column for each option says exactly who chose which, in any of the tools."""
    folder = tmp_path_factory.mktemp("svar")
    chosen = [[one for at, one in enumerate(options) if at in each] for each in picked]
    header = ["Respondent ID", "Collector ID", *(f"Vem? - {one}" for one in options)]
    rows = [
        [f"r{n}", "1", *(one if one in each else "" for one in options)]
        for n, each in enumerate(chosen)
    ]
    made = {
        "format": 1,
        "id": "enkat",
        "kind": "survey",
        "title": "Syntetisk",
        "choices": {
            "vem": [{"id": f"v{at}", "label": one} for at, one in enumerate(options)]
        },
        "areas": [
            {
                "id": "a",
                "label": "A",
                "questions": [
                    {
                        "id": "d1",
                        "type": "select_multiple",
                        "label": "Vem?",
                        "choices": "vem",
                    }
                ],
            }
        ],
    }
    audit = FakeAudit(folder, instruments={"enkat": Instrument.model_validate(made)})
    audit.collect(table(folder / "svar.csv", [header, *rows], delimiter=","))
    expected = [
        "=" + " ".join(f"v{options.index(one)}" for one in each) if each else ""
        for each in chosen
    ]
    assert audit.column("d1") == expected
