"""How far the coders of an audit agree, in all and by theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from brukarrevision.themes.agreement import (
    Agreement,
    Rating,
    alpha,
    cohen,
    fleiss,
    percent,
)
from brukarrevision.themes.coding import Matrix

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of some units: respondent, question and code, 0 or 1.

    ``kappa`` is Cohen's for two coders, Fleiss' for more; ``alpha`` is Krippendorff's,
    nominal. Those who have read the same answers are compared, and no others.
    """

    percent: Agreement
    kappa: Agreement
    alpha: Agreement


def measured(matrix: Matrix) -> Measured:
    """Return how far the coders agree on everything in a matrix."""
    ratings = [_row(matrix, coder) for coder in coders(matrix)]
    kappa = cohen if len(ratings) == _PAIR else fleiss
    return Measured(percent(ratings), kappa(ratings), alpha(ratings))


def by_code(matrix: Matrix) -> Mapping[str, Measured]:
    """Return how far the coders agree on each code, in the order of the codes."""
    parts: dict[str, Matrix] = {}
    for unit, said in matrix.items():
        parts.setdefault(unit[2], {})[unit] = said
    return {code: measured(part) for code, part in parts.items()}


def coders(matrix: Matrix) -> tuple[str, ...]:
    """Return the coders, the first one (``""``) first."""
    return tuple(sorted({coder for said in matrix.values() for coder in said}))


def answers(matrix: Matrix) -> int:
    """Return how many answers two coders or more have read."""
    return len({unit[:2] for unit, said in matrix.items() if len(said) >= _PAIR})


def _row(matrix: Matrix, coder: str) -> list[Rating]:
    return [said.get(coder) for said in matrix.values()]
