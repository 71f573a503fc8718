"""Workbooks whose cells are texts: never a formula, and the same bytes every time."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from itertools import zip_longest

WHEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the library knows no zones
"""When every workbook was made: a date that tells nothing."""

_WIDEST = 60
_SIGNS = frozenset("=+-@\t\r\n'")


def book(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Return an .xlsx with these sheets; the first row of each is its header.

    Args:
        sheets: rows of texts by the sheet's name. An empty text leaves the cell empty.
    """
    import xlsxwriter

    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    made.set_properties({"created": WHEN})
    bold = made.add_format({"bold": True})
    plain = made.add_format({"text_wrap": True, "valign": "top"})
    quoted = made.add_format({"quote_prefix": True, "text_wrap": True})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, width in enumerate(_widths(rows)):
            sheet.set_column(at, at, width)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    look = quoted if cell[0] in _SIGNS else plain
                    sheet.write_string(at, column, cell, look if at else bold)
    made.close()
    return out.getvalue()


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column is, in letters."""
    columns = zip_longest(*rows, fillvalue="")
    return [min(_WIDEST, 2 + max(map(len, column))) for column in columns]
