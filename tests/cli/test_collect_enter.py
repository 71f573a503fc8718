"""Paper forms keyed in at a real terminal of 80 columns and 24 lines."""

import json
import os
import random
import re
import signal
import sys
import time

import pytest

from brukarrevision.store import Store, keyed
from brukarrevision.store.store import locked
from tests.conftest import ROOT, Runner, heed_ctrl_c
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
            preexec_fn=heed_ctrl_c,
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


SMALL = "1" + "1" + "3" + "Mer mat\r" + "2"
"""The keys of one form of the small audit: unit, kon, s1, s2 and m1."""


def kept(box: Box) -> list[tuple[str, bool, dict[str, str]]]:
    """Return what is keyed in and no response yet: form, whether done, and cells."""
    with Store.open(box.private / "responses.sqlite") as store:
        return [(one.form, one.done, dict(one.answers)) for one in keyed.forms(store)]


def respondents(box: Box) -> list[str]:
    """Return the ids of all responses."""
    with Store.open(box.private / "responses.sqlite") as store:
        return [str(one) for one in store.frame("enkat")["respondent"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--enter", "enkat"], "enter-terminal"),
        (["--second"], "enter-second"),
        (["svar.csv", "--enter", "enkat"], "enter-files"),
        (["--enter", "enkat", "--format", "json"], "options-together"),
        (["--enter", "enkat", "--mapping", "m"], "options-together"),
        (["--enter", "enkat", "--dry-run"], "options-together"),
    ],
)
def test_what_makes_no_sense_is_refused(
    box: Box, br: Runner, words: list[str], code: str
) -> None:
    """Without a terminal nobody can key in; nothing is written."""
    before = box.snapshot()
    ran = br("collect", "prov", *words)
    assert (ran.code, ran.codes) == (2, [code])
    assert box.snapshot() == before


def test_an_unknown_form_or_unit_is_named(box: Box) -> None:
    """With those that there are."""
    code, shown = Typist(box, "--enter", "nej").end()
    assert (code, "map-unknown-instrument" in shown) == (2, True)
    code, shown = Typist(box, "--enter", "enkat", "--unit", "ost").end()
    assert (code, "map-unknown-value" in shown) == (2, True)


def test_ctrl_c_loses_nothing_that_was_answered(box: Box, br: Runner) -> None:
    """What is said is true, and the next sitting goes on where this one was."""
    typist = Typist(box, "--enter", "enkat")
    typist.form(1, SMALL)
    typist.type("\r12")
    typist.see("fråga 2 av 4")
    typist.type("\x03")
    code, shown = typist.end()
    assert code == 130
    assert "Allt som är besvarat är sparat" in shown
    assert "Inget halvfärdigt" not in shown
    unit = {"unit": "norr", "mode": "paper"}
    assert kept(box)[1] == ("P2", False, unit | {"kon": "man"})
    assert br("data", "withdraw", "prov", "P2", "--yes").code == 0
    typist = Typist(box, "--enter", "enkat")
    typist.see("1 klara formulär, 0 halva")
    typist.see("[3]")
    typist.type("2\r")
    typist.see("har återkallat sina svar")
    typist.type("q")
    assert typist.end()[0] == 0
    assert respondents(box) == ["P1"]


def test_ctrl_z_and_the_key_that_quits_leave_no_answers_on_the_screen(box: Box) -> None:
    """Neither puts the program away, nor ends it, with its private screen shown."""
    typist = Typist(box, "--enter", "enkat", "--unit", "norr")
    typist.see("[1]")
    typist.type("\r")
    typist.see("fråga 1 av 4")
    typist.type("\x1a\x1c2")
    typist.see("fråga 2 av 4")
    typist.type("\x03")
    assert typist.end()[0] == 130
    assert kept(box)[0][2]["kon"] == "man"


def test_whoever_withdraws_while_the_form_is_keyed_in_stays_withdrawn(
    box: Box, br: Runner
) -> None:
    """The next key keeps nothing of the form, and the one after it comes instead."""
    typist = Typist(box, "--enter", "enkat", "--unit", "norr")
    typist.see("[1]")
    typist.type("\r2")
    typist.see("fråga 2 av 4")
    assert br("data", "withdraw", "prov", "P1", "--yes").code == 0
    typist.type("1")
    typist.see("har återkallat sina svar")
    typist.see("[2]")
    assert kept(box) == []
    typist.type("q")
    assert typist.end()[0] == 0


def test_a_closed_window_loses_nothing(box: Box) -> None:
    """The terminal is gone, and everything answered is there."""
    typist = Typist(box, "--enter", "enkat", "--unit", "soder", "--helped", "staff")
    typist.type("\r2")
    typist.see("fråga 2 av 4")
    typist.child.close(force=False)
    given = {"unit": "soder", "mode": "paper", "help": "staff"}
    assert kept(box) == [("P1", False, given | {"kon": "man"})]


def test_back_into_the_form_before(box: Box) -> None:
    """A wrong last key is seen when the form is done already."""
    typist = Typist(box, "--enter", "enkat", "--unit", "norr")
    typist.form(1, SMALL[1:])
    typist.see("[2]")
    typist.type("-")
    typist.see("Nu: Stämmer delvis. Enter behåller.")
    typist.type("1")
    typist.see("Formulär 1 klart.")
    typist.type("1\r\r\r")
    typist.type("Annat\r\r")
    typist.see("Formulär 1 klart.")
    typist.type("\x1b")
    assert typist.end()[0] == 0
    with Store.open(box.private / "responses.sqlite") as store:
        (row,) = store.frame("enkat").to_dict("records")
    assert (row["m1"], row["s2"], row["unit"]) == ("=inte", "=Mer matAnnat", "norr")


def test_the_keys_are_shown_and_wrong_ones_told(box: Box) -> None:
    """In English, too; a number that is taken is not keyed in again."""
    typist = Typist(box, "--enter", "enkat", lang="en")
    typist.see("[1]")
    typist.type("?")
    typist.see("back to the question before")
    typist.type("abc\r")
    typist.see("Write the form's number.")
    typist.type("17\r9")
    typist.see("There is no such answer.")
    typist.type("?")
    typist.see("stops anywhere")
    typist.type("1")
    typist.see("question 1 of 4")
    typist.type(SMALL[1:])
    typist.see("Form 17 done.")
    typist.see("[18]")
    typist.type("q")
    assert typist.end()[0] == 0
    typist = Typist(box, "--enter", "enkat", lang="en")
    typist.see("[18]")
    typist.type("17\r")
    typist.see("has been read already")
    typist.type("q")
    assert typist.end()[0] == 0


def test_only_one_window_at_a_time(box: Box) -> None:
    """Two would give two papers the same number."""
    typist = Typist(box, "--enter", "enkat")
    typist.see("[1]")
    code, shown = Typist(box, "--enter", "enkat").end()
    assert (code, "enter-busy" in shown) == (4, True)
    typist.type("q")
    assert typist.end()[0] == 0


def test_nothing_is_read_where_nothing_was_keyed_in(box: Box, br: Runner) -> None:
    """To look in and leave is no import, and erased data stays erased."""
    typist = Typist(box, "--enter", "enkat")
    typist.see("[1]")
    typist.type("q")
    assert typist.end()[0] == 0
    assert br("collect", "prov", box.source).code == 0
    assert br("data", "purge", "prov", "--yes").code == 0
    code, shown = Typist(box, "--enter", "enkat").end()
    assert (code, "data-erased" in shown) == (1, True)


def test_a_store_that_is_busy_makes_one_wait(box: Box) -> None:
    """The answer is not lost, and nobody is thrown out."""
    typist = Typist(box, "--enter", "enkat")
    typist.see("[1]")
    with locked(box.private / "responses.sqlite"):
        typist.type("\r1")
        typist.see("Svaret är inte sparat än.")
        assert kept(box) == []
    typist.type("x")
    typist.see("fråga 1 av 4")
    assert kept(box) == [("P1", False, {"unit": "norr", "mode": "paper"})]
    typist.type("\x03")
    assert typist.end()[0] == 130


def test_power_cuts_while_typing_fast_lose_no_saved_answer(box: Box) -> None:
    """Whenever it happens: what is kept is what was keyed, up to some key."""
    order = random.Random(5)  # noqa: S311 - when to cut needs no secrecy
    cells = {"mode": "paper", "unit": "norr", "kon": "kvinna", "s1": "helt"}
    whole = [*(cells | {"s2": "Mer mat", "m1": "delvis"}).items()]
    strokes = {"unit": "1", "kon": "1", "s1": "3", "s2": "Mer mat\r", "m1": "2"}
    for _ in range(4):
        typist = Typist(box, "--enter", "enkat")
        typist.see("Formulär nr [")
        half = next((cells for _, done, cells in kept(box) if not done), {})
        left = "".join(keys for name, keys in strokes.items() if name not in half)
        typist.type(f"\r{left}" + f"\r{''.join(strokes.values())}" * 5)
        time.sleep(order.uniform(0.05, 0.6))
        typist.die()
        for _, done, found in kept(box):
            assert [*found.items()] == whole[: len(found)]
            assert done == (len(found) == len(whole))
        assert sum(not done for _, done, _ in kept(box)) <= 1
    forms = [form for form, _, _ in kept(box)]
    assert sorted(forms) == sorted(f"P{at}" for at in range(1, len(forms) + 1))
