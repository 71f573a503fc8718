"""SPSS: variable names and labels; what is an answer, the file itself tells."""

from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header, names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role
from brukarrevision.model.mapping import Source

_BETWEEN = ". "
_KEYS = names.word_set(
    """
    lopnr löpnr lopnummer löpnummer idnr caseid casenr respid respnr respondentnr
    respondentserial serial
    """
)


class Spss(Recogniser):
    """SPSS and PSPP, and every tool that exports their files."""

    name: ClassVar[str] = "spss"
    kinds: ClassVar[frozenset[str]] = frozenset({"spss"})

    def claims(self, sheet: Sheet) -> bool:
        """Claim all: nothing else reads them."""
        return sheet.kind == "spss"

    def source(self, sheet: Sheet) -> Source:
        """Return one header row, which the reader made of names and labels."""
        del sheet
        return Source(tool=self.name)

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return variable and label; those of a set are taken apart already."""
        return tuple(map(_heading, header.headings(sheet)))

    def role(self, heading: Heading) -> Role | None:
        """Tell the number of the respondent, whatever it is called."""
        return "respondent" if names.compact(heading.code) in _KEYS else None


def _heading(found: Heading) -> Heading:
    code, _, label = found.raw.partition(_BETWEEN)
    if found.sub or " " in code:
        return found
    return replace(found, code=code, text=label or code, option="")
