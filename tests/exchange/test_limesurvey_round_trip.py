"""From an instrument to LimeSurvey, its answers, and back: the same tallies."""

from pathlib import Path

import pytest

from brukarrevision.exchange.limesurvey.write import to_limesurvey
from tests.conftest import Runner
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.journey import Journey, Travel, Ways
from tests.exchange.lime import STYLES, Style, lime

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)


@pytest.fixture
def travel(br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Return what makes the survey of an instrument and has it answered."""
    ways = Ways(br, tmp_path, monkeypatch)
    return lambda plan, one: Journey(plan, one, ways, to_limesurvey)


def export(one: Journey, style: Style) -> bytes:
    """Return the answers as LimeSurvey exports them: a number is not ``2.0`` but 2."""
    for question in one.instrument.questions():
        for some in one.found:
            if question.type == "decimal" and question.id in some:
                some[question.id] = (f"{float(some[question.id][0]):g}",)
    return lime(one.made, one.instrument, one.plan, one.found, style)


@every_instrument
def test_limesurvey_brings_back_what_every_survey_asked(
    folder: Path, path: Path, travel: Travel
) -> None:
    """Codes of Swedish surveys, labels of English ones."""
    one = travel(*shipped(folder, path))
    labels = one.plan.language == "en"
    heading = "both" if labels else "code"
    data = export(one, Style(heading, labels=labels))
    assert one.tally("lime.csv", data) == one.by_ids()


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_every_way_to_export_gives_the_same_tallies(
    style: Style, travel: Travel
) -> None:
    one = travel(plan(), instrument())
    assert one.tally("lime.csv", export(one, style)) == one.by_ids()


def test_nothing_in_what_comes_back_is_unknown(travel: Travel) -> None:
    one = travel(plan(), instrument())
    one.tally("lime.csv", export(one, Style()))
    assert "map-not-a-question" not in one.err
