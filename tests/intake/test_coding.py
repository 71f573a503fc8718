"""Cells to codes: what matches, what is missing, what fits nothing."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.intake.coding import Coder, coder
from brukarrevision.intake.matching import known_choices, split
from brukarrevision.model.mapping import Column
from tests.intake.samples import INSTRUMENT


def _coder(question: str, *columns: Column) -> Coder:
    found = INSTRUMENT.question(question)
    assert found
    return coder(INSTRUMENT, found, columns)


def _code(question: str, cells: Sequence[str], **stated: object) -> list[str]:
    column = Column.model_validate({"at": 0, "header": "", "use": question, **stated})
    return _coder(question, column)([cells])


def _ticks(question: str, rows: Sequence[Sequence[str]], *choices: str) -> list[str]:
    columns = [
        Column(at=at, header="", use=question, choice=choice)
        for at, choice in enumerate(choices)
    ]
    return _coder(question, *columns)(list(zip(*rows, strict=True)))


@pytest.mark.parametrize(
    "text",
    [
        "Stämmer helt",
        "stämmer helt ",
        "Stämmer\u00a0helt",
        "STÄMMER  HELT",
        "Sta\u0308mmer helt",
        "helt",
        "Fully true",
        "Stämmer\u00adhelt".replace("\u00ad", " "),
    ],
)
def test_a_choice_matches_however_it_is_written(text: str) -> None:
    """Labels, ids and translations; NFC, no-break spaces, case."""
    assert _code("d1", [text]) == ["=helt"]


def test_blank_missing_and_other() -> None:
    """A missing reason is kept as a reason; what fits nothing is counted."""
    column = Column(at=0, header="", use="d1")
    code = _coder("d1", column)
    assert code([["", " \u00a0", "Vet ej", "Annat"]]) == ["", "", "!dont_know", ""]
    code([["Annat", "Något"]])
    assert dict(code.unmatched()[0]) == {"Annat": 2, "Något": 1}


def test_values_of_the_mapping_win() -> None:
    """Over labels; they may also say that a text is no answer."""
    values = {"Ja": "helt", "Vet ej": "inte", "-": "blank", "99": "declined"}
    cells = ["ja", "Vet ej", "-", "99"]
    assert _code("d1", cells, values=values) == ["=helt", "=inte", "", "!declined"]


def test_joined_options_are_split_by_the_longest_first() -> None:
    """An option may contain the separator; one at the end is allowed."""
    cells = [
        "Läkare, Anhörig, vän eller granne",
        "Anhörig, vän eller granne,Personligt ombud, ",
        "läkare",
        ",",
    ]
    expected = ["=lakare anhorig", "=anhorig ombud", "=lakare", "="]
    assert _code("d2", cells, separator=", ") == expected


def test_options_joined_by_spaces_are_ids() -> None:
    """As KoboToolbox writes them."""
    assert _code("d2", ["lakare ombud"], separator=" ") == ["=lakare ombud"]


def test_an_unknown_part_makes_the_whole_cell_unmatched() -> None:
    """Nothing is half counted."""
    code = _coder("d2", Column(at=0, header="", use="d2", separator=";"))
    assert code([["Läkare;Trollkarl"]]) == [""]
    assert dict(code.unmatched()[0]) == {"Läkare;Trollkarl": 1}


def test_an_option_that_means_missing_counts_alone() -> None:
    """Who ticked something else too has answered."""
    cells = ["Vill ej svara", "Läkare;Vill ej svara"]
    assert _code("d2", cells, separator=";") == ["!declined", "=lakare"]


@pytest.mark.parametrize(
    ("yes", "no"), [("1", "0"), ("Ja", "Nej"), ("Yes", "No"), ("x", ""), ("Läkare", "")]
)
def test_ticked_columns(yes: str, no: str) -> None:
    """Any cell that is not blank means that the question was answered."""
    rows = [[yes, no], [no, yes], [yes, yes], ["", ""]]
    rows[1][1] = "Personligt ombud" if yes == "Läkare" else yes
    rows[2][1] = rows[1][1]
    found = _ticks("d2", rows, "lakare", "ombud")
    assert found == ["=lakare", "=ombud", "=lakare ombud", ""]


def test_nothing_ticked_is_not_blank() -> None:
    """Zeros are an answer, blanks are none."""
    rows = [["0", "0"], ["", ""], ["0", ""]]
    assert _ticks("d2", rows, "lakare", "ombud") == ["=", "", "="]


def test_ticked_columns_with_a_stray_text() -> None:
    """It fits nothing and is counted in its own column."""
    columns = [
        Column(at=at, header="", use="d2", choice=c)
        for at, c in ((0, "lakare"), (1, "ombud"))
    ]
    code = _coder("d2", *columns)
    code([["1", "1"], ["0", "kanske"]])
    assert dict(code.unmatched()[1]) == {"kanske": 1}


def test_rankings() -> None:
    """Joined, a column for each place, or a column for each option."""
    assert _code("d7", ["Läkare; Personligt ombud"], separator=";") == ["=lakare ombud"]
    places = [Column(at=at, header="", use="d7") for at in (0, 1)]
    assert _coder("d7", *places)([["Läkare", ""], ["Personligt ombud", ""]]) == [
        "=lakare ombud",
        "",
    ]
    rows = [["2", "1"], ["", ""], ["1", ""]]
    assert _ticks("d7", rows, "lakare", "ombud") == ["=ombud lakare", "", "=lakare"]


def test_numbers_stay_as_they_stood() -> None:
    """But they have to be numbers."""
    code = _coder("d5", Column(at=0, header="", use="d5"))
    assert code([["1,50", " 7 ", "", "fem"]]) == ["=1,50", "= 7 ", "", ""]
    assert dict(code.unmatched()[0]) == {"fem": 1}


def test_text_and_dates_stay_to_the_character() -> None:
    """Also with a mask before a formula sign, which is taken off."""
    cells = ["=1+1", "'=1+1", "'-5", "'tis", "  två  ", "\t=1+1", " ", "NA", "39690"]
    expected = ["==1+1", "==1+1", "=-5", "='tis", "=  två  ", "=\t=1+1", "", "=NA"]
    assert _code("d3", cells[:8]) == expected
    assert _code("d6", cells[8:]) == ["=39690"]


def test_days_and_numbers_of_a_database_are_as_people_write_them() -> None:
    """LimeSurvey exports midnights after days, and ten decimals."""
    cells = ["2026-03-05 00:00:00", "2026-03-05 10:00:00"]
    assert _code("d6", cells) == ["=2026-03-05", "=2026-03-05 10:00:00"]
    numbers = ["4.0000000000", "2.5000000000", "10.0000000000", "1.50", "100"]
    assert _code("d5", numbers) == ["=4", "=2.5", "=10", "=1.50", "=100"]


def test_masked_numbers_and_choices_are_unmasked() -> None:
    """``'-99`` must not escape the table of missing answers."""
    assert _code("d4", ["'-99"], values={"-99": "dont_know"}) == ["!dont_know"]


@given(st.lists(st.text(max_size=8), max_size=30))
def test_every_cell_is_coded_blank_or_unmatched(cells: list[str]) -> None:
    """Nothing is lost: coded, blank and unmatched cells add up."""
    known = ["Stämmer helt", "inte", "Vet ej"]
    column = Column(at=0, header="", use="d1")
    code = _coder("d1", column)
    every = [*cells, *known]
    found = code([every])
    unmatched = sum(code.unmatched().get(0, {}).values())
    answered = sum(bool(one) for one in found)
    blank = sum(
        not " ".join(
            c.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "").split()
        )
        for c in every
    )
    assert answered + unmatched + blank == len(every)


OPTIONS = [choice.label for choice in INSTRUMENT.choices["vilka"]]


@given(
    st.lists(st.sampled_from(OPTIONS), unique=True), st.sampled_from([";", ", ", "|"])
)
def test_what_was_joined_is_split(labels: list[str], separator: str) -> None:
    """Any of the options, by any separator, also one that an option contains."""
    known = known_choices(INSTRUMENT.choices["vilka"])
    expected = [known[label.casefold()] for label in labels]
    assert split(separator.join(labels), separator, known) == expected
