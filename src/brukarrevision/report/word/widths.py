"""How wide the columns of a table are: what Word and LibreOffice would guess at.

Neither knows that a column of numbers may be narrow and a question must not be, and
they guess differently. All measures are in twentieths of a point.
"""

import math
from collections.abc import Sequence

from brukarrevision.report.blocks import Table

LETTER = 96  # the width of a letter of 9.5 points
_PADDING = 160
_FIRST = 0.3  # the least share of the width for the column that names the rows
_LEAST = 0.2  # the same, if the words do not fit
_WHOLE = 14  # letters: so short a text is kept on one line if there is room
_NUMBER = 1500  # no column of numbers is made wider than this


def _words(table: Table, letter: float) -> list[int]:
    """Return what each column needs for its longest word."""
    columns = zip(table.header, *table.rows, strict=True)
    longest = (max(map(len, " ".join(one).split()), default=1) for one in columns)
    return [int(one * letter) + _PADDING for one in longest]


def fits(table: Table, total: int, letter: float) -> bool:
    """Tell whether every column can have room for its longest word."""
    return sum(_words(table, letter)) <= total


def widths(table: Table, total: int, letter: float = LETTER) -> list[int]:
    """Return the widths of the columns, which add up to ``total``.

    Every column gets room for its longest word; what is left goes to the columns of
    words by the length of their texts. Columns of numbers stay narrow, and what nobody
    needs goes to the first column.
    """
    words = _words(table, letter)
    letters = [
        max(map(len, texts)) for texts in zip(table.header, *table.rows, strict=True)
    ]
    texts = [int(one * letter) + _PADDING for one in letters]
    least = [
        text if size <= _WHOLE else word
        for word, text, size in zip(words, texts, letters, strict=True)
    ]
    if sum(least) > total:
        least = words
    least[0] = max(least[0], min(int(total * _FIRST), total - sum(least[1:])))
    if sum(least) > total:
        return _squeezed(least, total)
    limits = [math.inf if side == "left" else _NUMBER for side in table.align]
    wishes = [
        max(min(text, limit) - low, 0)
        for text, low, limit in zip(texts, least, limits, strict=True)
    ]
    share = min((total - sum(least)) / (sum(wishes) or 1), 1.0)
    wide = [low + wish * share for low, wish in zip(least, wishes, strict=True)]
    spare = (total - sum(wide)) / len(wide)
    more = [
        min(one + spare, max(one, limit))
        for one, limit in zip(wide, limits, strict=True)
    ]
    return _rounded(more, total)


def _squeezed(least: Sequence[int], total: int) -> list[int]:
    """Return widths for words that do not fit; Word itself then breaks no word."""
    first = max(total * _LEAST, total * least[0] / sum(least))
    share = (total - first) / (sum(least[1:]) or 1)
    return _rounded([first, *(one * share for one in least[1:])], total)


def _rounded(shares: Sequence[float], total: int) -> list[int]:
    """Return whole widths; what is left over goes to the first column."""
    whole = [int(share) for share in shares]
    whole[0] += total - sum(whole)
    return whole


def lines(cells: Sequence[str], wide: Sequence[int], letter: float) -> int:
    """Return how many lines a row is high, roughly."""
    return max(
        math.ceil(len(cell) * letter / max(width - _PADDING, letter))
        for cell, width in zip(cells, wide, strict=True)
    )
