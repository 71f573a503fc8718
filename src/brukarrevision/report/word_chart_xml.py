"""A chart as Word draws it itself, with its workbook; the only module that needs pptx.

python-pptx writes the bare chart and the workbook; the look is added here. What it does
otherwise is mended: labels that begin with ``=`` stay text, the workbook is dated 2000,
the text is 9 points and not 18. The order of elements is that of ECMA-376 part 1, 21.2.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from lxml import etree
from lxml.etree import _Element
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from brukarrevision.report.blocks import Chart, Series
from brukarrevision.report.word_charts import Layout, shown_series
from brukarrevision.report.word_colours import DARK, WHITE, colours, ink_on
from brukarrevision.report.word_names import PREFIXES, C
from brukarrevision.report.word_package import serialise
from brukarrevision.report.word_text import attribute

_WHEN = datetime(2000, 1, 1)  # noqa: DTZ001 - XlsxWriter takes no zone
_GRID = "D5DCDE"
_EDGE = "6B797E"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class _Plain(CategoryWorkbookWriter):
    """A workbook in which all text is text, and which is the same every time."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Any, Any]]:
        book = Workbook(xlsx_file, _OPTIONS)
        book.set_properties({"created": _WHEN})
        yield book, book.add_worksheet()
        book.close()


def chart_data(series: tuple[Series, ...], layout: Layout) -> CategoryChartData:
    """Return what is shown, and nothing else: it also fills the workbook (R11)."""
    data = CategoryChartData(number_format="0")  # type: ignore[no-untyped-call]
    for label in layout.labels:
        data.add_category(label)  # type: ignore[no-untyped-call]
    for one, name in zip(series, layout.names, strict=True):
        data.add_series(name, one.values)  # type: ignore[no-untyped-call]
    return data


def workbook(data: CategoryChartData) -> bytes:
    """Return the workbook behind a chart, for "Edit data" in Word."""
    blob: bytes = _Plain(data).xlsx_blob  # type: ignore[no-untyped-call]
    return blob


def part(
    chart: Chart, layout: Layout, data: CategoryChartData, *, font: str, language: str
) -> bytes:
    """Return the chart part: stacked bars in the given order from the top."""
    writer = ChartXmlWriter(XL_CHART_TYPE.BAR_STACKED, data)  # type: ignore[no-untyped-call]
    text: str = writer.xml
    root = etree.fromstring(text.encode())
    _begin(root, language)
    _bars(root, shown_series(chart), layout)
    _axes(root, chart, layout)
    _finish(root, font, language)
    return serialise(root)


def _pieces(text: str) -> list[_Element]:
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
    return list(etree.fromstring(f"<x{names}>{text}</x>"))


def _c(name: str) -> str:
    return f"{{{C}}}{name}"


def _the(root: _Element, name: str) -> _Element:
    return next(root.iter(_c(name)))


def _replace(old: _Element, text: str) -> None:
    parent = old.getparent()
    if parent is not None:
        at = parent.index(old)
        parent[at : at + 1] = _pieces(text)


def _after(element: _Element, text: str) -> None:
    for piece in reversed(_pieces(text)):
        element.addnext(piece)


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _text(size: int, colour: str, *, bold: bool = False, more: str = "") -> str:
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="{int(bold)}">{_fill(colour)}{more}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>'
    )


def _begin(root: _Element, language: str) -> None:
    _after(
        _the(root, "date1904"),
        f'<c:lang val="{attribute(language)}"/><c:roundedCorners val="0"/>',
    )
    _the(root, "autoTitleDeleted").set("val", "1")


def _bars(root: _Element, series: tuple[Series, ...], layout: Layout) -> None:
    _after(_the(root, "grouping"), '<c:varyColors val="0"/>')
    _the(root, "overlap").addprevious(_pieces('<c:gapWidth val="45"/>')[0])
    fills = colours([one.role for one in series])
    elements = list(root.iter(_c("ser")))
    for element, one, colour in zip(elements, series, fills, strict=True):
        look = _protected() if one.role == "protected" else _solid(colour)
        labels = _labels(one, colour, layout)
        _after(_the(element, "tx"), f'{look}<c:invertIfNegative val="0"/>{labels}')


def _solid(colour: str) -> str:
    return f'<c:spPr>{_fill(colour)}<a:ln w="12700">{_fill(WHITE)}</a:ln></c:spPr>'


def _protected() -> str:
    return (
        '<c:spPr><a:pattFill prst="ltUpDiag">'
        f'<a:fgClr><a:srgbClr val="{_EDGE}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{WHITE}"/></a:bgClr></a:pattFill>'
        f'<a:ln w="9525">{_fill(_EDGE)}<a:prstDash val="dash"/></a:ln></c:spPr>'
    )


def _labels(series: Series, colour: str, layout: Layout) -> str:
    """Return the printed values; a part too narrow for its number has none."""
    narrow = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        for at, value in enumerate(series.values)
        if value is not None and not (value and layout.has_room(value))
    )
    back = _fill(WHITE) if series.role == "protected" else "<a:noFill/>"
    return (
        f'<c:dLbls>{narrow}<c:numFmt formatCode="0" sourceLinked="0"/>'
        f"<c:spPr>{back}<a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(900, ink_on(colour), bold=True)}<c:dLblPos val="ctr"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        "</c:dLbls>"
    )


def _axes(root: _Element, chart: Chart, layout: Layout) -> None:
    categories, values = _the(root, "catAx"), _the(root, "valAx")
    one = _the(categories, "axId").get("val", "")
    two = _the(values, "axId").get("val", "")
    _replace(categories, _category_axis(one, two))
    _replace(values, _value_axis(two, one, chart, layout))
    area = _the(root, "plotArea")
    area.insert(0, _pieces(_place(layout))[0])
    _after(area, _LEGEND)


_LEGEND = (
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
    '<c:plotVisOnly val="1"/>'
)


def _place(layout: Layout) -> str:
    shares = {
        "x": layout.left / layout.width,
        "y": layout.top / layout.height,
        "w": layout.plot_width / layout.width,
        "h": layout.plot_height / layout.height,
    }
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    values = "".join(f'<c:{name} val="{one:.4f}"/>' for name, one in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f"{modes}{values}</c:manualLayout></c:layout>"
    )


def _category_axis(number: str, other: str) -> str:
    return (
        f'<c:catAx><c:axId val="{number}"/><c:scaling><c:orientation val="maxMin"/>'
        '</c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{_fill(_EDGE)}</a:ln></c:spPr>{_text(900, DARK)}'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def _value_axis(number: str, other: str, chart: Chart, layout: Layout) -> str:
    return (
        f'<c:valAx><c:axId val="{number}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{layout.most}"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350">{_fill(_GRID)}'
        f"</a:ln></c:spPr></c:majorGridlines>{_axis_title(chart.axis)}"
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(900, DARK)}"
        f'<c:crossAx val="{other}"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{layout.step}"/></c:valAx>'
    )


def _axis_title(axis: str) -> str:
    text = attribute(axis)
    if not text:
        return ""
    look = f'sz="900" b="0">{_fill(DARK)}'
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f"<a:defRPr {look}</a:defRPr></a:pPr><a:r><a:rPr {look}</a:rPr>"
        f'<a:t>{text}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _finish(root: _Element, font: str, language: str) -> None:
    face = f'<a:latin typeface="{attribute(font)}"/>' if font else ""
    look = _text(900, DARK, more=face).replace("sv-SE", attribute(language))
    old = next(one for one in root if one.tag == _c("txPr"))
    _replace(
        old,
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{look}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>',
    )
