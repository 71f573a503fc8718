"""Krippendorff's alpha, from the published description alone."""

from collections.abc import Callable, Iterable
from itertools import combinations
from math import fsum
from typing import Literal

from brukarrevision.themes.ratings import PAIR, Agreement, Ratings, Spread, compared

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Apart = Callable[[float, float], float]
"""How far apart two values are, squared."""


def alpha(ratings: Ratings, metric: Metric = "nominal") -> Agreement:
    """Return Krippendorff's alpha, with gaps and for any number of coders.

    1 - Do / De: the difference seen within units, over the one expected between any two
    of all ratings (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011).

    Args:
        ratings: a row a coder, a column a unit.
        metric: ``nominal`` knows only same and different, ``ordinal`` the order of
            numbers, ``interval`` their distance, ``ratio`` their distance by their sum
            (none may be below zero).
    """
    found = compared(ratings)
    used = _together(found.shared)
    if metric == "ratio" and any(value < 0 for value in used):
        return found.none("below_zero")
    apart = _APART[metric](used)

    def value() -> float | None:
        expected = _differences(used, apart)
        within = (_differences(o, apart) / (o.total() - 1) for o in found.shared)
        return 1 - (used.total() - 1) * fsum(within) / expected if expected else None

    return found.told(value)


def _together(units: Iterable[Spread]) -> Spread:
    every = Spread()
    for one in units:
        every.update(one)
    return every


def _differences(given: Spread, apart: Apart) -> float:
    """Return the sum of the differences of every pair of ratings."""
    pairs = combinations(sorted(given), PAIR)
    return fsum(given[a] * given[b] * apart(a, b) for a, b in pairs)


def _nominal(_used: Spread) -> Apart:
    return lambda _a, _b: 1


def _ordinal(used: Spread) -> Apart:
    """Count the ratings from one value to the other, half of those at either end."""
    middle: dict[float, float] = {}
    below = 0
    for value in sorted(used):
        middle[value] = below + used[value] / 2
        below += used[value]
    return lambda a, b: (middle[a] - middle[b]) ** 2


def _interval(_used: Spread) -> Apart:
    return lambda a, b: (a - b) ** 2


def _ratio(_used: Spread) -> Apart:
    return lambda a, b: ((a - b) / (a + b)) ** 2


_APART: dict[Metric, Callable[[Spread], Apart]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}
