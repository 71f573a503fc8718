"""The block list: a report as data, before it is a Word, Markdown or HTML file.

Every writer takes the same list, so a report says the same in every format. Blocks hold
only text and numbers that may be shown.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["negative", "neutral", "positive", "plain", "protected"]
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; ``link`` is the address of a link, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title and what stands under it on the first page."""

    text: str
    subtitle: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``style`` is ``body``, ``lead`` (an ingress) or ``small``.

    ``keep`` says that it stays on one page with what comes after it.
    """

    runs: Runs
    style: Literal["body", "lead", "small"] = "body"
    keep: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; every item is a list of blocks (paragraphs and lists)."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Note:
    """A box beside the text: a notice such as UTKAST, or how answers are protected."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; the first column names the row.

    ``rows`` have as many cells as ``header``; ``align`` is per column; ``note`` stands
    under the table; ``caption`` is numbered by the writer ("Tabell 3. ...").
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One answer in a chart: a value for each category, None where nothing is shown."""

    name: str
    values: tuple[int | None, ...]
    role: Role = "plain"


@dataclass(frozen=True, slots=True)
class Chart:
    """A stacked bar chart: a bar for each category (question), a part for each series.

    Values are counts that may be shown. ``alt`` describes the chart to those who do not
    see it; the table with the same numbers stands beside it.
    """

    caption: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents: made by the writer from the headings down to ``depth``."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


Block = (
    Title
    | Heading
    | Paragraph
    | BulletList
    | Quote
    | Note
    | Table
    | Chart
    | Contents
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    Attributes:
        title: the document's title, also in its properties.
        language: BCP 47, such as ``sv-SE``.
        author: the organisation that made the audit.
        running: what the header of every page says.
        blocks: the content, in order.
        draft: the word set on every page of a draft (UTKAST), or empty.
    """

    title: str
    language: str
    author: str
    running: str
    blocks: tuple[Block, ...]
    draft: str = ""
