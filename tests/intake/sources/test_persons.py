"""What says who somebody is becomes no question, whichever tool asked for it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from brukarrevision.intake import names
from brukarrevision.yamlfile import dump
from tests.intake.samples import table, through

PEOPLE = [(f"syntet{n}@example.com", f"SYNTET-{n}", "Ja") for n in range(3)]
PEOPLE += [(f"syntet{n}@example.com", f"SYNTET-{n}", "Nej") for n in range(3, 6)]

Rows = Sequence[Sequence[str]]

FILES: dict[str, tuple[Rows, Sequence[str], Sequence[str]]] = {
    "kobotoolbox": (
        [["start", "end", "om/epost", "om/namn", "om/q1", "_id", "_uuid"]],
        ["2026", "2026"],
        ["1", "u{}"],
    ),
    "odk-central": (
        [["SubmissionDate", "om-epost", "om-namn", "om-q1", "KEY"]],
        ["2026"],
        ["uuid:{}"],
    ),
    "limesurvey": (
        [["id", "submitdate", "lastpage", "kontakt[epost]", "kontakt[namn]", "q3"]],
        ["{}", "2026", "2"],
        [],
    ),
    "limesurvey, code and text": (
        [
            [
                "id. Response ID",
                "submitdate. Date submitted",
                "lastpage. Last page",
                "G1Q1. Din e-postadress",
                "G1Q2. Namn",
                "G1Q3. Nöjd?",
            ]
        ],
        ["{}", "2026", "2"],
        [],
    ),
    "surveymonkey": (
        [
            ["Respondent ID", "Collector ID", "Kontakt", "", "Nöjd?"],
            ["", "", "Email Address", "Name", "Response"],
        ],
        ["{}", "1"],
        [],
    ),
    "surveymonkey, one row": (
        [["Respondent ID", "Collector ID", "Du - Email", "Du - Name", "Nöjd?"]],
        ["{}", "1"],
        [],
    ),
    "google-forms": (
        [["Tidstämpel", "Ange din e-post (frivilligt)", "Vad heter du?", "Nöjd?"]],
        ["2026"],
        [],
    ),
    "typeform": (
        [
            [
                *("#", "Email 2", "What is your *name*?", "Happy?"),
                *("Start Date (UTC)", "Submit Date (UTC)", "Network ID"),
            ]
        ],
        ["{}"],
        ["2026", "2026", "9f"],
    ),
    "redcap": (
        [["record_id", "email_1", "participant_name", "q1", "form_complete"]],
        ["{}"],
        ["2"],
    ),
    "qualtrics": (
        [["ResponseID", "ResponseSet", "Finished", "Q1", "Namn och telefon", "Q3"]],
        ["R_{}", "Default", "1"],
        [],
    ),
    "table": ([["Löpnr", "Övrigt", "Förnamn, efternamn", "Nöjd?"]], ["{}"], []),
}
"""Header rows of each tool, and the cells before and after the three answers."""


@pytest.mark.parametrize("name", FILES)
def test_no_name_or_address_is_stored_or_written_into_a_mapping(
    tmp_path: Path, name: str
) -> None:
    """Asked for by the tool, in other words, in a group or in a block of its own."""
    header, before, after = FILES[name]
    rows = [
        [*(c.format(n) for c in before), *one, *(c.format(n) for c in after)]
        for n, one in enumerate(PEOPLE)
    ]
    path = table(tmp_path / "svar.csv", [*header, *rows], delimiter=",")
    audit, draft, log = through(tmp_path, path)
    assert draft.mapping.source.tool == name.partition(",")[0]
    assert log.rows_used == len(PEOPLE)
    kept = audit.stored() + (dump(draft.instrument) + dump(draft.mapping)).encode()
    assert b"SYNTET" not in kept.upper()
    (asked,) = draft.instrument.questions()
    assert [c.label for c in draft.instrument.options(asked)] == ["Ja", "Nej"]


@pytest.mark.parametrize("header", ["Navn", "E-postadresse", "Nimi", "Vorname"])
def test_names_are_known_in_the_languages_of_the_neighbours(header: str) -> None:
    """A form may have been made in any of them."""
    assert names.is_identifying(header)


@pytest.mark.parametrize(
    "header",
    [
        "Är du mobil?",
        "Hur är telefontiden?",
        "Fungerar e-post bra för dig?",
        "Vad är viktigt för dig?",
        "Gatans namn",
    ],
)
def test_a_question_about_telephones_is_a_question(header: str) -> None:
    """Only a header that says nothing else names somebody."""
    assert not names.is_identifying(header)


def test_rows_about_telephone_and_mail_are_rows(tmp_path: Path) -> None:
    """They have answers in common with the rows beside them."""
    header = ["Tidstämpel", *(f"Nöjd? [{one}]" for one in ("Besök", "Telefon", "Mejl"))]
    rows = [["2026", "Ja", "Nej", "Ja"], ["2026", "Nej", "Ja", "Ja"]] * 3
    path = table(tmp_path / "svar.csv", [header, *rows], delimiter=",")
    _, draft, _ = through(tmp_path, path)
    labels = [question.label for question in draft.instrument.questions()]
    assert labels == ["Besök", "Telefon", "Mejl"]


def test_a_response_is_no_header_where_somebody_deleted_the_second_one(
    tmp_path: Path,
) -> None:
    """It would be lost, and what it says would stand in the mapping."""
    header = ["ResponseID", "ResponseSet", "Finished", "Q1", "Q2"]
    rows = [["R_1", "Default", "1", "SYNTETISKT", "Ja"]]
    rows += [[f"R_{n}", "Default", "1", f"Svar {n}", "Ja"] for n in range(2, 6)]
    path = table(tmp_path / "svar.csv", [header, *rows], delimiter=",")
    _, draft, log = through(tmp_path, path)
    assert log.rows_used == len(rows)
    assert "SYNTETISKT" not in dump(draft.mapping) + dump(draft.instrument)
