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

Groups = frozenset[str]

Number = tuple[Groups, str]
"""Somewhere and an answer; the number is how many there gave it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Unknown numbers, each how many people of one place gave one answer.

    Attributes:
        width: how many numbers there are, none negative.
        rows: what is known of their sums.
        targets: for each thing that nobody may be sure of, the numbers that tell how
            many stand outside it, and all numbers of the same people.
    """

    width: int
    rows: tuple[Row, ...]
    targets: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


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
        sums = Sums(frozenset(answers))
        found.sort(key=lambda s: (s.n is None, len(s.groups)))
        kept = [s for s in found if sums.add(s)]
        for part in _parts(kept):
            yield _block(key, part, answers, sizes)


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
    sizes: Mapping[str, int],
) -> Named:
    places = _places(part)
    rows = _rows(part, places, answers, sizes)
    if any(low > high for low, high in rows.values()):
        raise Contradiction(key[0])
    sides = {side for statement in part for side in statement.sides}
    numbers = [(place, answer) for place in places for answer in answers]
    if len(places) == 1:
        numbers.sort(key=lambda number: _likeness(number, rows, sides))
    at = {number: i for i, number in enumerate(numbers)}
    secrets = [*(frozenset({a}) for a in answers), *sorted(sides, key=sorted)]
    about = [(p, s) for p in places for s in secrets if not s.issuperset(answers)]
    targets = {
        (place, secret): (
            _at(at, place, (a for a in answers if a not in secret)),
            _at(at, place, answers),
        )
        for place, secret in about
    }
    about.sort(key=lambda one: targets[one])
    found = ((tuple(sorted(at[x] for x in of)), *ends) for of, ends in rows.items())
    block = Block(len(at), tuple(sorted(found)), tuple(targets[one] for one in about))
    return Named(key, block, tuple(numbers), tuple(about))


def _at(
    at: Mapping[Number, int], place: Groups, answers: Iterable[str]
) -> tuple[int, ...]:
    return tuple(sorted(at[place, answer] for answer in answers))


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


def _likeness(
    number: Number,
    rows: Mapping[frozenset[Number], tuple[int, int]],
    sides: Iterable[Answers],
) -> tuple[object, ...]:
    """Return what answers are put in order by: the same for those that are alike."""
    known = sorted((len(row), *ends) for row, ends in rows.items() if number in row)
    return known, sorted(len(side) for side in sides if number[1] in side)
