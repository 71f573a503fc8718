"""``guard``: what is said, to people and to programs."""

import json
import subprocess
import sys

import pytest

from tests.conftest import Runner, outside
from tests.fakeaudit import Box

NUMBER = "640823-3234"


@pytest.fixture
def kept(full: Box) -> Box:
    """Return the small audit in git."""
    subprocess.run(["git", "init", "-q", full.root], check=True)
    return full


def test_nothing_found_is_said_and_ends_well(kept: Box, br: Runner) -> None:
    """With how much was looked through; --quiet says nothing."""
    done = br("guard", "scan", lang="en")
    assert (done.code, done.out) == (0, "")
    assert "No raw data was found (" in done.err
    assert br("guard", "scan", "--quiet").all == ""
    assert kept.private.is_dir()


def test_json_has_the_same_facts(kept: Box, br: Runner) -> None:
    """One object on stdout, nothing on stderr."""
    kept.write("text/ny.md", f"rad\n{NUMBER}\n")
    done = br("guard", "scan", "--format", "json")
    assert (done.code, done.err) == (1, "")
    told = json.loads(done.out)
    assert told["format"] == 1
    assert told["looked"] > 5
    (one,) = told["problems"]
    assert one["code"] == "guard-personal-number"
    assert (one["file"], one["line"]) == ("audits/prov/text/ny.md", 2)
    assert "samordnare" in one["remedy"]
    assert NUMBER not in done.all


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--staged", "--history"], "guard-one-of"),
        (["--format", "xml"], "choice-option"),
        (["saknas"], "file-missing"),
        (["--stagedd"], "usage-option-near"),
    ],
)
def test_wrong_words_are_told(
    kept: Box, br: Runner, words: list[str], code: str
) -> None:
    """Before anything is looked at."""
    done = br("guard", "scan", *words)
    assert done.codes == [code]
    assert done.code in (1, 2)
    assert kept.root.is_dir()


def test_guard_alone_tells_what_there_is(br: Runner) -> None:
    """A group is no command."""
    page = br("guard", "--help").out
    assert "install" in page
    assert "scan" in page
    alone = br("guard")
    assert (alone.code, alone.codes) == (2, ["usage-missing"])
    assert "brukarrevision guard --help" in alone.err


def test_the_program_itself_ends_with_one_where_something_is_found(kept: Box) -> None:
    """As the hook runs it."""
    kept.write("text/ny.md", NUMBER)
    done = outside("guard", "scan", cwd=kept.root)
    assert done.code == 1
    assert "guard-personal-number" in done.err
    assert NUMBER not in done.all


def test_without_git_on_the_computer_a_workspace_in_git_is_not_passed(
    kept: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 4: nothing was looked at."""
    monkeypatch.setenv("PATH", str(kept.data))
    done = br("guard", "scan")
    assert (done.code, done.codes) == (4, ["guard-git-missing"])


def test_without_git_on_the_computer_a_plain_folder_is_looked_through(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no need for it."""
    full.write("text/ny.md", NUMBER)
    monkeypatch.setenv("PATH", str(full.data))
    assert br("guard", "scan").codes == ["guard-personal-number"]


def test_start_up_loads_nothing_heavy(kept: Box) -> None:
    """The hook runs at every commit."""
    code = (
        "import sys; from brukarrevision.cli.run import run; "
        "run(['guard', 'scan', '--staged']); "
        "heavy = ('pandas', 'scipy', 'openpyxl', 'docx'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=kept.root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "[]"
