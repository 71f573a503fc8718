"""``form``: which paper, where it goes, and what is never written over."""

from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.exchange.paper import forms, reading
from tests.fakeaudit import CANARY, Box

INTERVIEW = """\
format: 1
id: intervju
kind: interview
title: Samtal
areas:
  - id: stod
    label: Stöd
    questions: [{id: v1, type: text, label: Berätta om stödet.}]
"""


@pytest.fixture
def two(box: Box) -> Box:
    """Return the small audit with a survey and an interview."""
    box.swap("plan.yaml", "instruments: [enkat]", "instruments: [enkat, intervju]")
    box.write("instruments/intervju.yaml", INTERVIEW)
    return box


def test_the_only_survey_need_not_be_named(box: Box, br: Runner) -> None:
    """It is written where one stands; the path is all that is printed."""
    done = br("form", "prov")
    path = box.root / "enkat.docx"
    assert (done.code, done.out, done.err) == (0, f"{path}\n", "")
    assert "2. Jag får stöd." in "\n".join(reading.lines(path.read_bytes()))


def test_one_of_several_has_to_be_named(two: Box, br: Runner) -> None:
    """The message names them; an interview becomes a guide."""
    done = br("form", "prov")
    assert (done.code, done.codes) == (2, ["form-instrument"])
    assert "enkat, intervju" in done.err
    assert br("form", "prov", "nej").codes == ["form-no-instrument"]
    assert br("form", "prov", "intervju").code == 0
    text = "\n".join(reading.lines((two.root / "intervju.docx").read_bytes()))
    assert "Intervjuare (alias)" in text


def test_inside_the_audit_its_name_is_not_needed(
    two: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The word is then the survey."""
    monkeypatch.chdir(two.audit)
    assert br("form", "enkat", "-o", two.root / "ut.docx").code == 0
    assert (two.root / "ut.docx").is_file()
    assert br("form", "prov", "enkat", "-o", two.root).code == 0
    assert (two.root / "enkat.docx").is_file()


def test_what_somebody_changed_is_not_written_over(box: Box, br: Runner) -> None:
    """The same form again is no fault; --yes writes over."""
    path = box.root / "enkat.docx"
    assert br("form", "prov").code == 0
    assert br("form", "prov").code == 0
    path.write_bytes(b"mine")
    done = br("form", "prov")
    assert (done.code, done.codes, done.out) == (1, ["form-exists"], "")
    assert path.read_bytes() == b"mine"
    assert br("form", "prov", "--yes").code == 0
    assert path.read_bytes() != b"mine"


def test_layout_language_and_unit_are_in_the_name(box: Box, br: Runner) -> None:
    """So that one does not take the place of another."""
    forms.write(box)
    words = ("--layout", "easy", "--language", "ar", "--unit", "norr")
    done = br("form", "prov", *words, "-o", "blanketter")
    assert done.code == 0
    assert Path(done.out.strip()).name == "enkat-easy-ar-norr.docx"
    assert "form-untranslated" in done.codes
    assert (box.root / "blanketter" / "enkat-easy-ar-norr.docx").is_file()


def test_a_language_of_any_name_leads_to_no_other_folder(box: Box, br: Runner) -> None:
    """Forms from other tools call their languages what they like."""
    forms.write(box)
    box.swap("instruments/enkat.yaml", "{ar: استبيان عن المنزل}", "{../ut/x: Fragor}")
    done = br("form", "prov", "--language", "../ut/x", "-o", "blanketter")
    assert done.code == 0
    assert Path(done.out.strip()) == Path("blanketter/enkat--ut-x.docx")
    assert not (box.root / "ut").exists()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("paper", ["letter", "consent", "contract", "assignment"])
def test_papers_are_of_the_plan(br: Runner, paper: str) -> None:
    """No survey has to be named; it is said that they are drafts."""
    done = br("form", "prov", "--paper", paper)
    assert (done.code, done.codes) == (0, [])
    assert "FYLL I" in done.err
    done = br("form", "prov", "--paper", paper, "--language", "en")
    assert "FILL IN" in done.err  # the mark that is in the paper
    assert "FYLL I" not in done.err


@pytest.mark.usefixtures("box")
def test_forms_for_other_tools(br: Runner) -> None:
    """The unit is not asked about if it is given."""
    for to, ending in (("xlsform", ".xlsx"), ("limesurvey", ".txt")):
        done = br("form", "prov", "--to", to, "--unit", "norr")
        assert done.code == 0
        assert Path(done.out.strip()).suffix == ending
        assert Path(done.out.strip()).is_file()


@pytest.mark.parametrize("to", ["xlsform", "limesurvey"])
def test_a_form_on_the_web_may_ask_who_helped(box: Box, br: Runner, to: str) -> None:
    """That differs from one to the next, so it cannot be said at collect."""
    plain = br("form", "prov", "--to", to, "-o", "utan")
    asked = br("form", "prov", "--to", to, "--ask", "help", "-o", "med")
    without, with_help = (_words(box, done.out) for done in (plain, asked))
    assert b"Personal" in with_help
    assert b"Personal" not in without


def _words(box: Box, out: str) -> bytes:
    path = box.root / out.strip()
    if path.suffix == ".xlsx":
        return b"".join(reading.parts(path.read_bytes()).values())
    return path.read_bytes()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--ask", "help"), "options-together"),
        (("--to", "xlsform", "--ask", "name"), "choice-option"),
        (("--to", "pdf"), "choice-option"),
        (("-o", "enkat.pdf"), "form-ending"),
        (("--layout", "huge"), "choice-option"),
        (("--paper", "poster"), "choice-option"),
        (("--to", "xlsform", "--layout", "easy"), "options-together"),
        (("--paper", "letter", "--unit", "norr"), "options-together"),
        (("enkat", "--paper", "contract"), "options-together"),
        (("--language", "so"), "form-language"),
        (("--unit", "vaster"), "unit-missing"),
        (("--paper", "letter", "--language", "so"), "form-paper-language"),
    ],
)
def test_what_cannot_be_is_told(
    box: Box, br: Runner, words: tuple[str, ...], code: str
) -> None:
    """And nothing is written."""
    before = box.snapshot()
    done = br("form", "prov", *words)
    assert (done.code, done.codes) == (2, [code])
    assert box.snapshot() == before


def test_a_form_is_made_of_faultless_files(box: Box, br: Runner) -> None:
    """A list of choices that is missing would be a question without boxes."""
    box.swap("instruments/enkat.yaml", "choices: kon,", "choices: kn,")
    done = br("form", "prov")
    assert done.code == 1
    assert not (box.root / "enkat.docx").exists()


def test_nothing_of_anybody_is_in_a_form(full: Box, br: Runner) -> None:
    """And the guard lets it be kept in git."""
    for words in ((), ("--paper", "guide"), ("--paper", "letter")):
        done = br("form", "prov", "--yes", *words)
        assert done.code == 0
        data = Path(done.out.strip()).read_bytes()
        inside = b"".join(reading.parts(data).values()).decode("utf-8", "replace")
        for secret in (CANARY, "Fritext 4", str(full.root), str(full.data)):
            assert secret not in inside
    assert br("guard", "scan").code == 0
