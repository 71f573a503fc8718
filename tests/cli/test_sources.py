"""Files of other kinds than text and workbooks, from the command line."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Runner, outside
from tests.intake.sources.kobo_files import odk
from tests.intake.sources.spss_files import survey
from tests.intake.sources.survey import PEOPLE


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder for workspaces."""
    place = tmp_path / "arbete"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.mark.usefixtures("stand")
@pytest.mark.parametrize("name", ["svar.sav", "svar.zip"])
def test_a_survey_is_made_of_a_file_and_its_answers_read(
    br: Runner, tmp_path: Path, name: str
) -> None:
    """As from a csv; nothing but the file itself is needed."""
    path = tmp_path / name
    (survey if name.endswith("sav") else odk)(path)
    assert br("new", "prov", "--from", path).code == 0
    ran = br("collect", "prov", path, "--format", "json")
    assert ran.code == 0, ran.err
    (log,) = json.loads(ran.out)["imports"]
    assert log["rows_used"] == len(PEOPLE)
    assert br("collect", "prov", path).code == 0
    assert "anna@example.com" not in ran.all


def test_the_program_itself_reads_spss_files(stand: Path, tmp_path: Path) -> None:
    """In a second process, which does not run the command once more."""
    path = survey(tmp_path / "svar.sav")
    ran = outside("new", "prov", "--from", path, cwd=stand)
    assert ran.code == 0, ran.err
    assert ran.codes == ["draft-ignored"]


@pytest.mark.usefixtures("stand")
def test_without_the_extra_the_command_says_how_to_get_it(
    br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The computer lacks something; nothing is wrong with the file."""
    path = survey(tmp_path / "svar.sav")
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    ran = br("new", "prov", "--from", path)
    assert (ran.code, ran.codes) == (4, ["sav-no-reader"])
    assert "pipx inject brukarrevision pyreadstat" in ran.err
