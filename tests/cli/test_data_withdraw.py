"""``data path`` and ``data withdraw``: told beforehand, done for good."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box
from tests.rawdata.laptops import Laptop


def test_the_private_directory_is_all_that_stdout_holds(full: Box, br: Runner) -> None:
    """So that it can be used in another command; the rest is said beside it."""
    done = br("data", "path", "prov")
    assert (done.code, done.out) == (0, f"{full.private}\n")
    assert "filer med svar: 1" in done.err
    assert "1: svar.csv (enkat, rader: 33)" in done.err


def test_programs_get_kinds_and_counts_and_no_contents(full: Box, br: Runner) -> None:
    """Numbers of imports are needed where answers have no ids."""
    (full.private / "drafts").mkdir()
    (full.private / "drafts" / "alla.md").write_text(CANARY, encoding="utf-8")
    done = br("data", "path", "prov", "--format", "json")
    assert json.loads(done.out) == {
        "format": 1,
        "path": str(full.private),
        "files": {"responses": 1, "drafts": 1},
        "imports": [
            {
                "number": 1,
                "file": "svar.csv",
                "instrument": "enkat",
                "rows_used": 33,
            }
        ],
    }


def test_a_place_that_is_empty_or_shared_is_told(box: Box, br: Runner) -> None:
    """Nothing is made by looking."""
    done = br("data", "path", "prov")
    assert done.out == f"{box.private}\n"
    assert "Där finns inget ännu." in done.err
    assert not box.private.exists()


def test_what_will_happen_is_told_and_nothing_done(full: Box, br: Runner) -> None:
    """Nobody can be asked, and nobody said yes."""
    before = full.snapshot()
    done = br("data", "withdraw", "prov", "r3")
    assert (done.code, done.codes) == (2, ["confirm-missing"])
    assert "svar (enkat): 1" in done.err
    assert full.snapshot() == before


def test_one_person_is_removed(full: Box, br: Runner) -> None:
    """And a file read again does not bring the answers back; the log says why."""
    done = br("data", "withdraw", "prov", "r3", "--yes")
    assert (done.code, done.out) == (0, "")
    assert "r3 är borttagen. Kör samma kommando på andra datorer" in done.err
    assert CANARY not in done.all
    held = [path for path in full.data.rglob("*") if path.is_file()]
    assert not [path for path in held if CANARY.encode() in path.read_bytes()]
    full.source.write_bytes(full.source.read_bytes() + b"r99;norr;man;helt;ny;helt\n")
    again = br("collect", "prov", full.source)
    assert "34 rader = 1 använda + 33 inte använda" in again.out
    assert "återkallade, inte inlästa: rad 4" in again.out
    english = br("collect", "prov", full.source, "--format", "json", lang="en")
    assert json.loads(english.out)["imports"][0]["refused"]["withdrawn"] == [4]


def test_inside_the_audit_the_id_is_enough(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Doing it twice is no fault."""
    monkeypatch.chdir(full.audit)
    assert br("data", "withdraw", "r3", "-y").code == 0
    again = br("data", "withdraw", "r3", "-y", lang="en")
    assert again.code == 0
    assert "the answers are gone already" in again.err


def test_whoever_is_unknown_is_told_without_naming_others(
    full: Box, br: Runner
) -> None:
    """In both languages, with what to do."""
    for lang in ("sv", "en"):
        done = br("data", "withdraw", "prov", "nobody", "--yes", lang=lang)
        assert (done.code, done.codes) == (1, ["withdraw-unknown"])
        assert "r1" not in done.all.replace("1:17", "")
    assert full.private.is_dir()


@pytest.mark.parametrize("words", [[], ["prov", "r1", "r2"]])
def test_one_id_is_wanted(full: Box, br: Runner, words: list[str]) -> None:
    """No more and no fewer."""
    done = br("data", "withdraw", *words, "--yes")
    assert (done.code, done.codes) == (2, ["withdraw-who"])
    assert full.private.is_dir()


def test_published_numbers_stand(full: Box, br: Runner) -> None:
    """Version 2 shows what version 1 did, and nothing of who withdrew (A07)."""
    full.swap("text/metod.md", "<!-- FYLL I -->", "")
    assert br("publish", "prov", "v1", "--yes").code == 0
    before = br("tally", "prov", "--format", "json").data
    first = (full.audit / "published" / "v1.yaml").read_bytes()
    done = br("data", "withdraw", "prov", "r3", "--yes")
    assert "räknad i det som är publicerat (v1)" in done.err
    assert br("tally", "prov", "--format", "json").data == before
    assert br("publish", "prov", "v2", "--yes").code == 0
    assert (full.audit / "published" / "v1.yaml").read_bytes() == first
    assert CANARY not in (full.audit / "report" / "alla.md").read_text("utf-8")


def test_what_has_to_be_done_by_hand_is_said(full: Box, br: Runner) -> None:
    """Reports that are out keep a quote until they are built again."""
    (full.audit / "report").mkdir()
    done = br("data", "withdraw", "prov", "r3", "--yes")
    assert "tills de byggs nästa gång" in done.err
    assert "Filerna som ni läste in" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
@pytest.mark.parametrize(("answer", "left"), [("n", True), ("", True), ("j", False)])
def test_somebody_at_the_terminal_is_asked(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, answer: str, *, left: bool
) -> None:
    """And no is what nothing means."""
    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", Line(answer))
    done = br("data", "withdraw", "prov", "r3")
    assert done.code == 0
    assert "Ta bort allt detta för alltid? (j/N)" in done.err
    store = (full.private / "responses.sqlite").read_bytes()
    assert (CANARY.encode() in store) is left
    assert ("Inget har ändrats." in done.err) is left


class Line:
    """Somebody who types one line."""

    def __init__(self, text: str) -> None:
        """Know what is typed."""
        self.text = text

    def readline(self) -> str:
        """Return the line."""
        return f"{self.text}\n"

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_rows_without_ids_are_called_as_the_log_shows_them(
    box: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By import and row; the file is shown, and the numbers hold here alone."""
    monkeypatch.chdir(box.audit)
    one = Laptop(box.root, box.data)
    source = tmp_path / "utan.csv"
    source.write_text("unit;s1;s2\nnorr;helt;ett\nnorr;inte;UTAN\n", encoding="utf-8")
    assert br("collect", "prov", source).code == 0
    done = br("data", "withdraw", "prov", "1:3", "--yes")
    assert done.code == 0
    assert "rad 3 i filen utan.csv" in done.err
    assert "Kör inte samma kommando där" in done.err
    assert "row 3 of the file" in br("data", "withdraw", "1:3", "-y", lang="en").err
    assert not one.holds("UTAN")
    assert one.holds("ett")


def test_the_same_number_in_another_survey_is_another_person(
    full: Box, br: Runner
) -> None:
    """Survey tools number every form from 1; only the one meant is removed."""
    text = (full.audit / "instruments/enkat.yaml").read_text(encoding="utf-8")
    for name in ("enkat,", "s1,", "s2,", "m1,", "kon,"):
        text = text.replace(f"id: {name}", f"id: {name[:-1]}b,")
    full.write("instruments/andra.yaml", text.replace("id: enkat", "id: andra"))
    full.swap("plan.yaml", "instruments: [enkat]", "instruments: [enkat, andra]")
    other = full.root.parent / "andra.csv"
    other.write_text("respondent;unit;s1b\nr1;norr;helt\nr2;norr;inte\n", "utf-8")
    asked = ("--instrument", "andra")
    assert br("collect", "prov", other, *asked).code == 0
    done = br("data", "withdraw", "prov", "r1", "--yes")
    assert (done.code, done.codes) == (1, ["withdraw-ambiguous"])
    assert "1:2, 2:2" in done.err
    done = br("data", "withdraw", "prov", "2:2", "--yes")
    assert (done.code, done.codes) == (0, [])
    assert "svar (andra): 1" in done.err
    assert "svar (enkat)" not in done.err
    done = br("data", "withdraw", "prov", "2:2", "--yes")
    assert (done.code, done.codes) == (0, [])
    done = br("data", "withdraw", "prov", "r1", "--yes")
    assert (done.code, done.codes) == (1, ["withdraw-again"])
    assert "1:2" in done.err
    other.write_text("respondent;unit;s1b\nr1;norr;helt\nr9;norr;inte\n", "utf-8")
    assert "1 rader = 0" not in br("collect", "prov", other, *asked).out
    paths = br("data", "path", "prov").err
    assert "svar.csv (enkat, rader: 33)" in paths
