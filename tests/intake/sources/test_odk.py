"""ODK Central's exports come out right to the last answer."""

from pathlib import Path

import pytest

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
