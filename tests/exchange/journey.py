"""From an instrument to a form, its answers, and back: what is counted either way."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from brukarrevision import yamlfile
from brukarrevision.exchange.made import Made
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests import fakeaudit
from tests.conftest import Runner
from tests.exchange import answers

PEOPLE = 40


@dataclass(frozen=True)
class Ways:
    """What a journey needs: the program, a place, and an environment to change."""

    br: Runner
    folder: Path
    patch: pytest.MonkeyPatch


class Journey:
    """One instrument, its form, and what people answered."""

    def __init__(
        self,
        plan: Plan,
        instrument: Instrument,
        ways: Ways,
        form: Callable[[Plan, Instrument], Made],
    ) -> None:
        """Make the form and invent the answers."""
        named = {"id": "prov", "instruments": (instrument.id,)}
        self.plan, self.instrument = plan.model_copy(update=named), instrument
        self.ways, self.err = ways, ""
        self.made = form(self.plan, instrument)
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
