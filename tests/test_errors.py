"""Problems, and the catalogue of what they say."""

import re
import string

import pytest

from brukarrevision import i18n
from brukarrevision.errors import (
    AuditError,
    FaultyFiles,
    MachineFault,
    Place,
    Refused,
    WrongUsage,
    has_errors,
    problem,
)
from brukarrevision.messages import Message, catalogue
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "brukarrevision"
EVERY = list(catalogue().values())


def names(text: str) -> set[str]:
    """Return the names of the facts that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def sources() -> str:
    """Return the source of the whole program but its messages."""
    paths = (path for path in SOURCE.rglob("*.py") if path.parent.name != "messages")
    return "".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_a_message_says_what_is_wrong_and_what_to_do(one: Message) -> None:
    """In both languages, with facts that are the same in both."""
    for text in (one.sv, one.en, one.sv_remedy, one.en_remedy):
        assert text
        assert text == text.strip()
        assert text[-1] in '.?")' or text.endswith(("{hint}", "{line}"))
    assert names(one.sv) == names(one.en)
    assert names(one.sv_remedy) == names(one.en_remedy)
    assert one.severity in ("error", "warning", "note")


def test_every_message_is_told_somewhere() -> None:
    """One that nothing tells is one too many."""
    text = sources()
    assert [one.code for one in EVERY if f'"{one.code}"' not in text] == []


def test_every_problem_has_its_message() -> None:
    """A code without a message would be a fault of the program."""
    told = set(re.findall(r'problem\(\s*"([a-z0-9-]+)"', sources()))
    assert len(told) > 100
    assert told - set(catalogue()) == set()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (AuditError, 1),
        (FaultyFiles, 1),
        (WrongUsage, 2),
        (Refused, 3),
        (MachineFault, 4),
    ],
)
def test_each_kind_of_fault_has_its_exit_code(
    kind: type[AuditError], code: int
) -> None:
    """The text of the exception is the codes alone: facts may be private."""
    fault = kind(problem("stopped", what="hemligt"), problem("internal"))
    assert fault.exit_code == code
    assert str(fault) == "stopped, internal"
    assert len(fault.problems) == 2


@pytest.mark.parametrize(
    ("place", "sv", "en"),
    [
        (Place(), "", ""),
        (Place("a.yaml"), "a.yaml", "a.yaml"),
        (Place("a.yaml", 3), "a.yaml:3", "a.yaml:3"),
        (Place("a.yaml", 3, 4), "a.yaml:3:4", "a.yaml:3:4"),
        (
            Place("a.csv", row=2, cell="3"),
            "a.csv, rad 2, kolumn 3",
            "a.csv, row 2, column 3",
        ),
        (
            Place("a.xlsx", part="Blad1", cell="B2"),
            "a.xlsx, Blad1, cell B2",
            "a.xlsx, Blad1, cell B2",
        ),
    ],
)
def test_a_place_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, place: Place, sv: str, en: str
) -> None:
    """File, line and column; or file, part, row and cell."""
    for language, text in (("sv", sv), ("en", en)):
        monkeypatch.setattr(i18n, "_current", language)
        assert str(place) == text


def test_only_errors_stop_the_work() -> None:
    """Warnings and notes do not."""
    assert not has_errors([problem("placeholder"), problem("responses-none")])
    assert has_errors([problem("placeholder"), problem("yaml-tab")])
