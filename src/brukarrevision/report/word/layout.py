"""Where everything in a chart goes: its height, its labels, its axis.

Word and LibreOffice lay charts out differently when they may choose. Here they may not:
the plot has a fixed place, labels are shortened to the room they have (the table beside
the chart has them whole), and the height follows the number of bars.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brukarrevision.report.blocks import Chart, Series
from brukarrevision.report.word.text import one_line

_LETTER = 4.7  # points, a letter of 9 points
_LINE = 11.5  # points
_SIDE = 6.0
_WIDEST = 0.42  # of the width, for the labels of the bars
_LINES = 3
_BAR = 26.0
_CAPTION = 130.0  # points for a heading and the caption above a chart
_ENTRY = 60  # letters of an answer in the legend
_KEY = 24.0
_ROW = 15.0
_AXIS = 20.0
_STEPS = 6
_DIGIT = 5.2
_MOST_BARS = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one chart, in points unless something else is said.

    Attributes:
        width: the whole chart; ``height`` likewise.
        left: where the plot begins; ``top`` likewise.
        plot_width: how wide the plot is; ``plot_height``: how high.
        labels: the labels of the bars, shortened.
        names: the names of the parts, shortened.
        most: where the axis ends; ``step``: between its numbers.
    """

    width: float
    height: float
    left: float
    top: float
    plot_width: float
    plot_height: float
    labels: tuple[str, ...]
    names: tuple[str, ...]
    most: int
    step: int

    def has_room(self, value: int) -> bool:
        """Tell whether a part of the bar is wide enough for its number."""
        room = self.plot_width * value / self.most
        return room >= _DIGIT * len(str(value)) + 1


@dataclass(frozen=True, slots=True)
class Room:
    """What a chart has to fit into, in points: its width, a page's height, letters."""

    width: float
    height: float
    letter: float

    @classmethod
    def of(cls, width: int, height: int, letter: float) -> "Room":
        """Return the room on a page measured in twentieths of a point."""
        return cls(width / 20, height / 20 - _CAPTION, _LETTER * letter)


def pieces(chart: Chart) -> list[Chart]:
    """Return the charts that a chart becomes: several, if it has too many bars.

    Parts of which nothing is shown are left out; without any there is no chart.
    """
    shown = [
        one for one in chart.series if any(value is not None for value in one.values)
    ]
    if not shown:
        return []
    bars = len(chart.categories)
    count = math.ceil(bars / _MOST_BARS)
    cuts = [bars * at // count for at in range(count + 1)] if count else []
    return [
        replace(
            chart,
            categories=chart.categories[start:end],
            series=tuple(replace(one, values=one.values[start:end]) for one in shown),
        )
        for start, end in itertools.pairwise(cuts)
    ]


def lay_out(
    categories: Sequence[str],
    series: Sequence[Series],
    axis: str,
    room: Room,
    most: int | None = None,
) -> Layout:
    """Return the measures of a chart that fits into the room.

    Args:
        categories: what the bars are called.
        series: the parts of the bars.
        axis: the title of the axis of values, or nothing.
        room: what the chart has to fit into.
        most: the longest bar that the axis has room for; the longest here, if None.
    """
    names = tuple(_short(one.name, _ENTRY) for one in series)
    below = _AXIS + (_ROW if axis else 0) + _legend_rows(names, room) * _ROW
    letters = int(room.width * _WIDEST / room.letter)
    labels, lines = _labels(categories, letters, _LINES)
    bar = max(_BAR, lines * _LINE + 8)
    high = room.height - below
    if len(labels) * bar > high:  # a page cannot hold the bars as they are
        bar = high / len(labels)
        labels, lines = _labels(categories, letters, max(1, int((bar - 3) / _LINE)))
    longest = min(max(map(len, labels)), letters)
    left = min(longest * room.letter + 3 * _SIDE, room.width * _WIDEST)
    end, step = scale(longest_bar(series) if most is None else most)
    return Layout(
        width=room.width,
        height=len(labels) * bar + below + 3 * _SIDE,
        left=left,
        top=_SIDE,
        plot_width=room.width - left - 3 * _SIDE,
        plot_height=len(labels) * bar,
        labels=labels,
        names=names,
        most=end,
        step=step,
    )


def _labels(
    texts: Sequence[str], letters: int, most: int
) -> tuple[tuple[str, ...], int]:
    """Return the labels in at most so many lines, and how many lines they take."""
    labels = tuple(_short(text, letters * most - 6) for text in texts)
    longest = min(max(map(len, labels)), letters)
    lines = max(math.ceil(len(label) / max(longest - 4, 8)) for label in labels)
    return labels, min(lines, most)


def longest_bar(series: Sequence[Series]) -> int:
    """Return the sum of the parts of the longest bar."""
    bars = zip(*(one.values for one in series), strict=True)
    return max(sum(value or 0 for value in bar) for bar in bars)


def scale(most: int) -> tuple[int, int]:
    """Return where an axis of counts ends and its step: 1, 2 or 5 times a power."""
    step = next(
        size * 10**power
        for power in range(20)
        for size in (1, 2, 5)
        if size * 10**power * _STEPS >= most
    )
    return max(math.ceil(most / step), 1) * step, step


def _short(text: str, most: int) -> str:
    text = one_line(text)
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return f"{kept.rstrip(' ,.;:-–')}…"


def _legend_rows(names: tuple[str, ...], room: Room) -> int:
    rows, used = 1, 0.0
    for name in names:
        entry = len(name) * room.letter + _KEY
        if used and used + entry > room.width - 4 * _SIDE:
            rows, used = rows + 1, 0.0
        used += entry
    return rows
