"""Where the audits of attacks are made, and how what they show is read."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from brukarrevision.protect.attacker import Numbers, Shown
from tests.conftest import Runner
from tests.fakeaudit import Box

from .cases import Case, Person, ask, everything, people

WORDS = "Kanariefågeln sjöng bara för mig"
YES_NO = {"ja": "Ja", "nej": "-Nej"}
CONTENT = {"nojd": "Nöjd", "missnojd": "-Missnöjd"}
SEX = {"man": "Man", "kvinna": "Kvinna"}
ONE = Case([ask("q", "svar")], {"svar": YES_NO})
"""One question to the people of one house."""


class Desk:
    """Where audits are made, each in a folder of its own."""

    def __init__(self, folder: Path, br: Runner, patch: pytest.MonkeyPatch) -> None:
        """Keep where audits are made, and how commands are run."""
        self.folder, self.br, self.patch = folder, br, patch
        self.made = 0

    def read(self, case: Case, some: Sequence[Person]) -> Box:
        """Return an audit whose responses are read, and stand in it."""
        self.made += 1
        box = case.put(self.folder / str(self.made), some)
        self.patch.setenv("BRUKARREVISION_DATA", str(box.data))
        self.patch.chdir(box.root)
        done = self.br("collect", "prov", box.source)
        assert done.code == 0, done.err
        return box

    def shows(self, case: Case, some: Sequence[Person]) -> dict[str, bytes]:
        """Return all that is let out of an audit."""
        return everything(self.br, self.read(case, some), case.partition[0])


def yes_no(yes: int, no: int, **more: str) -> list[Person]:
    """Return so many who said yes, and no, to the question of a house."""
    return people((yes, {"q": "Ja", **more}), (no, {"q": "Nej", **more}))


def tables(outputs: dict[str, bytes], *by: str) -> list[dict[str, object]]:
    """Return the tables as JSON."""
    found = json.loads(outputs[" ".join(["tally json", *by])])["tables"]
    assert isinstance(found, list)
    return found


def rows(table: dict[str, object]) -> list[dict[str, Any]]:
    """Return the answers of a table, with their numbers."""
    found = table["counts"]
    assert isinstance(found, list)
    return found


def ends(row: Mapping[str, Any]) -> tuple[int, int]:
    """Return the least and the most that a number may be."""
    return row.get("n", row.get("from")), row.get("n", row.get("to"))


def as_read(table: dict[str, object], *groups: str) -> Shown:
    """Return a table of JSON as the attacker takes it."""
    cells: list[Numbers] = []
    options: list[str] = []
    for row in rows(table):
        ids = tuple(row["id"].split("+"))
        low, high = ends(row)
        cells.append(Numbers(ids, low, high))
        options += ids
    n = table["n"]
    assert isinstance(n, int)
    return Shown("q", frozenset(groups), n, tuple(options), tuple(cells))


def numbers(text: str) -> list[str]:
    """Return every number of a text."""
    return re.findall(r"\d+", text)
