"""Charts that Word draws itself: sharp, and to be edited or restyled in Word."""

from dataclasses import dataclass

from brukarrevision.report.blocks import Chart, Series
from brukarrevision.report.word_base import Base
from brukarrevision.report.word_chart_xml import chart_xml
from brukarrevision.report.word_layout import Room, lay_out
from brukarrevision.report.word_workbook import workbook


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart ready for the file: its part, its workbook and its height in points."""

    part: bytes
    workbook: bytes
    height: float


def shown_series(chart: Chart) -> tuple[Series, ...]:
    """Return the parts of which something is shown."""
    return tuple(
        one for one in chart.series if any(value is not None for value in one.values)
    )


def draw(chart: Chart, base: Base, language: str) -> Picture | None:
    """Return the chart, or None if nothing in it is shown.

    The workbook holds what is shown and nothing else (ANONYMITY.md, R11).
    """
    series = shown_series(chart)
    if not series or not chart.categories:
        return None
    room = Room.of(base.frame.width, base.frame.height, base.letter)
    layout = lay_out(chart.categories, series, chart.axis, room)
    part = chart_xml(series, layout, axis=chart.axis, font=base.font, language=language)
    values = [one.values for one in series]
    return Picture(part, workbook(layout.labels, layout.names, values), layout.height)
