"""The auditors' prose: sections, and what is still unwritten."""

import pytest

from brukarrevision import prose
from brukarrevision.model.instrument import Instrument
from brukarrevision.yamlfile import read
from tests.fakeaudit import ENKAT


def test_sections_are_in_the_order_of_the_report() -> None:
    """Each area once, between the opening and the end."""
    instrument = Instrument.model_validate(read(ENKAT.encode(), "e").data)
    expected = ("inledning", "metod", "resultat-stod", "resultat-mat")
    assert prose.sections([instrument, instrument]) == (
        *expected,
        "diskussion",
        "slutord",
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("  Vi frågade.\n", "Vi frågade."),
        ("", ""),
        (" \n", ""),
        ("<!-- FYLL I -->\nSkriv här.", ""),
        ("Klart.\nFILL IN: more", ""),
        ("Fyll i enkäten, sa vi.", "Fyll i enkäten, sa vi."),
    ],
)
def test_an_instruction_is_not_prose(text: str, written: str) -> None:
    """Only what somebody has written counts."""
    assert prose.written(text) == written
    assert prose.is_instruction(text) == (not written)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ('title: "FYLL I: vad den heter"', "vad den heter"),
        ("due:  # FILL IN: when", "when"),
        ("due:  # FYLL I", "…"),
    ],
)
def test_a_placeholder_says_what_is_wanted(line: str, asked: str) -> None:
    """In its own words."""
    assert prose.is_placeholder(line)
    assert prose.wanted(line) == asked
