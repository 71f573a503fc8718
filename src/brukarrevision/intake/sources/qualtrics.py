"""Qualtrics: three header rows."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"recordeddate", "distributionchannel", "startdate"})


class Qualtrics(Recogniser):
    """Qualtrics."""

    name: ClassVar[str] = "qualtrics"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return len(words(sheet) & _SIGNS) > 1
