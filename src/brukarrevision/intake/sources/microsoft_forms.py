"""Microsoft Forms: a workbook, times and person first, then one column a question.

Each statement of a Likert question has a column; several options stand in one cell,
with a semicolon after each; a ranking likewise, in order. The header that names the
last change is there in files of later years. Quizzes add points and feedback.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import compact, fold_header, word_set
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import QUIZ, Recogniser, Role, words

_STARTED = frozenset({"starttime", "starttid"})
_ENDED = frozenset({"completiontime", "slutförandetid", "slutfördtidpunkt"})
_META = word_set(
    """
    totalpoints quizfeedback gradepostedtime totaltantalpoäng totalpoäng testfeedback
    """
)
_SCORED = re.compile(
    r"(points|feedback|poäng|återkoppling) [-–] (?P<question>.+)",
    re.IGNORECASE | re.DOTALL,
)


class MicrosoftForms(Recogniser):
    """Microsoft Forms, in Swedish or English."""

    name: ClassVar[str] = "microsoft-forms"
    separators: ClassVar[tuple[str, ...]] = (";",)
    may_tick: ClassVar[bool] = False

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by ``ID``, when somebody began and when they were done."""
        found = words(sheet)
        return "id" in found and bool(found & _STARTED and found & _ENDED)

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Mark what a quiz says of each question; its own column stands beside it."""
        found = header.headings(sheet)
        asked = {fold_header(one.raw) for one in found}
        return tuple(_marked(one, asked) for one in found)

    def role(self, heading: Heading) -> Role | None:
        """Know the tool's own columns in both languages, those of quizzes too."""
        word = compact(heading.raw)
        if word == "id":
            return "respondent"
        own = word in _STARTED | _ENDED | _META
        return "meta" if own or heading.sub == QUIZ else None


def _marked(heading: Heading, asked: AbstractSet[str]) -> Heading:
    scored = _SCORED.fullmatch(heading.raw.strip())
    quiz = scored and fold_header(scored["question"]) in asked
    return replace(heading, sub=QUIZ) if quiz else heading
