"""LimeSurvey: headers of code, text or both."""

from typing import ClassVar

from brukarrevision.intake import header
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"submitdate", "lastpage", "startlanguage", "seed"})


class LimeSurvey(Recogniser):
    """LimeSurvey."""

    name: ClassVar[str] = "limesurvey"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds, or by ``code[sub]``."""
        if len(words(sheet) & _SIGNS) > 1:
            return True
        found = header.headings(sheet)
        return sum(bool(one.code and one.sub and "[" in one.raw) for one in found) > 1
