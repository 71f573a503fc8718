"""``brukarrevision`` alone: where the audit stands, and the next command."""

from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box
from tests.interviews.notes import CODEBOOK


@pytest.fixture
def inside(box: Box, monkeypatch: pytest.MonkeyPatch) -> Box:
    """Stand inside the audit."""
    monkeypatch.chdir(box.audit / "text")
    return box


def following(br: Runner) -> str:
    """Return the next command that is proposed."""
    done = br()
    assert done.code == 0
    return done.err.strip().removeprefix("Nästa kommando: brukarrevision ")


def test_in_an_empty_folder_the_first_commands_are_told(
    tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New and demo."""
    monkeypatch.chdir(tmp_path)
    done = br()
    assert (done.code, done.out) == (0, "")
    assert "brukarrevision new NAMN" in done.err
    assert "brukarrevision demo" in done.err
    assert "brukarrevision new NAME" in br(lang="en").err


def test_in_a_workspace_the_audits_are_listed(box: Box, br: Runner) -> None:
    """By name, one a line; how to get there is told."""
    other = box.root / "audits" / "annan"
    other.mkdir()
    (other / "plan.yaml").write_text("x", encoding="utf-8")
    (box.root / "audits" / "ingen").mkdir()
    done = br()
    assert done.out == "annan\nprov\n"
    assert done.err == "Gå till en revision: cd audits/annan\n"
    assert br("-q").err == ""


def test_the_way_through_an_audit(inside: Box, br: Runner) -> None:
    """From placeholders to collecting, tallying, reporting and publishing."""
    inside.swap("plan.yaml", "Provkommunen", "FYLL I")
    assert following(br) == "check"
    inside.swap("plan.yaml", "FYLL I", "Provkommunen")
    assert following(br) == "collect FIL"
    br("collect", inside.source)
    assert following(br) == "tally"
    br("report")
    assert following(br) == "publish v1"
    br("publish", "v1")
    assert following(br) == "status"


def test_open_answers_are_to_be_coded_before_tables_are_made(
    inside: Box, br: Runner
) -> None:
    """Where there are themes to code by; collect says so, too."""
    inside.write("codebook.yaml", CODEBOOK)
    done = br("collect", inside.source)
    assert "brukarrevision interview answers prov" in done.err
    assert "interview answers" not in br("collect", inside.source, "-q").all
    assert following(br) == "interview answers prov"
    br("interview", "answers")
    assert following(br) == "tally"
    assert "interview answers" not in br("collect", inside.source).all


def test_what_is_done_and_missing_is_said(inside: Box, br: Runner) -> None:
    """Title, what is left to write, responses, drafts; no answer."""
    assert br().out.splitlines() == [
        "prov: Brukarrevision av provhuset",
        "  kvar att skriva: 1",
        "  enkäter med svar: 0/1",
        "  rapportutkast: 0",
        "  publiceringar: inga",
    ]
    br("collect", inside.source)
    br("report")
    done = br(lang="en")
    assert done.out.splitlines()[1:] == [
        "  still to write: 1",
        "  surveys with responses: 1/1",
        "  draft reports: 3",
        "  releases: none",
    ]
    assert CANARY not in done.all


def test_faults_come_first(inside: Box, br: Runner) -> None:
    """They are counted, and check is the next command."""
    inside.swap("plan.yaml", "title:", "titel:")
    done = br()
    assert done.out.splitlines() == ["prov: prov", "  fel att rätta: 2"]
    assert following(br) == "check"
    inside.swap("plan.yaml", "titel:", "title:")
    inside.swap("plan.yaml", "min_group: 5", "min_group: 2")
    assert "  fel att rätta: 1" in br().out
    assert following(br) == "check"
