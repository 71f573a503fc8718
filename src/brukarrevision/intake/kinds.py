"""What kind of question a column of answers is, for a draft."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from brukarrevision.intake.names import fold
from brukarrevision.model.cell import number

Kind = Literal["select_one", "integer", "decimal", "date", "text"]

_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}.*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_SERIAL = re.compile(r"[1-9]\d{3,4}")
_UPLOAD = re.compile(
    r"https?://\S+([,;]\s*https?://\S+)*|\[\{.*\"(link|url)\".*\}\]", re.DOTALL
)
_PERSON = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+|(\d\d)?\d{6}[-+]\d{4}|\d{1,3}(\.\d{1,3}){3}"
)
_MOST_CHOICES = 30
_LONGEST_CHOICE = 160
_FEW = 12
_TIMES = 2.0


def kind(cells: Mapping[str, int]) -> Kind:
    """Return the kind of a column.

    Args:
        cells: distinct cells that are not blank, stripped, with how often each stands.
    """
    if _all_dates(cells):
        return "date"
    values = [number(cell) for cell in cells]
    if all(value is not None for value in values):
        whole = all(value is not None and value.is_integer() for value in values)
        return "integer" if whole else "decimal"
    folded: Counter[str] = Counter()
    for cell, times in cells.items():
        folded[cell if "\n" in cell else fold(cell)] += times
    return "select_one" if _choices(folded) else "text"


def is_upload(cell: str) -> bool:
    """Tell whether a cell is only links to files, which may say who sent them."""
    return bool(_UPLOAD.fullmatch(cell.strip()))


def are_of_persons(cells: Mapping[str, int]) -> bool:
    """Tell whether most answers are e-mail addresses, personal numbers or IPs."""
    found = sum(times for cell, times in cells.items() if _PERSON.fullmatch(cell))
    return 2 * found > sum(cells.values())


def _all_dates(cells: Mapping[str, int]) -> bool:
    """Dates, also mixed with the day numbers that spreadsheets keep."""
    dates = sum(bool(_DATE.fullmatch(cell)) for cell in cells)
    serials = sum(bool(_SERIAL.fullmatch(cell)) for cell in cells)
    return dates > 0 and dates + serials == len(cells)


def _choices(cells: Mapping[str, int]) -> bool:
    """Tell whether the answers are a few that come back, rather than free text."""
    answers = sum(cells.values())
    if max(map(len, cells)) > _LONGEST_CHOICE or len(cells) > _MOST_CHOICES:
        return False
    if any("\n" in cell for cell in cells):
        return False
    if len(cells) == answers:
        return False
    return answers >= _TIMES * len(cells) or (len(cells) <= _FEW and _scale(cells))


def _scale(cells: Mapping[str, int]) -> bool:
    """Tell whether the answers are steps, such as ``0 - Mostly me``, ``1``, ``2``."""
    return sum(cell[:1].isdigit() for cell in cells) >= len(cells) - 1


def in_order(cells: Iterable[str]) -> list[str]:
    """Return the answers by number if they are steps, else by their letters.

    Never in order of appearance: that would tell what the first person answered.
    """
    listed = sorted(cells, key=lambda cell: (fold(cell), cell))
    leading = [re.match(r"-?\d+", cell) for cell in listed]
    if len(listed) > 1 and all(leading):
        pairs = zip(leading, listed, strict=True)
        return [
            cell for _, cell in sorted(pairs, key=lambda p: int(p[0][0]) if p[0] else 0)
        ]
    return listed
