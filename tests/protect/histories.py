"""An audit that lives on: people come, go and correct, and reports are published.

The store, the ledger and the tallies are the real ones. No file of responses is read
and no report is written: reports are made of nothing but what is shown; the ledger's
file is JSON, which takes a tenth of the time. Who answered what, and when, the world
keeps for itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

from brukarrevision import finished, publishing, results
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Refused
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.model.release import Release
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.rawdata import undo
from brukarrevision.rawdata.withdraw import withdraw
from brukarrevision.report import build
from brukarrevision.results import Gathered
from brukarrevision.store import NewImport, Origin, Store, replaced
from brukarrevision.yamlfile import Source

from .surveys import Row, ask, audit, choices, instrument, plan, scored

Cells = dict[str, str]
"""What somebody answered: a coded cell a question."""

Leaf = tuple[str, int]
"""A release, and the number of a leaf in it."""

Of = tuple[str, str | None, tuple[str, ...]]
"""An instrument, a round and a partition."""

_LISTS: Mapping[str, Sequence[Row]] = {
    "q": choices("ab", a="negative"),
    "r": choices("xz"),
    "s": scored("123"),
    "m": choices("tu"),
}


def _asked(name: str, kind: str = "select_one", **more: object) -> Row:
    return {**ask(name, kind), "relevant": "none", **more}


def _instrument(name: str, *questions: Row, whole: Row | None = None) -> Instrument:
    """Return a survey that is split by unit, and an area that splits nobody."""
    more: Row = {"id": "hel", "label": "Helt", "partition": [], "questions": [whole]}
    areas: list[Row] = [{"id": "allt", "label": "Allt", "questions": list(questions)}]
    lists = {key: _LISTS[key] for key in ("q", "r", "s", "m") if name == "enkat"}
    lists |= {"q": _LISTS["q"]}
    return instrument(
        [],
        lists,
        id=name,
        partition=["unit"],
        areas=[*areas, *([more] if whole else [])],
    )


_OLD = (
    _asked("q"),
    ask("r", relevant={"q": ["a"]}),
    _asked("s"),
    _asked("m", "select_multiple"),
)
_WHOLE = _asked("w", choices="q")

FIRST = _instrument("enkat", *_OLD, whole=_WHOLE)
LATER = _instrument("enkat", *_OLD, _asked("n", choices="q"), whole=_WHOLE)
"""The same, and a question that asks again what the first one does."""
OTHER = _instrument("andra", _asked("k", choices="q"))

BAD = {"q": "a", "s": "1", "w": "a", "n": "a", "k": "a"}
"""The answers on the unfavourable side."""


@dataclass
class Person:
    """Somebody who answered, by where the response lies now.

    ``moved`` tells that it has been read as of another round since it came,
    ``renewed`` that it now lies in another file than it first came in.
    """

    id: str
    instrument: str
    file: int
    row: int
    unit: str
    round: str
    cells: Cells
    moved: bool = False
    renewed: bool = False


Old = tuple[Person, Person]
"""Somebody, and what there was of them before a newer export."""


@dataclass(frozen=True)
class Table:
    """What a release shows of a question in a leaf, and what its people had answered.

    Attributes:
        answered: by person, as it was when they were counted.
        coalition: how many insiders the plan asked for then.
    """

    leaf: Leaf
    question: tuple[str, str]
    shown: ProtectedTable
    answered: Mapping[str, str]
    coalition: int


@dataclass
class World:
    """One audit in a folder of its own.

    Attributes:
        files: the instrument of each import, from the first; ``marks``: what tells
            their files apart.
        old: what each import has replaced.
        inside: who was counted in each leaf, with what they had answered then.
        shown: of each release all tables; ``sums``: all questions.
        refused: codes of what stopped a release; ``kept``: of what kept an import from
            being taken back; ``undone``: how many were.
    """

    folder: Path
    plan: Plan
    instruments: dict[str, Instrument] = field(
        default_factory=lambda: {"enkat": FIRST, "andra": OTHER}
    )
    people: list[Person] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    old: dict[int, list[Old]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    published: dict[str, Release] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    splits: dict[Leaf, Of] = field(default_factory=dict)
    inside: dict[Leaf, dict[str, Cells]] = field(default_factory=dict)
    shown: list[list[Table]] = field(default_factory=list)
    sums: list[list[ProtectedQuestion]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    undone: int = 0

    @property
    def audit(self) -> Audit:
        """Return the audit as it would be read now."""
        found = audit(self.plan, *self.instruments.values())
        return replace(
            found,
            folder=self.folder,
            published=dict(self.published),
            sources=dict(self.sources),
        )

    # -- what people do --------------------------------------------------------------

    def come(self, name: str, unit: str, when: str, cells: Sequence[Cells]) -> None:
        """Read a file of people who have not been heard before."""
        file = self._file(name)
        self._add(file, unit, when, cells)
        self.read(file)

    def _file(self, name: str) -> int:
        """Return the number of a new file."""
        self.files.append(name)
        self.marks.append(f"sha{next(self.numbers)}")
        return len(self.files)

    def _add(
        self, file: int, unit: str, when: str, cells: Sequence[Cells], after: int = 0
    ) -> None:
        name, mark = self.files[file - 1], self.marks[file - 1]
        self.people += [
            Person(f"p{mark}-{at}", name, file, at, unit, when, answers)
            for at, answers in enumerate(cells, start=after)
        ]

    def come_again(self, some: Sequence[Person]) -> None:
        """Read people anew from another file, which now holds them instead."""
        before = {one.file for one in some}
        file = self._file(some[0].instrument)
        for at, one in enumerate(some):
            one.file, one.row = file, at
        for number in (*before, file):
            self.read(number)

    def replace(
        self, some: Sequence[Person], new: Sequence[Cells], turned: Sequence[Cells]
    ) -> None:
        """Read a newer export: some have changed their answers, and some are new."""
        file, first = self._file(some[0].instrument), some[0]
        origins = [self._origin(one) for one in some]
        self.old[file] = [(one, replace(one)) for one in some]
        for at, (one, cells) in enumerate(zip(some, turned, strict=True)):
            one.file, one.row, one.cells, one.renewed = file, at, cells, True
        self._add(file, first.unit, first.round, new, after=len(some))
        self.read(file, origins)

    def _origin(self, one: Person) -> Origin:
        where = (one.file, one.row, self.marks[one.file - 1], None, "{}")
        return Origin(one.instrument, *where, one.id, one.round)

    def undo(self, *, again: bool) -> None:
        """Take the last import back, if that is allowed; perhaps read it again.

        Whoever was counted is never taken back.
        """
        found = self.audit
        try:
            undo.undo(found, undo.look(found))
        except (Refused, FaultyFiles) as stop:
            self.kept += [one.code for one in stop.problems]
            return
        self.undone += 1
        file = len(self.files)
        gone = [one for one in self.people if one.file == file]
        counted = {name for leaf in self.inside.values() for name in leaf}
        assert not counted.intersection(one.id for one in gone)
        name, mark = self.files.pop(), self.marks.pop()
        old = {p.id: then for p, then in self.old.pop(file, []) if p in gone}
        now = [replace(one) for one in gone]
        for one in gone:
            if one.id in old:
                _become(one, old[one.id])
            else:
                self.people.remove(one)
        for number in {one.file for one in old.values()}:
            self.read(number)
        if again:
            self._once_more(name, mark, list(zip(gone, now, strict=True)), set(old))

    def _once_more(
        self, name: str, mark: str, some: Sequence[Old], replacing: set[str]
    ) -> None:
        """Read a file that was taken back, as it was."""
        file = self._file(name)
        self.marks[-1] = mark
        changed = [one for one, _ in some if one.id in replacing]
        origins = [self._origin(one) for one in changed]
        self.old[file] = [(one, replace(one)) for one in changed]
        for one, now in some:
            _become(one, now)
            if one.id not in replacing:
                self.people.append(one)
        self.read(file, origins)

    def read(self, file: int, instead: Sequence[Origin] = ()) -> None:
        """Read a file as its people's answers are now, in place of what was read."""
        name = self.files[file - 1]
        of = self.instruments[name]
        asked = [question.id for question in of.questions()]
        rows = [
            (p.row, p.id, p.unit, None, p.round, None, None, *map(p.cells.get, asked))
            for p in self.people
            if p.file == file
        ]
        found = self.audit
        found.store_path.parent.mkdir(parents=True, exist_ok=True)
        with Store.writing(found.store_path) as store, store.transaction(lock=False):
            store.make_ready(name, asked)
            again = file if file in {one.number for one in store.imports()} else None
            new = _new(name, self.marks[file - 1])
            store.begin_import(new, in_place_of=again)
            replaced.replace(store, file, instead)
            store.add_rows(file, name, asked, rows, [])
            many = len(rows)
            store.finish_import(file, rows_in=many, rows_used=many, refused={})

    def withdraw(self, person: Person) -> None:
        """Take somebody out."""
        withdraw(self.audit, person.id)
        self.people.remove(person)

    # -- what auditors do ------------------------------------------------------------

    def publish(self) -> bool:
        """Publish all there is; tell whether it was let through."""
        name = f"v{len(self.published) + 1}"
        seen: list[Gathered] = []
        entered: list[Release] = []

        def gather(of: Audit, real: Any = results.gather) -> Gathered:  # noqa: ANN401
            seen.append(real(of))
            return seen[-1]

        def document(of: Release) -> bytes:
            entered.append(of)
            return of.model_dump_json().encode()

        try:
            with (
                patch.object(results, "gather", gather),
                patch.object(build, "reports", lambda *_, **__: ()),
                patch.object(finished, "verify", lambda *_: None),
                patch.object(publishing, "_document", document),
                patch("brukarrevision.audit.require", lambda *_: self.audit),
            ):
                publishing.publish(self.audit, name)
        except (Refused, FaultyFiles) as stop:
            self.refused += [p.code for p in stop.problems if p.severity == "error"]
            return False
        self.published[name] = entered[0]
        file = f"published/{name}.yaml"
        self.sources[file] = Source(file, document(entered[0]), None, ())
        self._enter(name, seen[0])
        return True

    def _enter(self, name: str, found: Gathered) -> None:
        """Keep what was shown, and who was counted."""
        by_place = {(p.instrument, p.file, p.row): p for p in self.people}
        numbers = count(1)
        for split in found.new:
            for leaf in split.leaves:
                places = [(o.instrument, o.number, o.row) for o in leaf.people]
                mark = name, next(numbers)
                self.splits[mark] = split.instrument, split.round, split.partition
                self.inside[mark] = {
                    by_place[at].id: dict(by_place[at].cells) for at in places
                }
        self.shown.append(
            [
                table
                for result in found.results.questions
                for table in self._tables(result.instrument, result.protected)
            ]
        )
        self.sums.append([result.protected for result in found.results.questions])

    def _tables(self, of: Instrument, shown: ProtectedQuestion) -> list[Table]:
        first = shown.leaves[0]
        split = of.id, first.round, first.partition
        mine = [leaf for leaf, where in self.splits.items() if where == split]
        tables = [table for table in shown.leaves if table.keys]
        return [
            Table(
                leaf,
                (of.id, table.question),
                table,
                {
                    person: cells.get(table.question, "")
                    for person, cells in self.inside[leaf].items()
                },
                self.published[leaf[0]].coalition,
            )
            for leaf, table in zip(mine, tables, strict=True)
        ]


def _become(one: Person, then: Person) -> None:
    """Let somebody's answers lie where and be what they were."""
    for of in fields(Person):
        setattr(one, of.name, getattr(then, of.name))


def _new(name: str, mark: str) -> NewImport:
    return NewImport(
        file=f"{mark}.csv",
        sha256=mark,
        instrument=name,
        mapping="m",
        scope={},
        coding="0",
        encoding=None,
        delimiter=None,
        sheet=None,
        headers={},
        questions={},
    )


def begun(folder: Path, **anonymity: object) -> World:
    """Return an audit that nobody has answered yet."""
    return World(folder, plan(**anonymity))
