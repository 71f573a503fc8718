"""What is printed: plain and stable when piped, harmless at a terminal."""

import io
import json

import pytest

from brukarrevision import console, i18n
from brukarrevision.errors import Place, problem
from brukarrevision.tables.grid import Grid


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Swedish, and not quietly."""
    monkeypatch.setattr(i18n, "_current", "sv")
    monkeypatch.setattr(console, "_quiet", False)


def test_data_goes_to_stdout_and_talk_to_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Quiet silences talk, never a warning."""
    for quiet in (False, True):
        console.be_quiet(quiet=quiet)
        console.out("resultat")
        console.say("prat")
        console.warn("varning")
    done = capsys.readouterr()
    assert done.out == "resultat\nresultat\n"
    assert done.err == "prat\nvarning\nvarning\n"


def test_a_question_commands_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may be called anything, and is asked about by its name."""
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert console.ask("\x1b[2J.docx: samtycke?") == "ja"
    assert capsys.readouterr().err == " [2J.docx: samtycke?: "


def test_a_table_is_tab_separated_when_piped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line a row, whatever stands in the cells."""
    table = Grid("Ti\ttel", ("A", "B"), [("x\ny", "1"), ("\x1b[31m", "2")], note="n")
    console.grid(table)
    assert capsys.readouterr().out == "Ti tel\nA\tB\nx y\t1\n [31m\t2\nn\n\n"


def test_a_remedy_is_told_once_for_those_that_share_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And each problem is one line, whatever is in it."""
    one = problem("yaml-duplicate-key", Place("a.yaml", 1, 2), key="x\ny\x07")
    two = problem("yaml-duplicate-key", Place("b.yaml", 3), key="z")
    three = problem("yaml-empty", Place("c.csv", row=4, cell="B4"), key="z")
    console.show([one, two, three])
    assert capsys.readouterr().err.splitlines() == [
        "a.yaml:1:2: fel: Nyckeln x y  står två gånger. [yaml-duplicate-key]",
        "b.yaml:3: fel: Nyckeln z står två gånger. [yaml-duplicate-key]",
        "    → Ta bort den ena eller slå ihop dem.",
        "c.csv, rad 4, cell B4: fel: z är tom. [yaml-empty]",
        "    → Fyll i ett värde, eller ta bort raden om den inte behövs.",
    ]


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], "Allt ser bra ut."),
        (["yaml-tab"], "1 fel, 0 varningar, 0 noteringar"),
        (["yaml-tab", "yaml-tab", "placeholder"], "2 fel, 1 varning, 0 noteringar"),
        (["responses-none"], "0 fel, 0 varningar, 1 notering"),
    ],
)
def test_problems_are_counted_in_words(
    capsys: pytest.CaptureFixture[str], codes: list[str], said: str
) -> None:
    """One is one and two are two."""
    console.summary([problem(code, what="", instrument="") for code in codes])
    assert capsys.readouterr().err == f"{said}\n"


def test_json_is_utf8_to_the_byte(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """In any locale; what was printed before comes first."""
    console.out("först")
    console.out_json({"å": ["\u2028", 1]})
    first, _, rest = capsysbinary.readouterr().out.partition(b"\n")
    assert first == "först".encode()
    assert json.loads(rest.decode()) == {"å": ["\u2028", 1]}
    assert rest.endswith(b"}\n")


def test_a_problem_for_programs_has_null_for_what_is_not_known() -> None:
    """All keys are always there."""
    found = console.problem_json(problem("stopped"))
    assert found["severity"] == "note"
    assert [key for key, value in found.items() if value is None] == [
        "file",
        "line",
        "column",
        "row",
        "cell",
        "part",
    ]


def test_progress_is_silent_when_nobody_watches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not a character."""
    with console.progress("Läser") as bar:
        bar(1, 2)
    assert capsys.readouterr() == ("", "")
