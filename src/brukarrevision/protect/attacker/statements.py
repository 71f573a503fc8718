"""From tables to plain statements: between so and so many gave one of these answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.protect.attacker.shown import Numbers, Shown

Answers = frozenset[str]

Key = tuple[str, tuple[str, ...]]
"""A question; or of it only whether people gave any of some answers, yes or no."""

Bound = tuple[Answers, int, int]
"""How many, at least and at most, gave one of these answers."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a reader knows of one question over some groups together.

    Attributes:
        n: how many answered; None where that is not told.
        answers: those that the statement knows of.
    """

    key: Key
    groups: frozenset[str]
    n: int | None
    answers: Answers
    bounds: frozenset[Bound]
    sides: frozenset[Answers] = frozenset()


def read(tables: Sequence[Shown]) -> list[Statement]:
    """Return what the numbers of all tables say, each statement once."""
    before: dict[str, list[Shown]] = {}
    for table in tables:
        before.setdefault(table.question, []).append(table)
    found = [s for table in tables for s in (*_of(table), *_link(table, before))]
    return list(dict.fromkeys(found))


def _of(table: Shown) -> Iterator[Statement]:
    """Yield what one table says of its own question."""
    if table.several:
        for option in table.options:
            yield _any(table, (option,))
        return
    bounds = frozenset((frozenset(c.options), c.low, c.high) for c in table.cells)
    answers = frozenset(table.options).union(*(of for of, _, _ in bounds))
    if answers:
        key, sides = (table.question, ()), frozenset(table.sides)
        yield Statement(key, table.groups, table.n, answers, bounds, sides)


def _any(table: Shown, wanted: tuple[str, ...]) -> Statement:
    """Return how many ticked any of some options, where each may tick several."""
    known = {cell.options: cell for cell in table.cells}
    cells = [known.get((o,), Numbers((o,), 0, table.n)) for o in wanted]
    low = max(cell.low for cell in cells)
    high = min(table.n, sum(cell.high for cell in cells))
    return _yes_no((table.question, wanted), table.groups, low, high, table.n)


def _yes_no(
    key: Key, groups: frozenset[str], low: int, high: int, n: int | None = None
) -> Statement:
    """Return how many gave any of some answers; a no is an answer too."""
    yes = "|".join(key[1])
    bound = (frozenset({yes}), low, high)
    return Statement(key, groups, n, bound[0] | {f"not:{yes}"}, frozenset({bound}))


def _link(table: Shown, before: Mapping[str, Sequence[Shown]]) -> Iterator[Statement]:
    """Yield what a routed question tells of the one before it (R6).

    Where that one is shown nowhere, or people may tick several of the answers that lead
    on, all that it tells is how many gave any of them.
    """
    if not table.routed or table.asked is None:
        return
    parent, wanted = table.routed
    wanted, asked, groups = tuple(sorted(set(wanted))), table.asked, table.groups
    shown = before.get(parent, ())
    if shown and not shown[0].several:
        of = frozenset(wanted)
        told = frozenset({(of, asked, asked)})
        yield Statement((parent, ()), groups, None, of, told, frozenset({of}))
        return
    yield _yes_no((parent, wanted), groups, asked, asked)
    if len(wanted) > 1:
        yield from (_yes_no((parent, (o,)), groups, 0, asked) for o in wanted)
        yield from (_any(one, wanted) for one in shown)
