"""``interview import`` with files: guides and transcripts become notes.

Of what was said nothing is printed, whatever happens.
"""

import io
import json
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from brukarrevision import console
from tests.conftest import Ran, Runner
from tests.exchange.talks.writing import after, empty, filled, put
from tests.fakeaudit import Box
from tests.interviews.notes import SAID, guided

NAME = "Kanarie-i-filens-egenskaper"
FRONT = {
    "interview_id": "I-07",
    "interview_date": "12 mars 2026",
    "interview_unit": "norra huset",
    "interview_interviewers": "r1 och R2",
}
NOTES = {"n_g1": f"{SAID} [så]{{.x}}.\nRad två.", "n_g4": "3"}
TICKS = {"g2": ("Ibland",), "g3": ("Aldrig", "Ofta")}


@pytest.fixture
def talked(box: Box) -> Box:
    """Return an audit with a guide."""
    return guided(box)


def guide(box: Box, **more: str) -> bytes:
    """Return the guide as it was filled in."""
    changes = {"Vad är bäst?": after(f"{SAID} bredvid rutan.")}
    return filled(empty(box), {**FRONT, **NOTES, **more}, TICKS, changes)


def note(box: Box, name: str = "I-07") -> Path:
    """Return where the notes of an interview are."""
    return box.private / "interviews" / f"{name}.md"


def body(box: Box, name: str = "I-07") -> str:
    """Return notes without their comments."""
    lines = note(box, name).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if line and not line.startswith("<!--"))


def told(done: Ran) -> list[str]:
    """Return the codes that were told, when nothing that was said was."""
    assert SAID not in done.all
    assert NAME not in done.all
    return done.codes


def test_a_guide_that_is_filled_in_becomes_notes(talked: Box, br: Runner) -> None:
    """With line breaks, in the owner's hands alone, and counted at once."""
    word = docx.Document(io.BytesIO(guide(talked)))
    word.core_properties.author = NAME
    word.add_comment(word.paragraphs[0].runs, NAME, author=NAME)
    word.save(str(talked.root / "guide.docx"))
    done = br("interview", "import", "prov", "guide.docx", "--consent", "yes")
    assert (done.code, told(done)) == (0, ["talk-aside"])
    assert body(talked) == (
        "---\nid: I-07\ndate: 2026-03-12\nauditors: [R1, R2]\nunit: norr\n"
        "consent: yes # yes eller no\n---\n"
        "{#g1}\n## Hur är det att bo här?\n"
        f"{SAID} bredvid rutan.\n{SAID} \\[så\\]\\{{.x\\}}.\nRad två.\n"
        '{#g2 answer="ibland"}\n## Träffar du läkaren?\n'
        '{#g3 answer="aldrig,ofta"}\n## När?\n'
        '{#g4 answer="3"}\n## Hur många gånger?\n'
        '{#g5 answer=""}\n## När senast?'
    )
    assert NAME not in note(talked).read_text("utf-8")
    assert stat.S_IMODE(note(talked).stat().st_mode) == 0o600
    assert "Inlästa: I-07" in done.err
    assert br("interview", "check", "prov").codes == []


def test_the_same_file_twice_is_one_conversation(talked: Box, br: Runner) -> None:
    """Also once its notes are coded, or its answers mended; another's are left."""
    file = put(talked, guide(talked))
    assert br("interview", "import", "prov", file, "--consent", "yes").code == 0
    coded = note(talked).read_text("utf-8").replace("Rad två", "[Rad två]{.tillgang}")
    note(talked).write_text(coded, "utf-8")
    done = br("interview", "import", "prov", file)
    assert (done.code, told(done)) == (0, ["talk-known"])
    other = put(talked, guide(talked, n_g5="Annat."))
    done = br("interview", "import", "prov", other)
    assert (done.code, told(done)) == (1, ["talk-exists"])
    assert note(talked).read_text("utf-8") == coded
    done = br("interview", "import", "prov", other, "--id", "I-20")
    assert done.code == 0
    assert note(talked, "I-20").exists()


def test_without_consent_notes_are_written_and_not_used(
    talked: Box, br: Runner
) -> None:
    """Nobody's consent is assumed; what is doubtful is named by its question."""
    notes = {**FRONT, "interview_unit": SAID, "n_g1": SAID, "n_g4": f"{SAID} 3 gånger"}
    ticks = {"g2": ("Ibland", "Ofta")}
    file = put(talked, filled(empty(talked), notes, ticks))
    done = br("interview", "import", "prov", file, "--format", "json")
    assert told(done) == [
        *("talk-doubtful", "talk-doubtful", "talk-fact"),
        "interview-left-faulty",
    ]
    (read,) = json.loads(done.out)["files"]
    assert (read["id"], read["written"], read["answers"]) == ("I-07", True, 1)
    assert "\nconsent: # yes eller no\n" in note(talked).read_text("utf-8")
    assert "\nunit:\n" in note(talked).read_text("utf-8")
    assert "guide.docx, g2" in done.err
    codes = br("interview", "check", "prov").codes
    assert codes == ["note-unfilled", "note-answer-many"]


def test_bold_is_no_tick(talked: Box, br: Runner) -> None:
    """Nor is a tick with a line through it: both are to be looked at."""

    def bold(one: Paragraph) -> None:
        one.runs[-1].bold = True

    def struck(one: Paragraph) -> None:
        one.runs[-1].font.strike = True

    changes = {"☐3\tOfta": bold, "☒2\tIbland": struck}
    data = filled(empty(talked), FRONT, {"g3": ("Ibland", "Aldrig")}, changes)
    done = br("interview", "import", "prov", put(talked, data), "--consent", "no")
    assert told(done) == ["talk-doubtful"] * 2 + ["interview-left-consent"]
    assert '{#g2 answer=""}' in body(talked)
    assert '{#g3 answer="aldrig"}' in body(talked)


def test_an_empty_guide_is_nobodys(talked: Box, br: Runner) -> None:
    file = put(talked, filled(empty(talked), FRONT))
    assert told(br("interview", "import", "prov", file)) == ["talk-empty"]
    assert not note(talked).parent.exists()


def test_somebody_who_withdrew_does_not_come_back(talked: Box, br: Runner) -> None:
    file = put(talked, guide(talked))
    assert br("interview", "import", "prov", file, "--consent", "yes").code == 0
    assert br("data", "withdraw", "prov", "I-07", "--yes").code == 0
    done = br("interview", "import", "prov", file, "--consent", "yes")
    assert (done.code, told(done)) == (1, ["talk-withdrawn"])
    assert not note(talked).exists()


def test_a_folder_of_transcripts(talked: Box, br: Runner) -> None:
    """Each gets the next id; what stands at no question is told of."""
    folder = talked.root / "samtal"
    folder.mkdir()
    (folder / "a.txt").write_bytes(f"g1\n{SAID} är så.\n".encode("cp1252"))
    (folder / "b.vtt").write_text(
        f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v R1>{SAID}", "utf-8"
    )
    (folder / "~$c.docx").write_bytes(b"")
    (folder / "I-09.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHej", "utf-8")
    done = br("interview", "import", "prov", "samtal", "--unit", "norr")
    assert done.code == 0
    assert told(done)[:3] == ["talk-loose", "csv-encoding-guessed", "talk-loose"]
    assert sorted(one.name for one in note(talked).parent.iterdir()) == [
        *("I-09.md", "I-10.md", "I-11.md"),
    ]
    assert f"{SAID} är så." in body(talked, "I-10")
    assert f"R1: {SAID}" in body(talked, "I-11")
    again = br("interview", "import", "prov", "samtal")
    assert told(again).count("talk-known") == len(list(note(talked).parent.iterdir()))
    assert again.err.count("Inget behöver göras.") == 2, "once for two in a row"


def test_a_file_in_git_is_told_of(talked: Box, br: Runner) -> None:
    """Whatever becomes of it: it is raw data, and git forgets nothing."""
    subprocess.run(["git", "init", "-q", str(talked.root)], check=True)
    (talked.root / "I-01.txt").write_text(f"g1\n{SAID}", "utf-8")
    for codes in (["talk-in-git"], ["talk-in-git", "talk-known"]):
        done = br("interview", "import", "prov", "I-01.txt")
        assert told(done) == [*codes, "interview-left-consent"]


def test_two_files_of_one_id_are_not_mixed_up(talked: Box, br: Runner) -> None:
    """Nor is it guessed which of two guides a transcript followed."""
    one = put(talked, guide(talked), "a.docx")
    two = put(talked, guide(talked, n_g5="Annat."), "b.docx")
    done = br("interview", "import", "prov", one, two)
    assert (done.code, told(done)) == (1, ["talk-id-twice"] * 2)
    text = (talked.audit / "instruments/intervju.yaml").read_text("utf-8")
    other = text.replace("intervju", "annan").replace("id: g", "id: h")
    talked.write("instruments/annan.yaml", other)
    talked.swap("plan.yaml", "[enkat, intervju]", "[enkat, intervju, annan]")
    (talked.root / "I-01.txt").write_text(SAID, "utf-8")
    assert told(br("interview", "import", "prov", "I-01.txt")) == ["talk-guide"]
    assert not note(talked).parent.exists()


def spoilt(data: bytes, name: str, content: bytes) -> bytes:
    """Return a Word file with one more part."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, content)
    return stream.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda data: data[:-400], "talk-not-docx"),
        (lambda _: f"{SAID}".encode(), "talk-not-docx"),
        (lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "talk-locked"),
        (lambda data: spoilt(data, "word/vbaProject.bin", b"x"), "talk-programs"),
        (lambda data: spoilt(data, "word/more.xml", BOMB), "talk-programs"),
        (lambda data: spoilt(data, "a.bin", bytes(20_000_001)), "talk-too-large"),
    ],
)
def test_what_may_do_harm_is_not_read(
    talked: Box, br: Runner, spoil: Callable[[bytes], bytes], code: str
) -> None:
    """And of the others nothing is written either: it is all or nothing."""
    good = put(talked, guide(talked), "bra.docx")
    bad = put(talked, spoil(guide(talked)), "fel.docx")
    done = br("interview", "import", "prov", good, bad)
    assert (done.code, told(done)) == (1, [code])
    assert "Traceback" not in done.all
    assert not note(talked).parent.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--id", "I-01"), "talk-options-alone"),
        (("a.txt", "b.txt", "--id", "I-01"), "talk-one"),
        (("a.txt", "--id", "../I-01"), "talk-id"),
        (("a.txt", "--unit", "vaster"), "interview-option"),
        (("a.txt", "--guide", "annan"), "talk-guide"),
        (("a.pdf",), "talk-kind"),
        (("tom",), "talk-folder-empty"),
    ],
)
def test_what_cannot_be_meant(
    talked: Box, br: Runner, words: tuple[str, ...], code: str
) -> None:
    for name in ("a.txt", "b.txt", "a.pdf"):
        (talked.root / name).write_text(SAID, "utf-8")
    (talked.root / "tom").mkdir()
    done = br("interview", "import", "prov", *words)
    assert done.code in (1, 2)
    assert told(done) == [code]
    assert not note(talked).parent.exists()


def test_at_a_terminal_the_rest_is_asked_for(
    talked: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no unit is asked for again; consent may be unknown."""
    answers = iter(["vaster", "norr", "ja", "norr", ""])
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _: next(answers))
    for name in ("I-01.txt", "I-02.txt"):
        (talked.root / name).write_text(f"g1\n{name}", "utf-8")
        assert br("interview", "import", "prov", name).code == 0
    assert "unit: norr\nconsent: yes" in body(talked, "I-01")
    assert "unit: norr\nconsent: #" in body(talked, "I-02")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_a_guide_saved_by_libreoffice(talked: Box, br: Runner, tmp_path: Path) -> None:
    file = put(talked, guide(talked), "in.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    subprocess.run(
        [*convert, "--outdir", str(tmp_path / "ut"), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = br("interview", "import", "prov", file, "--consent", "yes")
    direct = body(talked)
    note(talked).unlink()
    saved = tmp_path / "ut" / "in.docx"
    done = br("interview", "import", "prov", saved, "--consent", "yes")
    assert (done.code, told(done)) == (0, [])
    assert body(talked) == direct


def test_a_file_of_somebody_who_has_withdrawn_stays_out(
    talked: Box, br: Runner
) -> None:
    """Also without an id, or with a word changed; others are asked the same."""
    said = "Jag blev inte lyssnad på när jag berättade om medicinen i höstas"
    asked = "R1: Välkommen, det här samtalet handlar om hur ni har det där ni bor"
    file, other = talked.root.parent / "ett.txt", talked.root.parent / "annat.txt"
    file.write_text(f"g1\n\n{asked}.\n\n{said}. {SAID}\n", "utf-8")
    other.write_text(f"g1\n\n{asked}.\n\nMaten är god.\n", "utf-8")
    for one in (other, file):
        assert br("interview", "import", "prov", one, "--consent", "yes").code == 0
    coded = note(talked, "I-02").read_text("utf-8")
    coded = coded.replace("Jag blev", "[Jag blev]{.tillgang}").replace(SAID, "Anna")
    note(talked, "I-02").write_text(coded, "utf-8")
    assert br("data", "withdraw", "prov", "I-02", "--yes").code == 0
    for more in ((), ("--id", "I-40")):
        done = br("interview", "import", "prov", file, *more)
        assert (done.code, told(done)) == (1, ["talk-withdrawn-words"])
    other.write_text(f"g1\n\n{asked}.\n\nJag blev inte lyssnad på.\n", "utf-8")
    assert br("interview", "import", "prov", other).code == 0
    assert {one.stem for one in note(talked).parent.glob("*.md")} == {"I-01", "I-03"}


@pytest.mark.usefixtures("talked")
def test_a_name_that_no_file_can_have_is_no_audit(br: Runner) -> None:
    """It is said as of any other that is not there."""
    done = br("interview", "import", "x" * 5_000)
    assert (done.code, done.codes) == (2, ["audit-missing"])
