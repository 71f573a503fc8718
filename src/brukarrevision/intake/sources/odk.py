"""ODK Central: names, groups by hyphens."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words

_SIGNS = frozenset({"submissiondate", "metainstanceid", "key"})


class OdkCentral(Recogniser):
    """ODK Central."""

    name: ClassVar[str] = "odk-central"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds."""
        return len(words(sheet) & _SIGNS) > 1
