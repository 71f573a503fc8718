"""SurveyMonkey: one or two header rows."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"respondentid", "collectorid"})


class SurveyMonkey(Recogniser):
    """SurveyMonkey."""

    name: ClassVar[str] = "surveymonkey"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return bool(words(sheet) & _SIGNS)
