"""From an instrument to LimeSurvey, its answers, and back: the same tallies."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from brukarrevision.exchange.limesurvey.write import to_limesurvey
from brukarrevision.exchange.made import Made
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests.conftest import Runner
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.journey import Journey, Travel, Ways
from tests.exchange.lime import STYLES, Style, lime
from tests.exchange.made import instruments

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


@given(one=instruments())
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_instrument_gives_the_same_tallies(one: Instrument, travel: Travel) -> None:
    journey = travel(plan(), one)
    with journey.alone():
        data = export(journey, Style())
        assert journey.tally("lime.csv", data) == journey.by_ids()


def test_nothing_in_what_comes_back_is_unknown(travel: Travel) -> None:
    one = travel(plan(), instrument())
    one.tally("lime.csv", export(one, Style()))
    assert "map-not-a-question" not in one.err


def test_units_with_long_ids_come_back_by_their_codes(travel: Travel) -> None:
    units = [
        {"id": "vastra-mottagningen", "label": "Västra mottagningen"},
        {"id": "vastra-boendet", "label": "Västra boendet"},
    ]
    one = travel(plan(units=units), instrument())
    assert one.tally("lime.csv", export(one, Style())) == one.by_ids()


def test_a_unit_that_is_stated_comes_back_with_every_answer(
    br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def form(plan: Plan, one: Instrument) -> Made:
        return to_limesurvey(plan, one, given={"unit": "Södra huset"})

    ways = Ways(br, tmp_path, monkeypatch)
    one = Journey(plan(), instrument(), ways, form)
    for some in one.found:
        some["unit"] = ("soder",)
    assert one.tally("lime.csv", export(one, Style())) == one.by_ids()


# -- somebody's own survey --------------------------------------------------------

OWN = """\
class\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tvalidation\tmandatory\tother
S\t\tlanguage\t\tsv
G\tG0\tEtt\t1\t\t\tsv
Q\tL\tvem\t1\tVem hjälper dig?\t\tsv\t\tN\tY
A\t0\tA1\t\tMamma\t\tsv
A\t0\tA2\t\tPersonal\t\tsv
Q\tF\tett\t1\tHur ofta?\t\tsv
SQ\t0\tSQ001\t1\tSova\t\tsv
SQ\t0\tSQ002\t1\tVila\t\tsv
A\t0\t1\t\tAldrig\t\tsv
A\t0\t2\t\tOfta\t\tsv
Q\tM\tgor\t1\tVad gör du?\t\tsv
SQ\t0\tSQ001\t1\tLäser\t\tsv
SQ\t0\tSQ002\t1\tSpelar\t\tsv
Q\tY\tbra\t1\tÄr det bra?\t\tsv
Q\tR\tsist\t1\tVad är viktigast?\t\tsv
A\t0\t1\t\tRo\t\tsv
A\t0\t2\t\tTid\t\tsv
"""
HEAD = (
    "id,submitdate,lastpage,startlanguage,seed,vem,vem[other],ett[SQ001],ett[SQ002],"
    "gor[SQ001],gor[SQ002],bra,sist[1],sist[2]"
)
ANSWERS = (
    "1,1980-01-01 00:00:00,1,sv,9,A1,,1,2,Y,,Y,2,1",
    "2,1980-01-01 00:00:00,1,sv,9,-oth-,Grannen,2,2,Y,Y,N,1,2",
    "3,1980-01-01 00:00:00,1,sv,9,A2,,2,1,,Y,Y,2,1",
    "4,,1,sv,9,A1,,1,1,Y,,Y,1,2",
)


def test_a_survey_made_in_limesurvey_is_read_and_so_are_its_answers(
    br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The structure with ``new --from``, the export with ``collect``: no mapping."""
    here = tmp_path / "arbete"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "enkat.txt").write_text(OWN, encoding="utf-8")
    (here / "svar.csv").write_text("\n".join([HEAD, *ANSWERS]), encoding="utf-8")
    assert br("new", "prov", "--from", "enkat.txt", "--unit", "Norr").code == 0
    came = br("collect", "prov", "svar.csv")
    assert came.code == 0, came.err
    told = br("tally", "prov", "--unprotected", "--format", "json")
    counts = {
        table["question"]: {one["id"]: one["n"] for one in table["counts"]}
        for table in json.loads(told.out)["tables"]
    }
    assert counts["vem"] == {"A1": 1, "A2": 1, "other": 1}
    assert counts["ettSQ001"] == {"1": 1, "2": 2}
    assert counts["ettSQ002"] == {"1": 1, "2": 2}
    assert counts["gor"] == {"SQ001": 2, "SQ002": 2}
    assert counts["bra"] == {"Y": 2, "N": 1}
    assert counts["sist"] == {"1": 1, "2": 2}
