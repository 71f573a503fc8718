"""What may be shown of one question: the only tables a renderer is given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from brukarrevision.tally import Key, Option

Shown = Literal["exact", "bounded", "hidden"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more answers together, and how many chose them: ``low`` to ``high``."""

    options: tuple[str, ...]
    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Tell whether the number itself is shown."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """One question for one leaf, or for several leaves summed.

    Made in ``protect/`` alone. The cells of a select_one divide all its options among
    them; ``asked``, ``n`` and ``cells`` are empty where ``shown`` is hidden.

    Attributes:
        keys: the combinations of attribute values the numbers cover.
        left_out: those that are in no number, because they are too few or hidden.
        options: the answers, in the instrument's order.
        leaves: how many leaves the numbers are the sum of.
    """

    instrument: str
    question: str
    round: str | None
    partition: tuple[str, ...]
    keys: tuple[Key, ...]
    left_out: tuple[Key, ...]
    options: tuple[Option, ...]
    shown: Shown
    asked: int | None = None
    n: int | None = None
    cells: tuple[Cell, ...] = ()
    leaves: int = 1

    @property
    def missing(self) -> int | None:
        """Return how many were asked and gave no answer (R5)."""
        if self.asked is None or self.n is None:
            return None
        return self.asked - self.n

    def only(self, options: Sequence[str]) -> "ProtectedTable":
        """Return the table with the cells of some answers alone, in their order."""
        cells = (self.cell(option) for option in options)
        return replace(self, cells=tuple(cell for cell in cells if cell))

    def cell(self, option: str) -> Cell | None:
        """Return the cell that an answer stands in."""
        return next((c for c in self.cells if option in c.options), None)
