"""Laptops that share an audit by git, each with raw data of its own."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision.audit import Audit
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.intake.log import ImportLog
from brukarrevision.rawdata import packing, unpacking, withdraw
from brukarrevision.rawdata.container import build
from brukarrevision.rawdata.merging import Prefer
from brukarrevision.rawdata.unpacking import Unpacked
from brukarrevision.store import Store
from brukarrevision.store.store import ATTRIBUTES
from tests.fakeaudit import Box

MAPPING = """\
format: 1
instrument: enkat
source: {encoding: utf-8, delimiter: ";", header_rows: 1}
columns:
  - {at: 0, header: respondent, use: respondent}
  - {at: 1, header: unit, use: unit}
  - {at: 2, header: kon, use: kon}
  - {at: 3, header: s1, use: s1}
  - {at: 4, header: s2, use: s2}
  - {at: 5, header: m1, use: m1}
"""


@dataclass(frozen=True)
class Laptop:
    """One clone of the workspace, and its private data.

    Attributes:
        root: the workspace; ``data``: where raw data goes.
    """

    root: Path
    data: Path

    @classmethod
    def of(cls, box: Box, name: str) -> "Laptop":
        """Clone a workspace."""
        root = box.root.parent / name / "arbete"
        shutil.copytree(box.root, root)
        return cls(root, box.root.parent / name / "data")

    @contextmanager
    def here(self) -> Iterator[Audit]:
        """Sit at the laptop."""
        before = os.environ["BRUKARREVISION_DATA"]
        os.environ["BRUKARREVISION_DATA"] = str(self.data)
        try:
            yield audits.require("prov", self.root)
        finally:
            os.environ["BRUKARREVISION_DATA"] = before

    @property
    def folder(self) -> Path:
        """Return the audit's folder."""
        return self.root / "audits" / "prov"

    @property
    def private(self) -> Path:
        """Return the private directory."""
        return self.data / "prov-1" / "prov"

    def collect(
        self,
        *files: Path,
        unit: str | None = None,
        round: str | None = None,  # noqa: A002 - what the option is called
    ) -> tuple[ImportLog, ...]:
        """Read files."""
        with self.here() as audit:
            return collect(audit, files, CollectOptions(unit=unit, round=round))

    def withdraw(self, who: str) -> withdraw.Found:
        """Take a person out."""
        with self.here() as audit:
            return withdraw.withdraw(audit, who)

    def pack(self) -> bytes:
        """Return what would be sealed."""
        with self.here() as audit:
            return build(packing.gathered(audit))

    def unpack(self, data: bytes, prefer: Prefer = None) -> Unpacked:
        """Merge what another laptop packed."""
        path = self.data.parent / "packed.age"
        path.write_bytes(data)
        with self.here() as audit:
            return unpacking.unpack(audit, path, lambda sealed: sealed, prefer)

    def send(self, to: "Laptop", prefer: Prefer = None) -> Unpacked:
        """Hand over all there is."""
        return to.unpack(self.pack(), prefer)

    def note(self, name: str, text: str) -> None:
        """Write interview notes."""
        path = self.private / "interviews" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store to look at it."""
        with Store.open(self.private / "responses.sqlite") as store:
            yield store

    def responses(self) -> Counter[tuple[str, ...]]:
        """Return every response, whatever import it came in."""
        with self.store() as store:
            frame = store.frame("enkat")
        names = sorted({*ATTRIBUTES, *frame.columns})
        rows = frame.to_dict("records")
        return Counter(tuple(str(row[name]) for name in names) for row in rows)

    def ids(self) -> list[str]:
        """Return the ids of all respondents, sorted."""
        with self.store() as store:
            return sorted(str(one) for one in store.frame("enkat")["respondent"])

    def sums_add_up(self) -> bool:
        """Tell whether every import's log accounts for all its rows."""
        with self.store() as store:
            return all(
                one.rows_in == one.rows_used + sum(map(len, one.refused.values()))
                for one in store.imports()
            )

    def holds(self, text: str) -> bool:
        """Tell whether any private file holds a text."""
        files = [path for path in self.private.rglob("*") if path.is_file()]
        return any(text.encode() in path.read_bytes() for path in files)
