"""The fixed words of forms, and languages as Word takes them."""

import os
import re
from pathlib import Path
from typing import get_args

import pytest

from brukarrevision import audit as audits
from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.paper import Wish, to_docx
from brukarrevision.exchange.paper.tongues import tongue
from brukarrevision.exchange.paper.words import SHIPPED, Word
from tests.exchange.paper import forms
from tests.fakeaudit import Box

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.mark.parametrize("language", SHIPPED)
def test_every_word_is_there_with_the_same_parts(language: str) -> None:
    """In Swedish and English."""
    words = SHIPPED[language]
    assert set(words) == set(get_args(Word))
    for name, text in words.items():
        parts = re.findall(r"{\w+}", text)
        assert sorted(parts) == sorted(re.findall(r"{\w+}", SHIPPED["sv"][name]))


@pytest.mark.parametrize("page", ["sv/filer.md", "en/files.md"])
def test_the_pages_name_every_word(page: str) -> None:
    """Else nobody can translate it."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert [word for word in get_args(Word) if f"`{word}`" not in text] == []


@pytest.mark.parametrize(
    ("code", "from_right"),
    [
        *(("ar", True), ("fa", True), ("ckb", True), ("he", True), ("ur", True)),
        *(("ps", True), ("yi", True), ("prs", True), ("ku-Arab", True)),
        *(("ku", False), ("so", False), ("ti", False), ("sv", False)),
        *(("az-Latn", False), ("pa-Arab-PK", True), ("AR", True), ("zh-Hant", False)),
    ],
)
def test_which_languages_are_written_from_the_right(
    code: str, from_right: bool
) -> None:
    """By the language, or by the script that the code names."""
    assert tongue(code).from_right is from_right


def test_a_word_that_no_form_has_is_told(box: Box) -> None:
    """With file and line, as in any other file."""
    forms.write(box)
    own = box.root / "templates" / "forms" / "ar.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("format: 1\nwords:\n  tahnks: x\n", encoding="utf-8")
    audit = audits.require(str(box.audit), box.root)
    with pytest.raises(FaultyFiles) as raised:
        to_docx(audit, audit.instruments["enkat"], Wish(language="ar"))
    (problem,) = raised.value.problems
    assert problem.place.file == "templates/forms/ar.yaml"
    assert problem.place.line == 3


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_words_are_not_read_through_a_link_out(box: Box, tmp_path: Path) -> None:
    """What lies elsewhere on the computer is nobody's form."""
    forms.write(box)
    (tmp_path / "privat.yaml").write_text("format: 1\nwords: {}\n", encoding="utf-8")
    own = box.root / "templates" / "forms" / "ar.yaml"
    own.parent.mkdir(parents=True)
    own.symlink_to(tmp_path / "privat.yaml")
    audit = audits.require(str(box.audit), box.root)
    with pytest.raises(FaultyFiles, match="file-link-outside"):
        to_docx(audit, audit.instruments["enkat"], Wish(language="ar"))
