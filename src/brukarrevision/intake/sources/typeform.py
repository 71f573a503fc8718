"""Typeform: a column of ids called #."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"startdateutc", "submitdateutc", "networkid"})


class Typeform(Recogniser):
    """Typeform."""

    name: ClassVar[str] = "typeform"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return len(words(sheet) & _SIGNS) > 1
