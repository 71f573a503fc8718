"""KoboToolbox's exports come out right to the last answer."""

from pathlib import Path

import pytest

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
