"""From an instrument to a form, its answers, and back: the same tallies."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from brukarrevision.exchange.books import book
from brukarrevision.exchange.xlsform.write import to_xlsform
from brukarrevision.model.instrument import Instrument
from tests.conftest import Runner
from tests.exchange import kobo
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.journey import Journey, Travel, Ways
from tests.exchange.kobo import Style
from tests.exchange.made import instruments

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)
STYLES = [
    Style(language, groups, several)
    for language in (None, "Svenska (sv)")
    for groups in (False, True)
    for several in ("both", "summary", "details")
]
SWEDISH = "Svenska (sv)"


@pytest.fixture(autouse=True)
def _without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Java aside: starting it for every form takes its time."""
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: False)


@pytest.fixture
def travel(br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Return what makes the form of an instrument and has it answered."""
    ways = Ways(br, tmp_path, monkeypatch)
    return lambda plan, one: Journey(plan, one, ways, to_xlsform)


@every_instrument
def test_kobotoolbox_brings_back_what_every_form_asked(
    folder: Path,
    path: Path,
    travel: Travel,
) -> None:
    one = travel(*shipped(folder, path))
    said = {"sv": SWEDISH, "en": "English (en)"}[one.plan.language]
    style = Style(said, groups=True)
    data = kobo.as_csv(kobo.kobo(one.made, one.found, style))
    assert one.tally("kobo.csv", data) == one.by_ids()


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_every_way_to_export_gives_the_same_tallies(
    style: Style, travel: Travel
) -> None:
    one = travel(plan(), instrument())
    data = kobo.as_csv(kobo.kobo(one.made, one.found, style))
    assert one.tally("kobo.csv", data) == one.by_ids()


@given(one=instruments())
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)
def test_any_instrument_gives_the_same_tallies(one: Instrument, travel: Travel) -> None:
    journey = travel(plan(), one)
    found = kobo.kobo(journey.made, journey.found, Style(groups=True))
    with journey.alone():
        assert journey.tally("kobo.csv", kobo.as_csv(found)) == journey.by_ids()


def test_a_workbook_gives_the_same_tallies(travel: Travel) -> None:
    one = travel(plan(), instrument())
    data = book({"Enkät": kobo.kobo(one.made, one.found, Style())})
    assert one.tally("kobo.xlsx", data) == one.by_ids()


def test_labels_in_another_language_give_the_same_tallies(travel: Travel) -> None:
    one = travel(plan(), instrument())
    style = Style("العربية (ar)", groups=True)
    data = kobo.as_csv(kobo.kobo(one.made, one.found, style))
    assert one.tally("kobo.csv", data) == one.by_ids()


@pytest.mark.parametrize("split", [False, True])
def test_odk_central_brings_back_what_the_form_asked(
    split: bool, travel: Travel
) -> None:
    one = travel(plan(), instrument())
    data = kobo.as_csv(kobo.odk(one.made, one.found, split=split), ",")
    assert one.tally("odk.csv", data) == one.by_ids()


@pytest.mark.parametrize("tool", ["kobo", "odk"])
def test_nothing_in_what_comes_back_is_unknown(tool: str, travel: Travel) -> None:
    one = travel(plan(), instrument())
    if tool == "kobo":
        rows = kobo.kobo(one.made, one.found, Style())
    else:
        rows = kobo.odk(one.made, one.found, split=True)
    one.tally(f"{tool}.csv", kobo.as_csv(rows))
    assert one.err == ""
