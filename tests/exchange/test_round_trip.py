"""From an instrument to a form, its answers, and back: the same tallies."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from brukarrevision import yamlfile
from brukarrevision.exchange.books import book
from brukarrevision.exchange.xlsform.write import to_xlsform
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests import fakeaudit
from tests.conftest import Runner
from tests.exchange import answers, kobo
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
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
PEOPLE = 40


@pytest.fixture(autouse=True)
def _without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Java aside: starting it for every form takes its time."""
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: False)


@dataclass(frozen=True)
class Ways:
    """What a journey needs: the program, a place, and an environment to change."""

    br: Runner
    folder: Path
    patch: pytest.MonkeyPatch


class Journey:
    """One instrument, its form, and what people answered."""

    def __init__(self, plan: Plan, instrument: Instrument, ways: Ways) -> None:
        """Make the form and invent the answers."""
        named = {"id": "prov", "instruments": (instrument.id,)}
        self.plan, self.instrument = plan.model_copy(update=named), instrument
        self.ways, self.err = ways, ""
        self.made = to_xlsform(self.plan, instrument)
        self.found = answers.responses(instrument, self.plan, PEOPLE)

    def tally(self, name: str, data: bytes) -> Any:  # noqa: ANN401
        """Return what is counted where only this file is collected."""
        folder = self.ways.folder / name.replace(".", "-")
        box = fakeaudit.make(folder)
        (box.audit / "instruments" / "enkat.yaml").unlink()
        box.write("plan.yaml", yamlfile.dump(self.plan))
        box.write(
            f"instruments/{self.instrument.id}.yaml", yamlfile.dump(self.instrument)
        )
        source = folder / name
        source.write_bytes(data)
        self.ways.patch.setenv("BRUKARREVISION_DATA", str(folder / "data"))
        self.ways.patch.chdir(box.root)
        came = self.ways.br("collect", "prov", source)
        assert came.code == 0, came.err
        self.err = came.err
        told = self.ways.br("tally", "prov", "--unprotected", "--format", "json")
        assert told.code == 0, told.err
        tables = json.loads(told.out)["tables"]
        return [{**table, "columns": None} for table in tables]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Go from a folder of its own, as the same test is run again and again."""
        with TemporaryDirectory(dir=self.ways.folder) as folder:
            self.ways = replace(self.ways, folder=Path(folder))
            yield
            self.ways.patch.chdir("/")

    def by_ids(self) -> Any:  # noqa: ANN401
        """Return what is counted of the answers themselves."""
        first = [name for name in ("unit", "group") if name in self._asked()]
        data = answers.as_csv(self.instrument, first, self.found)
        return self.tally("svar.csv", data)

    def _asked(self) -> set[str]:
        return {name for one in self.found for name in one}


Travel = Callable[[Plan, Instrument], Journey]


@pytest.fixture
def travel(br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Return what makes the form of an instrument and has it answered."""
    return lambda plan, one: Journey(plan, one, Ways(br, tmp_path, monkeypatch))


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
