"""The sheets of an XLSForm as rows of named cells, whatever way they are headed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.errors import Place
from brukarrevision.exchange.languages import code_of
from brukarrevision.intake import workbook

KINDS = frozenset({".xlsx", ".xls"})
_SAME = {
    "caption": "label",
    "relevance": "relevant",
    "command": "type",
    "tag": "name",
    "value": "name",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "requiredmsg": "required_message",
    "media::image": "image",
    "list name": "list_name",
}
_BLANK = frozenset({"", "-"})
"""A dash is what converters leave where a translation is missing."""

TEXTS = ("label", "hint")
"""The columns that there may be one of for each language."""

_TOP = 10
"""Rows among which the header is looked for: a title or blank rows may stand above."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet.

    Attributes:
        place: the file, the sheet and the row.
        cells: what stands there, by column; blank cells are left out.
        texts: labels and hints by column and language; ``""`` where none is said.
    """

    place: Place
    cells: dict[str, str]
    texts: dict[str, dict[str, str]]

    def __getitem__(self, column: str) -> str:
        """Return a cell, ``""`` if it is blank."""
        return self.cells.get(column, "")


def sheets(path: Path) -> dict[str, str]:
    """Return the names of a workbook's sheets as the file has them, by the plain name.

    Raises:
        FaultyFiles: it cannot be read.
    """
    names = workbook.names(path)
    plain = {name.strip().lower(): name for name in names}
    return plain | {name: name for name in names if name in plain}


def header(path: Path, sheet: str) -> list[str]:
    """Return the plain headers of a sheet; none if it is empty."""
    cells = workbook.read(path, sheet).cells
    return [_column(cell)[0] for cell in cells[_head(cells)]] if cells else []


def _head(cells: Sequence[Sequence[str]]) -> int:
    """Return which row is the header: the first with a name in it, or with anything."""
    top = [[_column(cell)[0] for cell in row] for row in cells[:_TOP]]
    named = (at for at, row in enumerate(top) if "name" in row)
    filled = (at for at, row in enumerate(top) if any(row))
    return next(named, next(filled, 0))


def lines(path: Path, sheet: str) -> Iterator[Line]:
    """Yield the rows of a sheet that hold anything.

    Raises:
        FaultyFiles: it cannot be read.
    """
    cells = workbook.read(path, sheet).cells
    head = _head(cells)
    columns = [_column(cell) for cell in cells[head]] if cells else []
    for number, row in enumerate(cells[head + 1 :], head + 2):
        place = Place(path.name, row=number, part=sheet)
        line = Line(place, {}, {column: {} for column in TEXTS})
        for (column, language), cell in zip(columns, row, strict=False):
            text = cell.strip()
            if not column or text in _BLANK:
                continue
            if column in TEXTS:
                line.texts[column].setdefault(language, text)
            else:
                line.cells.setdefault(column, text)
        if line.cells or any(line.texts.values()):
            yield line


def _column(cell: str) -> tuple[str, str]:
    """Return the plain name of a column and the code of its language."""
    name, _, language = cell.strip().partition("::" if "::" in cell else ":")
    plain = re.sub(r"\s+", "_", name.strip().lower())
    plain = _SAME.get(plain, plain)
    if plain in ("media", "bind", "body", "control", "instance"):
        return f"{plain}::{language.strip()}", ""
    return plain, code_of(language) if language.strip() else ""
