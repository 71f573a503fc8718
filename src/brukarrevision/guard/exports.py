"""Tables that have the header, or rows, of something that was imported."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from brukarrevision.guard.content import Content
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.known import FEWEST, Known
from brukarrevision.guard.names import is_invented
from brukarrevision.guard.office import Row

_DELIMITERS = "\t;|,"
_TOP = 40
_HEADER_TOP = 6
_SURE = 2
"""One row that is surely imported, or two that may be."""


def exports(content: Content, known: Known) -> Iterator[Finding]:
    """Find tables with the header, or with rows, of an imported source."""
    if not known.headers and not known.rows:
        return
    for rows in _tables(content):
        wide = ((at, cells) for at, cells in rows if len(cells) >= FEWEST)
        hashed = ((number, known.hashes(cells)) for number, cells in wide)
        yield from _compared(hashed, content, known)


def _compared(
    rows: Iterator[tuple[int, list[bytes]]], content: Content, known: Known
) -> Iterator[Finding]:
    """Compare the first rows with headers, and every row with rows."""
    header: int | None = None
    first = below = surety = 0
    for at, (number, hashes) in enumerate(rows):
        top = at < _HEADER_TOP or bool(content.rows)
        if top and header is None and known.is_header(hashes):
            header = number
        elif hashes:
            below += 1
            likeness = known.alike(hashes) if surety < _SURE else 0
            first = first or (number if likeness else 0)
            surety += likeness
        if surety >= _SURE and (header is not None or not top):
            break
    if surety >= _SURE:
        yield _at(content, "guard-rows", first)
    if header is not None and below and not is_invented(content.name):
        yield _at(content, "guard-headers", header)


def _at(content: Content, code: str, number: int) -> Finding:
    if content.rows:
        return Finding(code, row=number)
    return Finding(code, line=number)


def _tables(content: Content) -> Iterator[Iterator[Row]]:
    """Yield every way to read a content as a table."""
    if content.rows:
        yield iter(content.rows)
        return
    if content.ending in (".json", ".jsonl", ".ndjson"):
        yield _records(content.text)
        return
    lines = [line for line in islice(content.text.splitlines(), _TOP) if line.strip()]
    for sign in _DELIMITERS:
        if sum(line.count(sign) > 1 for line in lines) > 1:
            yield _split(content.text, sign)


def _split(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a text, as far as they can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    with suppress(csv.Error):
        start = 1
        for row in reader:
            yield start, tuple(row)
            start = reader.line_num + 1


def _records(text: str) -> Iterator[Row]:
    """Yield the keys, then the values, of the objects in a JSON text; or its lists."""
    number = 1
    for one in _objects(text):
        if isinstance(one, dict) and number == 1:
            yield 0, tuple(map(str, one))
        if isinstance(one, dict | list):
            cells = one.values() if isinstance(one, dict) else one
            yield number, tuple("" if cell is None else str(cell) for cell in cells)
            number += 1


def _objects(text: str) -> Iterator[object]:
    """Yield what a JSON text lists: at its top, below a key, or one a line."""
    data: object = None
    with suppress(ValueError, RecursionError):
        data = json.loads(text)
    if isinstance(data, dict):
        data = next((one for one in data.values() if isinstance(one, list)), [data])
    if isinstance(data, list):
        yield from data
        return
    with suppress(ValueError, RecursionError):
        yield from map(json.loads, filter(None, text.splitlines()))
