"""Every world that fits some tables, and what is certain in all of them.

The other side of the second opinion: every way of answering is tried, and given to the
attacker of the enumeration. ``test_second_opinion.py`` wants the two to agree.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from brukarrevision.protect.attacker import Certain, Numbers, Shown

from .attacker import Secret, World, facts, worlds

BLANK = ""
"""The profile of whoever did not answer."""

Found = dict[tuple[frozenset[str], frozenset[str]], int]
"""The smallest coalition that is certain, by group and answer or side."""


def table(
    groups: Iterable[str], n: int, *cells: tuple[str, int, int], of: str, **more: object
) -> Shown:
    """Return a table of a question ``q`` whose answers are single letters."""
    numbers = tuple(Numbers(tuple(ids), low, high) for ids, low, high in cells)
    return Shown("q", frozenset(groups), n, tuple(of), numbers, **more)  # type: ignore[arg-type]


def exactly(groups: Iterable[str], of: str, *counts: int, **more: object) -> Shown:
    """Return a table that tells every number."""
    cells = ((i, count, count) for i, count in zip(of, counts, strict=True))
    return table(groups, sum(counts), *cells, of=of, **more)


def fits(
    world: World, of: Sequence[Shown], groups: Sequence[str], profiles: Sequence[str]
) -> bool:
    """Tell whether a world gives these tables; a profile is the answers of a person."""
    return all(_gives(world, one, groups, profiles) for one in of)


def _gives(
    world: World, shown: Shown, groups: Sequence[str], profiles: Sequence[str]
) -> bool:
    people = [
        (profile, many)
        for group, leaf in zip(groups, world, strict=True)
        for profile, many in zip(profiles, leaf, strict=True)
        if group in shown.groups
    ]
    if sum(many for profile, many in people if profile != BLANK) != shown.n:
        return False
    return all(
        cell.low
        <= sum(many for profile, many in people if set(profile) & set(cell.options))
        <= cell.high
        for cell in shown.cells
    )


def _secrets(of: Sequence[Shown]) -> Iterator[tuple[frozenset[str], Secret]]:
    """Yield what nobody may be sure of, each with how the attacker names it."""
    for option in of[0].options:
        yes, no = frozenset({option}), frozenset({f"not:{option}"})
        for about, bad in ((yes, "True"), (no, "False")):
            if about == yes or of[0].several:
                harmless = frozenset({"True", "False"} - {bad})
                yield about, Secret(option, _within(yes), harmless)
    for some in of[0].sides:
        if not some.issuperset(of[0].options):
            yield some, Secret("side", _within(some), frozenset({"False"}))


def _within(some: Iterable[str]) -> Callable[[tuple[str, ...]], str | None]:
    wanted = set(some)
    return lambda profile: (
        None if profile[0] == BLANK else str(bool(wanted & set(profile[0])))
    )


def known(
    of: Sequence[Shown],
    sizes: Mapping[str, int],
    profiles: Sequence[str],
    coalition: int,
) -> Found:
    """Return everything that is certain, tried out world by world."""
    groups = list(sizes)
    every = [*profiles, BLANK]
    shown = [
        (world, None)
        for world in worlds(len(every), list(sizes.values()))
        if fits(world, of, groups, every)
    ]
    found: Found = {}
    for about, secret in _secrets(of):
        for inside in range(coalition + 1):
            for fact in facts(shown, [(p,) for p in every], [secret], inside):
                if all(every[at] != BLANK for _, at in fact.insiders):
                    mark = frozenset({groups[fact.leaf]}), about
                    found.setdefault(mark, inside)
    return found


def by_group(found: Iterable[Certain]) -> Found:
    """Return what the second opinion found in the same form."""
    return {
        (frozenset({group}), one.about): one.coalition
        for one in found
        for group in one.groups
    }
