"""R2, R2b and R5: what may be shown of the counts of one question in one leaf.

Every function here depends on one leaf's counts alone and tells nothing that its cells
do not tell. ``tests/protect/test_enumeration.py`` goes through all tables.
"""

from brukarrevision.protect.policy import Policy
from brukarrevision.protect.table import Cell

Counted = tuple[tuple[str, int], ...]
"""The answers in the instrument's order, with how many chose each."""

Cells = tuple[Cell, ...]


def one_answer(counts: Counted, policy: Policy, negative: frozenset[str]) -> Cells:
    """Show a question with one answer each: exact, or bounded by side or answer.

    The unfavourable side is tested first, and nothing inside it is told when it is
    bounded (R2b); then the commonest answer (R2).
    """
    n = sum(count for _, count in counts)
    side = [option for option, _ in counts if option in negative]
    if side and len(side) < len(counts):
        bad = sum(count for option, count in counts if option in negative)
        if policy.crowded(bad, n):
            return _bounded(side, counts, n, policy)
    top = max(counts, key=lambda pair: pair[1])
    if policy.crowded(top[1], n):
        return _bounded([top[0]], counts, n, policy)
    return tuple(Cell((option,), count, count) for option, count in counts)


def _bounded(most: list[str], counts: Counted, n: int, policy: Policy) -> Cells:
    """Return "n-2 to n" for the most, "0 to 2 together" for the rest."""
    rest = tuple(option for option, _ in counts if option not in most)
    cells = [Cell(tuple(most), n - policy.slack, n)]
    if rest:
        cells.append(Cell(rest, 0, policy.slack))
    return tuple(cells)


def sensitive(counts: Counted, policy: Policy, negative: frozenset[str]) -> Cells:
    """Show a sensitive question as one split, the unfavourable side against the rest.

    Without sides nothing is shown (R5).
    """
    side = tuple(option for option, _ in counts if option in negative)
    rest = tuple(option for option, _ in counts if option not in negative)
    if not side or not rest:
        return ()
    n = sum(count for _, count in counts)
    bad = sum(count for option, count in counts if option in negative)
    return (_split(side, bad, n, policy), _split(rest, n - bad, n, policy))


def many_answers(counts: Counted, n: int, policy: Policy) -> Cells:
    """Show a question with several answers each, option by option as yes or no (R5)."""
    return tuple(_split((option,), count, n, policy) for option, count in counts)


def _split(options: tuple[str, ...], count: int, n: int, policy: Policy) -> Cell:
    """Return a count exactly where both it and the rest are large enough."""
    if policy.mixed(count, n):
        return Cell(options, count, count)
    if policy.crowded(count, n):
        return Cell(options, n - policy.slack, n)
    return Cell(options, 0, policy.slack)
