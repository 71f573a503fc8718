"""KoboToolbox's exports come out right to the last answer."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from tests.intake.samples import table
from tests.intake.sources.kobo_files import Several, kobo
from tests.intake.sources.survey import begun, collected, right, told

every_shape = pytest.mark.parametrize(
    ("labels", "groups", "several"),
    [
        (labels, groups, several)
        for labels in (False, True)
        for groups in (False, True)
        for several in ("joined", "split", "both")
    ],
)


@every_shape
def test_every_answer_comes_out(
    tmp_path: Path, labels: bool, groups: bool, several: Several
) -> None:
    """Names or labels, groups in the headers or not, options joined or apart."""
    path = kobo(tmp_path / "svar.csv", labels=labels, groups=groups, several=several)
    come = collected(tmp_path, path)
    assert right(come) == []
    assert come.log.refused["excluded"] == (14,)


@every_shape
def test_an_instrument_drafted_from_it_counts_the_same(
    tmp_path: Path, labels: bool, groups: bool, several: Several
) -> None:
    """Nothing is asked of a person."""
    path = kobo(tmp_path / "svar.csv", labels=labels, groups=groups, several=several)
    assert told(begun(tmp_path, path)) == {}


def test_a_submission_that_stands_several_times_is_counted_once(tmp_path: Path) -> None:
    """The server has sent some twice, with one and the same uuid; the log says so."""
    come = collected(tmp_path, kobo(tmp_path / "svar.csv", again=2))
    assert right(come) == []
    assert come.log.refused["repeated"] == (15, 16)


def test_two_answers_with_one_uuid_are_refused(tmp_path: Path) -> None:
    """It is not known which of them is right."""
    path = kobo(tmp_path / "svar.csv", refused=0)
    path.write_text(path.read_text("utf-8").replace('"uuid-1"', '"uuid-0"'), "utf-8")
    with pytest.raises(FaultyFiles) as caught:
        collected(tmp_path, path)
    assert caught.value.problems[0].code == "map-same-respondent"


def test_repeats_are_told_and_not_read(tmp_path: Path) -> None:
    """The first sheet holds the persons; the others are named, and refused alone."""
    path = kobo(tmp_path / "svar.xlsx", groups=True)
    come = collected(tmp_path, path)
    assert right(come) == []
    (warning,) = [one for one in come.log.warnings if one.code == "book-sheets"]
    assert warning.facts["others"] == "Blad2"
    (tmp_path / "mer").mkdir()
    with pytest.raises(FaultyFiles) as caught:
        collected(tmp_path / "mer", path, sheet="Blad2")
    assert caught.value.problems[0].code == "source-repeated"


def test_texts_that_hold_slashes_stay_whole(tmp_path: Path) -> None:
    """In a question, in an option and in the name of a group."""
    rows = [
        [
            "Stöd/Bor du i hus/lägenhet?", "Stöd/Vilka bor där?",
            "Stöd/Vilka bor där?/Mamma/pappa", "Stöd/Vilka bor där?/Syskon",
            "Trivs du/ni?", "_uuid", "_submission_time",
        ],
        ["Hus", "x", "1", "0", "Ja", "u1", "t"],
        ["Lägenhet", "x", "1", "1", "Ja", "u2", "t"],
        ["Hus", "", "", "", "Nej", "u3", "t"],
        ["Hus", "x", "0", "1", "Ja", "u4", "t"],
    ]  # fmt: skip
    come = begun(tmp_path, table(tmp_path / "svar.csv", rows))
    assert come.draft
    labels = [one.label for one in come.draft.instrument.questions()]
    assert labels == ["Bor du i hus/lägenhet?", "Vilka bor där?", "Trivs du/ni?"]
    assert come.counts()[1] == {"Mamma/pappa": 2, "Syskon": 2}


def test_what_was_written_under_other_is_a_text(tmp_path: Path) -> None:
    """The option is one of the others; its words are a question of their own."""
    rows = [
        [
            "vem", "vem_other", "vilka", "vilka/lakare", "vilka/other", "vilka_other",
            "_uuid", "_submission_time",
        ],
        ["mor", "", "lakare", "1", "0", "", "u1", "t"],
        ["other", "En granne", "lakare other", "1", "1", "Kurator", "u2", "t"],
        ["mor", "", "other", "0", "1", "En vän", "u3", "t"],
        ["mor", "", "", "", "", "", "u4", "t"],
    ]  # fmt: skip
    come = begun(tmp_path, table(tmp_path / "svar.csv", rows))
    assert come.draft
    asked = [(one.type, one.label) for one in come.draft.instrument.questions()]
    assert asked == [
        ("select_one", "vem"), ("text", "vem_other"),
        ("select_multiple", "vilka"), ("text", "vilka_other"),
    ]  # fmt: skip
    assert come.counts()[0] == {"mor": 3, "other": 1}
    assert come.counts()[2] == {"Läkare": 2, "other": 2}


def test_a_group_of_yes_and_no_is_no_question_of_several(tmp_path: Path) -> None:
    """Names with a group before them, answered apart from each other."""
    rows = [
        ["stod/a1", "stod/a2", "_uuid", "_submission_time"],
        ["1", "0", "u1", "t"],
        ["0", "", "u2", "t"],
        ["", "1", "u3", "t"],
    ]
    come = begun(tmp_path, table(tmp_path / "svar.csv", rows))
    assert come.draft
    assert [one.id for one in come.draft.instrument.questions()] == ["a1", "a2"]
