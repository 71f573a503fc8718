"""Interviews as people do them: from the printed guide to quotes in the report."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.exchange.talks.writing import filled
from tests.fakeaudit import Box
from tests.interviews.notes import GUIDE, TEAM

CODEBOOK = """\
format: 1
themes:
  - {id: tillgang, label: Tillgång}
  - {id: tid, label: Tid, parent: tillgang}
  - {id: bemotande, label: Bemötande}
  - {id: mat, label: Maten}
"""
THEMES = ("tid", "bemotande", "mat", "tillgang")
PHONE, MAIL, NUMBER = "070-174 06 05", "kim@example.com", "19121212-1212"
IDENTIFIERS = {13: PHONE, 14: MAIL, 15: NUMBER}
GONE = "I-05"
PEOPLE = range(1, 19)
TALKS = [f"I-{at:02}" for at in PEOPLE]


def said(at: int) -> str:
    """Return what one person said and nobody else."""
    more = f" {IDENTIFIERS[at]}" if at in IDENTIFIERS else ""
    return f"Personligt-ord-{at:02}x har jag sagt flera gånger{more}."


@pytest.fixture
def planned(box: Box) -> Box:
    """Return an audit with a guide alone, a codebook and a team."""
    box.swap("plan.yaml", "instruments: [enkat]", f"{TEAM}instruments: [intervju]")
    box.swap("plan.yaml", "  - {id: liten, label: Lilla huset}\n", "")
    (box.audit / "instruments" / "enkat.yaml").unlink()
    box.write("instruments/intervju.yaml", GUIDE)
    box.write("codebook.yaml", CODEBOOK)
    box.write("findings.yaml", "format: 1\n")
    (box.audit / "text" / "resultat-stod.md").unlink()
    return box


def guides(box: Box, br: Runner) -> list[Path]:
    """Print the guide and fill one in for each person."""
    empty = box.root.parent / "guide.docx"
    assert br("form", "prov", "intervju", "--paper", "guide", "-o", empty).code == 0
    found = []
    for at in PEOPLE:
        notes = {
            "interview_id": f"I-{at:02}",
            "interview_date": "2026-03-12",
            "interview_unit": "Norra huset" if at % 2 else "Södra huset",
            "interview_interviewers": "R1",
            "n_g1": said(at),
        }
        ticks = {"g2": ("Ibland",) if at % 3 else ("Ofta",)}
        path = box.root.parent / f"samtal-{at:02}.docx"
        path.write_bytes(filled(empty.read_bytes(), notes, ticks))
        found.append(path)
    return found


def code(box: Box, at: int, theme: str, *, coder: str = "") -> None:
    """Put a theme on what somebody said, in an editor."""
    folder = box.private / "interviews"
    path = folder / f"I-{at:02}.md"
    text, words = path.read_text("utf-8"), said(at)
    assert words in text
    if coder:
        path = folder / f"I-{at:02}.coder-{coder}.md"
    path.write_text(text.replace(words, f"[{words}]{{.{theme} .quote}}"), "utf-8")


def everything(box: Box) -> bytes:
    """Return all that is kept anywhere, with what is in Word files unzipped."""
    found = []
    for path in [*box.root.rglob("*"), *box.data.rglob("*")]:
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as parts:
                found += [parts.read(name) for name in parts.namelist()]
        elif path.is_file():
            found.append(path.read_bytes())
    return b"\n".join(found)


def test_from_the_printed_guide_to_quotes_in_the_report(
    planned: Box, br: Runner
) -> None:
    """With slips on the way; whoever withdraws is nowhere afterwards."""
    files = guides(planned, br)
    done = br("interview", "import", "prov", *files, "--consent", "yes")
    assert (done.code, done.codes) == (0, [])
    tables = json.loads(br("tally", "prov", "--format", "json").out)["tables"]
    assert [one["n"] for one in tables if one["question"] == "g2"] == [18]

    for at in PEOPLE:  # the second coder begins from the same notes
        theme = THEMES[at % 4]
        code(planned, at, "mat" if at == 1 else theme, coder="R2")
        code(planned, at, "matt" if at == 2 else theme)
    done = br("interview", "check", "prov")
    assert (done.code, done.codes) == (1, ["note-code-unknown"])
    slip = planned.private / "interviews" / "I-02.md"
    slip.write_text(slip.read_text("utf-8").replace(".matt", ".mat"), "utf-8")
    assert br("interview", "check", "prov").code == 0

    assert "%" in br("themes", "prov", "--agreement").out
    shown = json.loads(br("themes", "prov", "--by", "unit", "--format", "json").out)
    assert {one["n"] for one in shown["tables"]} == {9}

    quotes = {}
    for at in range(1, 16):
        name = f"I-{at:02}:g1:1"
        done = br("quotes", "add", "prov", "--from", name, "--theme", THEMES[at % 4])
        assert done.code == 0
        quotes[at] = done.out.strip()
    for at, quote in quotes.items():
        done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
        assert (done.code == 0) == (at not in IDENTIFIERS)

    assert br("data", "withdraw", "prov", GONE, "--yes").code == 0
    for path in files:
        path.unlink()
    assert br("report", "prov").code == 0
    report = (planned.private / "drafts" / "alla.md").read_text("utf-8")
    approved = {*range(1, 13)} - {5}
    assert {at for at in PEOPLE if f"ord-{at:02}x" in report} == approved
    assert all(one.split()[0] not in report for one in IDENTIFIERS.values())
    assert b"ord-05x" not in everything(planned)
    assert b"ord-06x" in everything(planned)
