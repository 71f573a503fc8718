"""R3: a total is a sum of what is shown, never a new count."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from brukarrevision.protect.table import Cell, ProtectedTable, Shown
from brukarrevision.tally import Key


def total(tables: tuple[ProtectedTable, ...]) -> ProtectedTable:
    """Return the sum of the tables of one question, leaves that are shown alone.

    Hidden leaves join those left out.

    Args:
        tables: the same question and round, one or more, covering different leaves.
    """
    shown = [table for table in tables if table.shown != "hidden"]
    hidden = [table for table in tables if table.shown == "hidden"]
    left = _once(t.left_out for t in tables) + _once(t.keys for t in hidden)
    if not shown:
        return replace(tables[0], keys=(), left_out=left, shown="hidden")
    cells = tuple(_sum(shown, group) for group in _groups(shown))
    state: Shown = "exact" if all(c.exact for c in cells) else "bounded"
    return replace(
        shown[0],
        keys=tuple(chain.from_iterable(t.keys for t in shown)),
        left_out=left,
        shown=state,
        asked=sum(t.asked or 0 for t in shown),
        n=sum(t.n or 0 for t in shown),
        cells=cells,
        leaves=sum(t.leaves for t in shown),
    )


def _once(keys: Iterable[tuple[Key, ...]]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(keys)))


def _groups(tables: list[ProtectedTable]) -> list[tuple[str, ...]]:
    """Return the answers to sum together.

    Leaves that divide the answers alike keep that division. Otherwise a side that some
    leaf shows as one stays one, and every other answer stands by itself.
    """
    forms = {tuple(cell.options for cell in table.cells) for table in tables}
    if len(forms) == 1:
        return list(forms.pop())
    sides = {form[0] for form in forms if len(form[0]) > 1}
    together = {option: side for side in sides for option in side}
    ids = [option.id for option in tables[0].options]
    return list(dict.fromkeys(together.get(i, (i,)) for i in ids))


def _sum(tables: list[ProtectedTable], group: tuple[str, ...]) -> Cell:
    bounds = [_bounds(table, group) for table in tables]
    return Cell(group, sum(low for low, _ in bounds), sum(high for _, high in bounds))


def _bounds(table: ProtectedTable, group: tuple[str, ...]) -> tuple[int, int]:
    """Return between what the number of answers in a group lies, in one table."""
    wanted = set(group)
    if table.cells and not wanted & {o for c in table.cells for o in c.options}:
        return 0, table.n or 0  # a theme that was not there when the leaf was released
    inside = [c for c in table.cells if wanted.issuperset(c.options)]
    across = [
        c
        for c in table.cells
        if wanted.intersection(c.options) and not wanted.issuperset(c.options)
    ]
    low = sum(cell.low for cell in inside)
    high = sum(cell.high for cell in (*inside, *across))
    return low, min(high, table.n or high)
