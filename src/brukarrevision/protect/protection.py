"""From raw tallies to tables that may be shown: the one door between the two.

Raw counts go in, :class:`ProtectedTable` comes out, and nothing else in the toolkit
makes one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from brukarrevision.model import sides
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.plan import Plan
from brukarrevision.model.sides import ids
from brukarrevision.protect import rules
from brukarrevision.protect.partition import Leaf, partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.protect.totals import total
from brukarrevision.tally import Counts, Key, QuestionTally

_TABULATED = frozenset(
    {"select_one", "select_multiple", "rank", "integer", "decimal", "range"}
)


@dataclass(frozen=True, slots=True)
class ProtectedQuestion:
    """One question in one round: a table for each leaf; all else is a sum of them."""

    leaves: tuple[ProtectedTable, ...]
    left_out: tuple[Key, ...]

    def total(self) -> ProtectedTable:
        """Return the sum over all leaves that are shown (R3)."""
        return self.over(lambda _: True)

    def over(self, wanted: Callable[[tuple[Key, ...]], bool]) -> ProtectedTable:
        """Return the sum over the leaves whose keys are wanted, each whole or not."""
        inside = [t for t in self.leaves if t.keys and wanted(t.keys)]
        return total(tuple(inside) or (_nothing(self.leaves[0]),))


def _nothing(like: ProtectedTable) -> ProtectedTable:
    """Return the table of no leaf at all."""
    return ProtectedTable(
        like.instrument,
        like.question,
        like.round,
        like.partition,
        (),
        like.left_out,
        like.options,
        "hidden",
    )


def protect(
    tallies: Sequence[QuestionTally], plan: Plan, policy: Policy
) -> tuple[ProtectedQuestion, ...]:
    """Return what may be shown of each tally, in the same order."""
    door = _Door({(t.question.id, t.round): t for t in tallies}, plan, policy)
    return tuple(door.question(t) for t in tallies)


class _Door:
    """Decides leaf by leaf; remembers its decisions for routed questions (R6)."""

    def __init__(
        self,
        tallies: dict[tuple[str, str | None], QuestionTally],
        plan: Plan,
        policy: Policy,
    ) -> None:
        self.tallies = tallies
        self.plan = plan
        self.policy = policy
        self.decided: dict[tuple[str, str | None, Leaf], tuple[Cell, ...]] = {}

    def question(self, tally: QuestionTally) -> ProtectedQuestion:
        order = plan_order(tally.instrument, tally.partition, self.plan)
        split = partition(tally.sizes, order, self.policy)
        leaves = tuple(
            self._table(tally, leaf, split.left_out) for leaf in split.leaves
        )
        empty = Leaf((), 0)
        shown = leaves or (self._table(tally, empty, split.left_out),)
        return ProtectedQuestion(shown, split.left_out)

    def _table(
        self, tally: QuestionTally, leaf: Leaf, left_out: tuple[Key, ...]
    ) -> ProtectedTable:
        cells = self._cells(tally, leaf)
        counts = _counts(tally, leaf) if cells else None
        exact = all(cell.exact for cell in cells)
        return ProtectedTable(
            instrument=tally.instrument.id,
            question=tally.question.id,
            round=tally.round,
            partition=tally.partition,
            keys=leaf.keys,
            left_out=left_out,
            options=tally.options,
            shown="hidden" if not cells else "exact" if exact else "bounded",
            asked=counts.asked if counts else None,
            n=counts.n if counts else None,
            cells=cells,
        )

    def _cells(self, tally: QuestionTally, leaf: Leaf) -> tuple[Cell, ...]:
        """Return the cells of one leaf, empty where nothing may be shown of it."""
        mark = (tally.question.id, tally.round, leaf)
        if mark not in self.decided:
            self.decided[mark] = ()  # a question routed by itself stays hidden
            self.decided[mark] = self._decide(tally, leaf)
        return self.decided[mark]

    def _decide(self, tally: QuestionTally, leaf: Leaf) -> tuple[Cell, ...]:
        question = tally.question
        if question.type not in _TABULATED or not tally.options or not leaf.keys:
            return ()
        if question.id in tally.partition:
            return ()  # its leaves are its answers; their sizes tell it
        counts = _counts(tally, leaf)
        if counts.n < self.policy.min_group or not self._told(tally, leaf):
            return ()
        ids_ = [option.id for option in tally.options]
        pairs = tuple(zip(ids_, counts.counts, strict=True))
        if question.type == "select_multiple":
            return rules.many_answers(pairs, counts.n, self.policy)
        if sum(counts.counts) != counts.n:
            return ()  # the rules stand on each answer counting once
        negative = ids(sides.of(tally.instrument, question), "negative")
        show = rules.sensitive if question.sensitive else rules.one_answer
        return show(pairs, self.policy, negative)

    def _told(self, tally: QuestionTally, leaf: Leaf) -> bool:
        """Tell whether the answers that route here are shown exactly (R6).

        How many meet several conditions at once is shown nowhere: where one of them is
        known of everybody, such as age, it would tell the other of each.
        """
        routing = tally.question.routing
        return len(routing) <= 1 and all(
            self._exact(self.tallies.get((parent, tally.round)), tally, leaf, wanted)
            for parent, wanted in routing.items()
        )

    def _exact(
        self,
        parent: QuestionTally | None,
        tally: QuestionTally,
        leaf: Leaf,
        wanted: tuple[str, ...],
    ) -> bool:
        if parent is None or parent.partition != tally.partition:
            return False
        if _is_new_number(parent.question, wanted):
            return False
        exact = {c.options for c in self._cells(parent, leaf) if c.exact}
        return all((option,) in exact for option in wanted)


def _is_new_number(parent: Question, wanted: tuple[str, ...]) -> bool:
    """Tell whether how many were led on does not follow from what the parent shows.

    Those who ticked any of several options, or ranked one at any place, may be all of
    them although each number that is shown is small.
    """
    several = parent.type == "select_multiple" and len(set(wanted)) > 1
    return several or parent.type == "rank"


def _counts(tally: QuestionTally, leaf: Leaf) -> Counts:
    return reduce(add, (tally.parts[key] for key in leaf.keys))


def plan_order(
    instrument: Instrument, attributes: tuple[str, ...], plan: Plan
) -> Callable[[Key], object]:
    """Return the sort key of leaves: the plan's order, the unknown last."""
    known = [_values(instrument, plan, name) for name in attributes]
    ranks = [{value: at for at, value in enumerate(values)} for values in known]
    return lambda key: tuple(
        (rank.get(value or "", len(rank)), value or "")
        for rank, value in zip(ranks, key, strict=True)
    )


def _values(instrument: Instrument, plan: Plan, attribute: str) -> list[str]:
    """Return the known values of an attribute, in the plan's order."""
    if attribute == "unit":
        return [unit.id for unit in plan.units]
    if attribute == "group":
        return [group.id for group in plan.groups]
    question = instrument.question(attribute)
    return [choice.id for choice in instrument.options(question)] if question else []
