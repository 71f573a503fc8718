"""LimeSurvey's exports come out right to the last answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from brukarrevision.intake.log import UnmatchedAnswers
from brukarrevision.yamlfile import dump
from tests.intake.samples import table
from tests.intake.sources.limesurvey_files import STYLES, limesurvey
from tests.intake.sources.survey import PEOPLE, begun, collected, right, told


@pytest.mark.parametrize("long", [False, True], ids=["codes", "labels"])
@pytest.mark.parametrize("style", STYLES)
def test_every_answer_comes_out(tmp_path: Path, style: str, long: bool) -> None:
    """Whatever headings and answers were chosen for the export."""
    path = limesurvey(tmp_path / "svar.csv", style, long=long)
    come = collected(tmp_path, path)
    assert right(come) == []
    assert come.log.refused["excluded"] == (14,)


@pytest.mark.parametrize("style", STYLES)
def test_an_instrument_drafted_from_it_counts_the_same(
    tmp_path: Path, style: str
) -> None:
    """Nothing is asked of a person."""
    path = limesurvey(tmp_path / "svar.csv", style, long=True)
    other = "other" if style in ("code", "names", "r") else "Annan"
    assert told(begun(tmp_path, path), vilka=other) == {}


def _rows(path: Path, *rows: list[str]) -> Path:
    """Write a synthetic export with the fixed columns around some questions."""
    fixed = ["id", "submitdate", "lastpage", "startlanguage"]
    filled = [
        [str(number), "2026-03-01 10:00:00", "3", "sv", *row]
        for number, row in enumerate(rows[1:], 1)
    ]
    return table(path, [[*fixed, *rows[0]], *filled], delimiter=",")


def test_what_was_not_submitted_is_left_out_and_listed(tmp_path: Path) -> None:
    """By a rule in the mapping that a person can read."""
    come = collected(tmp_path, limesurvey(tmp_path / "svar.csv", incomplete=3))
    assert come.log.refused == {"blank": (17,), "excluded": (14, 15, 16)}
    assert come.mapping.endswith("exclude:\n  - at: 1\n    is: ''\n")


def test_an_export_of_incomplete_answers_alone_is_no_empty_file(tmp_path: Path) -> None:
    """Then nothing says which of them are responses, and all are read."""
    header = ["stod1", "moten", "rad1"]
    path = _rows(tmp_path / "svar.csv", header, ["helt", "1", "inte"])
    path.write_text(path.read_text("utf-8").replace("2026-03-01 10:00:00", ""), "utf-8")
    assert collected(tmp_path, path).log.rows_used == 1


@pytest.mark.parametrize("style", STYLES)
def test_an_option_not_ticked_may_have_a_sign_of_its_own(
    tmp_path: Path, style: str
) -> None:
    """Then a question that nobody saw can be told from one without a tick."""
    people = (*PEOPLE, replace(PEOPLE[0], vilka=()))
    path = limesurvey(tmp_path / "svar.csv", style, unticked="N", people=people)
    assert right(collected(tmp_path, path), people) == []


def test_rankings_come_in_their_order(tmp_path: Path) -> None:
    """One column a place, whose cells are the codes or texts of the options."""
    header = ["viktigt[1]", "viktigt[2]", "viktigt[3]", "moten"]
    path = _rows(
        tmp_path / "svar.csv",
        header,
        ["tid", "mat", "vila", "1"],
        ["mat", "tid", "", "2"],
        ["", "", "", "2"],
        ["vila", "", "", "1"],
    )
    come = begun(tmp_path, path)
    assert come.draft
    (ranked, _) = come.draft.instrument.questions()
    assert (ranked.type, ranked.id) == ("rank", "viktigt")
    assert come.cells("viktigt") == ["=tid mat vila", "=mat tid", "", "=vila"]


def test_ends_of_a_scale_may_carry_a_text(tmp_path: Path) -> None:
    """A question of numbers gets the number."""
    path = _rows(
        tmp_path / "svar.csv",
        ["moten", "stod1"],
        ["0 (Inga alls)", "helt"],
        ["4", "inte"],
        ["0 (Inga alls)", "helt"],
        ["7", "delvis"],
    )
    come = collected(tmp_path, path, instrument="enkat")
    assert come.cells("moten") == ["=0", "=4", "=0", "=7"]


def test_what_one_person_wrote_beside_a_number_comes_into_no_mapping(
    tmp_path: Path,
) -> None:
    """A mapping is shared; the text is asked about in private."""
    path = _rows(
        tmp_path / "svar.csv",
        ["moten", "stod1"],
        ["3 (med SYNTET-ANNA)", "helt"],
        ["4", "inte"],
    )
    with pytest.raises(UnmatchedAnswers) as caught:
        collected(tmp_path, path, instrument="enkat")
    (mapping,) = caught.value.mappings.values()
    assert "SYNTET-ANNA" not in dump(mapping)


def test_comments_and_other_are_texts_beside_the_question(tmp_path: Path) -> None:
    """They are never taken for the answer itself."""
    path = _rows(
        tmp_path / "svar.csv",
        [
            "plats",
            "plats[other]",
            "plats[comment]",
            "vem[a]",
            "vem[acomment]",
            "vem[b]",
        ],
        ["hem", "", "Bra så", "Y", "Min mor", ""],
        ["-oth-", "På torget", "", "", "", "Y"],
        ["hem", "", "", "Y", "", "Y"],
        ["hem", "", "", "", "", ""],
    )
    come = begun(tmp_path, path)
    assert come.draft
    asked = {one.id: one.type for one in come.draft.instrument.questions()}
    assert asked == {
        "plats": "select_one",
        "platsother": "text",
        "platscomment": "text",
        "vem": "select_multiple",
        "vemacomment": "text",
    }


def test_a_table_of_two_scales_is_two_questions_a_row(tmp_path: Path) -> None:
    """Codes of the rows come with the number of the scale."""
    path = _rows(
        tmp_path / "svar.csv",
        ["t[r1][1]", "t[r1][2]", "t[r2][1]", "t[r2][2]"],
        ["A1", "B2", "A2", "B1"],
        ["A1", "B2", "A1", "B2"],
        ["A2", "B1", "", "B2"],
    )
    come = begun(tmp_path, path)
    assert [sum(one.values()) for one in come.counts()] == [3, 3, 2, 3]


def test_what_is_known_of_the_participants_is_never_stored(tmp_path: Path) -> None:
    """Names and attributes of the survey's list of participants."""
    header = ["firstname", "lastname", "email", "attribute_1", "attribute_2"]
    people = ["SYNTET", "PERSON", "anna@example.com", "HEMLIG-BY", "HEMLIG-GATA"]
    path = _rows(
        tmp_path / "svar.csv",
        [*header, "stod1", "moten", "rad1"],
        [*people, "helt", "1", "inte"],
        [*people, "inte", "2", "inte"],
    )
    for read in (collected, begun):
        (tmp_path / read.__name__).mkdir()
        stored = read(tmp_path / read.__name__, path).audit.stored()
        assert [one for one in people if one.encode() in stored] == []
