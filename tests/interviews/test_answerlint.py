"""What is said of the files of open answers, and where their codes go."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box, csv
from tests.interviews.notes import CODEBOOK, TEAM


@pytest.fixture
def coded(full: Box, br: Runner) -> Path:
    """Return the first coder's file, with a code in it."""
    full.swap("plan.yaml", "instruments:", f"{TEAM}instruments:")
    full.write("codebook.yaml", CODEBOOK)
    assert br("interview", "answers", "prov").code == 0
    assert br("interview", "answers", "prov", "--coder", "R2").code == 0
    path = full.private / "interviews" / "answers" / "enkat.s2.md"
    swap(path, "Fritext 17", "[Fritext 17]{.tillgang}")
    return path


def swap(path: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{.tillgang}", "{.tilgang}", "note-code-unknown"),
        (f"{CANARY}", f"[{CANARY}] {{.tillgang}}", "note-span-space"),
        (f"{CANARY}", "Annat", "answers-changed"),
        ("{#s2 row=s", "{#s2 row=x", "answers-line"),
    ],
)
def test_what_is_wrong_is_told(
    coded: Path, br: Runner, old: str, new: str, code: str
) -> None:
    """By file and line, and never what was answered."""
    assert br("interview", "check", "prov").code == 0
    swap(coded, old, new)
    done = br("interview", "check", "prov")
    assert done.code == 1
    assert code in done.codes
    assert "answers/enkat.s2.md:" in done.err
    assert CANARY not in done.all


def test_an_import_taken_back_loses_no_code(coded: Path, full: Box, br: Runner) -> None:
    """It is told that its answers are gone; --drop takes them away."""
    assert br("collect", "prov", "--undo", "--yes").code == 0
    assert br("interview", "answers", "prov").code == 0
    assert coded.read_text("utf-8").count("row=s") == 1
    assert br("interview", "check", "prov").codes == ["answers-gone"]
    full.source.write_bytes(csv())
    assert br("collect", "prov", full.source).code == 0
    assert "answers-missing" in br("interview", "check", "prov").codes
    assert br("interview", "answers", "prov").code == 0
    assert "[Fritext 17]{.tillgang}" in coded.read_text("utf-8")
    assert br("interview", "check", "prov").codes == []


def test_codes_of_answers_reach_agreement_and_tables(
    coded: Path, br: Runner, tmp_path: Path
) -> None:
    """A respondent is called by the mark, not by the id."""
    assert coded.is_file()
    assert "33" in br("themes", "prov", "--agreement").out
    done = br("themes", "prov", "--to", "csv", "-o", tmp_path / "ut", "--yes")
    table = Path(done.out.splitlines()[0]).read_text("utf-8")
    assert "Fritext 17;enkat.s2.md;s2;s" in table
    assert "r17" not in table
    line = next(one for one in table.splitlines() if "Fritext 17" in one)
    assert "Södra huset" in line


def test_what_is_marked_in_an_answer_can_become_a_quote(
    coded: Path, br: Runner
) -> None:
    """It is tied to the response: whoever withdraws takes it along."""
    swap(coded, "{.tillgang}", "{.tillgang .quote}")
    done = br("quotes", "candidates", "prov")
    place, theme, text = done.out.splitlines()[2].split("\t")
    assert (theme, text) == ("tillgang", "Fritext 17")
    quote = br("quotes", "add", "prov", "--from", place).out.strip()
    assert quote in br("quotes", "list", "prov").out
    assert br("data", "withdraw", "prov", "r17", "--yes").code == 0
    assert "Fritext 17" not in br("quotes", "list", "prov").out
    assert "Fritext 17" not in coded.read_text("utf-8")


def test_a_file_of_answers_is_opened_as_notes_are(
    coded: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second coder's file is made without codes; what is wrong in it is told."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c pass')
    second = coded.with_name("enkat.s2.coder-R2.md")
    second.unlink()
    words = ("interview", "open", "prov", "enkat.s2")
    done = br(*words, "--coder", "R2")
    assert (done.code, done.codes) == (0, [])
    assert "{.tillgang}" not in second.read_text("utf-8")
    assert br(*words, "--coder", "R9").code == 2
    swap(coded, "{.tillgang}", "{.tilgang}")
    done = br(*words)
    assert (done.code, done.codes) == (1, ["note-code-unknown"])
    assert br(*words, "--coder", "R2").code == 0
