"""An attacker with every output in hand, who knows the rules and can run the program.

Written from scratch: nothing here is shared with the protection. The attacker is given
every *world* (each way that people may have answered) and what would be shown in it,
and keeps, for one output, all worlds that would have given it. What holds of somebody
in all of them is certain.

People of one leaf who gave the same answers are alike, so a world is, for each leaf,
how many people have each *profile* (one person's answers to all questions). A person
can then have any profile that somebody not inside has in some remaining world.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

Leaf = tuple[int, ...]
"""How many people have each profile, in the order of the profiles."""

World = tuple[Leaf, ...]

Insiders = tuple[tuple[int, int], ...]
"""Those who share their own answers: the leaf and the profile of each."""


def leaves(profiles: int, people: int) -> Iterator[Leaf]:
    """Yield every way that so many people can have so many profiles."""
    if profiles == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in leaves(profiles - 1, people - first):
            yield (first, *rest)


def worlds(profiles: int, sizes: Sequence[int]) -> Iterator[World]:
    """Yield every world of leaves of these sizes."""
    yield from product(*(tuple(leaves(profiles, size)) for size in sizes))


@dataclass(frozen=True)
class Secret:
    """Something that nobody may be sure of about another person.

    Attributes:
        name: what it is, for messages.
        of: its value by profile; None where the attacker knows from elsewhere that it
            does not apply to the person, such as that they left the question blank.
        harmless: values that may be certain.
    """

    name: str
    of: Callable[[tuple[str, ...]], str | None]
    harmless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fact:
    """What is certain of every other person in a leaf, given an output."""

    output: Hashable
    insiders: Insiders
    leaf: int
    secret: str
    value: str


def _insiders(world: World, size: int) -> Iterator[Insiders]:
    """Yield every set of so many people, by leaf and profile."""
    present = [
        (at, profile)
        for at, leaf in enumerate(world)
        for profile, people in enumerate(leaf)
        if people
    ]
    for some in combinations_with_replacement(present, size):
        if all(some.count(one) <= world[one[0]][one[1]] for one in set(some)):
            yield some


def _others(world: World, at: int, insiders: Insiders) -> int:
    """Return the profiles that somebody else has in a leaf, as bits."""
    bits = 0
    for profile, people in enumerate(world[at]):
        if people > insiders.count((at, profile)):
            bits |= 1 << profile
    return bits


def facts(
    shown: Iterable[tuple[World, Hashable]],
    profiles: Sequence[tuple[str, ...]],
    secrets: Sequence[Secret],
    coalition: int,
) -> set[Fact]:
    """Return everything that a coalition of this size can be certain of.

    Args:
        shown: every world with the output that it gives.
        profiles: the answers of one person, to all questions; worlds count them.
        secrets: what to look for.
        coalition: how many know their own answers.
    """
    numbers: dict[Hashable, int] = {}
    possible: dict[tuple[int, Insiders, int], int] = defaultdict(int)
    for world, output in shown:
        number = numbers.setdefault(output, len(numbers))
        for insiders in _insiders(world, coalition):
            for at in range(len(world)):
                possible[number, insiders, at] |= _others(world, at, insiders)
    outputs = list(numbers)
    tables = [(s, [s.of(profile) for profile in profiles]) for s in secrets]
    found = set()
    for (number, insiders, at), bits in possible.items():
        for secret, values in tables:
            left = {v for i, v in enumerate(values) if bits >> i & 1} - {None}
            if len(left) == 1 and not left <= secret.harmless:
                (value,) = left
                fact = Fact(outputs[number], insiders, at, secret.name, str(value))
                found.add(fact)
    return found
