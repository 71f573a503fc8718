"""Microsoft Forms: a workbook, times and person first, then one column a question.

Each statement of a Likert question has a column; several options stand in one cell,
with a semicolon after each; a ranking likewise, in order. The header that names the
last change is there in files of later years. Quizzes add points and feedback.
"""

import re
from typing import ClassVar

from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import compact, word_set
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role, words

_STARTED = frozenset({"starttime", "starttid"})
_ENDED = frozenset({"completiontime", "slutförandetid", "slutfördtidpunkt"})
_META = word_set(
    """
    lastmodifiedtime senaständrad senaständradtid ändradessenastklockan totalpoints
    quizfeedback gradepostedtime totaltantalpoäng totalpoäng testfeedback
    """
)
_QUIZ = re.compile(r"(points|feedback|poäng|återkoppling) [-–] .+", re.IGNORECASE)


class MicrosoftForms(Recogniser):
    """Microsoft Forms, in Swedish or English."""

    name: ClassVar[str] = "microsoft-forms"
    separators: ClassVar[tuple[str, ...]] = (";",)
    may_tick: ClassVar[bool] = False

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by ``ID``, when somebody began and when they were done."""
        found = words(sheet)
        return "id" in found and bool(found & _STARTED and found & _ENDED)

    def role(self, heading: Heading) -> Role | None:
        """Know the tool's own columns in both languages, those of quizzes too."""
        word = compact(heading.raw)
        if word == "id":
            return "respondent"
        own = word in _STARTED | _ENDED | _META
        return "meta" if own or _QUIZ.fullmatch(heading.raw.strip()) else None
