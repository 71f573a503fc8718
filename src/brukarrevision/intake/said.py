"""What is said of the import of one file; never what anybody answered."""

from collections.abc import Iterable, Iterator, Sequence

from brukarrevision.errors import Place, Problem, Refused, problem
from brukarrevision.intake import header
from brukarrevision.intake.known import scope_of
from brukarrevision.intake.likeness import Likeness
from brukarrevision.intake.log import (
    Changed,
    ImportLog,
    Outcome,
    Removed,
    Unmatched,
    Unused,
)
from brukarrevision.intake.order import Order
from brukarrevision.intake.rows import Tally
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.store import ImportRecord, Store, releases

_LISTED = 20


class Said:
    """Puts into words what came of one file.

    Attributes:
        order: what was to be done.
        questions: how many got answers.
        tally: what became of its rows.
        same_key: rows of respondents that stand twice; ``identical``: rows that are
            alike in every cell.
        other_person: rows that took the place of others and are somebody else's now.
        without_unit: rows that say no unit.
        changed: rows that differ from earlier ones; ``removed``: rows that are gone.
    """

    def __init__(self, order: Order, questions: int) -> None:
        """Begin with nothing to say."""
        self.order, self.choice, self.questions = order, order.choice, questions
        self.tally = Tally()
        self.same_key: list[int] = []
        self.identical: list[int] = []
        self.other_person: list[int] = []
        self.without_unit = 0
        self.changed: Sequence[Changed] = ()
        self.removed: Sequence[Removed] = ()
        self.warnings: list[Problem] = []

    @property
    def _place(self) -> Place:
        return Place(self.choice.sheet.name)

    # -- what stops it ---------------------------------------------------------

    def refuse_released(self, store: Store, likeness: Likeness) -> None:
        """Stop where people who were released would perhaps be counted again (R9).

        Raises:
            Refused: they seem to be in this file.
        """
        if likeness.again and releases.kept(store):
            facts = {"rows": likeness.rows, "file": likeness.files}
            raise Refused(problem("release-rows-again", self._place, **facts))

    def problems(self, unmatched: Iterable[Unmatched]) -> list[Problem]:
        """Return what stops the import."""
        found = []
        if self.same_key:
            rows = numbers(sorted(set(self.same_key)))
            found.append(problem("map-same-respondent", self._place, rows=rows))
        if self.other_person:
            facts = {"rows": numbers(self.other_person), "mapping": self.choice.name}
            found.append(problem("replace-other-person", self._place, **facts))
        if not self.tally.rows_in or self._all("blank"):
            found.append(problem("csv-no-rows", self._place))
        return [*found, *map(self._unmatched, unmatched)]

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

    # -- what is doubtful ------------------------------------------------------

    def doubts(
        self, likeness: Likeness, others: Iterable[ImportRecord], coding: str
    ) -> Iterator[Problem]:
        """Yield what the user should look at.

        Args:
            likeness: to earlier files.
            others: the other imports of the instrument.
            coding: the hash of how cells were coded.
        """
        if self.without_unit and self.order.plan.units and self._by_unit():
            facts = {"rows": self.without_unit, "attribute": "unit"}
            yield problem("map-no-unit", self._place, **facts)
        if self.identical:
            yield self._rows("map-identical-rows", self.identical)
        yield from self._newer()
        for count, file in likeness.told:
            yield problem("map-rows-known", self._place, rows=count, file=file)
        for one in others:
            stale = one.mapping == self.choice.name and one.coding != coding
            if stale and scope_of(one) == self.order.scope:
                yield problem("map-stale", self._place, file=one.file)

    def _rows(self, code: str, rows: Sequence[int]) -> Problem:
        return problem(code, self._place, rows=len(rows), numbers=numbers(rows))

    def _newer(self) -> Iterator[Problem]:
        """Say which rows differ, and in what; and which are gone."""
        left = [one for one in self.changed if not one.taken]
        if left:
            facts = {"rows": len(left), "numbers": differing(left)}
            yield problem("map-changed", self._place, **facts)
        for one in self.removed:
            rows = {"rows": len(one.rows), "numbers": numbers(one.rows)}
            of = {"file": one.file, "number": one.number}
            yield problem("map-removed", self._place, **rows, **of)

    def _by_unit(self) -> bool:
        """Tell whether any result of the instrument is split by unit."""
        of = self.choice.instrument
        return any(
            "unit" in of.partition_of(question.id) for question in of.questions()
        )

    # -- the log ---------------------------------------------------------------

    def log(self, outcome: Outcome) -> ImportLog:
        """Return all that is to be told."""
        sheet = self.choice.sheet
        refused = {reason: tuple(rows) for reason, rows in self.tally.refused.items()}
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
            questions=self.questions,
            rows_in=self.tally.rows_in,
            rows_used=self.tally.rows_used,
            refused=refused,
            unused=self._unused(),
            changed=tuple(self.changed),
            removed=tuple(self.removed),
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

    def unchanged(self, record: ImportRecord) -> ImportLog:
        """Return the log of a file that has been read just so already."""
        self.tally.rows_in, self.tally.rows_used = record.rows_in, record.rows_used
        self.tally.refused = {r: list(rows) for r, rows in record.refused.items()}
        return self.log("unchanged")


def numbers(rows: Sequence[int]) -> str:
    """Return numbers of rows, the first twenty of many."""
    return _some(list(map(str, rows)))


def differing(rows: Sequence[Changed]) -> str:
    """Return numbers of rows, each with what differs in it."""
    return _some([f"{one.row} ({', '.join(one.questions)})" for one in rows])


def _some(texts: Sequence[str]) -> str:
    shown = ", ".join(texts[:_LISTED])
    return f"{shown} …" if len(texts) > _LISTED else shown
