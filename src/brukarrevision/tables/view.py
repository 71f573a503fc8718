"""A table as it is printed, whatever the format, protected or raw."""

from collections.abc import Mapping
from dataclasses import dataclass

from brukarrevision import wording
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.results import Result
from brukarrevision.tally import Key, QuestionTally


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the answers it covers and how many, exactly or between two numbers."""

    ids: tuple[str, ...]
    label: str
    low: int
    high: int
    percent: int | None

    @property
    def exact(self) -> bool:
        """Tell whether the number itself is shown."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class View:
    """One table: of a question, for all or for one leaf of its partition.

    ``values`` are the attributes the table is split by, each with the ids it covers;
    ``left_out`` names those in no number; ``missing`` is reasons, or ``total`` alone.
    """

    instrument: Instrument
    question: Question
    round: str | None
    values: Mapping[str, tuple[str | None, ...]]
    name: str
    left_out: tuple[str, ...]
    shown: str
    asked: int | None
    n: int | None
    missing: Mapping[str, int] | None
    lines: tuple[Line, ...]
    phrase: str | None
    protected: bool


def of_protected(
    result: Result,
    table: ProtectedTable,
    by: tuple[str, ...],
    plan: Plan,
    asked_for: tuple[Key, ...] = (),
) -> View:
    """Return the view of a table that may be shown.

    ``asked_for`` are the leaves that were asked for: a hidden table covers none, and
    does not say itself of whom it would have been.
    """
    keys = table.keys or asked_for
    not_in = [k for k in table.left_out if k not in keys]
    names = wording.names(keys, table.partition, plan, result.instrument)
    left = wording.names(not_in, table.partition, plan, result.instrument)
    return View(
        instrument=result.instrument,
        question=result.question,
        round=table.round,
        values=_values(keys, table.partition, by),
        name=wording.listed(dict.fromkeys(names), plan.language) if by else "",
        left_out=tuple(dict.fromkeys(left)),
        shown=table.shown,
        asked=table.asked,
        n=table.n,
        missing=None if table.missing is None else {"total": table.missing},
        lines=tuple(_line(table, cell, plan) for cell in wording.told(table)),
        phrase=wording.phrase(table, plan.language),
        protected=True,
    )


def _values(
    keys: tuple[Key, ...], partition: tuple[str, ...], by: tuple[str, ...]
) -> dict[str, tuple[str | None, ...]]:
    at = [(name, partition.index(name)) for name in by if name in partition]
    return {name: tuple(dict.fromkeys(key[i] for key in keys)) for name, i in at}


def _line(table: ProtectedTable, cell: Cell, plan: Plan) -> Line:
    n = table.n or 0
    told = cell.exact and n >= wording.PERCENT_FROM
    return Line(
        ids=cell.options,
        label=wording.labels(table, cell, plan.language),
        low=cell.low,
        high=cell.high,
        percent=wording.percent(cell.low, n) if told else None,
    )


def of_raw(tally: QuestionTally) -> View:
    """Return the view of raw counts; only for output marked as unprotected."""
    total = tally.total()
    lines = tuple(
        Line(
            (option.id,),
            option.label,
            count,
            count,
            wording.percent(count, total.n) if total.n else None,
        )
        for option, count in zip(tally.options, total.counts, strict=True)
    )
    return View(
        instrument=tally.instrument,
        question=tally.question,
        round=tally.round,
        values={},
        name="",
        left_out=(),
        shown="exact",
        asked=total.asked,
        n=total.n,
        missing={reason: n for reason, n in total.missing.items() if _told(reason, n)},
        lines=lines,
        phrase=None,
        protected=False,
    )


def _told(reason: str, n: int) -> bool:
    return n > 0 or reason in ("blank", "not_asked")
