"""The numbers that protection stands on."""

from dataclasses import dataclass
from typing import Literal, Self

from brukarrevision.model.plan import Anonymity


@dataclass(frozen=True, slots=True)
class Policy:
    """How large a group must be and how many attackers may put their answers together.

    Attributes:
        min_group: the fewest respondents of a leaf, and of a question in it (R1, R5).
        coalition: how many respondents may share their own answers (R2).
        too_few: what becomes of those who are too few even together (R1).
    """

    min_group: int = 5
    coalition: int = 1
    too_few: Literal["leave_out", "merge"] = "leave_out"

    @classmethod
    def of(cls, asked: Anonymity, min_group: int) -> Self:
        """Return what a plan asks for.

        Args:
            asked: by the plan.
            min_group: the plan's or the workspace's, whichever is more.
        """
        return cls(min_group, asked.coalition, asked.too_few)

    @property
    def slack(self) -> int:
        """Return how many may differ from the rest and still not be seen (R2)."""
        return self.coalition + 1

    @property
    def smallest_safe(self) -> int:
        """Return the least ``min_group`` at which a bounded answer is safe (R1)."""
        return 2 * self.coalition + 3

    def crowded(self, count: int, n: int) -> bool:
        """Tell whether so many of n share an answer that it must be bounded (R2)."""
        return count >= n - self.slack

    def mixed(self, count: int, n: int) -> bool:
        """Tell whether a yes/no split of n may be shown exactly (R5)."""
        return self.slack < count < n - self.slack
