"""Google Forms: a time, then one column a question."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"timestamp", "tidstämpel"})


class GoogleForms(Recogniser):
    """Google Forms."""

    name: ClassVar[str] = "google-forms"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return bool(words(sheet) & _SIGNS)
