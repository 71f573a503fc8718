"""Files that are not responses: finished tables, and questionnaires."""

import re
from collections.abc import Sequence

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.i18n import tr
from brukarrevision.intake import names
from brukarrevision.intake.sheet import Sheet
from brukarrevision.model.cell import number

_PERCENT = re.compile(r"[<>]?\s*-?\d{1,3}([.,]\d+)?\s?%")
_TOTAL = re.compile(
    r"(grand |sub|tot\. ?)?total(t|s|sumr?)?\b.*|summa|samtliga|alla svarande|"
    r"tot\. .*|base|bas",
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
    header = [cell for row in sheet.top[: sheet.skip_rows + 1] for cell in row]
    header += [cell for row in sheet.header for cell in row]
    percent = sum(
        _percents([row[at] for row in rows if at < len(row)]) for at in _wide(rows)
    )
    totals = sum(bool(_TOTAL.fullmatch(cell.strip())) for cell in header)
    last = bool(_TOTAL.fullmatch(rows[-1][0].strip()))
    words = sum(
        names.compact(cell) in _COUNTS or cell.strip() == "%" for cell in header
    )
    spans = sheet.skip_rows > 0 and _spans(sheet.top[sheet.skip_rows - 1])
    signs = {
        tr("procent i {} kolumner", "percentages in {} columns").format(percent): (
            percent > 1 and percent >= _SHARE * len(rows[0])
        )
        or (percent > 0 and words > 1),
        tr("summor i rubriker eller sista raden", "totals in headers or last row"): (
            totals > 0 or last or words > 1
        ),
        tr("rubriker över flera kolumner", "headers that span columns"): spans,
        tr("en rad för varje grupp, bara tal", "a row for each group, only numbers"): (
            _only_numbers(rows)
        ),
    }
    found = [sign for sign, holds in signs.items() if holds]
    strong = totals > 0 or last or words > 1
    return ", ".join(found) if strong and len(found) > 1 else ""


def _wide(rows: Sequence[Sequence[str]]) -> range:
    return range(max(map(len, rows)))


def _percents(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) > 1 and all(map(_PERCENT.fullmatch, filled))


def _spans(row: Sequence[str]) -> bool:
    """Tell whether a row above the header names several groups of columns."""
    filled = [at for at, cell in enumerate(row) if cell.strip()]
    return len(filled) > 1 and len(filled) < len(row) / 2


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
