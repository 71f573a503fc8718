"""Ratings by several coders, and what of them there is to compare.

Ratings stand as a row for each coder and a column for each unit: what was coded, here a
respondent's answer to a question under one code. None means that the coder did not rate
the unit.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

Rating = int | float | None
Ratings = Sequence[Sequence[Rating]]
Reason = Literal["one_coder", "no_overlap", "one_value", "not_two", "below_zero"]
Spread = Counter[float]
"""How many coders gave a unit each value."""

PAIR = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """A measure of agreement, or why there is none.

    Attributes:
        value: 1 is full agreement, 0 what chance gives (in a percentage: no agreement);
            None where it cannot be computed.
        reason: why it cannot: fewer than two coders; no unit that two have rated; only
            one value, so that chance gives all of it; a measure for two coders was
            asked of more; a ratio of numbers below zero.
        coders: how many rated anything.
        units: how many units two or more have rated.
        pairs: how many pairs of ratings of one unit were compared.
    """

    value: float | None
    reason: Reason | None
    coders: int
    units: int
    pairs: int


class Compared:
    """The values each unit was given, and what follows from them alone.

    Attributes:
        coders: how many rated anything.
        every: the values of each unit that anybody rated; ``shared``: of those that two
            or more did.
        units: how many those are; ``pairs``: the pairs of ratings in them.
        values: those used at all, in their order.
    """

    def __init__(self, spread: Iterable[Spread], coders: int) -> None:
        """Take the values of each unit."""
        self.coders = coders
        self.every = [one for one in spread if one]
        self.shared = [one for one in self.every if one.total() >= PAIR]
        self.units = len(self.shared)
        self.pairs = sum(pairs(one.total()) for one in self.shared)
        self.values = sorted({value for one in self.every for value in one})

    def told(self, measure: Callable[[], float | None]) -> Agreement:
        """Return a measure, or the first reason why there is none."""
        if self.coders < PAIR:
            return self.none("one_coder")
        if not self.units:
            return self.none("no_overlap")
        value = measure()
        return self.none("one_value") if value is None else self._with(value, None)

    def none(self, reason: Reason) -> Agreement:
        """Return that there is no measure."""
        return self._with(None, reason)

    def _with(self, value: float | None, reason: Reason | None) -> Agreement:
        return Agreement(value, reason, self.coders, self.units, self.pairs)

    def same(self) -> float:
        """Return the share of all pairs of ratings of one unit that are the same."""
        return sum(_same(one) for one in self.shared) / self.pairs

    def mean(self) -> float:
        """Return the mean over units of the share of pairs that are the same."""
        parts = (_same(one) / pairs(one.total()) for one in self.shared)
        return fsum(parts) / self.units

    def shares(self) -> list[float]:
        """Return the mean share of each value over all units that anybody rated."""
        number = len(self.every)
        return [
            fsum(one[value] / one.total() for one in self.every) / number
            for value in self.values
        ]


def compared(ratings: Ratings) -> Compared:
    """Return what there is to compare; a coder who rated nothing is none."""
    rows = raters(ratings)
    return Compared((spread(unit) for unit in zip(*rows, strict=True)), len(rows))


def raters(ratings: Ratings) -> list[Sequence[Rating]]:
    """Return the rows of the coders who rated anything."""
    return [row for row in ratings if any(one is not None for one in row)]


def spread(ratings: Iterable[Rating]) -> Spread:
    """Return how often each value stands among ratings."""
    return Counter(one for one in ratings if one is not None)


def pairs(number: int) -> int:
    """Return how many pairs there are of so many."""
    return number * (number - 1) // 2


def _same(one: Spread) -> int:
    return sum(map(pairs, one.values()))
