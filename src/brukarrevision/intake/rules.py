"""Which rows and cells of a file count, by the rules of its mapping."""

from collections.abc import Iterable, Sequence

from brukarrevision.intake.names import fold
from brukarrevision.intake.ticks import TICKED
from brukarrevision.model.mapping import Column, Exclusion


class Rules:
    """What ``exclude`` and ``only`` of a mapping say, ready to be asked of each row."""

    def __init__(
        self, exclude: Iterable[Exclusion], columns: Iterable[Column] = ()
    ) -> None:
        """Fold the texts once."""
        rules = tuple(exclude)
        self._is = [(r.at, fold(r.equals)) for r in rules if r.equals is not None]
        self._not = [(r.at, fold(r.is_not)) for r in rules if r.is_not is not None]
        self._only = [
            (
                column.at,
                column.only.at,
                frozenset(map(fold, column.only.equals)),
                _ticks(column),
            )
            for column in columns
            if column.only is not None
        ]

    def excluded(self, row: Sequence[str]) -> bool:
        """Tell whether a row is left out."""
        return any(fold(row[at]) == text for at, text in self._is) or any(
            fold(row[at]) != text for at, text in self._not
        )

    def counted(self, row: list[str]) -> list[str]:
        """Return the row with the cells blank that do not count in it.

        What was ticked was answered, so a tick always counts.
        """
        spared = [
            at
            for at, by, texts, ticks in self._only
            if fold(row[by]) not in texts and fold(row[at]) not in ticks
        ]
        if not spared:
            return row
        kept = list(row)
        for at in spared:
            kept[at] = ""
        return kept


def _ticks(column: Column) -> frozenset[str]:
    """Return what means ticked in a column of one option; nothing in another."""
    if column.choice is None:
        return frozenset()
    return frozenset(map(fold, column.ticked)) or TICKED
