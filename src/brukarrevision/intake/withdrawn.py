"""Rows of those who have withdrawn, which no file brings back (R8)."""

import json
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

    def __init__(
        self,
        stones: Iterable[Cells],
        headers: Mapping[int, str],
        instrument: str,
        scope: str,
    ) -> None:
        """Make ready for a file whose kept columns have these headers.

        Args:
            stones: that there are.
            headers: by position.
            instrument: that the file answers.
            scope: that was given for the file, as text.
        """
        self._scope: dict[str, str] = json.loads(scope)
        self._left: list[tuple[Cells, Pairs]] = []
        self._by_id: list[Cells] = []
        for one in stones:
            same = pairs(one.headers, headers)
            if len(same) == len(one.headers):
                self._left.append((one, same))
            elif one.instrument == instrument and not one.out_of(self._scope):
                self._by_id.append(one)

    def takes(
        self, row: Mapping[int, str] | Row, respondent: str | None
    ) -> Cells | None:
        """Return which of them a row is, by position, and count it; None if it is none.

        Where both have an id it is the same one, whatever was given for the file. The
        id is enough where the file lacks a column, so that cells cannot be compared.
        """
        for at, (one, same) in enumerate(self._left):
            other = one.of_another(respondent, self._scope)
            if not other and one.are([row[place] for _, place in same]):
                del self._left[at]
                return one
        return next((one for one in self._by_id if one.of_same(respondent)), None)


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
        nameless = Nameless(elsewhere, headers, instrument, scope)
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
        return number not in self.used and bool(self.nameless.takes(row, respondent))
