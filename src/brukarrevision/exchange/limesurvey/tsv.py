"""LimeSurvey's tab-separated structure, also when Excel has saved it its own way."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.exchange.limesurvey.rows import COLUMNS
from brukarrevision.exchange.limesurvey.survey import Item, Page, Part, Survey
from brukarrevision.files import read_bytes
from brukarrevision.intake.decode import decode

KINDS = frozenset({".txt", ".tsv", ".csv"})
LARGEST = 20_000_000
"""Bytes; the largest structures of real surveys have a tenth of it."""

_SIGNS = frozenset({"class", "type/scale", "name", "relevance", "text", "language"})
_START = 4_096
_DELIMITERS = "\t;,"
"""Tabs, and what Excel puts in their place where it saves as CSV."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OWN = frozenset({"id", "related_id", *COLUMNS})
_YES = frozenset({"Y", "S"})
"""Yes, and that a reminder is shown once ("soft")."""

Row = dict[str, str]


def claims(path: Path) -> bool:
    """Tell whether a file is such a structure, by the columns in its first line."""
    if path.suffix.lower() not in KINDS:
        return False
    start = read_bytes(path, most=_START)
    encoding = "utf-16" if start.startswith(_WIDE) else "utf-8-sig"
    return bool(_delimiter(start.decode(encoding, errors="replace")))


def _delimiter(text: str) -> str:
    """Return what stands between the columns of a structure, ``""`` if it is none."""
    first = text.replace("\r", "\n").partition("\n")[0]
    for sign in _DELIMITERS:
        if {cell.strip().strip('"') for cell in first.split(sign)} >= _SIGNS:
            return sign
    return ""


def read_tsv(path: Path) -> Survey:
    """Return the survey in a structure.

    Raises:
        FaultyFiles: it is too large, or no text.
    """
    text, warnings = _text(path)
    rows = list(_rows(text, path.name))
    said = {row["name"]: row["text"] for _, row in rows if row["class"] == "S"}
    spoken = (row["language"] for _, row in rows if row["class"] == "Q")
    survey = Survey(said.get("language") or next(spoken, ""))
    survey.notes += warnings
    reading = _Reading(survey)
    for place, row in rows:
        reading.take(row, place)
    return survey


def _text(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and what is doubtful about its letters."""
    data = read_bytes(path, most=LARGEST + 1)
    if len(data) > LARGEST:
        raise FaultyFiles(problem("foreign-large", Place(path.name)))
    decoded = decode(path)
    return data.decode(decoded.encoding), decoded.warnings


def _rows(text: str, file: str) -> Iterator[tuple[Place, Row]]:
    """Yield every row that is not blank, by column, with its place."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = [cell.strip() for cell in next(lines, [])]
        for number, cells in enumerate(lines, start=2):
            if any(map(str.strip, cells)):
                blank = dict.fromkeys((*COLUMNS, *names), "")
                row = dict(zip(names, cells, strict=False))
                yield Place(file, row=number), blank | row
    except csv.Error:
        raise FaultyFiles(problem("limesurvey-odd", Place(file))) from None


class _Reading:
    """Takes row after row; a second language fills in what the first began."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._items: dict[str, Item] = {}
        self._pages: dict[str, Page] = {}
        self._language = ""
        self._number = 0
        self._page: Page | None = None
        self._item: Item | None = None

    def take(self, row: Row, place: Place) -> None:
        kind, language = row["class"], row["language"] or self._survey.base
        if kind == "SL" and row["name"] == "surveyls_title":
            self._survey.titles[language] = row["text"]
        elif kind == "G":
            self._group(row, language, place)
        elif kind == "Q":
            self._question(row, language, place)
        elif kind in ("SQ", "A") and self._item is not None:
            self._add(row, language, place, self._item)

    def _group(self, row: Row, language: str, place: Place) -> None:
        self._number = self._number + 1 if language == self._language else 0
        self._language = language
        key = row["type/scale"] or f"G{self._number}"
        if key not in self._pages:
            self._pages[key] = Page(place, relevance=row["relevance"])
            self._survey.pages.append(self._pages[key])
        self._page = self._pages[key]
        self._page.texts[language] = row["name"]

    def _question(self, row: Row, language: str, place: Place) -> None:
        if self._page is None:
            self._page = Page(place)
            self._survey.pages.append(self._page)
        item = self._items.get(row["name"])
        if item is None:
            item = Item(row["name"], row["type/scale"], place)
            item.relevance, item.other = row["relevance"], row["other"] == "Y"
            item.required = row["mandatory"] in _YES
            more = ("validation", "default")
            item.settings = {
                name: cell
                for name, cell in row.items()
                if cell and (name in more or name not in _OWN)
            }
            self._items[row["name"]] = item
            self._page.items.append(item)
        self._item = item
        item.texts[language], item.helps[language] = row["text"], row["help"]

    def _add(self, row: Row, language: str, place: Place, item: Item) -> None:
        if row["type/scale"] == "1":
            return
        parts = item.parts if row["class"] == "SQ" else item.answers
        relevance = row["relevance"] if row["class"] == "SQ" else ""
        new = Part(row["name"], place, relevance=relevance)
        parts.setdefault(new.code, new).texts[language] = row["text"]
