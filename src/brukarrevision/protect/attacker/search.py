"""Looks for one more person of whom something is certain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations_with_replacement

from brukarrevision.protect.attacker.blocks import Block, Named, blocks
from brukarrevision.protect.attacker.shown import Certain, Contradiction, Shown
from brukarrevision.protect.attacker.solver import Case, World, solve
from brukarrevision.protect.attacker.statements import read

Worlds = dict[Block, list[World]]
"""Ways of answering that are known to fit."""


def certain(
    tables: Sequence[Shown], sizes: Mapping[str, int], coalition: int = 1
) -> tuple[Certain, ...]:
    """Return all that few who share their own answers know of one other person.

    Something is certain of the people of a group where, in every way of answering that
    fits all tables, everybody who answered but the coalition stands within it, and
    there may be such a person. A table without cells tells how many answered.

    Args:
        tables: everything that is shown, in all reports together.
        sizes: how many people each group has.
        coalition: how many may share their answers; fewer, and none, are tried too.

    Returns:
        Each answer and side once for the same people, with the smallest coalition.

    Raises:
        Contradiction: no way of answering fits the tables.
        Unsolved: the solver gave up.
    """
    named = list(blocks(read(tables), sizes))
    worlds = _explored(named, coalition)
    leaks = {b: list(_leaks(b, some, coalition)) for b, some in worlds.items()}
    found = (
        Certain(one.key[0], place, about, inside)
        for one in named
        for (place, about), inside in zip(one.about, leaks[one.block], strict=True)
        if inside is not None
    )
    return tuple(dict.fromkeys(found))


def interval(
    tables: Sequence[Shown],
    sizes: Mapping[str, int],
    question: str,
    group: str,
    options: tuple[str, ...],
) -> tuple[int, int]:
    """Return the least and the most people of a group who can have given any of these.

    Args:
        tables: everything that is shown.
        sizes: how many people each group has.
        question: as in the tables, or as the parent of a routed one.
        group: one group; it may be in no table.
        options: of a question with several answers each, one option, or all those that
            lead to another question.

    Raises:
        Contradiction: no way of answering fits the tables.
        Unsolved: the solver gave up.
    """
    keys = ((question, ()), (question, tuple(sorted(options))))
    for one in blocks(read(tables), sizes):
        place = next((p for p, _ in one.numbers if group in p), None)
        if one.key in keys and place:
            names = options if not one.key[1] else ("|".join(one.key[1]),)
            low, high = _ends(one, place, names)
            others = sum(sizes[g] for g in place) - sizes[group]
            return max(0, low - others), min(high, sizes[group])
    return 0, sizes[group]


def _ends(one: Named, place: frozenset[str], names: tuple[str, ...]) -> tuple[int, int]:
    """Return the least and the most of some numbers of a place together."""
    _start([one])
    of = [
        i for i, (where, a) in enumerate(one.numbers) if where == place and a in names
    ]
    cases = [Case(one.block, goal=tuple(of), sign=sign) for sign in (-1, 1)]
    low, high = (sum(w[i] for i in of) for w in solve(cases) if w)
    return low, high


def _start(named: Iterable[Named]) -> Worlds:
    """Return one world for each block."""
    owners = {one.block: one.key[0] for one in named}
    worlds: Worlds = {}
    found = solve([Case(block) for block in owners])
    for (block, owner), world in zip(owners.items(), found, strict=True):
        if world is None:
            raise Contradiction(owner)
        worlds[block] = [world]
    return worlds


def _explored(named: Iterable[Named], coalition: int) -> Worlds:
    """Return worlds enough to tell all that can be told of each block.

    One world with another person outside a target shows that it is not certain. So the
    solver is asked only what no known world shows: first whether some can be inside at
    all, then for the most people outside the target.
    """
    worlds = _start(named)
    for unknown in (_unmet, _unseen):
        cases = (unknown(block, some, coalition) for block, some in worlds.items())
        _learn(worlds, list(chain.from_iterable(cases)))
    return worlds


def _unmet(block: Block, worlds: list[World], coalition: int) -> Iterator[Case]:
    """Yield those who may be inside, but are so in no known world."""
    for case in _coalitions(block, coalition):
        if not _possible(case, worlds):
            yield case


def _unseen(block: Block, worlds: list[World], coalition: int) -> Iterator[Case]:
    """Yield for those who can be inside what no known world shows of the others."""
    goals = {goal for both in block.targets for goal in both}
    for case in _coalitions(block, coalition):
        if _possible(case, worlds):
            for goal in sorted(goals):
                if not _another(case, worlds, goal):
                    yield replace(case, goal=goal)


def _learn(worlds: Worlds, cases: Sequence[Case]) -> None:
    """Add a world of each case that has one."""
    for case, world in zip(cases, solve(cases), strict=True):
        if world is not None:
            worlds[case.block].append(world)


def _coalitions(block: Block, most: int) -> Iterator[Case]:
    """Yield nobody, then each alone, then two and so on, by the numbers they are in."""
    for size in range(most + 1):
        for inside in combinations_with_replacement(range(block.width), size):
            yield Case(block, inside)


def _leaks(block: Block, worlds: list[World], coalition: int) -> Iterator[int | None]:
    """Yield the smallest coalition that is certain of each target, None if none is."""
    cases = [c for c in _coalitions(block, coalition) if _possible(c, worlds)]
    for outside, everyone in block.targets:
        knowing = (
            len(case.insiders)
            for case in cases
            if _another(case, worlds, everyone) and not _another(case, worlds, outside)
        )
        yield next(knowing, None)


def _possible(case: Case, worlds: Iterable[World]) -> bool:
    """Tell whether some world is known where those inside answered so."""
    return any(map(case.holds, worlds))


def _another(case: Case, worlds: Iterable[World], of: tuple[int, ...]) -> bool:
    """Tell whether somebody else stands among these numbers in a known world."""
    inside = sum(at in of for at in case.insiders)
    return any(sum(w[i] for i in of) > inside for w in worlds if case.holds(w))
