"""Google Forms: when it was sent in, then one column a question.

A grid has a column for each row, ``Question [Row]``. Several options stand in one
cell: joined by a comma in the spreadsheet, by a semicolon in the file that the form
itself gives. Quizzes add a score.
"""

from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import compact, fold_header
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import QUIZ, Recogniser, Role

_SENT = frozenset({"timestamp", "tidstämpel", "tidsstämpel"})
_SCORE = frozenset({"score", "totalscore", "poäng", "totalpoäng", "resultat"})
_FIRST = 2
"""How many columns after the time may be the tool's own."""
_SCORED = frozenset({"score", "feedback", "poäng", "återkoppling"})


class GoogleForms(Recogniser):
    """Google Forms, in Swedish or English."""

    name: ClassVar[str] = "google-forms"
    separators: ClassVar[tuple[str, ...]] = (", ", ";")
    may_tick: ClassVar[bool] = False

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the time that stands in the first column."""
        first = sheet.header[0][0] if sheet.header and sheet.header[0] else ""
        return compact(first) in _SENT

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Mark ``Question [Score]`` where the question has a column: it is no grid."""
        found = header.headings(sheet)
        asked = {fold_header(one.raw) for one in found}
        return tuple(
            replace(one, sub=QUIZ)
            if compact(one.option) in _SCORED and fold_header(one.text) in asked
            else one
            for one in found
        )

    def role(self, heading: Heading) -> Role | None:
        """Know the time and the scores."""
        if heading.at == 0 or heading.sub == QUIZ:
            return "meta"
        scored = heading.at <= _FIRST and compact(heading.raw) in _SCORE
        return "meta" if scored else None
