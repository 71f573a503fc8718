"""Microsoft Forms: times, e-mail and name, then one column a question."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset(
    {"starttid", "slutförandetid", "slutfördtidpunkt", "starttime", "completiontime"}
)


class MicrosoftForms(Recogniser):
    """Microsoft Forms."""

    name: ClassVar[str] = "microsoft-forms"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return len(words(sheet) & _SIGNS) > 1
