"""Coded cells: what one person answered to one question, as one short text.

``""`` is blank, ``"=" + value`` an answer, ``"!" + state`` a reason why there is none.
The value of a select_one is a choice's id; of a select_multiple and a rank the ids,
joined by one space (``"="`` alone: answered, nothing ticked); of all other types the
text as it stood in the file. "Not asked" is never stored: routing tells it.
"""

import datetime as dt
import re
from typing import get_args

from brukarrevision.model.instrument import Missing

BLANK = ""
STATES: tuple[Missing, ...] = get_args(Missing)
_MINUS = "−‒–"

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?")
_GROUPED = re.compile(r"[+-]?\d{1,3}([ ']\d{3})+([.,]\d+)?")
_BOTH = re.compile(r"[+-]?\d{1,3}(?:(,\d{3})+\.\d+|(\.\d{3})+,\d+)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SERIAL = re.compile(r"\d{1,5}")
_DAY_ZERO = dt.date(1899, 12, 30)
_MARKS = str.maketrans(dict.fromkeys(_MINUS, "-"))


def answered(value: str) -> str:
    """Return the coded cell of an answer."""
    return f"={value}"


def missing(state: Missing) -> str:
    """Return the coded cell of a reason why there is no answer."""
    return f"!{state}"


def value(cell: str | None) -> str | None:
    """Return the answer of a coded cell, None where there is none."""
    return cell[1:] if cell and cell[0] == "=" else None


def reason(cell: str | None) -> str | None:
    """Return ``blank`` or the reason why there is no answer; None if there is one."""
    if not cell:
        return "blank"
    return cell[1:] if cell[0] == "!" else None


def number(text: str) -> float | None:
    """Return the number a text means in Sweden or abroad, None if it is none.

    Takes a decimal comma, spaces (also no-break ones) around and between thousands,
    and the typographic minus; ``1.234,5`` and ``1,234.5`` are the same number.
    """
    plain = " ".join(text.translate(_MARKS).split())
    if _BOTH.fullmatch(plain):
        last = max(plain.rfind(","), plain.rfind("."))
        whole = re.sub(r"[.,]", "", plain[:last])
        return float(f"{whole}.{plain[last + 1 :]}")
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(" ", "").replace("'", "")
    if not _NUMBER.fullmatch(plain):
        return None
    found = float(plain.replace(",", "."))
    return found if abs(found) != float("inf") else None


def date(text: str) -> dt.date | None:
    """Return the day a text means: ISO, or a day number of a spreadsheet.

    Day numbers count from 1899-12-30 (``39690`` is 2008-08-30), so this is only for
    questions whose type is ``date``.
    """
    plain = text.strip()
    if _ISO.match(plain):
        try:
            return dt.date.fromisoformat(plain[:10])
        except ValueError:
            return None
    if _SERIAL.fullmatch(plain):
        return _DAY_ZERO + dt.timedelta(days=int(plain))
    return None
