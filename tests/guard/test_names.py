"""Names of files are printed so that they command nothing and tell of nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.guard.names import is_invented, shown

NUMBER = "640823-3234"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (b"audits/prov/plan.yaml", "audits/prov/plan.yaml"),
        ("mapp/åäö.md".encode(), "mapp/åäö.md"),
        (b"en\nrad\x1b[2J.md", "en\\nrad\\x1b[2J.md"),
        (b"\xe5.md", "\\xe5.md"),
        (f"{NUMBER}.md".encode(), "….md"),
        (f"a {NUMBER} b {NUMBER}".encode(), "a … b …"),
        (f"{NUMBER}@foretag.se.txt".encode(), "…"),
        (b"svar-20250403-1522.csv", "svar-20250403-1522.csv"),
        ("i\ud800.md", "i\\ud800.md"),
    ],
)
def test_a_name_is_printed_without_what_must_not_be_seen(
    name: bytes | str, printed: str
) -> None:
    """What is hidden is three dots; the rest can be recognised."""
    assert shown(name) == printed


@given(st.binary() | st.text())
def test_any_name_is_one_printable_line(name: bytes | str) -> None:
    """That any terminal and any program takes."""
    text = shown(name)
    assert text.isprintable()
    text.encode()


@pytest.mark.parametrize(
    ("name", "invented"),
    [
        ("audits/x/synthetic/enkat-syntetisk.csv", True),
        ("synthetic/survey-synthetic.xlsx", True),
        ("synthetic/enkat.csv", False),
        ("audits/x/enkat-syntetisk.csv", False),
        ("audits/synthetic-2026/enkat-syntetisk.csv", False),
    ],
)
def test_invented_answers_say_so_in_folder_and_name(name: str, invented: bool) -> None:
    """One of them alone is not enough."""
    assert is_invented(name) is invented
