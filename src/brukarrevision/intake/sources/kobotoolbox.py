"""KoboToolbox: names or labels, groups and options by slashes."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"uuid", "submissiontime", "formhubuuid"})


class KoboToolbox(Recogniser):
    """KoboToolbox."""

    name: ClassVar[str] = "kobotoolbox"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return len(words(sheet) & _SIGNS) > 1
