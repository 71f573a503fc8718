"""SurveyMonkey: one header row or two, a column for each option, HTML in headers.

In two rows the question stands over the first of its columns, and below each column an
option, a row of a table, or ``Response``. In one row the two are joined by a hyphen.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import compact, fold, without_markup
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role, words
from brukarrevision.model.mapping import Source

_WHO = frozenset({"respondentid", "svarandeid", "svarsid"})
_OWN = frozenset({"collectorid", "insamlarid"})
_META = frozenset({"datecreated", "datemodified", "startdatum", "slutdatum"})
_JOIN = " - "
_TWO = 2


class SurveyMonkey(Recogniser):
    """SurveyMonkey."""

    name: ClassVar[str] = "surveymonkey"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the respondent's id, with the collector's or a second row."""
        found = words(sheet)
        return bool(found & _WHO) and (
            bool(found & _OWN) or (sheet.header_rows == _TWO and "response" in found)
        )

    def source(self, sheet: Sheet) -> Source:
        """Take a second row for a header where it has no respondent's id."""
        found = super().source(sheet)
        rows = sheet.top[found.skip_rows :][:_TWO]
        second = len(rows) == _TWO and _no_response(*rows)
        return found.model_copy(update={"header_rows": _TWO} if second else {})

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Take ``question - option`` apart where the header is one row."""
        found = header.headings(sheet)
        if sheet.header_rows > 1:
            return found
        return tuple(_apart(found))

    def role(self, heading: Heading) -> Role | None:
        """Know the columns that stand before the questions."""
        word = compact(heading.raw)
        if word in _WHO:
            return "respondent"
        return "meta" if word in _OWN | _META else None


def _no_response(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether the second row is nobody's: it holds texts, but no id."""
    ids = [under for over, under in zip(first, second, strict=False) if _is_id(over)]
    return bool(ids) and not any(map(str.strip, ids)) and any(map(str.strip, second))


def _is_id(cell: str) -> bool:
    return compact(cell) in _WHO


def _apart(found: Sequence[Heading]) -> list[Heading]:
    """Split the headers of neighbours that share all before a hyphen."""
    apart: list[Heading] = []
    for question, group in itertools.groupby(found, _question):
        together = list(group)
        if question and len(together) > 1:
            together = list(map(_part, together))
        apart += together
    return apart


def _question(heading: Heading) -> str:
    """Return what stands before the first hyphen, folded; ``""`` without one."""
    before, join, _ = without_markup(heading.raw).partition(_JOIN)
    return fold(before) if join else ""


def _part(heading: Heading) -> Heading:
    before, _, after = without_markup(heading.raw).partition(_JOIN)
    return replace(heading, text=before.strip(), option=after.strip())
