"""One value of an SPSS file as text: numbers without ``.0``, dates in ISO form."""

import datetime as dt
import re

Value = float | str | None

_DAY_ZERO = dt.datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no zones
_DAYS = frozenset({"DATE", "ADATE", "EDATE", "SDATE", "JDATE", "MOYR", "QYR", "WKYR"})
_MOMENTS = frozenset({"DATETIME", "YMDHMS"})
_TIMES = frozenset({"TIME", "MTIME", "DTIME"})
_MANY_DIGITS = 10**15


def text(value: Value, shape: str) -> str:
    """Return a value as text.

    Args:
        value: as it is stored; dates are seconds since 14 October 1582.
        shape: its format in the file, such as ``F8.2`` or ``DATE11``.
    """
    kind = re.sub(r"[\d.]+$", "", shape.upper())
    if value is None or isinstance(value, str) or kind not in _DAYS | _MOMENTS | _TIMES:
        return plain(value)
    try:
        return _moment(dt.timedelta(seconds=value), kind)
    except (OverflowError, ValueError):
        return plain(value)


def _moment(since: dt.timedelta, kind: str) -> str:
    if kind in _TIMES:
        seconds = round(since.total_seconds())
        minutes, second = divmod(abs(seconds), 60)
        sign = "-" if seconds < 0 else ""
        return f"{sign}{minutes // 60:02}:{minutes % 60:02}:{second:02}"
    when = _DAY_ZERO + since
    return when.date().isoformat() if kind in _DAYS else when.isoformat(" ", "seconds")


def plain(value: Value) -> str:
    """Return a number or a text as it is, without ``.0`` and spaces at its end."""
    if isinstance(value, str):
        return value.rstrip()
    if value is None:
        return ""
    whole = float(value).is_integer() and abs(value) < _MANY_DIGITS
    return str(int(value)) if whole else repr(float(value))


def same(value: Value, written: str) -> bool:
    """Tell whether a value is the one that a text means: ``1.0`` and ``1`` are one."""
    try:
        return plain(value) == plain(float(written))
    except ValueError:
        return plain(value) == written
