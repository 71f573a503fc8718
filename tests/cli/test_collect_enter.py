"""Paper forms keyed in at a real terminal of 80 columns and 24 lines."""

import json
import os
import re
import signal
import sys

import pytest

from tests.conftest import ROOT, Runner
from tests.fakeaudit import Box

from . import papers

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")

TIMEOUT = 30
COLUMNS = 80
BACK = "\x1b[D"


class Typist:
    """Somebody who keys in forms."""

    def __init__(self, box: Box, *words: str, lang: str = "sv") -> None:
        """Start the command at a plain terminal without colour."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"}
        command = ["-m", "brukarrevision", "--lang", lang, "collect", "prov", *words]
        self.shown = ""
        self.child = pexpect.spawn(
            sys.executable,
            command,
            cwd=str(box.root),
            env=environment | {"NO_COLOR": "1"},
            encoding="utf-8",
            timeout=TIMEOUT,
            dimensions=(24, COLUMNS),
        )
        self.child.delaybeforesend = None

    def type(self, text: str) -> None:
        """Press the keys of a text, as fast as they come."""
        self.child.send(text)

    def see(self, text: str) -> str:
        """Wait for a text and return what was shown before it."""
        self.child.expect_exact(text)
        self.shown += str(self.child.before) + text
        return str(self.child.before)

    def form(self, number: int, keys: str) -> None:
        """Key in a form: its number is the one that Enter means."""
        self.see(f"[{number}]")
        self.type(f"\r{keys}")
        self.see(f"Formulär {number} klart.")

    def end(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was last shown."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        self.shown += str(self.child.before)
        return int(self.child.exitstatus), str(self.child.before)

    def die(self) -> None:
        """End as where the computer is switched off."""
        self.child.kill(signal.SIGKILL)
        self.child.expect(pexpect.EOF)
        self.child.close()


def counted(br: Runner) -> dict[str, dict[str, int]]:
    """Return the raw counts of each question, and how many did not answer and why."""
    ran = br("tally", "prov", "--unprotected", "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, dict[str, int]] = {}
    for table in json.loads(ran.out)["tables"]:
        every = {one["id"]: one["n"] for one in table["counts"]} | table["missing"]
        found[table["question"]] = {word: n for word, n in every.items() if n}
    return found


def on_paper(forms: list[papers.Paper]) -> dict[str, dict[str, int]]:
    """Return the same of what stands on the papers."""
    return {name: papers.counts(forms, name) for name in papers.ORDER}


def test_twenty_forms_keyed_in_twice(box: Box, br: Runner) -> None:
    """A correction, a power cut, and two differences: the tables are the papers'."""
    papers.install(box)
    forms = papers.twenty()
    typist = Typist(box, "--enter", "papper")
    for number, form in enumerate(forms[:8], start=1):
        slips = papers.strokes(form)
        if number == 3:  # the wrong key for the first scale, seen, and corrected
            right = papers.stroke("a1", form["a1"])
            wrong = "1" if right != "1" else "2"
            head = papers.strokes(form, start="unit")[: -len(rest(form, "a1"))]
            slips = f"{head}{wrong}{BACK}{rest(form, 'a1')}"
        typist.form(number, slips)
    typist.see("[9]")
    half = papers.strokes(forms[8])[: -len(rest(forms[8], "a4"))]
    typist.type(f"\r{half}")
    typist.see("fråga 5 av 15")
    typist.die()
    assert not (box.audit / "mappings").exists()

    typist = Typist(box, "--enter", "papper")
    typist.see("8 klara formulär, 1 halva")
    typist.form(9, rest(forms[8], "a4"))
    for number, form in enumerate(forms[9:], start=10):
        typist.form(number, papers.strokes(form))
    typist.type("q")
    code, shown = typist.end()
    assert code == 0
    assert "20 formulär inlästa." in shown
    assert counted(br) == on_paper(forms)
    assert longest(typist.shown) <= COLUMNS
    assert "\x1b[3" not in typist.shown

    slip = forms[4] | {"b3": "delvis" if forms[4]["b3"] != "delvis" else "inte"}
    found = forms[11] | {"alder": "17"}
    typist = Typist(box, "--enter", "papper", "--second")
    again = {5: slip, 12: found}
    for number, form in enumerate(forms, start=1):
        typist.form(number, papers.strokes(again.get(number, form)))
    typist.type("q")
    before = typist.see("Formulär 5, fråga 13: Jag sover bra.")
    assert "2 skillnader" in before
    typist.type("1")
    typist.see("Formulär 12, fråga 1: Hur gammal är du?")
    typist.see("andra: 17")
    typist.type("2")
    code, shown = typist.end()
    assert code == 0
    after = shown.rpartition("\x1b[?1049l")[2]
    assert "20 formulär jämförda" in after
    assert "Ändrade formulär: 12." in after
    assert "17" not in after
    assert counted(br) == on_paper([*forms[:11], found, *forms[12:]])
    assert not (box.audit / "mappings").exists()


def rest(form: papers.Paper, start: str) -> str:
    """Return the keys of a form from a question on."""
    return papers.strokes(form, start=start)


def longest(shown: str) -> int:
    """Return the length of the longest line shown."""
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    return max(map(len, re.split(r"[\r\n]+", plain)))
