"""Rows of those who have withdrawn, which no file brings back (R8)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.intake.known import Pairs, pairs
from brukarrevision.intake.rows import Row
from brukarrevision.intake.sheet import Sheet
from brukarrevision.store import ImportRecord, Store
from brukarrevision.store.people import WITHDRAWN
from brukarrevision.store.tombstones import Cells, Withdrawn, entered


class Nameless:
    """Withdrawn rows, known by their cells where an id is missing, yet to come.

    As many rows are refused as have been withdrawn, and no more: others may have
    answered the same.
    """

    def __init__(self, stones: Iterable[Cells], headers: Mapping[int, str]) -> None:
        """Make ready for a file whose kept columns have these headers."""
        matched = ((one, pairs(one.headers, headers)) for one in stones)
        self._left: list[tuple[Cells, Pairs]] = [
            (one, same) for one, same in matched if len(same) == len(one.headers)
        ]

    def takes(self, row: Mapping[int, str] | Row, respondent: str | None) -> bool:
        """Tell whether a row, by position, is one of them, and count it."""
        for at, (one, same) in enumerate(self._left):
            other = one.named and respondent
            if not other and one.are([row[place] for _, place in same]):
                del self._left[at]
                return True
        return False


@dataclass(frozen=True, slots=True)
class Gone:
    """What refuses the rows of one file.

    Attributes:
        instrument: that the file answers; ``scope``: of the file, as text.
        used: rows of it that were in use when others were withdrawn, and stayed.
    """

    withdrawn: Withdrawn
    sha256: str
    sheet: str | None
    instrument: str
    scope: str
    nameless: Nameless
    used: Collection[int]

    @classmethod
    def of(
        cls,
        store: Store,
        sheet: Sheet,
        headers: Mapping[int, str],
        *,
        instrument: str,
        scope: str,
        before: ImportRecord | None,
    ) -> "Gone | None":
        """Return what refuses rows of a file; None where nobody has withdrawn.

        Args:
            store: that holds the tombstones.
            sheet: the file.
            headers: of its kept columns.
            instrument: that it answers.
            scope: what was given for it, as text.
            before: the import of the same file that is read again.
        """
        withdrawn = Withdrawn(entered(store))
        if not withdrawn:
            return None
        elsewhere = withdrawn.cells_elsewhere(sheet.sha256, sheet.sheet)
        stayed = store.rows_of(before.number, before.instrument) if before else ()
        nameless = Nameless(elsewhere, headers)
        used = frozenset(row.number for row in stayed)
        place = (sheet.sha256, sheet.sheet, instrument, scope)
        return cls(withdrawn, *place, nameless, used)

    def reasons(
        self,
        numbers: Sequence[int],
        rows: Sequence[Row],
        respondents: Sequence[str | None],
    ) -> list[str | None]:
        """Return :data:`WITHDRAWN` for each row of somebody who has withdrawn."""
        every = zip(numbers, rows, respondents, strict=True)
        return [WITHDRAWN if self._is_gone(*one) else None for one in every]

    def _is_gone(self, number: int, row: Row, respondent: str | None) -> bool:
        """Tell whether a row is known by its place, its respondent or its cells."""
        if self.withdrawn.has_row(self.sha256, self.sheet, number):
            return True
        if self.withdrawn.has_respondent(self.instrument, self.scope, respondent):
            return True
        return number not in self.used and self.nameless.takes(row, respondent)
