"""What has been imported: headers and rows, by hashes that only this process knows."""

import hashlib
import math
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from brukarrevision import modelfile, workspace
from brukarrevision.errors import AuditError, Place, Problem, problem
from brukarrevision.guard.names import says_invented
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping as SourceMapping
from brukarrevision.normal import normal
from brukarrevision.store import ImportRecord, Store, keyed, replaced

M = TypeVar("M", bound=BaseModel)

STORE = "responses.sqlite"
FEWEST = 3
"""A table narrower than this is like too many others."""

_FEWEST_CELLS = 4
_ENOUGH = 0.8
_MOST_COMPARED = 200
_BETWEEN = " | "

Hashes = Counter[bytes]


@dataclass
class Known:
    """Hashes of headers and rows; nothing can be read out of them.

    Attributes:
        headers: of each imported source, or of a mapping.
        rows: of each imported row that has enough cells to be told from others.
        common: how many rows have a cell.
        index: the rows that may be meant by a cell: those it is rare in.
        problems: stores that could not be read.
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    headers: list[frozenset[bytes]] = field(default_factory=list, repr=False)
    rows: list[Hashes] = field(default_factory=list, repr=False)
    common: Hashes = field(default_factory=Counter, repr=False)
    index: dict[bytes, list[int]] = field(default_factory=dict, repr=False)
    problems: list[Problem] = field(default_factory=list)

    def hash(self, cell: str) -> bytes:
        """Return the keyed hash of a cell, the same for the same words."""
        words = normal(cell).removesuffix(".0").encode("utf-8", "replace")
        return hashlib.blake2b(words, digest_size=12, key=self.key).digest()

    def hashes(self, cells: Iterable[str]) -> list[bytes]:
        """Return the hashes of the cells that are not blank."""
        return [self.hash(cell) for cell in cells if cell and not cell.isspace()]

    def is_header(self, hashes: Sequence[bytes]) -> bool:
        """Tell whether a row is the header of an imported source, or most of it."""
        found = frozenset(hashes)
        return len(found) >= FEWEST and any(
            len(found & one) >= max(FEWEST, _ENOUGH * len(one)) for one in self.headers
        )

    def alike(self, hashes: Sequence[bytes]) -> int:
        """Tell how surely a row is an imported one: 0 not, 1 maybe, 2 surely.

        It has most of the cells of one; surely, if one of them is in no other row.
        """
        found = Counter(hashes)
        possible = self._possible(found)
        shared = [found & self.rows[at] for at in possible if self._most(found, at)]
        own = any(self.common[cell] == 1 for row in shared for cell in row)
        return 2 if own else min(1, len(shared))

    def _possible(self, found: Hashes) -> set[int]:
        """Return the rows that may be meant, those with the rarest cells first."""
        rows: set[int] = set()
        for meant in sorted((self.index.get(one, []) for one in found), key=len):
            rows.update(meant[: _MOST_COMPARED - len(rows)])
        return rows

    def _most(self, found: Hashes, at: int) -> bool:
        return (found & self.rows[at]).total() >= _enough(self.rows[at])

    def add_headers(self, headers: Iterable[str]) -> None:
        """Enter the headers of a source; of several header rows, each by itself."""
        parts = [one.split(_BETWEEN) for one in headers]
        for row in zip_longest(*parts, fillvalue=""):
            if len(hashes := frozenset(self.hashes(row))) >= FEWEST:
                self.headers.append(hashes)

    def add_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Enter imported rows; those with few answers are like many others."""
        hashed = (Counter(self.hashes(cells)) for cells in rows)
        wide = (one for one in hashed if one.total() >= _FEWEST_CELLS)
        self.rows += {frozenset(one.items()): one for one in wide}.values()

    def close(self) -> "Known":
        """Make the index, when all is entered."""
        self.common = Counter(cell for row in self.rows for cell in row)
        for at, row in enumerate(self.rows):
            # One more than may be missing: then one of them is always there.
            spare = row.total() - _enough(row) + 1
            for cell in sorted(row, key=self.common.__getitem__)[:spare]:
                self.index.setdefault(cell, []).append(at)
        return self


def _enough(row: Hashes) -> int:
    """Return how many cells another row has to share with this one."""
    return math.ceil(_ENOUGH * row.total())


def of_workspace(folder: Path) -> Known:
    """Return what is known of the sources of all audits that a folder's belongs to.

    The headers come from mappings and instruments too, so that they are known where, or
    while, there are no responses. Then ``guard-no-store`` says that rows are not known.
    """
    known = Known()
    try:
        place = workspace.find(folder)
    except AuditError:
        known.problems.append(problem("guard-no-store"))
        return known
    for path in sorted(place.audits.glob(f"*/{workspace.MAPPINGS}/*.yaml")):
        if mapping := _read(path, SourceMapping):
            known.add_headers(column.header for column in mapping.columns)
    for path in sorted(place.audits.glob(f"*/{workspace.INSTRUMENTS}/*.yaml")):
        if instrument := _read(path, Instrument):
            _add_questions(known, instrument)
    # every folder of data, also of audits that are no longer in the workspace
    stores = sorted(place.data_dir("-").parent.glob(f"*/{STORE}"))
    for path in stores:
        _add_store(known, path)
    if not stores and place.audits.is_dir():
        known.problems.append(problem("guard-no-store"))
    return known.close()


def _read(path: Path, model: type[M]) -> M | None:
    """Return a file of an audit, if it is sound; ``check`` tells what is wrong."""
    try:
        return modelfile.read(path, model, path.name).model
    except AuditError:
        return None


def _add_questions(known: Known, instrument: Instrument) -> None:
    """Enter the headers that a file of responses has before it is imported."""
    asked = [one for one in instrument.questions() if one.type != "note"]
    known.add_headers(one.id for one in asked)
    known.add_headers(one.label.replace(_BETWEEN, " ") for one in asked)


def _add_store(known: Known, path: Path) -> None:
    try:
        with Store.open(path) as store:
            for one in store.imports():
                _add_import(known, store, one)
            known.add_rows(tuple(one.answers.values()) for one in keyed.forms(store))
    except AuditError as fault:
        facts = {"why": fault.problems[0].code}
        place = Place(path.parent.name)
        known.problems.append(Problem("guard-store-unread", place, facts))


def _add_import(known: Known, store: Store, one: ImportRecord) -> None:
    """Enter an import, unless its name says that its answers are invented."""
    if says_invented(one.file):
        return
    known.add_headers(one.headers.values())
    known.add_rows(row.cells for row in store.rows_of(one.number, one.instrument))
    known.add_rows(row.cells for row in replaced.earlier(store).get(one.number, ()))
