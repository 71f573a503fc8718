"""Any other table: Webropol, Survey&Report, esMaker, Enalyzer, a sheet of one's own.

Nothing is known of how it was made. Neighbours are taken for the options of one
question only where the headers say so and all cells are marks, never Yes and No: those
may as well be questions of their own.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import fold, without_markup, word_set
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser

_JOIN = re.compile(r"\s+[-–/]\s+|:\s+")
_MARKS = word_set("1 0 x true false sant falskt vald") | {"ej vald"}


class Table(Recogniser):
    """What no tool claims."""

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Take ``question: option`` apart where several neighbours were ticked."""
        apart: list[Heading] = []
        for question, group in itertools.groupby(header.headings(sheet), _question):
            together = list(group)
            parts = [_part(one) for one in together]
            ticked = bool(question) and len(parts) > 1 and _ticked(parts, sheet.sample)
            apart += parts if ticked else together
        return tuple(apart)


def _question(heading: Heading) -> str:
    """Return what stands before the last join, folded; ``""`` without one."""
    return "" if heading.option or heading.sub else fold(_part(heading).text)


def _part(heading: Heading) -> Heading:
    plain = without_markup(heading.raw)
    joins = list(_JOIN.finditer(plain))
    if not joins:
        return replace(heading, text="", option=plain)
    before, after = plain[: joins[-1].start()], plain[joins[-1].end() :]
    return replace(heading, text=before.strip(), option=after.strip())


def _ticked(parts: Sequence[Heading], sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether all cells are marks, or the option itself."""
    every = set()
    for one in parts:
        cells = {fold(row[one.at]) for row in sample} - {""}
        if not cells <= _MARKS | {fold(one.option)}:
            return False
        every |= cells
    return bool(every)


TABLE = Table()
"""Reads what no tool claims, by the words and shapes that all tools share."""
