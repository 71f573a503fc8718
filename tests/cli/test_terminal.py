"""What happens at a real terminal: questions, colours, private texts."""

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, heed_ctrl_c, outside
from tests.fakeaudit import CANARY, HEADER, Box

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")

TIMEOUT = 20


class Terminal:
    """A program at a terminal, somebody at the keys."""

    def __init__(self, folder: Path, words: list[str], lang: str = "sv") -> None:
        """Start the program."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "brukarrevision", "--lang", lang, *words],
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            timeout=TIMEOUT,
            dimensions=(40, 160),
            preexec_fn=heed_ctrl_c,
        )

    def answer(self, question: str, line: str = "") -> None:
        """Wait for a question and answer it."""
        self.child.expect_exact(question)
        self.child.sendline(line)

    def end(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was last shown."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus), str(self.child.before)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "arbete"
    folder.mkdir()
    return folder


def plan(here: Path) -> str:
    """Return the plan of the new audit."""
    return (here / "audits" / "prov" / "plan.yaml").read_text(encoding="utf-8")


def test_new_asks_in_swedish_for_what_is_missing(here: Path) -> None:
    """Answers go into the plan and git is begun where that is wanted."""
    terminal = Terminal(here, ["new", "prov"])
    terminal.answer("Revisionens titel: ", 'Vår "egen": åäö')
    terminal.answer("Vem beställer revisionen: ", "Kommunen")
    terminal.answer("Vilka gör revisionen: ", "Föreningen")
    terminal.answer("Enheter, med komma emellan: ", "Norra huset, Södra=huset")
    terminal.answer("Ska mappen följas med git? (J/n): ", "j")
    code, shown = terminal.end()
    assert code == 0
    assert "Nästa kommando: brukarrevision check prov" in shown
    assert r'title: "Vår \"egen\": åäö"' in plan(here)
    assert "id: norra-huset" in plan(here)
    assert "label: Södra huset" in plan(here)
    assert (here / ".git").is_dir()


def test_enter_leaves_placeholders(here: Path) -> None:
    """What is not known yet stays marked; git is not begun without a yes."""
    terminal = Terminal(here, ["new", "prov", "--title", "Känd"], lang="en")
    terminal.answer("Who commissions it: ")
    terminal.answer("Who carries it out: ")
    terminal.answer("Units, with commas between them: ")
    terminal.answer("Shall git keep track of the folder? (Y/n): ", "n")
    assert terminal.end()[0] == 0
    assert "title: Känd" in plan(here)
    assert 'commissioner: "FILL IN: who commissioned the audit"' in plan(here)
    assert 'label: "FILL IN: the name of the unit"' in plan(here)
    assert not (here / ".git").exists()


def test_git_is_not_offered_where_there_is_one(here: Path) -> None:
    """Everything given and inside git: nothing is asked at all."""
    (here / ".git").mkdir()
    given = ["--title", "T", "--commissioner", "K", "--auditor", "A", "--unit", "Norr"]
    code, shown = Terminal(here, ["new", "prov", *given]).end()
    assert code == 0
    assert "med git" not in shown
    assert "Retur" not in shown


@pytest.mark.parametrize("answered", [0, 2, 4])
def test_ctrl_c_leaves_nothing(here: Path, answered: int) -> None:
    """Whichever question it is that somebody stops at."""
    terminal = Terminal(here, ["new", "prov"])
    for _ in range(answered):
        terminal.answer(": ")
    terminal.child.expect_exact(": ")
    terminal.child.sendintr()
    code, shown = terminal.end()
    assert code == 130
    assert "Avbrutet. Inget halvfärdigt har sparats." in shown
    assert list(here.iterdir()) == []


def test_the_end_of_input_stops_as_ctrl_c_does(here: Path) -> None:
    """Ctrl-D at a question."""
    terminal = Terminal(here, ["new", "prov"])
    terminal.child.expect_exact(": ")
    terminal.child.sendeof()
    assert terminal.end()[0] == 130
    assert list(here.iterdir()) == []


def test_answers_that_fit_no_choice_are_listed_at_the_terminal(box: Box) -> None:
    """With counts and the warning that they are private; nothing is stored."""
    lines = [f"r{at};norr;kvinna;{CANARY};x;helt" for at in range(3)]
    box.source.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    code, shown = Terminal(box.root, ["collect", "prov", str(box.source)]).end()
    assert code == 1
    assert "PRIVAT: texterna nedan är svar." in shown
    assert shown.count(CANARY) == 1
    assert "Läser svar" not in shown[shown.index("PRIVAT") :]
    row = next(line for line in shown.splitlines() if CANARY in line)
    assert row.split()[-1] == "3"
    stored = b"".join(box.snapshot().values())
    assert CANARY.encode() not in stored


def test_tables_are_drawn_with_colour_and_without(full: Box) -> None:
    """NO_COLOR is heeded; what is piped has no sign of a terminal at all."""
    _, shown = Terminal(full.root, ["tally", "prov"]).end()
    assert "\x1b[" in shown
    assert "Stämmer helt" in shown
    piped = outside("tally", "prov", cwd=full.root)
    assert "\x1b" not in piped.all


def test_no_color_is_heeded(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is yellow, but not under NO_COLOR."""
    _, coloured = Terminal(box.root, ["check", "prov"]).end()
    assert "\x1b[33m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    _, plain = Terminal(box.root, ["check", "prov"]).end()
    assert "\x1b[33m" not in plain


def test_text_from_files_cannot_command_the_terminal(box: Box) -> None:
    """An escape sequence in a title is shown as spaces."""
    box.swap("plan.yaml", "id: prov\ntitle: B", 'id: "\\e[31mröd\\a"\ntitle: B')
    _, shown = Terminal(box.root, ["check", "prov"]).end()
    assert "\x1b[31mröd" not in shown
    assert "\x07" not in shown
    assert "[31mröd" in shown


def test_a_workbook_is_not_thrown_at_the_terminal(full: Box) -> None:
    """It needs a file to go to."""
    code, shown = Terminal(full.root, ["tally", "prov", "--format", "xlsx"]).end()
    assert code == 2
    assert "tabeller.xlsx" in shown


def test_explain_tells_the_rules_and_no_number(full: Box) -> None:
    """On a terminal alone, marked as private; the answers are in none of it."""
    terminal = Terminal(full.root, ["tally", "prov", "--explain"])
    code, shown = terminal.end()
    assert code == 0
    assert "BARA FÖR ER SOM GRANSKAR" in shown
    assert "R1" in shown
    assert "Lilla huset" in shown
    assert CANARY not in shown
    piped = outside("tally", "prov", "--explain", cwd=full.root)
    assert (piped.code, piped.data, piped.codes) == (3, b"", ["explain-terminal"])


def test_publishing_is_asked_about(full: Box) -> None:
    """Enter is no: what is handed out cannot be taken back."""
    terminal = Terminal(full.root, ["publish", "prov", "v1"])
    terminal.answer("Publicera som v1? (j/N): ")
    code, shown = terminal.end()
    assert code == 0
    assert "Inget har publicerats." in shown
    assert not (full.audit / "published").exists()
    terminal = Terminal(full.root, ["publish", "prov", "v1"])
    terminal.answer("Publicera som v1? (j/N): ", "j")
    assert terminal.end()[0] == 0
    assert (full.audit / "published" / "v1.yaml").is_file()
