"""Native charts: what they show, how they look, and what their workbook holds."""

import itertools
from io import BytesIO
from typing import Any, cast

import openpyxl
import pytest
from docx.oxml.ns import nsmap
from lxml.etree import _Element
from pptx.chart.chart import Chart as PowerPointChart
from pptx.oxml import parse_xml

from brukarrevision.report.blocks import Chart, Role, Series
from brukarrevision.report.word.colours import colours, contrast, ink_on
from brukarrevision.report.word.layout import Room, lay_out, scale
from brukarrevision.report.word.text import clean
from tests.report.word.samples import CHART, QUESTION, opened, parts, root, written

ROLES: tuple[Role, ...] = ("positive", "positive", "neutral", "negative", "negative")
ROOM = Room.of(9072, 13890, 1.0)
CELLS = [
    [None, "Ja", "Varken eller", "Nej", "Visas inte"],
    [QUESTION, 12, 3, 5, None],
    ["Jag är trygg", None, 0, 7, 13],
]


def _chart(data: bytes) -> _Element:
    return root(data, "word/charts/chart1.xml")


def _values(element: _Element, path: str) -> list[str]:
    names = {"c": nsmap["c"], "a": nsmap["a"]}
    found = cast("list[_Element]", element.xpath(path, namespaces=names))
    return [one.get("val", one.text or "") for one in found]


def _simple(*labels: str, name: str = "Ja", value: int | None = 3) -> Chart:
    series = (Series(name, (value,) * len(labels), "positive"),)
    return Chart("Rubrik", "alt", labels, series)


def _sheet(workbook: bytes) -> Any:  # noqa: ANN401 - a sheet, as openpyxl reads it
    return cast("Any", openpyxl.load_workbook(BytesIO(workbook)))["Sheet1"]


def _cells(data: bytes) -> list[list[object]]:
    return [[cell.value for cell in row] for row in _sheet(data).iter_rows()]


def test_python_pptx_reads_the_chart() -> None:
    """Another program's reader finds the categories and values, and no others."""
    xml = parts(written(CHART))["word/charts/chart1.xml"]
    read = PowerPointChart(parse_xml(xml), None)  # type: ignore[no-untyped-call]
    plot = read.plots[0]
    assert list(plot.categories) == list(CHART.categories)
    assert {one.name: one.values for one in plot.series} == {
        one.name: one.values for one in CHART.series[:4]
    }


def test_workbook_holds_shown_numbers_and_nothing_else() -> None:
    """The workbook has the chart's numbers; what is not shown is not there."""
    content = parts(written(CHART))
    assert _cells(content["word/embeddings/chart1.xlsx"]) == CELLS


def test_workbook_tells_of_nobody() -> None:
    """No author, no program that made it, no time: its date is fixed."""
    book = parts(written(CHART))["word/embeddings/chart1.xlsx"]
    properties = openpyxl.load_workbook(BytesIO(book)).properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created is not None
    assert properties.created.year == 2000


@pytest.mark.parametrize(
    "label", ["=1+1", "{=A1}", "http://exempel.se", "+1", "-1", "@x", "_x0041_", "12"]
)
def test_labels_stay_text(label: str) -> None:
    """No label becomes a formula, a link or a number in the workbook."""
    book = parts(written(_simple(label, name=label)))["word/embeddings/chart1.xlsx"]
    sheet = _sheet(book)
    assert [sheet["B1"].data_type, sheet["A2"].data_type] == ["s", "s"]
    assert sheet["A2"].value.replace("_x005F_", "_") == label
    assert b"<f>" not in parts(book)["xl/worksheets/sheet1.xml"]


def test_chart_and_workbook_hang_together() -> None:
    """The document leads to the chart, the chart to its workbook."""
    found = opened(written(CHART, CHART)).part.related_parts
    charts = [one for one in found.values() if "/charts/" in one.partname]
    for number, chart in enumerate(charts, 1):
        assert chart.partname == f"/word/charts/chart{number}.xml"
        books = [one.partname for one in chart.related_parts.values()]
        assert books == [f"/word/embeddings/chart{number}.xlsx"]
    assert len(charts) == 2


def test_bars_stand_in_the_given_order_from_the_top() -> None:
    """Horizontal, stacked, the first question at the top, the axis of counts below."""
    chart = _chart(written(CHART))
    assert _values(chart, "//c:barDir") == ["bar"]
    assert _values(chart, "//c:grouping") == ["stacked"]
    assert _values(chart, "//c:catAx//c:orientation") == ["maxMin"]
    assert _values(chart, "//c:valAx/c:crosses") == ["max"]


def test_chart_text_is_small_and_swedish() -> None:
    """Nine points, the language of the document, a legend below and no title."""
    chart = _chart(written(CHART))
    assert {one.get("sz") for one in chart.iter(f"{{{nsmap['a']}}}defRPr")} == {"900"}
    assert _values(chart, "/c:chartSpace/c:lang") == ["sv-SE"]
    assert _values(chart, "//c:autoTitleDeleted") == ["1"]
    assert _values(chart, "//c:legendPos") == ["b"]
    assert _values(chart, "//c:valAx/c:title//a:t") == ["Antal svarande"]


def test_protected_part_is_hatched() -> None:
    """What is protected looks like nothing else, even without colours."""
    chart = _chart(written(CHART))
    assert len(list(chart.iter(f"{{{nsmap['a']}}}pattFill"))) == 1
    assert len(list(chart.iter(f"{{{nsmap['a']}}}prstDash"))) == 1


def test_a_part_with_nothing_shown_is_left_out() -> None:
    """A part of which no value is shown is neither in the chart nor in its legend."""
    assert b"Utan svar" not in parts(written(CHART))["word/charts/chart1.xml"]


def test_zeros_and_narrow_parts_have_no_printed_number() -> None:
    """A number is printed where there is room for it, never a 0."""
    layout = lay_out(["a", "b"], [Series("x", (1000, 1))], "", ROOM)
    assert layout.has_room(1000)
    assert not layout.has_room(1)
    chart = _chart(written(CHART))
    labels = _values(chart, "//c:dLbl/c:idx")
    assert labels == ["1"]


@pytest.mark.parametrize("chart", [_simple("a", value=None), Chart("", "", (), ())])
def test_a_chart_with_nothing_to_show_says_so(chart: Chart) -> None:
    """Without any number there is a sentence and no empty chart."""
    data = written(chart)
    assert opened(data).paragraphs[-1].text == "Inga svar kan visas i diagrammet."
    assert not [name for name in parts(data) if "chart" in name]


def test_alt_text_falls_back_on_the_caption() -> None:
    """A chart is never without a description."""
    drawing = next(
        root(written(Chart("Rubrik", "", ("a",), (Series("b", (1,)),)))).iter(
            f"{{{nsmap['wp']}}}docPr"
        )
    )
    assert drawing.get("descr") == "Rubrik"


def test_long_labels_are_shortened_at_a_word() -> None:
    """A long question is cut after a whole word, and says that it is cut."""
    question = "Jag får det stöd som jag behöver i vardagen. " * 10
    layout = lay_out([question, "Kort"], [Series("Ja", (1, 2))], "", ROOM)
    assert len(layout.labels[0]) < 130
    assert layout.labels[0].endswith("…")
    assert clean(question).startswith(layout.labels[0][:-1])
    assert layout.labels[1] == "Kort"


def test_a_word_without_end_is_cut_too() -> None:
    """A label without blanks is cut as well."""
    layout = lay_out(["x" * 500], [Series("Ja", (1,))], "", ROOM)
    assert len(layout.labels[0]) < 130


def test_charts_grow_with_their_bars_but_not_past_the_page() -> None:
    """More questions make a higher chart, up to the height of a page."""
    heights = [
        lay_out(["Fråga"] * count, [Series("Ja", (1,) * count)], "x", ROOM).height
        for count in (1, 5, 10, 60)
    ]
    assert heights == sorted(heights)
    assert heights[0] < heights[1] < heights[2]
    assert heights[-1] < 13890 / 20


def test_long_legends_get_more_room() -> None:
    """A legend that needs several rows makes the chart higher."""
    short = [Series(name, (1,)) for name in "abcde"]
    long = [Series(name * 40, (1,)) for name in "abcde"]
    assert (
        lay_out(["x"], long, "", ROOM).height > lay_out(["x"], short, "", ROOM).height
    )


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, (1, 1)),
        (1, (1, 1)),
        (6, (6, 1)),
        (7, (8, 2)),
        (44, (50, 10)),
        (610, (800, 200)),
    ],
)
def test_axis_counts_in_whole_steps(most: int, expected: tuple[int, int]) -> None:
    """The axis of counts has few, round, whole steps."""
    assert scale(most) == expected


@pytest.mark.parametrize(
    "roles",
    [ROLES, ROLES[::-1], ("positive", "negative"), ("plain",) * 2, ("plain",) * 6],
)
def test_neighbours_can_be_told_apart(roles: tuple[Role, ...]) -> None:
    """Parts beside each other have different colours, and text on them is read."""
    fills = colours(roles)
    assert len(set(fills)) == len(fills)
    assert all(contrast(fill, ink_on(fill)) >= 4.5 for fill in fills)
    if roles[0] == "plain":
        for one, two in itertools.pairwise(fills):
            assert contrast(one, two) >= 2


def test_ends_of_a_scale_are_darkest() -> None:
    """Whichever way a scale runs, its outermost answers are the darkest."""
    for roles in (ROLES, ROLES[::-1]):
        white = [contrast(fill, "FFFFFF") for fill in colours(roles)]
        assert white[0] > white[1] > white[2]
        assert white[4] > white[3] > white[2]


def test_colour_follows_the_role() -> None:
    """The same role has the same colour whatever the order of the answers."""
    assert colours(("positive", "negative")) == colours(("negative", "positive"))[::-1]


def test_many_bars_become_several_charts() -> None:
    """More than twenty bars are shared out, on the same axis, of the same parts."""
    labels = tuple(f"Fråga {number}" for number in range(41))
    series = (
        Series("Ja", tuple(range(41)), "positive"),
        Series("Nej", (None,) * 40 + (2,), "negative"),
    )
    data = written(Chart("Rubrik", "Staplar.", labels, series))
    alts = [one.get("descr") for one in root(data).iter(f"{{{nsmap['wp']}}}docPr")]
    assert alts == [f"Staplar. ({number} av 3)" for number in (1, 2, 3)]
    charts = [root(data, f"word/charts/chart{number}.xml") for number in (1, 2, 3)]
    assert [len(_values(one, "//c:ser[1]/c:cat//c:v")) for one in charts] == [
        13,
        14,
        14,
    ]
    for path in ("//c:valAx//c:max", "//c:ser/c:tx//c:v", "//c:ser//a:srgbClr"):
        assert len({tuple(_values(one, path)) for one in charts}) == 1
    captions = [one.text for one in opened(data).paragraphs if one.text]
    assert captions == ["Diagram 1. Rubrik"]
