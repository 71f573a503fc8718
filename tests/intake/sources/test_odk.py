"""ODK Central's exports come out right to the last answer."""

from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from tests.intake.samples import drafted, table
from tests.intake.sources.kobo_files import Several, odk
from tests.intake.sources.survey import begun, collected, right, told

every_shape = pytest.mark.parametrize(
    ("ending", "groups", "several"),
    [
        (ending, groups, several)
        for ending in (".csv", ".zip")
        for groups in (False, True)
        for several in ("joined", "both")
    ],
)


@every_shape
def test_every_answer_comes_out(
    tmp_path: Path, ending: str, groups: bool, several: Several
) -> None:
    """From the table alone and from the zip."""
    path = odk(tmp_path / f"svar{ending}", groups=groups, several=several)
    come = collected(tmp_path, path)
    assert right(come) == []
    assert come.log.refused["excluded"] == (14,)


@every_shape
def test_an_instrument_drafted_from_it_counts_the_same(
    tmp_path: Path, ending: str, groups: bool, several: Several
) -> None:
    """Nothing is asked of a person."""
    path = odk(tmp_path / f"svar{ending}", groups=groups, several=several)
    assert told(begun(tmp_path, path)) == {}


def test_a_repeated_group_is_told_and_not_read(tmp_path: Path) -> None:
    """In the zip it is named; by itself it is refused: its rows are no persons."""
    come = collected(tmp_path, odk(tmp_path / "svar.zip"))
    (warning,) = come.log.warnings
    assert (warning.code, warning.facts["names"]) == ("zip-repeats", "Enkät-barn.csv")
    rows = [["alder", "PARENT_KEY", "KEY"], ["7", "uuid:1", "uuid:1/barn[1]"]]
    with pytest.raises(FaultyFiles) as caught:
        drafted(table(tmp_path / "barn.csv", rows, delimiter=","))
    assert caught.value.problems[0].code == "source-repeated"


def test_briefcase_writes_the_same_with_other_columns_around(tmp_path: Path) -> None:
    """Times in words, and a column that points to a repeated group."""
    path = odk(tmp_path / "svar.csv", several="joined", refused=0)
    text = path.read_text("utf-8").replace("AttachmentsPresent", "SET-OF-barn")
    path.write_text(text.replace("ReviewState", "isValidated"), "utf-8", newline="")
    come = collected(tmp_path, path)
    assert right(come) == []
    assert come.log.warnings == ()


def test_questions_of_one_name_in_two_groups_keep_the_group(tmp_path: Path) -> None:
    """Neither is taken for the other."""
    rows = [
        ["SubmissionDate", "hem-trivsel", "jobb-trivsel", "KEY"],
        ["t", "ja", "nej", "u1"],
        ["t", "ja", "ja", "u2"],
        ["t", "nej", "ja", "u3"],
    ]
    come = begun(tmp_path, table(tmp_path / "svar.csv", rows))
    assert come.draft
    labels = [one.label for one in come.draft.instrument.questions()]
    assert labels == ["hem-trivsel", "jobb-trivsel"]
