"""Surveys for LimeSurvey: by its rules, complete, private, and the same every time."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.limesurvey.rows import as_html, as_text
from brukarrevision.exchange.limesurvey.write import to_limesurvey
from brukarrevision.exchange.made import Made
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.limesurvey_rules import Row, broken, rows

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)


def asked(made: Made, language: str = "sv") -> dict[str, Row]:
    """Return the rows of the questions in one language, by their codes."""
    _, every = rows(made.data)
    return {
        row["name"]: row
        for row in every
        if row["class"] == "Q" and row["language"] == language
    }


def settings(made: Made) -> dict[str, str]:
    """Return the settings of the survey."""
    return {
        row["name"]: row["text"] for row in rows(made.data)[1] if row["class"] == "S"
    }


@every_instrument
def test_every_survey_keeps_the_rules(folder: Path, path: Path) -> None:
    made = to_limesurvey(*shipped(folder, path), ask=("mode", "help"))
    assert broken(made.data) == []
    assert made.notes == ()


def test_four_languages_keep_the_rules() -> None:
    made = to_limesurvey(plan(), instrument(), ask=("mode",))
    assert broken(made.data) == []
    assert settings(made)["additional_languages"] == "en ar so"
    assert asked(made, "ar")["s1"]["text"] == "أحصل على الدعم."


def test_the_same_instrument_gives_the_same_bytes() -> None:
    assert to_limesurvey(plan(), instrument()) == to_limesurvey(plan(), instrument())


def test_a_survey_begins_with_the_mark_that_limesurvey_writes() -> None:
    assert to_limesurvey(plan(), instrument()).data.startswith(b"\xef\xbb\xbfclass\t")


def test_nothing_is_kept_of_who_answers() -> None:
    found = settings(to_limesurvey(plan(), instrument()))
    assert found["anonymized"] == "Y"
    kept = ("ipaddr", "refurl", "datestamp", "savetimings", "allowsave", "usecookie")
    assert {found[name] for name in kept} == {"N"}


def test_what_the_plan_has_several_of_is_asked_first() -> None:
    names = [*asked(to_limesurvey(plan(), instrument()))]
    assert names[0] == "unit"


def test_what_holds_for_all_is_not_asked_but_comes_back() -> None:
    made = to_limesurvey(plan(), instrument(), given={"unit": "norr"})
    row = asked(made)["unit"]
    assert (row["type/scale"], row["text"], row["hidden"]) == ("*", "norr", "1")
    assert broken(made.data) == []


def test_routing_names_codes_and_rows() -> None:
    found = asked(to_limesurvey(plan(), instrument()))
    assert found["s3"]["relevance"] == '((s1.NAOK == "inte" or s1.NAOK == "helt"))'
    assert 's3_ute.NAOK == "Y"' in found["s4"]["relevance"]


def test_questions_that_share_their_choices_stand_in_an_array() -> None:
    made = to_limesurvey(*shipped(*PAIRS[NAMES.index("boende-sv-enkat")]))
    _, every = rows(made.data)
    array = next(at for at, row in enumerate(every) if row["type/scale"] == "F")
    below = [row["class"] for row in every[array + 1 : array + 3]]
    assert below == ["SQ", "SQ"]
    assert asked(made)["rows1"]["text"] == "Välj ett svar på varje rad."


def test_numbers_keep_their_limits() -> None:
    row = asked(to_limesurvey(plan(), instrument()))["n3"]
    assert (row["min_num_value_n"], row["max_num_value_n"]) == ("0", "99")
    assert row["num_value_int_only"] == "1"


def test_what_cannot_be_said_is_noted() -> None:
    notes = to_limesurvey(plan(), instrument()).notes
    assert {"limesurvey-rank", "limesurvey-range"} <= {one.code for one in notes}
    assert {one.place.file for one in notes} == {"instruments/enkat.yaml"}


@pytest.mark.parametrize(
    "name",
    ["token", "SID", "self", "email", "unit", "time", "submitdate", "interviewtime"],
)
def test_a_question_may_not_be_called_what_limesurvey_calls_something_else(
    name: str,
) -> None:
    text = f"""\
format: 1
id: enkat
kind: survey
title: Enkät
areas:
  - id: stod
    label: Stöd
    questions:
      - {{id: {name}, type: text, label: Vad}}
"""
    with pytest.raises(FaultyFiles) as caught:
        to_limesurvey(plan(), instrument(text))
    assert [one.code for one in caught.value.problems] == ["limesurvey-name"]


@pytest.mark.parametrize(
    "text",
    [
        '"Hej"',
        "{TOKEN} och {namn}",
        "a\\",
        'han sa \\"nej\\"',
        "<b>fet</b> & co",
        "=SUMMA(A1)",
        "två\nrader",
        "&amp;",
    ],
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    cell = as_html(text)
    assert not set('"\\{}\t\n') & set(cell)
    assert cell[0] not in "=+-@"
    assert as_text(cell) == text


# -- the checker ----------------------------------------------------------------


SOUND = to_limesurvey(plan(), instrument()).data


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"\tname\t", b"\tnamn\t", "column name is missing"),
        (b"\nQ\tL\ts1\t", b"\nQ\tW\ts1\t", "unknown type"),
        (b"\nQ\tL\ts1\t", b"\nZ\tL\ts1\t", "unknown class"),
        (b"\nQ\tL\ts1\t", b"\nQ\tL\t1s\t", "no code of a question"),
        (b"\nQ\tL\ts2\t", b"\nQ\tL\ts1\t", "two questions have the code"),
        (b"\nA\t0\thelt\t", b"\nA\t0\tlangsam\t", "no code of an answer"),
        (b"\nA\t0\thelt\t", b"\nA\t0\tINTE\t", "two answers have the code"),
        (b'(s1.NAOK == ""helt"")', b'(s9.NAOK == ""helt"")', "which is not asked"),
        (b's1.NAOK == ""inte""', b's1.NAOK == ""nej""', "an answer that s1 does not"),
        (b"\tlanguage\t\tsv", b"\tlanguage\t\ten", "not those of the settings"),
        (b"\tG1\tTaageero", b"\tG7\tTaageero", "do not have the same rows"),
        (b"surveyls_title\t\tEnk", b"surveyls_titel\t\tEnk", "the title is not given"),
        (b"\nG\tG0\tOm svaren", b"\nS\tG0\tOm svaren", "outside of groups"),
    ],
)
def test_the_checker_sees_what_is_broken(old: bytes, new: bytes, fault: str) -> None:
    assert broken(SOUND) == []
    assert old in SOUND
    assert any(fault in one for one in broken(SOUND.replace(old, new, 1)))
