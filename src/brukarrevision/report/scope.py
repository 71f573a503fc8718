"""Which reports there are: one for each unit that can be shown, and one for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.checks.plan import WHOLE
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.results import Result
from brukarrevision.tally import Key
from brukarrevision.workspace import is_device

_LONGEST = 80


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
        if self.is_whole(result):
            return result.protected.total()
        split = result.protected.leaves[0].partition
        return result.protected.over(
            lambda keys: all(self.covers(key, split) for key in keys)
        )

    def is_whole(self, result: Result) -> bool:
        """Tell whether the question is shown for all units together."""
        return not self.units or not splits(result)

    def covers(self, key: Key, partition: tuple[str, ...]) -> bool:
        """Tell whether those whom a key names are in this report."""
        if not self.units or "unit" not in partition:
            return True
        return key[partition.index("unit")] in self.units


def splits(result: Result) -> bool:
    """Tell whether a question's results are split by unit."""
    return "unit" in result.protected.leaves[0].partition


def scopes(results: Sequence[Result], order: Sequence[str]) -> tuple[Scope, ...]:
    """Return a scope for all, and one for each unit or merged units.

    Units that are only ever shown merged share one report that names them. Where one
    unit is all there is, the report for all is enough.

    Args:
        results: all questions.
        order: the plan's units.
    """
    split = [result for result in results if splits(result)]
    rank = {unit: at for at, unit in enumerate(order)}
    found = [_sets(result) for result in split]
    groups = [
        tuple(sorted(group, key=lambda unit: (rank.get(unit, len(rank)), unit)))
        for group in _groups(found)
        if any(units <= group for sets in found for units in sets)
    ]
    ordered = sorted(groups, key=lambda units: (rank.get(units[0], len(rank)), units))
    alone = len(ordered) < 2 and not any(_others(result) for result in split)  # noqa: PLR2004
    parts = () if alone else tuple(Scope(_file(units), units) for units in ordered)
    return (Scope(WHOLE), *parts)


def _file(units: tuple[str, ...]) -> str:
    """Return a name that a file can have, however many units are merged."""
    name = "+".join(units)
    if is_device(name):
        return f"{name}-1"
    return name if len(name) <= _LONGEST else f"{units[0]}+{len(units) - 1}"


def _groups(found: Sequence[set[frozenset[str]]]) -> set[frozenset[str]]:
    """Return the units that share a report: merged in a question, none alone in it."""
    groups = {unit: frozenset({unit}) for sets in found for s in sets for unit in s}
    for sets in found:
        alone = {unit for units in sets if len(units) == 1 for unit in units}
        for units in sets:
            if len(units) > 1 and alone.isdisjoint(units):
                joined = frozenset().union(*(groups[unit] for unit in units))
                groups |= dict.fromkeys(joined, joined)
    return set(groups.values())


def _sets(result: Result) -> set[frozenset[str]]:
    """Return the sets of units that the leaves of a question cover."""
    return {
        frozenset(unit for unit in units if unit is not None)
        for units in _units(result)
        if units and None not in units
    }


def _units(result: Result) -> list[set[str | None]]:
    at = result.protected.leaves[0].partition.index("unit")
    return [{key[at] for key in leaf.keys} for leaf in result.protected.leaves]


def _others(result: Result) -> bool:
    """Tell whether some respondents are in no unit's report."""
    unknown = any(None in units for units in _units(result))
    return unknown or bool(result.protected.left_out)
