"""A chart as Word draws it itself: stacked bars, in the given order from the top.

The elements and their order are those of ECMA-376 part 1, 21.2, as python-pptx writes
them; python-pptx reads the result in the tests. It is not used for writing: half of
what it gives would have to be replaced, and it takes 100 ms to import.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from brukarrevision.report.blocks import Series
from brukarrevision.report.word_colours import DARK, WHITE, colours, ink_on
from brukarrevision.report.word_layout import Layout
from brukarrevision.report.word_names import A, C, R
from brukarrevision.report.word_text import attribute
from brukarrevision.report.word_workbook import SHEET, column

_GRID = "D5DCDE"
_EDGE = "6B797E"
_CATEGORIES, _VALUES = 111111111, 222222222
_NONE = "<a:ln><a:noFill/></a:ln>"


def chart_xml(
    series: Sequence[Series], layout: Layout, *, axis: str, font: str, language: str
) -> bytes:
    """Return the chart part.

    Args:
        series: the parts of the bars; a value that is None is not in the file.
        layout: where everything goes.
        axis: the title of the axis of values, or nothing.
        font: the font of the text, or nothing for Word's own.
        language: of the text.
    """
    fills = colours([one.role for one in series])
    bars = "".join(
        _series(at, one, fill, layout)
        for at, (one, fill) in enumerate(zip(series, fills, strict=True))
    )
    face = f'<a:latin typeface="{attribute(font)}"/>' if font else ""
    tongue = attribute(language)
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        f'<c:date1904 val="0"/><c:lang val="{tongue}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_place(layout)}'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{bars}<c:gapWidth val="45"/><c:overlap val="100"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
        f"{_category_axis()}{_value_axis(axis, layout)}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NONE}</c:spPr>{_text(900, DARK, face, tongue)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return text.encode()


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _text(size: int, colour: str, face: str = "", tongue: str = "") -> str:
    end = f'<a:endParaRPr lang="{tongue}"/>' if tongue else ""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="0">{_fill(colour)}{face}</a:defRPr></a:pPr>'
        f"{end}</a:p></c:txPr>"
    )


def _place(layout: Layout) -> str:
    shares = {
        "x": layout.left / layout.width,
        "y": layout.top / layout.height,
        "w": layout.plot_width / layout.width,
        "h": layout.plot_height / layout.height,
    }
    values = "".join(f'<c:{name} val="{one:.4f}"/>' for name, one in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )


def _series(at: int, series: Series, colour: str, layout: Layout) -> str:
    letter = column(at + 1)
    last = len(layout.labels) + 1
    look = _pattern() if series.role == "protected" else _solid(colour)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>'
        f"{_strings(f'${letter}$1', [layout.names[at]])}</c:tx>"
        f'<c:spPr>{look}</c:spPr><c:invertIfNegative val="0"/>'
        f"{_labels(series, colour, layout)}"
        f"<c:cat>{_strings(f'$A$2:$A${last}', layout.labels)}</c:cat>"
        f"<c:val>{_numbers(f'${letter}$2:${letter}${last}', series.values)}</c:val>"
        "</c:ser>"
    )


def _strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>'
        for at, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{SHEET}!{place}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(place: str, values: Sequence[int | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{SHEET}!{place}</c:f><c:numCache><c:formatCode>0"
        f'</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
        "</c:numRef>"
    )


def _solid(colour: str) -> str:
    """Return a fill with a white edge, which separates the part from its neighbours."""
    return f'{_fill(colour)}<a:ln w="12700">{_fill(WHITE)}</a:ln>'


def _pattern() -> str:
    """Return the look of what is protected: hatched, with a dashed edge."""
    return (
        '<a:pattFill prst="ltUpDiag">'
        f'<a:fgClr><a:srgbClr val="{_EDGE}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{WHITE}"/></a:bgClr></a:pattFill>'
        f'<a:ln w="9525">{_fill(_EDGE)}<a:prstDash val="dash"/></a:ln>'
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
        f"<c:spPr>{back}{_NONE}</c:spPr>{_text(900, ink_on(colour))}"
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis() -> str:
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/>'
        '<c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{_fill(_EDGE)}</a:ln></c:spPr>{_text(900, DARK)}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def _value_axis(title: str, layout: Layout) -> str:
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{layout.most}"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350">{_fill(_GRID)}'
        f"</a:ln></c:spPr></c:majorGridlines>{_axis_title(title)}"
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{_NONE}</c:spPr>{_text(900, DARK)}"
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="max"/>'
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
