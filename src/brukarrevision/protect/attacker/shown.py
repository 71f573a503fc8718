"""What the attacker is given, and what it gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbers:
    """One or more answers together, and how many chose them: ``low`` to ``high``."""

    options: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One table as a reader sees it; what is hidden is not given at all.

    Attributes:
        question: id and round, only to name it; tables of the same question share it.
        groups: the disjoint groups of people that its numbers are sums over.
        n: how many answered.
        options: the answers there are; one that stands in no cell is hidden.
        cells: the numbers; of ``several``, one answer in each.
        several: whether each person may give several answers. Then each is a yes/no
            question of its own, and a no is an answer too.
        sides: sets of answers that nobody may be known to stand within.
        asked: how many the question was put to, if that is shown.
        routed: the question whose answers lead to this one, and those answers. The
            reader then knows that ``asked`` people of the groups gave one of them.
    """

    question: str
    groups: frozenset[str]
    n: int
    options: tuple[str, ...]
    cells: tuple[Numbers, ...]
    several: bool = False
    sides: tuple[frozenset[str], ...] = ()
    asked: int | None = None
    routed: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Certain:
    """What is certain of one more person who answered.

    Attributes:
        question: as in the table.
        groups: where the person is: groups that no table tells apart.
        about: the answer, or the side that the answer stands within. That an option
            was not ticked is ``not:`` and its id; several ids are joined with ``|``.
        coalition: how many must put their own answers together to know it.
    """

    question: str
    groups: frozenset[str]
    about: frozenset[str]
    coalition: int


class Contradiction(Exception):
    """No way of answering fits the tables of a question."""

    def __init__(self, question: str) -> None:
        """Keep the question's name, which may be told."""
        super().__init__(question)
        self.question = question


class Unsolved(RuntimeError):
    """The solver gave up, so nothing is known: nothing may be let out (R10)."""
