"""Documents and letterheads for the tests of the Word writer."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import nsmap
from lxml import etree
from lxml.etree import _Element

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Series,
    Table,
    Title,
)
from brukarrevision.report.word import write_docx

BASE = Path(__file__).parents[3].joinpath("templates", "base.docx").read_bytes()
NAMES = {"w": nsmap["w"]}
QUESTION = "Jag är med och bestämmer om min plan"
HIDDEN = "– betyder att siffran inte visas."


def text(words: str) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph((Run(words),))


def items(*words: str) -> tuple[tuple[Block, ...], ...]:
    """Return the items of a list, one paragraph each."""
    return tuple((text(one),) for one in words)


TABLE = Table(
    "Inflytande",
    ("Svar", "Antal", "Andel"),
    (("Ja", "41–44", "80 %"), ("Nej", "–", "–"), ("Vet inte", "", "2 %")),
    ("left", "right", "right"),
    HIDDEN,
)
CHART = Chart(
    "Inflytande",
    "Staplar: de flesta är med och bestämmer.",
    (QUESTION, "Jag är trygg"),
    (
        Series("Ja", (12, None), "positive"),
        Series("Varken eller", (3, 0), "neutral"),
        Series("Nej", (5, 7), "negative"),
        Series("Visas inte", (None, 13), "protected"),
        Series("Utan svar", (None, None)),
    ),
    "Antal svarande",
)
EVERYTHING: tuple[Block, ...] = (
    Title("Brukarrevision", "av boendestödet", ("Våren 2026", "Exempelkommun")),
    Contents("Innehåll", 2),
    PageBreak(),
    Heading(1, "Sammanfattning"),
    Paragraph((Run("De flesta är "), Run("nöjda", bold=True)), "lead"),
    Note("Så skyddas svaren", (text("Ingen kan ses."), BulletList(items("a", "b")))),
    Note("En ruta till", (text("Direkt efter."),)),
    Heading(2, "Resultat"),
    Paragraph(
        (
            Run("Läs ", italic=True),
            Run("mer om metoden", link="https://exempel.se/å?a=1&b=2"),
        )
    ),
    CHART,
    TABLE,
    text("Text direkt efter tabellen."),
    BulletList(((text("ett"), text("mer"), BulletList(items("inre"))), (text("två"),))),
    BulletList(items("första", "andra"), ordered=True),
    BulletList(items("om igen"), ordered=True),
    Heading(3, "Med egna ord"),
    Quote((Run("Jag vill välja själv."),)),
    Quote((Run("Jag också."),)),
    PageBreak(),
    TABLE,
    Paragraph((Run("Litet."),), "small"),
)


def document(
    *blocks: Block, draft: str = "", language: str = "sv-SE", title: str = "Rapport"
) -> Document:
    """Return a document of these blocks, or of one of each kind."""
    return Document(
        title=title,
        language=language,
        author="Revisionsgruppen",
        running="Löpande titel",
        blocks=blocks or EVERYTHING,
        draft=draft,
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return parts as a package."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return target.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one part changed."""
    content = parts(data)
    return packed({**content, name: change(content[name])})


def root(data: bytes, name: str = "word/document.xml") -> _Element:
    """Return the root element of a part."""
    return etree.fromstring(parts(data)[name])


def found(element: _Element, path: str) -> list[_Element]:
    """Return the elements on a path with the prefix ``w``."""
    return list(element.iterfind(path, NAMES))


def value(element: _Element | None, name: str = "val") -> str:
    """Return an attribute of WordprocessingML, or nothing."""
    return "" if element is None else element.get(f"{{{nsmap['w']}}}{name}", "")


def written(*blocks: Block, base: bytes = BASE) -> bytes:
    """Return the Word file of these blocks."""
    return write_docx(document(*blocks), base)


def opened(data: bytes) -> WordDocument:
    """Return a Word file as python-docx, another reader than ours, sees it."""
    return docx.Document(BytesIO(data))


def letterhead(*paragraphs: str, header: str = "Exempelkommun") -> WordDocument:
    """Return a letterhead, with the styles of python-docx's own template."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].footer.paragraphs[0].text = "Storgatan 1"
    for words in paragraphs:
        made.add_paragraph(words)
    return made


def saved(made: WordDocument) -> bytes:
    """Return a document of python-docx as a file."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()
