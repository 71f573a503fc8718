"""The one module that knows HiGHS: many small systems solved in one call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import sub

from brukarrevision.protect.attacker.blocks import Block
from brukarrevision.protect.attacker.shown import Unsolved

World = tuple[int, ...]
"""One way of answering: whole numbers that fit a block."""

TOLERANCE = 1e-6
"""So near a whole number is that number; the solver works to 1e-7."""

AT_ONCE = 200_000
"""So many unknown numbers are given to the solver in one call."""

SECONDS = 120
"""So long one call may take."""

_OPTIMAL, _INFEASIBLE = 0, 2


@dataclass(frozen=True, slots=True)
class Case:
    """A block where some people's own answers are known.

    Attributes:
        insiders: the number that each of them is counted in.
        goal: the numbers whose sum is to be as large as can be, or as small if ``sign``
            is -1; none if any world will do.
    """

    block: Block
    insiders: tuple[int, ...] = ()
    goal: tuple[int, ...] = ()
    sign: int = 1

    def holds(self, world: World) -> bool:
        """Tell whether those inside can have answered so in this world."""
        return all(world[at] >= self.insiders.count(at) for at in self.insiders)

    def fits(self, world: World) -> bool:
        """Tell, in whole numbers, whether a world is one of this case."""
        rows = self.block.rows
        sums = all(low <= sum(world[i] for i in of) <= high for of, low, high in rows)
        return sums and min(world) >= 0 and self.holds(world)


def solve(cases: Sequence[Case]) -> list[World | None]:
    """Return a world for each case, the best for its goal; None where there is none.

    A case without a goal may have no world. All are solved together as one linear
    programme; those whose numbers do not come out whole are solved again by themselves.

    Raises:
        Unsolved: the solver gave up on some.
    """
    found: list[World | None] = []
    for some in _batches(cases):
        solved = zip(some, _together(some), strict=True)
        found += [_whole(case, *values) for case, values in solved]
    return found


def _batches(cases: Sequence[Case]) -> Iterator[list[Case]]:
    batch: list[Case] = []
    room = AT_ONCE
    for case in cases:
        if batch and room < case.block.width:
            yield batch
            batch, room = [], AT_ONCE
        batch.append(case)
        room -= case.block.width
    if batch:
        yield batch


def _whole(case: Case, numbers: Sequence[float], lacking: float) -> World | None:
    """Return a world in whole numbers, by integer programming if need be."""
    world = tuple(map(round, numbers))
    if max(map(abs, map(sub, world, numbers))) < TOLERANCE and case.fits(world):
        return world
    if lacking > TOLERANCE:
        return None
    programme = _Programme(whole=True)
    programme.add(case, elastic=False)
    values = programme.solve()
    if values is None:
        return None
    world = tuple(map(round, values))
    if not case.fits(world):
        raise Unsolved
    return world


def _together(cases: Sequence[Case]) -> Iterator[tuple[Sequence[float], float]]:
    """Yield for each case its numbers, and by how much its rows must be stretched."""
    programme = _Programme()
    starts = [programme.add(case, elastic=not case.goal) for case in cases]
    values = programme.solve()
    if values is None:
        raise Unsolved
    ends = [*starts[1:], len(values)]
    for case, start, end in zip(cases, starts, ends, strict=True):
        first = start + case.block.width
        yield values[start:first], sum(values[first:end])


class _Programme:
    """Cases side by side in one sparse matrix, none of them touching another."""

    def __init__(self, *, whole: bool = False) -> None:
        self.whole = whole
        self.cost: list[float] = []
        self.least: list[float] = []
        self.entries: list[tuple[float, int, int]] = []
        self.rows: list[tuple[float, float]] = []

    def add(self, case: Case, *, elastic: bool) -> int:
        """Add a case and return where its numbers begin.

        Args:
            case: what to add; its goal is made as large as can be.
            elastic: let every row be stretched, which costs, so that a solution is.
        """
        start, width = len(self.cost), case.block.width
        goal = set(case.goal)
        self.cost += [-float(case.sign * (at in goal)) for at in range(width)]
        self.least += [float(case.insiders.count(at)) for at in range(width)]
        for of, low, high in case.block.rows:
            row = len(self.rows)
            self.rows.append((low, high))
            self.entries += [(1.0, row, start + at) for at in of]
            if elastic:
                at = len(self.cost)
                self.entries += [(1.0, row, at), (-1.0, row, at + 1)]
                self.cost += [1.0, 1.0]
                self.least += [0.0, 0.0]
        return start

    def solve(self) -> list[float] | None:
        """Return all values at the least cost, None where nothing fits."""
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        data, rows, columns = zip(*self.entries, strict=True)
        shape = (len(self.rows), len(self.cost))
        low, high = zip(*self.rows, strict=True)
        result = milp(
            self.cost,
            integrality=[1] * len(self.cost) if self.whole else None,
            bounds=Bounds(self.least),
            constraints=LinearConstraint(
                csr_array((data, (rows, columns)), shape=shape), low, high
            ),
            options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
        )
        if result.status == _INFEASIBLE:
            return None
        if result.status != _OPTIMAL or result.x is None:
            raise Unsolved
        values: list[float] = result.x.tolist()
        return values
