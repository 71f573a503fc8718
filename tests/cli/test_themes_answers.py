"""``themes`` of what people wrote in surveys, from answers to numbers."""

from pathlib import Path

import pytest

from tests.cli.test_themes import CODEBOOK, INGET, MAT, counts, note
from tests.conftest import Runner
from tests.fakeaudit import Box, csv
from tests.interviews.notes import guided


@pytest.fixture
def written(box: Box, br: Runner) -> Path:
    """Return the file of what seven in the north wrote; an eighth wrote nothing.

    Three of them mention the food, and five the doctor.
    """
    box.write("codebook.yaml", CODEBOOK)
    said = [
        "Maten",
        "Maten",
        "Maten, Läkaren",
        *["Läkaren"] * 4,
        "",
    ]
    rows = [f"r{at};norr;man;helt;{text};helt" for at, text in enumerate(said)]
    box.source.write_bytes(csv(*rows))
    assert br("collect", "prov", box.source).code == 0
    assert br("interview", "answers", "prov").code == 0
    return box.private / "interviews" / "answers" / "enkat.s2.md"


def code(path: Path) -> None:
    """Put the codes on the words."""
    text = path.read_text("utf-8")
    text = text.replace("Maten", "[Maten]{.mat}").replace(
        "Läkaren", "[Läkaren]{.lakare}"
    )
    path.write_text(text, "utf-8")


def test_people_are_counted_who_wrote_anything(written: Path, br: Runner) -> None:
    """Nothing is told before anything is coded."""
    done = br("themes", "prov")
    assert (done.code, done.codes) == (0, ["themes-uncoded"])
    assert "0–" not in done.out
    code(written)
    done = br("themes", "prov", "--by", "unit", "--format", "json")
    lakare = (7, 5, 7)
    expected = {"vard": lakare, "lakare": lakare, "mat": (7, 3, 3)}
    assert counts(done.out)["themes+norr"] == expected
    assert done.codes == []
    assert "Av 7 som har skrivit något, av 8" in br("themes", "prov").out
    done = br("themes", "prov", "--by", "question", "--format", "json")
    assert counts(done.out)["themes.s2"] == {"vard": lakare, "mat": (7, 3, 3)}
    assert "Vården\tMaten\t1" in br("themes", "prov", "--together", "--unprotected").out


def test_answers_that_are_in_no_file_are_told_of(
    written: Path, box: Box, br: Runner
) -> None:
    """They are not counted until the files are written anew."""
    late = box.source.with_name("sent.csv")
    late.write_bytes(csv("r99;norr;man;helt;Maten;helt"))
    code(written)
    assert br("collect", "prov", late).code == 0
    done = br("themes", "prov")
    assert (done.code, done.codes) == (0, ["answers-missing"])
    assert "Av 7 som har skrivit något, av 9" in done.out


def test_what_a_second_coder_finds_is_not_counted(written: Path, br: Runner) -> None:
    """Nor does it begin the coding."""
    second = written.with_name("enkat.s2.coder-R2.md")
    second.write_text(written.read_text("utf-8"), "utf-8")
    code(second)
    assert "note-place-unknown" in br("themes", "prov").codes
    second.unlink()
    assert br("themes", "prov").codes == ["themes-uncoded"]


def test_released_themes_stay_and_the_withdrawn_leave_none(
    written: Path, br: Runner
) -> None:
    code(written)
    shown = br("themes", "prov", "--by", "unit", "--format", "json").out
    assert br("publish", "prov", "v1", "--yes").code == 0
    text = written.read_text("utf-8")
    written.write_text(text.replace("[Maten]{.mat}", "Maten"), "utf-8")
    assert br("themes", "prov", "--by", "unit", "--format", "json").out == shown
    written.write_text(text.replace("Läkaren", "Läkarna"), "utf-8")
    done = br("themes", "prov")
    assert (done.code, {*done.codes}) == (1, {"answers-changed"})
    assert "Läkar" not in done.err


def test_whoever_withdraws_is_counted_no_more(written: Path, br: Runner) -> None:
    code(written)
    assert br("data", "withdraw", "prov", "r0", "--yes").code == 0
    assert written.read_text("utf-8").count("{.mat}") == 2
    done = br("themes", "prov", "--by", "unit", "--format", "json")
    assert counts(done.out)["themes+norr"]["mat"] == (6, 0, 2)


def test_interviews_and_answers_are_begun_each_by_themselves(
    written: Path, box: Box, br: Runner
) -> None:
    """Codes in interviews do not say that nobody wrote of a theme."""
    guided(box).write("codebook.yaml", CODEBOOK)
    rows = [f"I-{at:02};norr;ibland" for at in range(6)]
    source = box.source.with_name("intervju.csv")
    source.write_text("\n".join(["respondent;unit;g2", *rows, ""]), "utf-8")
    assert br("collect", "prov", source, "--instrument", "intervju").code == 0
    for at in range(6):
        note(box, f"I-{at:02}", "norr", MAT if at < 3 else INGET)
    done = br("themes", "prov", "--unprotected")
    assert done.codes == ["themes-uncoded"]
    assert done.err.count("enkat") == 1
    assert "Maten\t3\t" in done.out
    code(written)
    done = br("themes", "prov", "--unprotected")
    assert done.codes == []
    assert done.out.count("Maten\t3\t") == 2
