"""Which responses of one laptop the other one knows to have been withdrawn (R8)."""

from brukarrevision.intake.withdrawn import Nameless
from brukarrevision.rawdata.alike import Alike
from brukarrevision.store.merging import Content, Import
from brukarrevision.store.responses import Row
from brukarrevision.store.tombstones import Cells, Withdrawn


def parted(
    one: Import, withdrawn: Withdrawn, other: Import | None, content: Content
) -> tuple[dict[int, Row], list[Row], list[int]]:
    """Part the rows of an import into those that stay and those that are withdrawn.

    A row in use is nobody's who has withdrawn because of its cells alone, unless its
    file is alike to the one that they stood in: somebody else may have answered so.

    Args:
        one: the import.
        withdrawn: those that its own laptop does not know to have withdrawn.
        other: the same import on the laptop that does; its rows have stayed there.
        content: of that laptop.

    Returns:
        Rows that stay, by number; those that do not; numbers of those that stay but
        may have been withdrawn.
    """
    if not withdrawn:
        return dict(one.rows), [], []
    record = one.record
    stones = withdrawn.cells_elsewhere(record.sha256, record.sheet)
    nameless = Nameless(stones, record.headers, record.instrument, record.scope)
    stayed = other.rows if other else {}
    stays, gone, maybe = dict(one.rows), [], []
    for number, row in one.rows.items():
        found, who = None, row.attributes[0]
        left = withdrawn.has(one.origin(row))
        if not left and number not in stayed:
            found = nameless.takes(one.placed(row), who)
        if left or (found and (found.of_same(who) or _is_of(one, found, content))):
            gone.append(stays.pop(number))
        elif found:
            maybe.append(number)
    return stays, gone, maybe


def _is_of(one: Import, stone: Cells, content: Content) -> bool:
    """Tell whether an import is alike to the file that a withdrawn row stood in."""
    files = [other for other in content.imports if _holds(other, stone)]
    rows = list(one.rows.values())
    return any(
        Alike(file, list(file.rows.values())).common(one, rows) for file in files
    )


def _holds(one: Import, stone: Cells) -> bool:
    return stone.stood_in(one.record.sha256, one.record.sheet)
