"""What a withdrawal leaves in files of open answers: nobody else's words."""

from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import CODEBOOK

SAID = "Fritext 17"


@pytest.fixture
def coded(full: Box, br: Runner) -> Path:
    """Return a file where the first answer, another's, has a code."""
    full.write("codebook.yaml", CODEBOOK)
    assert br("interview", "answers", "prov").code == 0
    return full.private / "interviews" / "answers" / "enkat.s2.md"


def blocks(text: str) -> list[str]:
    """Return the answers with their marks."""
    return ["{#s2" + one for one in text.split("{#s2")[1:]]


def put(path: Path, above: str, parts: list[str], encoding: str = "utf-8") -> None:
    """Write a file as somebody might have left it."""
    path.write_bytes((above + "".join(parts)).encode(encoding))


@pytest.mark.parametrize("line", ["", "{#s2 row=}\n", "{#s2 row=sabc}\n", "{#s2\n"])
@pytest.mark.parametrize("at", [0, 9])
def test_an_answer_whose_mark_is_damaged_goes_too(
    coded: Path, br: Runner, line: str, at: int
) -> None:
    """Whoever stands above keeps the answer and its codes; where it goes is told."""
    every = blocks(coded.read_text("utf-8"))
    mine = next(one for one in every if SAID in one)
    others = [one for one in every if one is not mine]
    if at:
        others[at - 1] = others[at - 1].replace("Fritext", "[Fritext]{.tillgang}")
    damaged = line + "[Fritext]{.tillgang} 17\n\n"
    put(coded, "<!-- s2 -->\n\n", [*others[:at], damaged, *others[at:]])
    done = br("data", "withdraw", "prov", "r17", "--yes")
    assert (done.code, done.codes) == (0, ["withdraw-answers-others"])
    assert "answers/enkat.s2.md:" in done.err
    assert "Fritext" not in done.err
    left = coded.read_text("utf-8")
    assert "{.tillgang} 17" not in left
    assert left.count("row=s") == 32
    assert left.count("{.tillgang}") == (1 if at else 0)
    assert br("interview", "check", "prov").code == 0


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_files_saved_otherwise_are_read_all_the_same(
    coded: Path, br: Runner, encoding: str
) -> None:
    """Some editors write other characters; no words stay for that."""
    text = "<!-- Vad är bra? -->\n\n" + "".join(blocks(coded.read_text("utf-8")))
    put(coded, text, [], encoding)
    assert br("data", "withdraw", "prov", "r17", "--yes").codes == []
    left = coded.read_text("utf-8")
    assert SAID not in left
    assert left.count("row=s") == 32


def test_codes_and_slips_of_the_pen_stay_with_others(coded: Path, br: Runner) -> None:
    """Spaces, notes of one's own and a bracket that is not closed change no words."""
    text = coded.read_text("utf-8")
    text = text.replace("Fritext 16\n", "[Fritext  16\n\n<!-- tänk på detta -->\n")
    text = text.replace("Fritext 15\n", "[Fritext]{.tillgang .quote}\n15\n")
    coded.write_text(text, "utf-8")
    mine = next(one for one in blocks(text) if SAID in one)
    assert br("data", "withdraw", "prov", "r17", "--yes").codes == []
    assert coded.read_text("utf-8") == text.replace(mine, "")


def test_an_answer_that_looks_like_notes_takes_no_file_along(
    full: Box, br: Runner
) -> None:
    """``id: I-03`` is what notes begin with; a survey's answer may, too."""
    full.source.write_bytes(
        b"respondent;unit;kon;s1;s2;m1\nr90;norr;man;helt;id: r17;helt\n"
    )
    assert br("collect", "prov", full.source).code == 0
    assert br("interview", "answers", "prov").code == 0
    path = full.private / "interviews" / "answers" / "enkat.s2.md"
    copy = full.private / "enkat.s2 - kopia.txt"
    copy.write_bytes(path.read_bytes())
    assert br("data", "withdraw", "prov", "r17", "--yes").code == 0
    left = path.read_text("utf-8")
    assert "id: r17" in left
    assert SAID not in left
    assert not copy.exists()


def test_what_nobody_can_tell_is_said(coded: Path, full: Box, br: Runner) -> None:
    """Under a question that is gone, marks alone tell whose words these are."""
    full.swap("instruments/enkat.yaml", "{id: s2, type: text", "{id: s9, type: text")
    done = br("data", "withdraw", "prov", "r17", "--yes", lang="en")
    assert {*done.codes} == {"withdraw-answers-unknown"}
    left = coded.read_text("utf-8")
    assert SAID not in left
    assert left.count("row=s") == 32
