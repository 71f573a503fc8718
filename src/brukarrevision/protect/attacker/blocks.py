"""From statements to the systems of inequalities that remain to be solved.

Statements that follow from others add nothing and are dropped: totals that are sums of
leaves. What is left falls apart into blocks that share no people and no question; most
are one group, and those that are alike but for names become the same block.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from brukarrevision.protect.attacker.shown import Contradiction
from brukarrevision.protect.attacker.statements import Answers, Key, Statement
from brukarrevision.protect.attacker.sums import Sums

Row = tuple[tuple[int, ...], int, int]
"""Which numbers are added up, and what their sum is at least and at most."""

Target = tuple[tuple[int, ...], tuple[int, ...]]
"""The numbers that tell how many stand outside, and all numbers of the same people."""

Groups = frozenset[str]

Number = tuple[Groups, str]
"""Somewhere and an answer; the number is how many there gave it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Unknown numbers, each how many people of one place gave one answer.

    Attributes:
        width: how many numbers there are, none negative.
        rows: what is known of their sums.
        targets: one for each thing that nobody may be sure of.
    """

    width: int
    rows: tuple[Row, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A block, and what its numbers and targets stand for."""

    key: Key
    block: Block
    numbers: tuple[Number, ...]
    about: tuple[tuple[Groups, Answers], ...]


def blocks(
    statements: Sequence[Statement], sizes: Mapping[str, int]
) -> Iterator[Named]:
    """Yield what is to be solved, question by question.

    Raises:
        Contradiction: some bounds leave no number.
    """
    by_key: dict[Key, list[Statement]] = {}
    for statement in statements:
        by_key.setdefault(statement.key, []).append(statement)
    for key, found in by_key.items():
        answers = sorted(frozenset().union(*(s.answers for s in found)))
        sums = Sums()
        found.sort(key=lambda s: (s.n is None, len(s.groups)))
        kept = [s for s in found if sums.add(s)]
        sides = frozenset().union(*(s.sides for s in found if s.n is not None))
        for part in _parts(kept):
            yield _block(key, part, answers, sides, sizes)


def _parts(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Divide statements so that no two parts share a group."""
    home: dict[str, list[Statement]] = {}
    for statement in statements:
        tied = {id(home[g]): home[g] for g in statement.groups if g in home}
        part = [*chain.from_iterable(tied.values()), statement]
        home |= dict.fromkeys(frozenset().union(*(s.groups for s in part)), part)
    return list({id(part): part for part in home.values()}.values())


def _block(
    key: Key,
    part: Sequence[Statement],
    answers: Sequence[str],
    sides: frozenset[Answers],
    sizes: Mapping[str, int],
) -> Named:
    """Return the block of statements that are tied to each other."""
    places = _places(part)
    rows = _rows(part, places, answers, sizes)
    if any(low > high for low, high in rows.values()):
        raise Contradiction(key[0])
    sides = sides.union(*(statement.sides for statement in part))
    at = {x: i for i, x in enumerate(_numbers(places, answers, rows, sides))}
    targets = _targets(at, places, answers, sides)
    found = ((tuple(sorted(at[x] for x in of)), *ends) for of, ends in rows.items())
    block = Block(len(at), tuple(sorted(found)), tuple(targets.values()))
    return Named(key, block, tuple(at), tuple(targets))


def _places(part: Sequence[Statement]) -> list[Groups]:
    """Return the groups, together where no statement tells them apart."""
    inside: dict[str, tuple[int, ...]] = {}
    for i, statement in enumerate(part):
        for group in statement.groups:
            inside[group] = (*inside.get(group, ()), i)
    places: dict[tuple[int, ...], set[str]] = {}
    for group, where in sorted(inside.items()):
        places.setdefault(where, set()).add(group)
    return [frozenset(groups) for groups in places.values()]


def _rows(
    part: Sequence[Statement],
    places: Sequence[Groups],
    answers: Sequence[str],
    sizes: Mapping[str, int],
) -> dict[frozenset[Number], tuple[int, int]]:
    """Return what is known of sums of numbers, one row for each sum."""
    rows: dict[frozenset[Number], tuple[int, int]] = {}

    def add(inside: Iterable[Groups], of: Iterable[str], low: int, high: int) -> None:
        row = frozenset(product(inside, of))
        least, most = rows.get(row, (low, high))
        rows[row] = max(least, low), min(most, high)

    for place in places:
        add([place], answers, 0, sum(sizes[group] for group in place))
    for statement in part:
        inside = [place for place in places if place <= statement.groups]
        if statement.n is not None:
            add(inside, answers, statement.n, statement.n)
        for of, low, high in statement.bounds:
            add(inside, of, low, high)
    return rows


def _numbers(
    places: Sequence[Groups],
    answers: Sequence[str],
    rows: Mapping[frozenset[Number], tuple[int, int]],
    sides: Iterable[Answers],
) -> list[Number]:
    """Return all numbers; of one place, in an order that does not go by their names."""

    def alike(number: Number) -> tuple[object, ...]:
        known = sorted((len(row), *ends) for row, ends in rows.items() if number in row)
        return known, sorted(len(side) for side in sides if number[1] in side)

    numbers = list(product(places, answers))
    return sorted(numbers, key=alike) if len(places) == 1 else numbers


def _targets(
    at: Mapping[Number, int],
    places: Sequence[Groups],
    answers: Sequence[str],
    sides: Iterable[Answers],
) -> dict[tuple[Groups, Answers], Target]:
    """Return what is not to be certain: single answers and sides, everywhere.

    What takes in every answer there is says nothing.
    """
    secrets = [*(frozenset({answer}) for answer in answers), *sorted(sides, key=sorted)]
    found = {}
    for place, secret in product(places, secrets):
        everyone = tuple(sorted(at[place, answer] for answer in answers))
        inside = {at[place, answer] for answer in answers if answer in secret}
        if len(inside) < len(everyone):
            found[place, secret] = (
                tuple(i for i in everyone if i not in inside),
                everyone,
            )
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
