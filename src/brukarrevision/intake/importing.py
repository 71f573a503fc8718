"""One file into the store, inside a transaction that somebody else holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.intake.known import ByKey, Expected, by_row, scope_of
from brukarrevision.intake.likeness import Likeness
from brukarrevision.intake.newer import Newer, Verdict, origins
from brukarrevision.intake.order import Order, Result, coding_hash
from brukarrevision.intake.rows import Block, RowCoder, Tally, blocks, digest
from brukarrevision.intake.said import Said
from brukarrevision.intake.withdrawn import Gone
from brukarrevision.model.instrument import Instrument
from brukarrevision.store import (
    ImportRecord,
    NewImport,
    Origin,
    Store,
    answers_of,
    people,
    replaced,
)
from brukarrevision.store.keyed import NO_MAPPING
from brukarrevision.store.replaced import REPLACED, Replaced
from brukarrevision.store.responses import Row

__all__ = ["Order", "Result", "import_file"]

T = TypeVar("T")


def import_file(store: Store, order: Order) -> Result:
    """Read, code and store one file; on any problem the caller rolls back.

    Raises:
        FaultyFiles: rows that cannot be read, found on the way.
        Refused: people who have been released would perhaps be counted again (R9).
    """
    return _Importing(store, order).run()


class _Importing:
    """The import of one file while it goes on."""

    def __init__(self, store: Store, order: Order) -> None:
        self.store, self.order, self.choice = store, order, order.choice
        self.coder = RowCoder(order.choice, order.plan, order.given)
        self.coding = coding_hash(order)
        self.said = Said(order, len(self.coder.questions))
        self.keys: dict[tuple[str, str | None], int] = {}
        self.seen: set[bytes] = set()
        self.likeness = Likeness("", {}, ())
        self.gone: Gone | None = None
        self.number = 0
        self.aside: dict[int, Replaced] = {}
        self.owners: dict[int, tuple[str | None, str | None]] = {}
        self.newer: Newer | None = None
        self.expected: Expected | None = None

    def run(self) -> Result:
        if stop := self._split_otherwise() or self._no_key():
            return Result(None, [stop])
        others = self._others()
        before = next((o for o in others if o.sha256 == self.choice.sheet.sha256), None)
        if before and before.coding == self.coding and not self._waits(before):
            return Result(self.said.unchanged(before))
        others = [one for one in others if one is not before]
        self._begin(before, others)
        for block in blocks(self.choice, self.said.tally):
            if block.rows:
                self._block(block)
            if self.order.progress:
                self.order.progress(self.said.tally.rows_in)
        return self._end(before, others)

    # -- before any row --------------------------------------------------------

    def _others(self) -> list[ImportRecord]:
        instrument = self.choice.instrument.id
        return [one for one in self.store.imports() if one.instrument == instrument]

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

    def _no_key(self) -> Problem | None:
        """Refuse to replace what nobody can tell whose it is."""
        if self.order.replace and not self.coder.has_key:
            facts = {"mapping": self.choice.name}
            return problem("replace-no-key", Place(self.choice.sheet.name), **facts)
        return None

    def _waits(self, before: ImportRecord) -> bool:
        """Tell whether rows were refused that are to be taken now."""
        return self.order.replace and bool(before.refused.get("changed"))

    def _begin(self, before: ImportRecord | None, others: list[ImportRecord]) -> None:
        """Enter the import, and look at what is there of the same people."""
        instrument = self.choice.instrument.id
        again: Iterable[replaced.Place] = ()
        in_place_of = before.number if before else None
        if before:
            back = replaced.put_back(self.store, before.number)
            again = [(one.number, one.row) for one in back]
            self.owners = self._replacing(before, back)
            self.aside = replaced.of_import(self.store, before.number)
        self.gone = Gone.of(
            self.store,
            self.choice.sheet,
            self._headers,
            instrument=instrument,
            scope=self._new().scope_key,
            before=before,
        )
        self.store.make_ready(instrument, self.coder.questions)
        self.number = self.store.begin_import(self._new(), in_place_of=in_place_of)
        aside = (self.coder.key, self.coder.round)
        sha256 = self.choice.sheet.sha256
        self.likeness = Likeness.of(
            self.store, sha256, instrument, self._headers, aside
        )
        self._compare([one for one in others if self._scoped(one)], again)

    def _replacing(
        self, before: ImportRecord, back: Iterable[Origin]
    ) -> dict[int, tuple[str | None, str | None]]:
        """Return whose each row was that took the place of another, by id and round."""
        names = {(one.respondent, one.round) for one in back}
        rows = self.store.rows_of(before.number, before.instrument)
        known = {row.number: (row.respondent, row.round) for row in rows}
        return {number: who for number, who in known.items() if who in names}

    def _compare(
        self, earlier: list[ImportRecord], again: Iterable[replaced.Place]
    ) -> None:
        """Make ready to find the rows of earlier imports in this file."""
        if self.coder.has_key:
            by_key = ByKey.of(self.store, earlier, self._headers)
            uses = {column.at: column.use for column in self.choice.mapping.columns}
            wanted = (self.order.replace, frozenset(again))
            self.newer = Newer(self.store, by_key, self.number, *wanted, uses)
        elif earlier:
            rows = (block.rows for block in blocks(self.choice, Tally()))
            self.expected = by_row(self.store, earlier, self._headers, rows)

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

    def _block(self, block: Block) -> None:
        block = self._not_withdrawn(block)
        if not block.rows:
            return
        attributes = self.coder.attributes(block.rows)
        verdicts = list(self._verdicts(block, attributes[0], attributes[3]))
        self._look(block, attributes, verdicts)
        self._set_aside(block, attributes)
        replaced.replace(self.store, self.number, origins(verdicts))
        refused = [one.reason for one in verdicts]
        if any(refused):
            self._refuse(block, refused)
            block = _without(block, refused)
            attributes = [_left(column, refused) for column in attributes]
        if block.rows:
            self._add(block, attributes)

    def _add(self, block: Block, attributes: list[list[str | None]]) -> None:
        """Code and store rows that are used."""
        answers = self.coder.answers(block.rows)
        self.said.without_unit += attributes[1].count(None)
        self.said.tally.rows_used += len(block.rows)
        numbers = block.numbers
        sources = zip(numbers, map(self.coder.source, block.rows), strict=True)
        rows = zip(numbers, *attributes, *answers, strict=True)
        where = (self.number, self.choice.instrument.id, self.coder.questions)
        self.store.add_rows(*where, rows, sources)

    def _not_withdrawn(self, block: Block) -> Block:
        """Refuse the rows of the withdrawn before anything is read of them."""
        if not self.gone:
            return block
        who = self.coder.respondents(block.rows)
        refused = self.gone.reasons(block.numbers, block.rows, who)
        self._refuse(block, refused)
        return _without(block, refused)

    def _verdicts(
        self,
        block: Block,
        respondents: Sequence[str | None],
        rounds: Sequence[str | None],
    ) -> Iterator[Verdict]:
        """Yield what becomes of each row; note rows that stand twice."""
        if not self.newer:
            self._alike(block)
        for at, row in enumerate(block.rows):
            number, respondent = block.numbers[at], respondents[at]
            who = respondent, rounds[at]
            if self.owners.get(number, who) != who:
                self.said.other_person.append(number)
            if self.newer and respondent:
                first = self.keys.setdefault((respondent, rounds[at]), number)
                if first != number:
                    self.said.same_key += [first, number]
            if number in self.aside:
                yield Verdict(REPLACED)
            elif self.newer:
                yield self.newer.verdict(number, respondent, rounds[at], row)
            else:
                yield Verdict(self.expected.reason(row) if self.expected else None)

    def _alike(self, block: Block) -> None:
        """Note rows that are alike in every cell, those of ignored columns too."""
        for number, row in zip(block.numbers, block.rows, strict=True):
            mark = digest(row)
            if mark in self.seen:
                self.said.identical.append(number)
            self.seen.add(mark)

    def _look(
        self,
        block: Block,
        attributes: list[list[str | None]],
        verdicts: Sequence[Verdict],
    ) -> None:
        """Look for people who were read before in another guise."""
        people_ = list(zip(*attributes[:4], strict=True))
        newer = [REPLACED if one.replaces else None for one in verdicts]
        rows, who = _left(block.rows, newer), _left(people_, newer)
        reasons = _left([one.reason for one in verdicts], newer)
        self.likeness.look(rows, who, reasons)
        for row, one in zip(block.rows, verdicts, strict=True):
            if held := one.replaces:
                cells = people.cells_of(self.store, held.origin)
                was = (held.record.number, cells)
                self.likeness.look_at_newer(row, was, reverts=one.reverts)

    def _set_aside(self, block: Block, attributes: list[list[str | None]]) -> None:
        """Code the rows anew that others have taken the place of since."""
        at = [at for at, number in enumerate(block.numbers) if number in self.aside]
        if not at:
            return
        rows = [block.rows[one] for one in at]
        answers = zip(*self.coder.answers(rows), strict=True)
        for one, row, cells in zip(at, rows, answers, strict=True):
            was = self.aside.pop(block.numbers[one])
            who = tuple(column[one] for column in attributes)
            coded = dict(zip(self.coder.questions, cells, strict=True))
            now = Row(was.row.number, who, coded, self.coder.source(row))
            replaced.keep(
                self.store, [Replaced(was.newer, self.number, was.instrument, now)]
            )

    def _refuse(self, block: Block, reasons: Sequence[str | None]) -> None:
        for number, reason in zip(block.numbers, reasons, strict=True):
            if reason:
                self.said.tally.refuse(reason, number)

    # -- after the last row ----------------------------------------------------

    def _end(self, before: ImportRecord | None, others: list[ImportRecord]) -> Result:
        """Enter what came of it, or say what is wrong.

        Raises:
            Refused: people who have been released would perhaps be counted again (R9).
        """
        said, unmatched = self.said, list(self.coder.unmatched())
        said.refuse_released(self.store, self.likeness)
        if problems := said.problems(unmatched):
            return Result(None, problems, unmatched)
        replaced.forget(self.store, [one.place for one in self.aside.values()])
        tally = said.tally
        self.store.finish_import(
            self.number,
            rows_in=tally.rows_in,
            rows_used=tally.rows_used,
            refused=tally.refused,
        )
        if self.newer:
            said.changed = self.newer.changed
            if self.choice.name != NO_MAPPING:  # forms settled are never all of them
                said.removed = list(self.newer.removed(self.choice.name))
        said.warnings = list(said.doubts(self.likeness, others, self.coding))
        return Result(said.log("recoded" if before else "imported"))


def _partitions(instrument: Instrument) -> set[tuple[str, ...]]:
    return {instrument.partition_of(question.id) for question in instrument.questions()}


def _without(block: Block, refused: Sequence[str | None]) -> Block:
    return Block(_left(block.numbers, refused), _left(block.rows, refused))


def _left(items: Sequence[T], refused: Sequence[str | None]) -> list[T]:
    pairs = zip(items, refused, strict=True)
    return [item for item, reason in pairs if not reason]
