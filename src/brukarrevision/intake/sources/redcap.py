"""REDCap: variable names, a column for each checkbox."""

from typing import ClassVar

from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, words


class RedCap(Recogniser):
    """REDCap."""

    name: ClassVar[str] = "redcap"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds, or by those of checkboxes."""
        if any(word.startswith("redcap") for word in words(sheet)):
            return True
        return any("___" in cell for row in sheet.header for cell in row)
