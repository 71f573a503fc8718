"""Coded texts as flat tables."""

import csv
import io

from brukarrevision.exchange.flat import matrix_csv, quotes_csv
from brukarrevision.exchange.refi.project import (
    Case,
    Coding,
    Document,
    Passage,
    Project,
)
from brukarrevision.model.codebook import Codebook
from tests.exchange.refi.invented import CODEBOOK, PROJECT


def rows(text: str) -> list[dict[str, str]]:
    """Return a table as rows by column."""
    return [*csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]


def test_a_row_has_text_place_person_and_path() -> None:
    """All that a spreadsheet needs to sort and filter."""
    found = rows(quotes_csv(PROJECT))
    assert len(found) == 7
    assert found[1] == {
        "text": "läkaren ringer.",
        "document": "I-03.md",
        "question": "lakarbesok",
        "who": "I-03",
        "unit": "Norra huset",
        "round": "Våren 2026",
        "coder": "R1",
        "code": "lakare",
        "path": "Tillgång till vård / Läkare",
    }
    assert found[-1]["text"] == "tid 🕐"
    assert found[-1]["who"] == "r1"


def test_a_theme_counts_for_those_above_it() -> None:
    """A row for each respondent and each who read it."""
    found = rows(matrix_csv(PROJECT))
    assert [(one["who"], one["coder"]) for one in found] == [
        ("I-03", "R1"),
        ("I-03", "R2"),
        ("r1", "R1"),
        ("r2", "R1"),
    ]
    codes = ("tillgang", "lakare", "bemotande", "brist")
    assert [[one[code] for code in codes] for one in found] == [
        [*"1110"],
        [*"1110"],
        [*"1000"],
        [*"0000"],
    ]


def test_who_read_and_found_nothing_has_a_row_of_noughts() -> None:
    """Agreement is about those, too."""
    document = Document("x.md", (Passage("a", "q", "", "Text"),), ("", "R2"))
    project = Project("k", "t", "en", CODEBOOK, (document,), (Case("a"),))
    found = rows(matrix_csv(project))
    assert [one["coder"] for one in found] == ["First coder", "R2"]
    assert {one["lakare"] for one in found} == {"0"}


def test_nothing_is_run_by_a_spreadsheet() -> None:
    """What people say may begin with any sign."""
    text = "=1+1; \n@SUM(A1)"
    theme = {"id": "a", "label": "-minus"}
    book = Codebook.model_validate({"format": 1, "themes": [theme]})
    passage = Passage("+46", "q", "", text, (Coding(0, len(text), "a"),))
    project = Project("k", "t", "sv", book, (Document("x.md", (passage,)),))
    (one,) = rows(quotes_csv(project))
    assert one["text"].startswith("'=")
    assert "\n'@" in one["text"]
    assert one["path"] == "'-minus"
    assert rows(matrix_csv(project))[0]["who"] == "'+46"


def test_without_anything_there_is_the_header_alone() -> None:
    """An audit before its first interview."""
    project = Project("k", "t", "sv", Codebook(format=1))
    assert quotes_csv(project) == "text;document;question;who;coder;code;path\n"
    assert matrix_csv(project) == "who;coder\n"
