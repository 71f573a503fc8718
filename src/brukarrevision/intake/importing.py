"""One file into the store, inside a transaction that somebody else holds."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from brukarrevision.errors import Place, Problem, Refused, problem
from brukarrevision.intake import header
from brukarrevision.intake.choose import Choice
from brukarrevision.intake.known import ByKey, Expected, by_row, scope_of
from brukarrevision.intake.likeness import Likeness
from brukarrevision.intake.log import ImportLog, Outcome, Unmatched, Unused
from brukarrevision.intake.rows import Block, RowCoder, Tally, blocks, digest
from brukarrevision.intake.withdrawn import Gone
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.model.plan import Plan
from brukarrevision.store import ImportRecord, NewImport, Store, answers_of, releases

T = TypeVar("T")
Progress = Callable[[int], None]
_LISTED = 20


@dataclass(slots=True)
class Result:
    """What came of one file: its log, or what is wrong with it."""

    log: ImportLog | None
    problems: list[Problem] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported and how.

    Attributes:
        choice: the file and its mapping; ``plan``: of the audit.
        given: ids of the attributes that hold for the whole file.
        scope: those of them that the user stated, so that ids of respondents are
            unique within it.
        instruments: of the audit, by id.
        dry_run: goes into the log.
        progress: called with the number of rows done.
    """

    choice: Choice
    plan: Plan
    given: dict[str, str]
    scope: dict[str, str]
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    dry_run: bool = False
    progress: Progress | None = None


def coding_hash(order: Order) -> str:
    """Return a hash of all that decides how cells are coded, headers left out."""
    mapping, plan = order.choice.mapping, order.plan
    columns = [column.model_dump(exclude={"header"}) for column in mapping.columns]
    source = mapping.source.model_dump(include={"skip_rows", "header_rows", "sheet"})
    parts: list[object] = [columns, source, sorted(order.given.items())]
    parts.append([one.model_dump() for one in mapping.exclude])
    parts.append(order.choice.instrument.model_dump(mode="json"))
    named = (plan.units, plan.groups, plan.rounds)
    parts += [[(one.id, one.label) for one in items] for items in named]
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def import_file(store: Store, order: Order) -> Result:
    """Read, code and store one file; on any problem the caller rolls back.

    Raises:
        FaultyFiles: rows that cannot be read, found on the way.
    """
    return _Importing(store, order).run()


class _Importing:
    """The import of one file while it goes on."""

    def __init__(self, store: Store, order: Order) -> None:
        self.store, self.order, self.choice = store, order, order.choice
        self.coder = RowCoder(order.choice, order.plan, order.given)
        self.coding = coding_hash(order)
        self.tally = Tally()
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.keys: dict[tuple[str, str | None], int] = {}
        self.same_key: list[int] = []
        self.seen: set[bytes] = set()
        self.identical: list[int] = []
        self.without_unit = 0
        self.likeness = Likeness("", {}, ())
        self.gone: Gone | None = None

    def run(self) -> Result:
        instrument = self.choice.instrument.id
        sha256 = self.choice.sheet.sha256
        others = [i for i in self.store.imports() if i.instrument == instrument]
        if split := self._split_otherwise():
            return Result(None, [split])
        before = next((one for one in others if one.sha256 == sha256), None)
        if before and before.coding == self.coding:
            return Result(self._unchanged(before))
        earlier = [one for one in others if one is not before and self._scoped(one)]
        scope = self._new().scope_key
        self.gone = Gone.of(
            self.store,
            self.choice.sheet,
            self._headers,
            instrument=instrument,
            scope=scope,
            before=before,
        )
        self.store.make_ready(instrument, self.coder.questions)
        number = self.store.begin_import(
            self._new(), in_place_of=before.number if before else None
        )
        aside = (self.coder.key, self.coder.round)
        self.likeness = Likeness.of(
            self.store, sha256, instrument, self._headers, aside
        )
        self._rows(number, earlier)
        unmatched = list(self.coder.unmatched())
        self._conclude(unmatched)
        if self.problems:
            return Result(None, self.problems, unmatched)
        self.store.finish_import(
            number,
            rows_in=self.tally.rows_in,
            rows_used=self.tally.rows_used,
            refused=self.tally.refused,
        )
        self._warn(others, before)
        return Result(self._log("recoded" if before else "imported"))

    def _split_otherwise(self) -> Problem | None:
        """Refuse a file that another instrument, split in another way, has already."""
        mine = self.choice.instrument
        for one in self.store.imports():
            other = self.order.instruments.get(one.instrument)
            same = one.sha256 == self.choice.sheet.sha256
            if same and other and _partitions(other) != _partitions(mine):
                facts = {"instrument": mine.id, "other": other.id}
                place = Place(self.choice.sheet.name)
                return problem("map-other-partition", place, **facts)
        return None

    def _scoped(self, record: ImportRecord) -> bool:
        return scope_of(record) == self.order.scope

    @property
    def _headers(self) -> dict[int, str]:
        kept = set(self.coder.kept)
        return {c.at: c.header for c in self.choice.mapping.columns if c.at in kept}

    def _new(self) -> NewImport:
        sheet = self.choice.sheet
        return NewImport(
            file=sheet.name,
            sha256=sheet.sha256,
            instrument=self.choice.instrument.id,
            mapping=self.choice.name,
            scope=self.order.scope,
            coding=self.coding,
            encoding=sheet.encoding,
            delimiter=sheet.delimiter,
            sheet=sheet.sheet,
            headers=self._headers,
            questions=self.coder.positions,
            answers=answers_of(self.choice.instrument),
        )

    # -- rows ------------------------------------------------------------------

    def _rows(self, number: int, earlier: list[ImportRecord]) -> None:
        by_key = expected = None
        if self.coder.has_key:
            by_key = ByKey.of(self.store, earlier, self._headers)
        elif earlier:
            rows = (block.rows for block in blocks(self.choice, Tally()))
            expected = by_row(self.store, earlier, self._headers, rows)
        for block in blocks(self.choice, self.tally):
            if block.rows:
                self._block(number, block, by_key, expected)
            if self.order.progress:
                self.order.progress(self.tally.rows_in)

    def _block(
        self,
        number: int,
        block: Block,
        by_key: ByKey | None,
        expected: Expected | None,
    ) -> None:
        block = self._not_withdrawn(block)
        if not block.rows:
            return
        attributes = self.coder.attributes(block.rows)
        respondents, units, rounds = attributes[0], attributes[1], attributes[3]
        refused: list[str | None] = []
        if by_key:
            refused = list(self._by_key(block, by_key, respondents, rounds))
        elif expected:
            refused = [expected.reason(row) for row in block.rows]
        if not by_key:
            self._alike(block)
        people = list(zip(*attributes[:4], strict=True))
        self.likeness.look(block.rows, people, refused)
        if any(refused):
            self._refuse(block, refused)
            block = _without(block, refused)
            attributes = [_left(column, refused) for column in attributes]
            units = attributes[1]
        if not block.rows:
            return
        answers = self.coder.answers(block.rows)
        self.without_unit += units.count(None)
        self.tally.rows_used += len(block.rows)
        numbers = block.numbers
        sources = zip(numbers, map(self.coder.source, block.rows), strict=True)
        rows = zip(numbers, *attributes, *answers, strict=True)
        instrument = self.choice.instrument.id
        self.store.add_rows(number, instrument, self.coder.questions, rows, sources)

    def _not_withdrawn(self, block: Block) -> Block:
        """Refuse the rows of the withdrawn before anything is read of them."""
        if not self.gone:
            return block
        who = self.coder.respondents(block.rows)
        refused = self.gone.reasons(block.numbers, block.rows, who)
        self._refuse(block, refused)
        return _without(block, refused)

    def _by_key(
        self,
        block: Block,
        by_key: ByKey,
        respondents: list[str | None],
        rounds: list[str | None],
    ) -> Iterator[str | None]:
        """Yield why each row is refused; note respondents that stand twice."""
        for at, respondent in enumerate(respondents):
            number = block.numbers[at]
            if respondent:
                first = self.keys.setdefault((respondent, rounds[at]), number)
                if first != number:
                    self.same_key += [first, number]
            yield by_key.reason(respondent, rounds[at], block.rows[at])

    def _alike(self, block: Block) -> None:
        """Note rows that are alike in every cell, those of ignored columns too."""
        for number, row in zip(block.numbers, block.rows, strict=True):
            mark = digest(row)
            if mark in self.seen:
                self.identical.append(number)
            self.seen.add(mark)

    def _refuse(self, block: Block, reasons: list[str | None]) -> None:
        for number, reason in zip(block.numbers, reasons, strict=True):
            if reason:
                self.tally.refuse(reason, number)

    # -- what is said of it ----------------------------------------------------

    def _conclude(self, unmatched: list[Unmatched]) -> None:
        """Gather what stops the import.

        Raises:
            Refused: people who have been released would perhaps be counted again (R9).
        """
        place = Place(self.choice.sheet.name)
        if self.likeness.again and releases.kept(self.store):
            facts = {"rows": self.likeness.rows, "file": self.likeness.files}
            raise Refused(problem("release-rows-again", place, **facts))
        if self.same_key:
            rows = _numbers(sorted(set(self.same_key)))
            self.problems.append(problem("map-same-respondent", place, rows=rows))
        if not self.tally.rows_in or self._all("blank"):
            self.problems.append(problem("csv-no-rows", place))
        self.problems.extend(map(self._unmatched, unmatched))

    def _unmatched(self, one: Unmatched) -> Problem:
        """Say how much does not fit, and where to mend it; never what it is."""
        code = "map-unmatched"
        if one.question in RESPONSE_USES:
            code = "map-unmatched-attribute"
        elif self.choice.new:
            code = "map-unmatched-new"
        return problem(
            code,
            Place(one.file, cell=str(one.column)),
            column=one.column,
            header=one.header,
            question=one.question,
            rows=sum(count for _, count in one.values),
            values=len(one.values),
            mapping=self.choice.name,
            instrument=self.choice.instrument.id,
        )

    def _all(self, reason: str) -> bool:
        return len(self.tally.refused.get(reason, ())) == self.tally.rows_in

    def _by_unit(self) -> bool:
        """Tell whether any result of the instrument is split by unit."""
        of = self.choice.instrument
        return any(
            "unit" in of.partition_of(question.id) for question in of.questions()
        )

    def _warn(self, others: list[ImportRecord], before: ImportRecord | None) -> None:
        place = Place(self.choice.sheet.name)
        if self.without_unit and self.order.plan.units and self._by_unit():
            facts = {"rows": self.without_unit, "attribute": "unit"}
            self.warnings.append(problem("map-no-unit", place, **facts))
        for code, numbers in (
            ("map-identical-rows", self.identical),
            ("map-changed", self.tally.refused.get("changed", [])),
        ):
            if numbers:
                facts = {"rows": len(numbers), "numbers": _numbers(numbers)}
                self.warnings.append(problem(code, place, **facts))
        for count, file in self.likeness.told:
            facts = {"rows": count, "file": file}
            self.warnings.append(problem("map-rows-known", place, **facts))
        for one in others:
            stale = one.mapping == self.choice.name and one.coding != self.coding
            if one is not before and stale and scope_of(one) == self.order.scope:
                self.warnings.append(problem("map-stale", place, file=one.file))

    def _log(self, outcome: Outcome) -> ImportLog:
        refused = {reason: tuple(rows) for reason, rows in self.tally.refused.items()}
        sheet = self.choice.sheet
        return ImportLog(
            file=sheet.name,
            sha256=sheet.sha256,
            outcome=outcome,
            dry_run=self.order.dry_run,
            instrument=self.choice.instrument.id,
            mapping=self.choice.name,
            new_mapping=self.choice.new,
            encoding=sheet.encoding,
            delimiter=sheet.delimiter,
            sheet=sheet.sheet,
            skip_rows=sheet.skip_rows,
            header_rows=sheet.header_rows,
            questions=len(self.coder.questions),
            rows_in=self.tally.rows_in,
            rows_used=self.tally.rows_used,
            refused=refused,
            unused=self._unused(),
            warnings=(*sheet.warnings, *self.choice.warnings, *self.warnings),
        )

    def _unused(self) -> tuple[Unused, ...]:
        """Name the columns that were not read."""
        read = {c.at: c.use != "ignore" for c in self.choice.mapping.columns}
        return tuple(
            Unused(heading.at + 1, heading.raw, heading.at in read)
            for heading in header.headings(self.choice.sheet)
            if not read.get(heading.at)
        )

    def _unchanged(self, record: ImportRecord) -> ImportLog:
        self.tally.rows_in, self.tally.rows_used = record.rows_in, record.rows_used
        self.tally.refused = {r: list(rows) for r, rows in record.refused.items()}
        return self._log("unchanged")


def _partitions(instrument: Instrument) -> set[tuple[str, ...]]:
    return {instrument.partition_of(question.id) for question in instrument.questions()}


def _without(block: Block, refused: list[str | None]) -> Block:
    return Block(_left(block.numbers, refused), _left(block.rows, refused))


def _left(items: list[T], refused: list[str | None]) -> list[T]:
    pairs = zip(items, refused, strict=True)
    return [item for item, reason in pairs if not reason]


def _numbers(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:_LISTED]))
    return f"{shown} …" if len(rows) > _LISTED else shown
