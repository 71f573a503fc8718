"""``demo``: the example from plan to Word reports."""

import errno
import shutil
from pathlib import Path

import docx
import pytest

from tests.conftest import ROOT, Runner, outside


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_goes_from_plan_to_word(here: Path, br: Runner) -> None:
    """A workspace of its own, responses read, reports written and their paths told."""
    done = br("demo", "exempel")
    assert done.code == 0
    paths = [Path(line) for line in done.out.splitlines()]
    assert {path.suffix for path in paths} == {".docx", ".md"}
    assert all(path.is_relative_to(here / "data") for path in paths)
    for path in paths:
        if path.suffix == ".docx":
            assert docx.Document(str(path)).tables
    assert (here / "exempel" / "brukarrevision.yaml").is_file()
    assert "41 svar av 41 rader" in done.err


def test_the_example_has_nothing_wrong(
    here: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check finds nothing, and the audit stands at its last step."""
    br("demo")
    monkeypatch.chdir(here / "brukarrevision-demo" / "audits" / "sip-exempel")
    assert br("check").err == "Allt ser bra ut.\n"
    assert "Nästa kommando: brukarrevision publish v1" in br().err


def test_a_folder_that_exists_is_left_alone(here: Path, br: Runner) -> None:
    """Exit code 1; even an empty one."""
    (here / "exempel").mkdir()
    done = br("demo", "exempel")
    assert (done.code, done.codes) == (1, ["folder-taken"])
    assert list((here / "exempel").iterdir()) == []


def test_the_example_can_be_made_anew(here: Path, br: Runner) -> None:
    """After the folder was deleted; the reports are the same."""
    first = br("demo", "exempel")
    files = {p: Path(p).read_bytes() for p in first.out.splitlines()}
    shutil.rmtree(here / "exempel")
    again = br("demo", "exempel", lang="en")
    assert again.code == 0
    assert {p: Path(p).read_bytes() for p in again.out.splitlines()} == files


def test_a_full_disk_leaves_no_half_example(
    here: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told in words."""

    def full(_: object, target: Path) -> None:
        target.mkdir(parents=True)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    done = br("demo", "exempel")
    assert (done.code, done.codes) == (4, ["disk-full"])
    assert not (here / "exempel").exists()


def test_the_example_in_the_repository_is_not_touched(here: Path) -> None:
    """The program itself, in English, quietly."""
    example = ROOT / "audits" / "sip-exempel"
    before = {p: p.read_bytes() for p in example.rglob("*") if p.is_file()}
    done = outside("--quiet", "demo", "--lang=en", cwd=here)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) >= 4
    assert {p: p.read_bytes() for p in example.rglob("*") if p.is_file()} == before
