"""A second opinion on everything shown: what could an attacker be certain of?

All releases and what is new are laid side by side as a reader has them, with who is in
which leaf worked out anew from the marks. The attacker shares no function with the
protection (ANONYMITY.md section 5).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from brukarrevision.audit import Audit
from brukarrevision.errors import Place, Refused, problem
from brukarrevision.model import sides
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.releases import Ledger
from brukarrevision.results.people import Atoms, People, leaves
from brukarrevision.results.shown import NewSplit, Result
from brukarrevision.store import Origin
from brukarrevision.tally import Key

if TYPE_CHECKING:
    from brukarrevision.protect import attacker


def second_opinion(
    audit: Audit,
    results: Sequence[Result],
    new: Sequence[NewSplit],
    ledger: Ledger,
    origins: Sequence[Origin],
) -> None:
    """Let the attacker at everything that would be shown.

    Raises:
        Refused: an answer would be certain, or it cannot be told that none is (R10).
    """
    from brukarrevision.protect import attacker

    coalition = audit.plan.anonymity.coalition
    found = leaves(new, ledger, People(ledger, origins), coalition)
    sizes: dict[str, int] = {}
    against: dict[str, int] = {}
    tables: list[attacker.Shown] = []
    for result in results:
        of = (result.instrument.id, result.round, result.protected.leaves[0].partition)
        atoms = Atoms.of(of, found.get(of, []))
        sizes |= atoms.sizes
        against |= atoms.coalition
        tables += _shown(result, atoms)
    try:
        certain = attacker.certain(tables, sizes, coalition)
    except (attacker.Contradiction, attacker.Unsolved):
        raise Refused(problem("opinion-none", Place(audit.slug))) from None
    told = {
        one.question
        for one in certain
        if one.coalition <= max(against[group] for group in one.groups)
    }
    if told:
        names = ", ".join(sorted(told))
        raise Refused(problem("opinion-certain", Place(audit.slug), questions=names))


def _shown(result: Result, atoms: Atoms) -> "Iterator[attacker.Shown]":
    """Yield the tables of a question: each leaf, and their sums."""
    for table, groups in zip(result.protected.leaves, atoms.of_leaf, strict=False):
        if table.shown != "hidden":
            yield _as_read(result, table, groups)
    for table, inside in _sums(result.protected):
        groups = frozenset[str]().union(*(atoms.of_leaf[at] for at in inside))
        yield _as_read(result, table, groups)


def _sums(
    protected: ProtectedQuestion,
) -> Iterator[tuple[ProtectedTable, list[int]]]:
    """Yield the total, and what stands together wherever leaves cover the same."""
    every = protected.leaves
    for keys in dict.fromkeys([None, *(leaf.keys for leaf in every)]):
        inside = [
            at
            for at, leaf in enumerate(every)
            if leaf.shown != "hidden" and keys in (None, leaf.keys)
        ]
        if len(inside) > 1:
            yield protected.over(_covering(keys)), inside


def _covering(wanted: tuple[Key, ...] | None) -> Callable[[tuple[Key, ...]], bool]:
    return lambda keys: wanted in (None, keys)


def _as_read(
    result: Result, table: ProtectedTable, groups: frozenset[str]
) -> "attacker.Shown":
    """Return a table as the attacker takes it."""
    from brukarrevision.protect import attacker

    question = result.question
    routing = list(question.routing.items())
    return attacker.Shown(
        question=_name(result, question.id),
        groups=groups,
        n=table.n or 0,
        options=tuple(option.id for option in table.options),
        cells=tuple(
            attacker.Numbers(cell.options, cell.low, cell.high) for cell in table.cells
        ),
        several=question.type == "select_multiple",
        sides=_sides(result),
        asked=table.asked,
        routed=(_name(result, routing[0][0]), routing[0][1])
        if len(routing) == 1
        else None,
    )


def _name(result: Result, question: str) -> str:
    parts = (result.instrument.id, result.round, question)
    return "/".join(part for part in parts if part)


def _sides(result: Result) -> tuple[frozenset[str], ...]:
    """Return the sides that nobody may be known to stand on (R2b)."""
    marks = sides.of(result.instrument, result.question)
    bad, good = sides.ids(marks, "negative"), sides.ids(marks, "positive")
    wanted = (bad, good) if result.question.sensitive else (bad,)
    return tuple(one for one in wanted if one)
