"""What a chart looks like: stacked bars, in the given order from the top.

python-pptx makes a chart that looks as PowerPoint's do: here it gets small letters, our
colours, printed values and a fixed place for everything. Charts with the same kinds of
parts look the same, so the look is made once and the numbers are set in it.
"""

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from docx.oxml.ns import nsdecls, qn
from lxml import etree
from lxml.etree import _Element
from pptx.chart.chart import Chart as PowerPointChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.util import Pt

from brukarrevision.report.blocks import Chart, Role
from brukarrevision.report.word.colours import DARK, WHITE, colours, ink_on
from brukarrevision.report.word.layout import Layout
from brukarrevision.report.word.text import attribute, one_line

_KIND = XL_CHART_TYPE.BAR_STACKED
_GRID = "D5DCDE"
_EDGE = "6B797E"
_SIZE = Pt(9)
_NAMES = nsdecls("c", "a", "r")
_SERIES = qn("c:ser")
_NUMBERS = (qn("c:tx"), qn("c:cat"), qn("c:val"))


def dressed(
    data: Any,  # noqa: ANN401
    chart: Chart,
    layout: Layout,
    *,
    font: str,
    language: str,
) -> bytes:
    """Return the XML of a chart; without a font, its text has Word's own."""
    roles = tuple(one.role for one in chart.series)
    root: Any = deepcopy(_look(roles, one_line(chart.axis), font, attribute(language)))
    filled = parse_xml(data.xml_bytes(_KIND))
    for ours, theirs in zip(root.iter(_SERIES), filled.iter(_SERIES), strict=True):
        for name in _NUMBERS:
            ours.replace(ours.find(name), theirs.find(name))
    axis = _chart(root).value_axis
    axis.maximum_scale = layout.most
    axis.major_unit = layout.step
    root.chart.plotArea.insert(0, parse_xml(_place(layout)))
    for drawn, one in zip(root.iter(qn("c:dLbls")), chart.series, strict=True):
        _hide_narrow(drawn, one.values, layout)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _chart(root: _Element) -> Any:  # noqa: ANN401
    made: Any = PowerPointChart
    return made(root, None)


@lru_cache(maxsize=64)
def _look(roles: tuple[Role, ...], axis: str, font: str, language: str) -> Any:  # noqa: ANN401
    """Return a chart of these parts without their numbers; it must not be changed."""
    made: Any = CategoryChartData
    data = made(number_format="0")
    data.add_category("")
    for at, _ in enumerate(roles):
        data.add_series(str(at), (0,))
    root = parse_xml(data.xml_bytes(_KIND))
    chart = _chart(root)
    _set_text(chart.font, DARK)
    if font:
        chart.font.name = font
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.plots[0].gap_width = 45
    chart.plots[0].vary_by_categories = False
    for series, role, colour in zip(chart.series, roles, colours(roles), strict=True):
        _dress_series(series, role, colour)
    _dress_categories(chart.category_axis)
    _dress_values(chart.value_axis, axis)
    _set_what_python_pptx_has_no_words_for(root, language)
    return root


def _colour(value: str) -> Any:  # noqa: ANN401
    colour: Any = RGBColor
    return colour.from_string(value)


def _set_text(font: Any, colour: str) -> None:  # noqa: ANN401
    font.size = _SIZE
    font.bold = False
    font.color.rgb = _colour(colour)


def _set_line(line: Any, colour: str, width: float) -> None:  # noqa: ANN401
    line.color.rgb = _colour(colour)
    line.width = Pt(width)


def _dress_series(series: Any, role: Role, colour: str) -> None:  # noqa: ANN401
    """Give a part its colour and a white edge; what is protected is hatched."""
    fill = series.format.fill
    if role == "protected":
        fill.patterned()
        fill.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = _colour(_EDGE), _colour(WHITE)
        _set_line(series.format.line, _EDGE, 0.75)
        series.format.line.dash_style = MSO_LINE.DASH
    else:
        fill.solid()
        fill.fore_color.rgb = _colour(colour)
        _set_line(series.format.line, WHITE, 1)
    series.invert_if_negative = False
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "0", False
    labels.position = XL_LABEL_POSITION.CENTER
    _set_text(labels.font, ink_on(colour))


def _dress_categories(axis: Any) -> None:  # noqa: ANN401
    axis.reverse_order = True
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.offset = 60
    _set_line(axis.format.line, _EDGE, 0.75)


def _dress_values(axis: Any, title: str) -> None:  # noqa: ANN401
    axis.minimum_scale = 0
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format = "0"
    axis.tick_labels.number_format_is_linked = False
    axis.format.line.fill.background()
    _set_line(axis.major_gridlines.format.line, _GRID, 0.5)
    if title:
        text = axis.axis_title.text_frame
        text.text = title
        _set_text(text.paragraphs[0].font, DARK)
        _set_text(text.paragraphs[0].runs[0].font, DARK)


def _set_what_python_pptx_has_no_words_for(root: Any, language: str) -> None:  # noqa: ANN401
    """Set language, square corners, no background, the workbook, white under labels."""
    start = root.xpath("c:date1904")[0]
    root.xpath("//c:valAx/c:crosses")[0].set("val", "max")  # the numbers stand below
    start.addnext(parse_xml(f'<c:roundedCorners {_NAMES} val="0"/>'))
    start.addnext(parse_xml(f'<c:lang {_NAMES} val="{language}"/>'))
    nothing = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    frame = f"<c:spPr {_NAMES}>{nothing}</c:spPr>"
    root.xpath("c:txPr")[0].addprevious(parse_xml(frame))
    for end in root.xpath("c:txPr/a:p/a:endParaRPr"):
        end.set("lang", language)
    book = '<c:externalData {} r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    root.append(parse_xml(book.format(_NAMES)))
    white = f'<a:solidFill><a:srgbClr val="{WHITE}"/></a:solidFill>'
    for labels in root.xpath("//c:ser[c:spPr/a:pattFill]/c:dLbls"):
        paper = parse_xml(f"<c:spPr {_NAMES}>{white}</c:spPr>")
        labels.xpath("c:numFmt")[0].addnext(paper)


def _place(layout: Layout) -> str:
    wide, high = layout.width, layout.height
    values = (
        f'<c:x val="{layout.left / wide:.4f}"/><c:y val="{layout.top / high:.4f}"/>'
        f'<c:w val="{layout.plot_width / wide:.4f}"/>'
        f'<c:h val="{layout.plot_height / high:.4f}"/>'
    )
    return (
        f'<c:layout {_NAMES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode '
        f'val="edge"/><c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )


def _hide_narrow(
    labels: _Element, values: Sequence[int | None], layout: Layout
) -> None:
    """Print no number in a part of a bar that is too narrow for it, and never a 0."""
    narrow = [
        at
        for at, value in enumerate(values)
        if value is not None and not (value and layout.has_room(value))
    ]
    for place, at in enumerate(narrow):
        hidden = f'<c:dLbl {_NAMES}><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        labels.insert(place, parse_xml(hidden))
