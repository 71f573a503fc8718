"""Somebody who has every report of an audit, and knows who was counted where.

Nothing of the program decides here: what is shown of people whom no table tells apart
is held against every way in which they can have answered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from brukarrevision.protect.table import ProtectedTable

from .attacker import Secret, World, facts, worlds
from .histories import BAD, Table
from .histories import World as Audited

Numbers = tuple[tuple[str, int, int], ...]
"""Of some answers together, how many there are at least and at most."""

OPTIONS = {"r": "xz", "s": "123"}
"""The answers to a question; of the others, a and b."""


@dataclass(frozen=True)
class Told:
    """Of these people, who answered a question, so many gave these answers.

    ``coalition`` is how many insiders the plan asked for when it was first shown.
    """

    question: str
    people: frozenset[str]
    numbers: Numbers
    coalition: int


def leaks(audited: Audited) -> list[str]:
    """Return the questions where somebody's answer follows from all that was shown."""
    told = {one for tables in audited.shown for t in tables for one in _told(t)}
    found = set()
    for question in {one.question for one in told}:
        mine = [one for one in told if one.question == question]
        for part in _parts(mine):
            inside = min(one.coalition for one in part)
            if _certain(*_bare(part), _answers(question), _bad(question), inside):
                found.add(question)
    return sorted(found)


def _told(table: Table) -> Iterator[Told]:
    """Yield what a table tells of its question, and of the one that leads to it."""
    shown, name, inside = table.shown, "/".join(table.question), table.coalition
    if shown.shown == "hidden":
        return
    who = frozenset(p for p, cell in table.answered.items() if cell)
    numbers = [("".join(c.options), c.low, c.high) for c in shown.cells]
    if table.question[1] == "m":  # each option is a yes or no of its own
        for option, low, high in numbers:
            yield Told(f"{name}:{option}", who, (("a", low, high),), inside)
        return
    yield Told(name, who, tuple(sorted(numbers)), inside)
    if table.question[1] == "r" and shown.asked is not None:
        everybody = frozenset(table.answered)
        yield Told("enkat/q", everybody, (("a", shown.asked, shown.asked),), inside)


def _answers(question: str) -> str:
    return OPTIONS.get(question.rpartition("/")[2], "ab")


def _bad(question: str) -> str:
    return BAD.get(question.rpartition("/")[2], "")


def _parts(told: Iterable[Told]) -> list[list[Told]]:
    """Divide what is told so that no two parts are about the same person."""
    parts: list[tuple[frozenset[str], list[Told]]] = []
    for one in told:
        tied = [part for part in parts if part[0] & one.people]
        who = one.people.union(*(people for people, _ in tied))
        every = [one, *(other for _, some in tied for other in some)]
        parts = [part for part in parts if part not in tied] + [(who, every)]
    return [every for _, every in parts]


def _bare(
    part: list[Told],
) -> tuple[tuple[int, ...], frozenset[tuple[frozenset[int], Numbers]]]:
    """Return the sizes of the groups that are told apart, and the numbers by group."""
    where: dict[str, list[int]] = {}
    for at, one in enumerate(part):
        for person in one.people:
            where.setdefault(person, []).append(at)
    groups = sorted({tuple(some) for some in where.values()})
    sizes = tuple(sum(tuple(s) == g for s in where.values()) for g in groups)
    numbers = frozenset(
        (frozenset(i for i, g in enumerate(groups) if at in g), one.numbers)
        for at, one in enumerate(part)
    )
    return sizes, numbers


@cache
def _certain(
    sizes: tuple[int, ...],
    numbers: frozenset[tuple[frozenset[int], Numbers]],
    answers: str,
    bad: str,
    coalition: int,
) -> bool:
    """Tell whether few insiders are certain of somebody else; True if nothing fits."""
    fitting = [
        (world, None)
        for world in worlds(len(answers), sizes)
        if all(_fits(world, groups, some, answers) for groups, some in numbers)
    ]
    secrets = [Secret("answer", lambda profile: profile[0])]
    if bad:
        side = lambda profile: str(profile[0] in bad)  # noqa: E731
        secrets.append(Secret("side", side, frozenset({"False"})))
    profiles = [(one,) for one in answers]
    return not fitting or any(
        facts(fitting, profiles, secrets, inside) for inside in range(coalition + 1)
    )


def _fits(world: World, groups: frozenset[int], numbers: Numbers, answers: str) -> bool:
    return all(
        low <= sum(world[g][answers.index(o)] for g in groups for o in of) <= high
        for of, low, high in numbers
    )


def untrue(table: Table) -> bool:
    """Tell whether a table says something else than its people had answered."""
    shown = table.shown
    if shown.shown == "hidden":
        return bool(shown.cells or shown.n or shown.asked)
    given = [set(cell[1:].split()) for cell in table.answered.values() if cell]
    return shown.n != len(given) or not all(
        cell.low <= sum(bool(one & set(cell.options)) for one in given) <= cell.high
        for cell in shown.cells
    )


def summed(leaves: Iterable[ProtectedTable], total: ProtectedTable) -> bool:
    """Tell whether a total is what its leaves say together, and no more."""
    inside = [one for one in leaves if one.shown != "hidden"]
    if not inside:
        return total.shown == "hidden"
    ends = all(
        (cell.low, cell.high)
        == (
            sum(_between(one, set(cell.options))[0] for one in inside),
            sum(_between(one, set(cell.options))[1] for one in inside),
        )
        for cell in total.cells
    )
    return ends and total.n == sum(one.n or 0 for one in inside)


def _between(table: ProtectedTable, options: set[str]) -> tuple[int, int]:
    """Return the least and the most of some answers that one leaf allows."""
    within = [c for c in table.cells if set(c.options) <= options]
    touching = [c for c in table.cells if set(c.options) & options]
    most = sum(c.high for c in touching)
    return sum(c.low for c in within), min(table.n or most, most)
