"""Every way to read a text as a table: delimited, JSON or HTML, anywhere in it."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from brukarrevision.guard.office import Row

_DELIMITERS = "\t;|,"
_FEWEST_LINES = 2
_ROW = re.compile(r"(?i)</?(?:\w+:)?(?:tr|row)\b[^<>]*>")
_CELL = re.compile(r"(?i)</?(?:\w+:)?(?:t[dh]|cell)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_OPENING = re.compile(r"[\[{]")
_AROUND = " \t-,;"
_JSON = json.JSONDecoder(parse_int=str, parse_float=str)


def grids(text: str) -> Iterator[Iterator[Row]]:
    """Yield the rows of a text by every way that it may be read."""
    if _OPENING.search(text):
        yield _records(text)
    if _ROW.search(text):
        yield _tagged(text)
    most = csv.field_size_limit()
    parted = '"' in text or any(len(line) > most for line in io.StringIO(text))
    for sign in _DELIMITERS:
        lines = (1 for line in io.StringIO(text) if line.count(sign) > 1)
        if len(list(islice(lines, _FEWEST_LINES))) == _FEWEST_LINES:
            yield _split(text, sign)
            if parted:
                yield _alone(text, sign)


def _split(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a text, as far as they can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    with suppress(csv.Error):
        start = 1
        for row in reader:
            yield start, tuple(row)
            start = reader.line_num + 1


def _alone(text: str, delimiter: str) -> Iterator[Row]:
    """Yield each line as a row, whatever cannot be read before it.

    A quote may never have been ended, or a cell be longer than any.
    """
    for number, line in enumerate(io.StringIO(text), 1):
        with suppress(csv.Error):
            yield from (
                (number, tuple(row)) for row in csv.reader([line], delimiter=delimiter)
            )


def _tagged(text: str) -> Iterator[Row]:
    """Yield the rows of tables in HTML, or in the XML of old spreadsheets."""
    for number, row in enumerate(_ROW.split(text), 1):
        cells = (_TAG.sub(" ", cell) for cell in _CELL.split(row))
        yield number, tuple(html.unescape(cell).strip() for cell in cells)


def _records(text: str) -> Iterator[Row]:
    """Yield what every object and list in JSON holds; of objects, their keys too."""
    keys: tuple[str, ...] = ()
    for number, one in enumerate(_containers(text), 1):
        if isinstance(one, dict) and tuple(one) != keys:
            keys = tuple(one)
            yield number, keys
        cells = one.values() if isinstance(one, dict) else one
        plain = (cell for cell in cells if not isinstance(cell, dict | list))
        yield number, tuple("" if cell is None else str(cell) for cell in plain)


def _containers(text: str) -> Iterator[dict[str, object] | list[object]]:
    """Yield all objects and lists, those within others after them."""
    rest: list[object]
    for data in _documents(text):
        rest = [data]
        while rest:
            one = rest.pop()
            if isinstance(one, dict | list):
                yield one
                within = one.values() if isinstance(one, dict) else one
                rest += reversed(list(within))


def _documents(text: str) -> Iterator[object]:
    """Yield the JSON in a text: from its first bracket, else one a line."""
    first = _OPENING.search(text)
    with suppress(ValueError, RecursionError):
        if first:
            data, end = _JSON.raw_decode(text, first.start())
            yield data
            if not _OPENING.search(text, end):
                return
    for line in io.StringIO(text):
        plain = line.strip().strip(_AROUND)
        with suppress(ValueError, RecursionError):
            if plain[:1] in ("[", "{"):
                yield _JSON.raw_decode(plain)[0]
