"""Time 60 Word reports against docxtpl, which many use for reports like these.

Both make 60 reports of the same content: 10 sections with 25 tables (a header and 6
rows of 6 columns), 30 quotes and 6 charts. docxtpl gets its charts as ready PNG files,
so drawing them is not in its time; ours are native charts, drawn each time, with their
workbooks. Prints one line of JSON:

    python benchmarks/bench_word.py
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from PIL import Image, ImageDraw

from brukarrevision.report import blocks
from brukarrevision.report.word import write_docx

BASE = Path(__file__).parents[1] / "templates" / "base.docx"
REPORTS = 60
SECTIONS = 10
TABLES = 25
CHARTS = 6
QUOTES = 30
HEADER = ("Fråga", "Ja, alltid", "Ja, oftast", "Sällan", "Aldrig", "Antal svar")
ALIGN: tuple[blocks.Align, ...] = ("left", "right", "right", "right", "right", "right")
QUESTIONS = (
    "Jag får det stöd jag behöver i min vardag",
    "Personalen lyssnar på mig",
    "Jag vet vem jag vänder mig till med klagomål",
    "Jag är med och bestämmer om min plan",
    "Jag känner mig trygg här",
    "Mina anhöriga får vara med när jag vill",
)
ROLES: tuple[blocks.Role, ...] = ("positive", "positive", "negative", "negative")


def _quote(unit: int, number: int) -> str:
    return f"Jag vill själv välja vem som kommer hem till mig ({unit}:{number})."


def _counts(rng: random.Random) -> list[tuple[int, ...]]:
    return [tuple(rng.randint(0, 20) for _ in ROLES) for _ in QUESTIONS]


def content(unit: int) -> Iterator[blocks.Block]:
    """Return the blocks of one unit's report."""
    rng = random.Random(unit)  # noqa: S311 - invented answers
    tables, charts, quotes = (iter(range(n)) for n in (TABLES, CHARTS, QUOTES))
    yield blocks.Title(f"Brukarrevision av enhet {unit}")
    for section in range(1, SECTIONS + 1):
        yield blocks.Heading(1, f"Område {section}")
        yield blocks.Paragraph((blocks.Run("Så här svarade de som deltog. " * 3),))
        for _ in islice(charts, 1):
            yield _chart(_counts(rng))
        for _ in islice(tables, -(-TABLES // SECTIONS)):
            yield _table(_counts(rng))
        for number in islice(quotes, QUOTES // SECTIONS):
            yield blocks.Quote((blocks.Run(_quote(unit, number)),))


def _table(counts: list[tuple[int, ...]]) -> blocks.Table:
    rows = tuple(
        (question, *map(str, row), str(sum(row)))
        for question, row in zip(QUESTIONS, counts, strict=True)
    )
    return blocks.Table("Så svarade de", HEADER, rows, ALIGN)


def _chart(counts: list[tuple[int, ...]]) -> blocks.Chart:
    series = tuple(
        blocks.Series(name, tuple(row[at] for row in counts), role)
        for at, (name, role) in enumerate(zip(HEADER[1:5], ROLES, strict=True))
    )
    alt = "Staplar: de flesta är nöjda."
    return blocks.Chart("Så svarade de", alt, QUESTIONS, series, "Antal svar")


def ours(unit: int, base: bytes) -> bytes:
    """Return one report by this project."""
    title = f"Brukarrevision av enhet {unit}"
    document = blocks.Document(
        title, "sv-SE", "Revisionsgruppen", title, tuple(content(unit))
    )
    return write_docx(document, base)


def template() -> bytes:
    """Return a docxtpl template for the same content."""
    made = docx.Document()
    made.add_paragraph("{{ title }}", style="Title")
    made.add_paragraph("{%p for block in blocks %}")
    for kind, style, text in (
        ("heading", "Heading 1", "{{ block.text }}"),
        ("text", "Normal", "{{ block.text }}"),
        ("quote", "Quote", "{{ block.text }}"),
        ("chart", "Normal", "{{ block.image }}"),
        ("caption", "Caption", "{{ block.text }}"),
    ):
        made.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        made.add_paragraph(text, style=style)
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if block.kind == 'table' %}")
    table = made.add_table(rows=4, cols=6, style="Table Grid")
    for at, name in enumerate(HEADER):
        table.cell(0, at).text = name
        table.cell(2, at).text = f"{{{{ row[{at}] }}}}"
    table.cell(1, 0).text = "{%tr for row in block.rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def theirs(unit: int, base: bytes, pictures: list[str]) -> bytes:
    """Return one report by docxtpl, its charts being ready pictures."""
    made = DocxTemplate(BytesIO(base))
    ready = iter(pictures)
    found: list[dict[str, object]] = []
    for block in content(unit):
        match block:
            case blocks.Heading():
                found.append({"kind": "heading", "text": block.text})
            case blocks.Paragraph():
                found.append({"kind": "text", "text": block.runs[0].text})
            case blocks.Quote():
                found.append({"kind": "quote", "text": block.runs[0].text})
            case blocks.Table():
                found.append({"kind": "caption", "text": block.caption})
                found.append({"kind": "table", "rows": block.rows})
            case blocks.Chart():
                found.append({"kind": "caption", "text": block.caption})
                image = InlineImage(made, next(ready), width=Mm(160))
                found.append({"kind": "chart", "image": image})
            case _:
                pass
    title = f"Brukarrevision av enhet {unit}"
    made.render({"title": title, "blocks": found}, autoescape=True)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _pictures(folder: Path) -> list[str]:
    names = []
    for at in range(CHARTS):
        image = Image.new("RGB", (960, 540), "white")
        pen = ImageDraw.Draw(image)
        for row in range(6):
            pen.rectangle((300, 30 + 80 * row, 500 + 60 * at, 80 + 80 * row), "teal")
            pen.text((10, 40 + 80 * row), QUESTIONS[row], "black")
        name = folder / f"chart{at}.png"
        image.save(name)
        names.append(str(name))
    return names


def _time(make: Callable[[int], bytes], unit: int) -> float:
    start = time.perf_counter()
    make(unit)
    return time.perf_counter() - start


def compare() -> dict[str, float | int]:
    """Return the times of 60 reports by this project and by docxtpl, made in turns."""
    base, foreign = BASE.read_bytes(), template()
    mine, other = [], []
    with tempfile.TemporaryDirectory() as folder:
        pictures = _pictures(Path(folder))
        for unit in range(REPORTS + 1):
            mine.append(_time(lambda unit: ours(unit, base), unit))
            other.append(_time(lambda unit: theirs(unit, foreign, pictures), unit))
    mine, other = mine[1:], other[1:]  # imports and caches are not what is compared
    return {
        "reports": REPORTS,
        "ours_s": round(sum(mine), 2),
        "docxtpl_s": round(sum(other), 2),
        "ours_ms_median": round(statistics.median(mine) * 1000, 1),
        "docxtpl_ms_median": round(statistics.median(other) * 1000, 1),
        "times_faster": round(statistics.median(other) / statistics.median(mine), 2),
    }


def main() -> int:
    """Print the comparison as one line of JSON."""
    print(json.dumps(compare()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
