"""Charts that Word draws itself: sharp, and to be edited or restyled in Word.

python-pptx writes their XML, and XlsxWriter by way of it the workbook that Word opens
for "Edit data". python-docx knows no charts, so they go into the file as parts.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap
from docx.shared import Pt, Twips
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from brukarrevision.report.blocks import Chart, Series
from brukarrevision.report.word.body import Body
from brukarrevision.report.word.chart_look import dressed
from brukarrevision.report.word.layout import Layout, Room, lay_out, longest_bar, pieces
from brukarrevision.report.word.save import package_of
from brukarrevision.report.word.text import attribute, one_line

_WHEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - XlsxWriter takes no time zone


class _WorkbookWriter(CategoryWorkbookWriter):
    """python-pptx's writer of workbooks, for text by anybody and with a fixed date."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Any, Any]]:
        opened = super()._open_worksheet(xlsx_file)
        with opened as (workbook, worksheet):
            worksheet.strings_to_formulas = False  # a label such as =1+1 is text
            worksheet.strings_to_urls = False
            workbook.set_properties({"created": _WHEN})
            yield workbook, worksheet


class _Data(CategoryChartData):
    @property
    def _workbook_writer(self) -> _WorkbookWriter:
        writer: Any = _WorkbookWriter
        return cast("_WorkbookWriter", writer(self))


def _data(layout: Layout, series: Sequence[Series]) -> Any:  # noqa: ANN401
    """Return what is shown and nothing else (ANONYMITY.md, R11)."""
    made: Any = _Data
    data = made(number_format="0")
    for label in layout.labels:
        data.add_category(label)
    for name, one in zip(layout.names, series, strict=True):
        data.add_series(name, one.values)
    return data


def write(body: Body, chart: Chart) -> bool:
    """Write a chart, or several if it has many bars; tell whether anything is shown."""
    found = pieces(chart)
    base = body.base
    room = Room.of(base.width, base.height, base.letter)
    for number, piece in enumerate(found, 1):
        most = longest_bar(chart.series)
        layout = lay_out(piece.categories, piece.series, chart.axis, room, most)
        part = f" ({number} {body.words.of} {len(found)})" if len(found) > 1 else ""
        alt = f"{one_line(chart.alt) or one_line(chart.caption)}{part}"
        name = f"{body.words.chart} {body.charts}{part}"
        _picture(body, _add(body, piece, layout), layout.height, name, alt)
    return bool(found)


def _add(body: Body, chart: Chart, layout: Layout) -> str:
    """Add a chart and its workbook to the file; return the relationship's id."""
    data = _data(layout, chart.series)
    xml = dressed(data, chart, layout, font=body.base.font, language=body.language)
    package = package_of(body.word)
    name = package.next_partname("/word/charts/chart%d.xml")
    part = Part(name, CT.DML_CHART, xml, package)
    number = body.word.part.relate_to(part, RT.CHART)
    name = package.next_partname("/word/embeddings/chart%d.xlsx")
    part.relate_to(Part(name, CT.SML_SHEET, data.xlsx_blob, package), RT.PACKAGE)
    return number


def _picture(body: Body, relation: str, height: float, name: str, alt: str) -> None:
    """Write a chart as a paragraph of its own, in line with the text.

    ``descr`` is the text that a screen reader says (WCAG 1.1.1).
    """
    body.pictures += 1
    number = body.base.drawing + body.pictures
    uri = nsmap["c"]
    inline: Any = parse_xml(
        f'<wp:inline {nsdecls("wp", "a", "c", "r")} distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{Twips(body.base.width)}" cy="{Pt(height)}"/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}" descr="{attribute(alt)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
    )
    body.paragraph("Figure").add_r().add_drawing(inline)
