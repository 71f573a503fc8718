"""LimeSurvey's exports come out right to the last answer."""

from pathlib import Path

import pytest

from tests.intake.sources.limesurvey_files import STYLES, limesurvey
from tests.intake.sources.survey import begun, collected, right, told


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
