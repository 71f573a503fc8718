"""Why something is bounded, hidden, merged or left out: the rule, never a value.

All of it follows from what is shown and from the instrument, so that an explanation
tells nothing that the tables do not (``tally --explain``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from brukarrevision.model import sides
from brukarrevision.model.instrument import NUMERIC, SELECTING
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.results.counting import is_aside
from brukarrevision.results.shown import Result, Results
from brukarrevision.tally import Key

Why = Literal[
    "merged",
    "left_out",
    "late",
    "unasked",
    "own_words",
    "no_bands",
    "splits",
    "no_sides",
    "conditions",
    "routed",
    "few",
    "top",
    "side",
    "split",
    "option",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work.

    Attributes:
        instrument: whose respondents it is about.
        rule: its name in the rules of anonymity, such as ``R2``.
        question: that it is about, None if it is about all of the partition's.
        keys: whom it is about.
    """

    instrument: str
    rule: str
    why: Why
    question: str | None
    round: str | None
    partition: tuple[str, ...]
    keys: tuple[Key, ...]


def reasons(results: Results) -> Iterator[Reason]:
    """Yield every rule that keeps something from being shown as it is."""
    yield from dict.fromkeys(one for r in results.questions for one in _grouped(r))
    for result in results.questions:
        if not is_aside(result.question.id):
            yield from _of_question(result, results.questions)


def _of_question(result: Result, every: Sequence[Result]) -> Iterator[Reason]:
    """Yield the rules at work in a question, each with all leaves it is at work in."""
    found: dict[tuple[str, Why], tuple[Key, ...]] = {}
    for at, leaf in enumerate(result.protected.leaves):
        rule = _why(result, leaf, every, unasked=at in result.unasked)
        if leaf.keys and rule:
            found[rule] = (*found.get(rule, ()), *leaf.keys)
    split = result.protected.leaves[0].partition
    for (name, why), keys in found.items():
        of = (result.question.id, result.round, split, keys)
        yield Reason(result.instrument.id, name, why, *of)


def _grouped(result: Result) -> Iterator[Reason]:
    """Yield what became of those too few, the same for all questions of a split."""
    protected, name = result.protected, result.instrument.id
    split = protected.leaves[0].partition
    shown = {key for leaf in protected.leaves for key in leaf.keys}
    for leaf in protected.leaves:
        if len(leaf.keys) > 1:
            yield Reason(name, "R1", "merged", None, result.round, split, leaf.keys)
    few = tuple(key for key in protected.left_out if key not in shown)
    late = tuple(key for key in protected.left_out if key in shown)
    if few:
        yield Reason(name, "R1", "left_out", None, result.round, split, few)
    if late:
        yield Reason(name, "R9", "late", None, result.round, split, late)


def _why(
    result: Result, leaf: ProtectedTable, every: Sequence[Result], *, unasked: bool
) -> tuple[str, Why] | None:
    """Return why one leaf of a question does not show exact counts."""
    if unasked:
        return "R9", "unasked"
    if leaf.shown == "hidden":
        return _hidden(result, leaf, every)
    if leaf.shown == "bounded":
        return _bounded(result, leaf)
    return None


def _hidden(
    result: Result, leaf: ProtectedTable, every: Sequence[Result]
) -> tuple[str, Why]:
    """Return the first rule that hides a leaf; else too few have answered."""
    question = result.question
    routed = question.routing and not _parents_exact(result, leaf, every)
    rules: tuple[tuple[object, tuple[str, Why]], ...] = (
        (question.type not in SELECTING | NUMERIC, ("R5", "own_words")),
        (not leaf.options, ("R5", "no_bands")),
        (question.id in leaf.partition, ("R1", "splits")),
        (question.sensitive and not _negative(result), ("R5", "no_sides")),
        (len(question.routing) > 1, ("R6", "conditions")),
        (routed, ("R6", "routed")),
    )
    return next((rule for holds, rule in rules if holds), ("R5", "few"))


def _parents_exact(
    result: Result, leaf: ProtectedTable, every: Sequence[Result]
) -> bool:
    """Tell whether all that leads to a question is shown exactly in a leaf."""
    parents = [
        table
        for one in every
        if one.round == result.round
        and one.instrument.id == result.instrument.id
        and one.question.id in result.question.routing
        for table in one.protected.leaves
        if table.keys == leaf.keys
    ]
    return bool(parents) and all(table.shown == "exact" for table in parents)


def _bounded(result: Result, leaf: ProtectedTable) -> tuple[str, Why]:
    if result.question.type == "select_multiple":
        return "R5", "option"
    if result.question.sensitive:
        return "R5", "split"
    most = frozenset(leaf.cells[0].options)
    return ("R2b", "side") if most == _negative(result) else ("R2", "top")


def _negative(result: Result) -> frozenset[str]:
    return sides.ids(sides.of(result.instrument, result.question), "negative")
