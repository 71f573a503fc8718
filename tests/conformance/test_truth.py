"""Real survey exports through the commands, against counts worked out apart.

The data is not part of the project; see ``conftest.py``.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.data import DATA, run, truth

FILES = {
    "zaf": "real/limesurvey/rse2017_zaf.csv",
    "forms": "real/googleforms/form_responses.csv",
    "monkey": "real/surveymonkey/steak-risk-survey.csv",
    "dirty": "real/dirty/dirty_data.xlsx",
}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no {DATA.name} to read")


@pytest.fixture(params=FILES)
def audit(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    """A new audit drafted from a file, with the file collected."""
    slug, name = request.param, FILES[request.param]
    source = str(DATA / name)
    assert run(tmp_path, "new", slug, "--from", source).returncode == 0
    assert run(tmp_path, "collect", slug, source).returncode == 0
    return tmp_path, slug, name


def _tables(folder: Path, slug: str) -> dict[int, dict[str, Any]]:
    done = run(folder, "tally", slug, "--unprotected", "--format", "json")
    tables = json.loads(done.stdout)["tables"]
    return {at: table for table in tables for at in table["columns"]}


def test_every_count_is_right(audit: tuple[Path, str, str]) -> None:
    """Every question of the truth has exactly its counts, bases and blanks."""
    folder, slug, name = audit
    tables = _tables(folder, slug)
    for question in truth(name)["questions"]:
        table = tables[question["column"]]
        counts = {one["label"]: one["n"] for one in table["counts"] if one["n"]}
        assert counts == question.get("counts", question.get("mentions"))
        assert table["n"] == question.get("answered", table["n"])


def test_split_options_are_mentions(audit: tuple[Path, str, str]) -> None:
    """Columns of one select_multiple are one question, option by option."""
    folder, slug, name = audit
    tables = _tables(folder, slug)
    for multi in truth(name).get("multi_select", []):
        table = tables[multi["columns"][0]]
        assert table["columns"] == multi["columns"]
        mentioned = [one["n"] for one in table["counts"] if one["n"]]
        assert mentioned == list(multi["selected"].values())
        assert sum(mentioned) == multi["total_mentions"]


def test_a_report_is_made(audit: tuple[Path, str, str]) -> None:
    """Five respondents or more give a Word report with nothing filled in by hand."""
    folder, slug, _ = audit
    done = run(folder, "report", slug, "--to", "docx")
    assert done.returncode == 0, done.stderr
    written = Path(done.stdout.strip())
    assert written.read_bytes().startswith(b"PK")


def test_a_finished_table_is_refused(tmp_path: Path) -> None:
    """A table of counts and percentages is not taken for respondents."""
    source = str(DATA / "real/surveymonkey/nfl_fandom_aggregate.csv")
    done = run(tmp_path, "new", "nfl", "--from", source)
    assert done.returncode == 1
    assert "csv-aggregate" in done.stderr
    assert not (tmp_path / "audits").exists()
