"""SPSS: variable names and labels; what is an answer, the file itself tells."""

from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser
from brukarrevision.model.mapping import Source

_BETWEEN = ". "


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


def _heading(found: Heading) -> Heading:
    code, _, label = found.raw.partition(_BETWEEN)
    if found.sub or " " in code:
        return found
    return replace(found, code=code, text=label or code, option="")
