"""Which reports there are: one for each unit that can be shown, and one for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.protect.table import ProtectedTable
from brukarrevision.results import Result
from brukarrevision.tally import Key

WHOLE = "alla"


@dataclass(frozen=True, slots=True)
class Scope:
    """What one report is about.

    Attributes:
        name: the name of its files: unit ids joined with ``+``, or ``alla``.
        units: the units' ids; none for all together.
    """

    name: str
    units: tuple[str, ...] = ()

    def table(self, result: Result) -> ProtectedTable:
        """Return the question's table for this report (R3).

        A question whose partition lacks ``unit`` is shown for all together.
        """
        if not self.units or not splits(result):
            return result.protected.total()
        at = result.protected.leaves[0].partition.index("unit")

        def inside(keys: tuple[Key, ...]) -> bool:
            return {key[at] for key in keys} <= set(self.units)

        return result.protected.over(inside)

    def is_whole(self, result: Result) -> bool:
        """Tell whether the question is shown for all units together."""
        return not self.units or not splits(result)


def splits(result: Result) -> bool:
    """Tell whether a question's results are split by unit."""
    return "unit" in result.protected.leaves[0].partition


def scopes(results: Sequence[Result], order: Sequence[str]) -> tuple[Scope, ...]:
    """Return a scope for all, and one for each unit or merged units.

    Units that are only ever shown merged share one report that names them.

    Args:
        results: all questions.
        order: the plan's units.
    """
    sets = [_sets(result) for result in results if splits(result)]
    known = {unit for found in sets for units in found for unit in units}
    groups = {unit: frozenset({unit}) for unit in known}
    for found in sets:
        alone = {unit for units in found if len(units) == 1 for unit in units}
        for units in found:
            if len(units) > 1 and alone.isdisjoint(units):
                joined = frozenset().union(*(groups[unit] for unit in units))
                groups |= dict.fromkeys(joined, joined)
    rank = {unit: at for at, unit in enumerate(order)}
    ordered = [
        tuple(sorted(group, key=lambda u: (rank.get(u, len(rank)), u)))
        for group in dict.fromkeys(groups[u] for u in sorted(known, key=lambda u: (rank.get(u, len(rank)), u)))
    ]
    whole = Scope(WHOLE)
    if len(ordered) < 2 and not _left_out(results):  # noqa: PLR2004 - one unit is the whole
        return (whole,)
    return (whole, *(Scope("+".join(units), units) for units in ordered))


def _sets(result: Result) -> set[frozenset[str]]:
    """Return the sets of units that the leaves of a question cover."""
    at = result.protected.leaves[0].partition.index("unit")
    found = set()
    for leaf in result.protected.leaves:
        units = [key[at] for key in leaf.keys]
        if units and None not in units:
            found.add(frozenset(unit for unit in units if unit is not None))
    return found


def _left_out(results: Sequence[Result]) -> bool:
    return any(result.protected.left_out for result in results if splits(result))
