"""``report``: the chapter of themes, from notes to files, in both languages."""

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import SAID

from .test_themes import told

__all__ = ["told"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_themes_are_told_and_what_was_said_is_not(
    told: Box,
    br: Runner,
    language: str,
) -> None:
    """In the report for all by leaf as well; in a unit's its own numbers alone."""
    told.swap("plan.yaml", "language: sv", f"language: {language}")
    assert br("report", "prov").code == 0
    drafts = told.private / "drafts"
    texts = {path.stem: path.read_text("utf-8") for path in drafts.glob("*.md")}
    assert set(texts) == {"alla", "norr", "soder"}
    sv = language == "sv"
    chapter, appendix = ("Teman", "temana") if sv else ("Themes", "the themes")
    for text in texts.values():
        assert SAID not in text
        assert f"\n## {chapter}\n" in text
        assert f": {appendix}\n" in text
        assert "| Vården › Läkaren | 0–" in text
    grouped = "| Maten | 4–6 | 3–5 |"
    assert [name for name, text in texts.items() if grouped in text] == ["alla"]
    assert "| Maten | 4–6 |" in texts["norr"]
    assert "| Maten | 3–5 |" not in texts["norr"]


def test_what_was_said_is_no_example(told: Box, br: Runner) -> None:
    """The report calls examples invented; words from notes need an approved quote."""
    assert "theme-example-said" not in br("check", "prov").codes
    told.swap("codebook.yaml", "label: Maten", f"label: Maten, example: Maten. {SAID}")
    done = br("check", "prov")
    assert "theme-example-said" in done.codes
    assert SAID not in done.all
    done = br("report", "prov")
    assert (done.code, set(done.codes)) == (3, {"leak-answer"})
    assert SAID not in done.all
