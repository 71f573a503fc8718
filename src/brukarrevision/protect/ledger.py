"""R9: released tables come back as they were, and new leaves stand beside them."""

from dataclasses import replace

from brukarrevision.model.release import ReleasedTable
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import Cell, ProtectedTable, Shown
from brukarrevision.tally import Key

_TOGETHER = "+"
_TO = "-"


def freeze(table: ProtectedTable) -> ReleasedTable | None:
    """Return what a table shows as it is released, None if it is hidden."""
    if table.shown == "hidden" or table.asked is None or table.n is None:
        return None
    counts = {_TOGETHER.join(cell.options): _number(cell) for cell in table.cells}
    return ReleasedTable(asked=table.asked, answered=table.n, counts=counts)


def _number(cell: Cell) -> int | str:
    return cell.low if cell.exact else f"{cell.low}{_TO}{cell.high}"


def thaw(
    like: ProtectedTable, keys: tuple[Key, ...], released: ReleasedTable | None
) -> ProtectedTable:
    """Return a released table as it was shown.

    Args:
        like: a table of the same question and round, for all that is not a number.
        keys: what the leaf covers.
        released: its numbers, None where it was hidden and stays so.
    """
    bare = replace(
        like, keys=keys, shown="hidden", asked=None, n=None, cells=(), leaves=1
    )
    if released is None:
        return bare
    cells = tuple(Cell(*one) for one in released.cells)
    shown: Shown = "exact" if all(cell.exact for cell in cells) else "bounded"
    return replace(
        bare, shown=shown, asked=released.asked, n=released.answered, cells=cells
    )


def joined(
    new: ProtectedQuestion, released: tuple[ProtectedTable, ...]
) -> ProtectedQuestion:
    """Return released leaves first, then those that were never counted before."""
    fresh = tuple(table for table in new.leaves if table.keys or not released)
    return ProtectedQuestion((*released, *fresh), new.left_out)
