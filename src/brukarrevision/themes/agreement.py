"""How far coders agree, in the measures that are used for it.

Pure arithmetic, without any library. Ratings are as in :mod:`.ratings`; each measure
says over how many coders, units and pairs of ratings it is, and why there is none where
there is none. All but the percentage ask how much of the agreement goes beyond chance,
as (po - pe) / (1 - pe); they differ in what they take chance to be.

Sources: Cohen 1960; Scott 1955; Fleiss 1971; Conger 1980; Brennan and Prediger 1981;
Krippendorff 2011; for gaps, Gwet, "Handbook of Inter-Rater Reliability" (2014).
"""

from collections.abc import Sequence
from itertools import combinations
from math import fsum

from brukarrevision.themes.krippendorff import Metric, alpha
from brukarrevision.themes.ratings import (
    PAIR,
    Agreement,
    Compared,
    Rating,
    Ratings,
    Reason,
    Spread,
    compared,
    pairs,
    raters,
    spread,
)

__all__ = [
    "Agreement",
    "Metric",
    "Rating",
    "Ratings",
    "Reason",
    "alpha",
    "brennan_prediger",
    "cohen",
    "conger",
    "fleiss",
    "fleiss_of_counts",
    "gwet",
    "percent",
    "ratings_of_table",
    "scott",
]

Counts = Sequence[Sequence[int]]


def percent(ratings: Ratings) -> Agreement:
    """Return the share, 0 to 1, of all pairs of ratings of one unit that are equal."""
    found = compared(ratings)
    return found.told(found.same)


def cohen(ratings: Ratings) -> Agreement:
    """Return Cohen's kappa of two coders, over the units that both rated.

    pe is the sum over values of the first coder's share of it times the second's.
    """
    rows = raters(ratings)
    if len(rows) > PAIR:
        return compared(rows).none("not_two")
    both = _both(rows)
    found = Compared(both, len(rows))
    return found.told(lambda: _beyond(found.same(), _conger(_apart(rows))))


def scott(ratings: Ratings) -> Agreement:
    """Return Scott's pi of two coders, over the units that both rated.

    pe is the sum of squares of the share of each value among both coders' ratings.
    """
    rows = raters(ratings)
    if len(rows) > PAIR:
        return compared(rows).none("not_two")
    return _fleiss(Compared(_both(rows), len(rows)))


def fleiss(ratings: Ratings) -> Agreement:
    """Return Fleiss' kappa; with gaps, as Gwet widens it.

    po is the mean over units, rated by two or more, of the share of pairs that agree;
    pe the sum of squares of the mean share of each value over all rated units.
    """
    return _fleiss(compared(ratings))


def fleiss_of_counts(counts: Counts) -> Agreement:
    """Return Fleiss' kappa from a table: a row a unit, how many chose each value.

    The number of coders is that of the unit with the most ratings.
    """
    units = [_filled(row) for row in counts]
    most = max((one.total() for one in units), default=0)
    return _fleiss(Compared(units, most))


def conger(ratings: Ratings) -> Agreement:
    """Return Conger's kappa: Cohen's for two coders or more, with gaps.

    pe is the mean over pairs of coders of what it is in Cohen's, each coder's share of
    a value being that among all that the coder rated.
    """
    found = compared(ratings)
    rows = [spread(row) for row in raters(ratings)]
    return found.told(lambda: _beyond(found.mean(), _conger(rows)))


def brennan_prediger(ratings: Ratings) -> Agreement:
    """Return Brennan and Prediger's kappa: pe is one by the number of values used."""
    found = compared(ratings)
    return found.told(lambda: _beyond(found.mean(), 1 / len(found.values)))


def gwet(ratings: Ratings) -> Agreement:
    """Return Gwet's AC1.

    pe is the sum of p(1 - p) over the mean shares p of the values, by their number less
    one.
    """
    found = compared(ratings)

    def ac1() -> float | None:
        if len(found.values) < PAIR:
            return None
        chance = fsum(p * (1 - p) for p in found.shares())
        return _beyond(found.mean(), chance / (len(found.values) - 1))

    return found.told(ac1)


def ratings_of_table(table: Counts) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the ratings of two coders from how often they gave each pair of values.

    Args:
        table: square; row i, column j: units that the first coder gave value i and the
            second value j.
    """
    cells = [(i, j, n) for i, row in enumerate(table) for j, n in enumerate(row)]
    first = tuple(i for i, _, n in cells for _ in range(n))
    return first, tuple(j for _, j, n in cells for _ in range(n))


def _fleiss(found: Compared) -> Agreement:
    def kappa() -> float | None:
        return _beyond(found.mean(), fsum(p * p for p in found.shares()))

    return found.told(kappa)


def _beyond(observed: float, chance: float) -> float | None:
    """Return agreement beyond chance; None where chance alone gives all of it."""
    return (observed - chance) / (1 - chance) if chance < 1 else None


def _conger(rows: Sequence[Spread]) -> float:
    """Return the agreement by chance of coders who each keep to their own shares."""
    parts = (
        sum(a[value] * b[value] for value in a) / (a.total() * b.total())
        for a, b in combinations(rows, PAIR)
    )
    return fsum(parts) / pairs(len(rows))


def _both(rows: Ratings) -> list[Spread]:
    """Return the values of the units that all have rated."""
    return [spread(unit) for unit in zip(*rows, strict=True) if None not in unit]


def _apart(rows: Ratings) -> list[Spread]:
    """Return the values of each coder, of the units that all have rated."""
    units = [unit for unit in zip(*rows, strict=True) if None not in unit]
    return [spread(row) for row in zip(*units, strict=True)]


def _filled(row: Sequence[int]) -> Spread:
    return Spread({value: number for value, number in enumerate(row) if number})
