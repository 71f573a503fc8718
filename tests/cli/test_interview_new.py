"""``interview new`` and ``interview open``: from the guide to notes in an editor."""

import os
import stat
import sys
from pathlib import Path

import pytest

from brukarrevision.interviews import folder
from tests.conftest import Runner
from tests.fakeaudit import Box, csv
from tests.interviews.notes import SAID, guided, put


@pytest.fixture
def guide(box: Box) -> Box:
    """Return an audit with a guide."""
    box.swap("plan.yaml", "instruments:", 'rounds:\n  - {id: "2026", label: V}\n' + INS)
    return guided(box)


INS = "instruments:"


def began(br: Runner, *words: str) -> Path:
    """Begin an interview and return the file."""
    ran = br("interview", "new", "prov", *words)
    assert ran.code == 0, ran.err
    return Path(ran.out.strip())


def test_a_note_has_what_is_known(guide: Box, br: Runner) -> None:
    """What is said or is the only one there is; the rest is told by check."""
    path = began(br, "--unit", "norr", "--auditor", "R1", "--auditor", "R2")
    assert path.read_text("utf-8").startswith(
        "---\nid: I-01\ndate:\nauditors: [R1, R2]\nunit: norr\n"
        'round: "2026"\nconsent: # yes eller no\n---\n'
    )
    assert path.parent == guide.private / "interviews"
    note, faults = folder.read(path)
    assert not faults
    assert note is not None
    assert [one.question for one in note.blocks] == ["g1", "g2", "g3", "g4", "g5"]
    assert [one.answer for one in note.blocks] == [None, "", "", "", ""]
    assert not any(one.text for one in note.blocks)
    ran = br("interview", "check", "prov")
    assert ran.code == 0
    assert ran.codes == ["note-unfilled"]
    assert "date, consent" in ran.err


def test_hints_are_comments(guide: Box, br: Runner) -> None:
    """Instructions, hints and choices are there to read, and are no notes."""
    guide.swap(
        "instruments/intervju.yaml",
        "label: Berätta vilka ni är.",
        'label: "Berätta --> [så]{.x} -"',
    )
    guide.swap(
        "instruments/intervju.yaml", "Hur är det att bo här?", "'Hur {#är} [det]{.x}?'"
    )
    text = began(br).read_text("utf-8")
    assert "<!-- Berätta –> [så]{.x}" in text
    assert "<!-- Vad är bäst? -->" in text
    assert "aldrig = Aldrig; ibland = Ibland" in text
    assert "som 2026-03-12. -->" in text
    assert br("interview", "check", "prov").codes == ["note-unfilled"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_read_it(guide: Box, br: Runner) -> None:
    """Notes are raw data."""
    path = began(br)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert guide.private in path.parents


def test_no_id_is_given_twice(guide: Box, br: Runner) -> None:
    """Not even that of somebody who has withdrawn."""
    assert [began(br).stem for _ in range(3)] == ["I-01", "I-02", "I-03"]
    assert br("data", "withdraw", "prov", "I-03", "--yes").code == 0
    assert began(br).stem == "I-04"
    put(guide, name="I-07.coder-R2.md")
    assert began(br).stem == "I-08"
    guide.source.write_bytes(csv("I-11;norr;man;helt;;helt"))
    assert br("collect", "prov", guide.source).code == 0
    assert began(br).stem == "I-12"


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("--unit", "nor"), "interview-option", "Menade du norr?"),
        (("--auditor", "R3"), "interview-option", "R1, R2"),
        (("--round", "2025"), "interview-option", "2026"),
        (("--group", "x"), "interview-option", "Det finns inga."),
        (("--date", "snart"), "interview-date", "2026-03-12"),
        (("intervj",), "form-no-instrument", "intervju"),
    ],
)
def test_what_the_plan_lacks_is_refused(
    guide: Box, br: Runner, words: tuple[str, ...], code: str, hint: str
) -> None:
    """And nothing is written."""
    ran = br("interview", "new", "prov", *words)
    assert (ran.code, ran.codes) == (2, [code])
    assert hint in ran.err
    assert not (guide.private / "interviews").exists()


def test_a_survey_may_be_talked_through(guide: Box, br: Runner) -> None:
    """Where it is named."""
    assert "{#s1 answer=" in began(br, "enkat").read_text("utf-8")
    assert guide.private.exists()


def test_an_audit_without_guide(box: Box, br: Runner) -> None:
    """Is told what to write."""
    ran = br("interview", "new", "prov")
    assert (ran.code, ran.codes) == (2, ["interview-no-guide"])
    assert not box.private.exists()


def test_nothing_is_begun_once_raw_data_is_erased(guide: Box, br: Runner) -> None:
    """An audit that is over takes no new notes."""
    put(guide)
    assert br("data", "purge", "prov", "--yes").code == 0
    assert br("interview", "new", "prov").codes == ["data-erased"]
    assert not (guide.private / "interviews").exists()


EDITOR = """\
import sys
from pathlib import Path
file = Path(sys.argv[-1])
text = file.read_text("utf-8")
file.write_text(text.replace(".tillgang", ".fel"), "utf-8")
file.chmod(0o644)
"""


def test_open_starts_the_users_editor(
    guide: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And then tells what is wrong in those notes, but not what stands in them."""
    path = put(guide)
    put(guide, "x", "I-04.md")
    script = tmp_path / "min editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    monkeypatch.setenv("EDITOR", "ingen-sådan")
    ran = br("interview", "open", "prov", "I-03")
    assert ran.code == 1
    assert ran.codes == ["note-code-unknown"]
    assert SAID not in ran.all
    assert ".fel" in path.read_text("utf-8")
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_open_knows_the_file_by_its_name(
    guide: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also that of a second coder."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c pass')
    put(guide, name="I-03.coder-R2.md")
    for name in ("I-03.coder-R2", "I-03.coder-R2.md"):
        assert br("interview", "open", "prov", name).code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("prov", "I-3"), (2, ["interview-unknown"])),
        (("prov", "I-03", "I-04"), (2, ["interview-one"])),
        (("prov",), (2, ["interview-one"])),
        (("prov", "I-03"), (4, ["interview-editor-missing"])),
    ],
)
def test_what_cannot_be_opened(
    guide: Box,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: tuple[int, list[str]],
) -> None:
    """An id that is not there, and a program that is not there."""
    put(guide)
    monkeypatch.setenv("VISUAL", "finns-inte-alls --wait")
    ran = br("interview", "open", *words)
    assert (ran.code, ran.codes) == told


def test_a_computer_without_an_editor(
    guide: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is told of, with what to do; Windows and macOS have one of their own."""
    put(guide)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    ran = br("interview", "open", "prov", "I-03")
    if os.name != "nt":
        assert (ran.code, ran.codes) == (4, ["interview-no-editor"])
        assert SAID not in ran.all


def test_copies_that_an_editor_leaves_are_told_of(guide: Box, br: Runner) -> None:
    """They would keep what was said by somebody who withdraws."""
    put(guide)
    put(guide, name="I-03.md~")
    ran = br("interview", "check", "prov")
    assert (ran.code, ran.codes) == (0, ["note-stray"])
    assert "I-03.md~" in ran.err


def test_a_second_coder_begins_without_codes(
    guide: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a file of their own, which stays as they leave it."""
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c pass')
    first = put(guide)
    before = first.read_text("utf-8")
    assert br("interview", "open", "prov", "I-03", "--coder", "R2").code == 0
    second = first.with_name("I-03.coder-R2.md")
    text = second.read_text("utf-8")
    assert SAID in text
    assert ".tillgang" not in text
    assert first.read_text("utf-8") == before
    second.write_text(text.replace(SAID, f"[{SAID}]{{.bemotande}}"), "utf-8")
    assert br("interview", "open", "prov", "I-03", "--coder", "R2").code == 0
    assert ".bemotande" in second.read_text("utf-8")
    if os.name != "nt":
        assert stat.S_IMODE(second.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("I-03", "--coder", "R9"), "interview-option"),
        (("I-03.coder-R1", "--coder", "R2"), "interview-first-coder"),
    ],
)
def test_a_second_coder_is_one_of_the_team(
    guide: Box,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: str,
) -> None:
    """And codes what the first one coded."""
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c pass')
    put(guide)
    put(guide, name="I-03.coder-R1.md")
    ran = br("interview", "open", "prov", *words)
    assert (ran.code, ran.codes) == (2, [code])
