"""Files that are not responses: finished tables, and questionnaires."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.i18n import tr
from brukarrevision.intake import names
from brukarrevision.intake.sheet import Sheet
from brukarrevision.model.cell import number

_PERCENT = re.compile(r"[<>]?\s*-?\d{1,3}([.,]\d+)?\s?%")
_TOTAL = re.compile(
    r"(grand |sub ?)?total(t|s|sumr?)?( antal| n| respondents)?|tot\. .*|"
    r"summa|samtliga|alla svarande|base|bas",
    re.IGNORECASE,
)
_COUNTS = frozenset(
    {
        "antal",
        "antalsvar",
        "count",
        "n",
        "frekvens",
        "frequency",
        "andel",
        "procent",
        "percent",
        "percentage",
        "responses",
        "responsecount",
        "responsepercent",
        "svarsprocent",
    }
)
_SHARE = 0.1
_TWO = 2
_FEW_ROWS = 60


def refuse(sheet: Sheet) -> None:
    """Stop at a file that holds no responses.

    Raises:
        FaultyFiles: a table of counts and percentages, or a questionnaire.
    """
    place = Place(sheet.name)
    if kind := definition(sheet):
        raise FaultyFiles(problem("draft-definition", place, kind=kind))
    if why := aggregate(sheet):
        raise FaultyFiles(problem("csv-aggregate", place, why=why))


def definition(sheet: Sheet) -> str:
    """Return what kind of questionnaire the file is, ``""`` if it is none."""
    header = {names.fold(cell) for row in sheet.top[:2] for cell in row}
    if {"variable / field name", "form name", "field type"} <= header:
        return "REDCap"
    if {"class", "type/scale", "name", "relevance"} <= header:
        return "LimeSurvey"
    labels = any(cell.startswith("label") for cell in header)
    if {"type", "name"} <= header and labels and (sheet.sheet or "") == "survey":
        return "XLSForm"
    return ""


def aggregate(sheet: Sheet) -> str:
    """Return why a file is a finished table, ``""`` if it holds responses.

    One sign is never enough: people do answer in percent, and do write "Total".
    """
    rows = sheet.sample
    if not rows or len(rows) > _FEW_ROWS or _of_persons(sheet):
        return ""
    signs = _Signs.of(sheet, rows)
    return signs.told() if signs.enough() else ""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a finished table.

    Attributes:
        percents: columns of percentages.
        many: whether those are a good part of all columns.
        totals: headers such as "Totalt"; ``last``: whether the last row is one.
        words: headers such as "Antal" and "Procent".
        spans: whether a row above the headers names groups of columns.
        numbers: whether the first column names each row and all others are numbers.
    """

    percents: int
    many: bool
    totals: int
    last: bool
    words: int
    spans: bool
    numbers: bool

    @classmethod
    def of(cls, sheet: Sheet, rows: Sequence[Sequence[str]]) -> "_Signs":
        header = [cell for row in sheet.top[: sheet.skip_rows + 2] for cell in row]
        width = max(map(len, rows))
        columns = [[row[at] for row in rows if at < len(row)] for at in range(width)]
        percents = sum(map(_percents, columns))
        words = [
            names.compact(cell) in _COUNTS or cell.strip() == "%" for cell in header
        ]
        return cls(
            percents=percents,
            many=percents > 1 and percents >= _SHARE * width,
            totals=sum(bool(_TOTAL.fullmatch(cell.strip())) for cell in header),
            last=len(rows) > 1 and bool(_TOTAL.fullmatch(rows[-1][0].strip())),
            words=sum(words),
            spans=_spans(sheet.top),
            numbers=_only_numbers(rows),
        )

    def enough(self) -> bool:
        counted = self.words > 1
        if self.last and (self.numbers or self.many or self.totals or self.spans):
            return True
        if counted and (self.percents or self.numbers):
            return True
        return bool((self.spans or self.many) and self.totals)

    def told(self) -> str:
        percents = tr("procent i {} kolumner", "percentages in {} columns")
        signs = (
            (percents.format(self.percents), self.percents > 0),
            (tr("summor", "totals"), self.totals or self.last),
            (tr("antal som rubrik", "counts as headers"), self.words > 1),
            (tr("rubriker över flera kolumner", "headers that span"), self.spans),
            (tr("bara tal", "only numbers"), self.numbers),
        )
        return ", ".join(sign for sign, holds in signs if holds)


def _percents(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) > 1 and all(map(_PERCENT.fullmatch, filled))


def _spans(top: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names groups of columns, and the next each column."""
    if len(top) < _TWO:
        return False
    first, second = (
        [at for at, cell in enumerate(row) if cell.strip()] for row in top[:2]
    )
    return 1 < len(first) < len(second) and 2 * len(first) < len(top[0])


def _only_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column names each row and all others are numbers."""
    first = [row[0].strip() for row in rows]
    others = [cell.strip().rstrip("%") for row in rows for cell in row[1:]]
    filled = [cell for cell in others if cell]
    named = len(set(first)) == len(first) and all(number(c) is None for c in first if c)
    return bool(filled) and named and all(number(cell) is not None for cell in filled)


def _of_persons(sheet: Sheet) -> bool:
    """Tell whether a column is one that only a file of responses has."""
    header = [cell for row in sheet.header for cell in row]
    return any(
        names.is_meta(cell)
        or names.is_key(cell)
        or names.response_use(cell) in ("respondent", "mode", "help")
        for cell in header
    )
