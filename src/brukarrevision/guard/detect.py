"""What raw data looks like: one small function a kind.

Each takes a content and what is known of the sources, and yields findings: a code, a
line or row, and how many there are. None of them keeps or tells what it saw.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from brukarrevision import identifiers, yamlfile
from brukarrevision.guard.content import Content
from brukarrevision.guard.known import FEWEST, Known
from brukarrevision.guard.names import is_invented
from brukarrevision.guard.office import Row

_SQLITE = b"SQLite format 3\0"
_SPSS = (b"$FL2", b"$FL3")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a content: the message's code, where, and how often."""

    code: str
    line: int = 0
    row: int = 0
    count: int = 1


Detector = Callable[[Content, Known], Iterator[Finding]]


# -- files of the private kinds -------------------------------------------------


def databases(content: Content, _: Known) -> Iterator[Finding]:
    """Find SQLite files, whatever they are called: the store, and any other."""
    if content.data.startswith(_SQLITE):
        yield Finding("guard-database")


def data_files(content: Content, _: Known) -> Iterator[Finding]:
    """Find SPSS files, which hold nothing but responses."""
    if content.data.startswith(_SPSS):
        yield Finding("guard-data-file")


_SEALED = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
_KEY = "AGE-SECRET-KEY-1"


def packs(content: Content, _: Known) -> Iterator[Finding]:
    """Find sealed packs of raw data: what git has, nobody can erase."""
    if content.data.startswith(_SEALED):
        yield Finding("guard-pack")


def keys(content: Content, _: Known) -> Iterator[Finding]:
    """Find the keys that open such packs."""
    if (start := content.text.find(_KEY)) >= 0:
        yield Finding("guard-key", line=content.text.count("\n", 0, start) + 1)


_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.{0,4000}?)\n---", re.DOTALL)
_INTERVIEW = ("id", "consent", "auditors")


def interviews(content: Content, _: Known) -> Iterator[Finding]:
    """Find the notes of an interview by the keys at their head."""
    if front := _FRONT.match(content.text):
        keys = set(re.findall(r"^(\w+)[ \t]*:", front[1], re.MULTILINE))
        if keys.issuperset(_INTERVIEW):
            yield Finding("guard-interview", line=1)


_DRAFT_PAGE = re.compile(r"\A\s*\*\*(?:UTKAST|DRAFT)\*\*\s+# ")
_DRAFT_TITLE = re.compile(r"^(?:UTKAST|DRAFT): ", re.MULTILINE)
_DRAFT_HEADER = re.compile(r"(?:UTKAST|DRAFT)$", re.MULTILINE)


def draft_reports(content: Content, _: Known) -> Iterator[Finding]:
    """Find reports that are not published: Word ones by their title and header."""
    text = content.text
    is_word = content.ending == ".docx" and _DRAFT_TITLE.search(text)
    if _DRAFT_PAGE.match(text) or (is_word and _DRAFT_HEADER.search(text)):
        yield Finding("guard-draft-report")


_NOTE = re.compile(r"\A(?:/|[A-Za-z]:\\|\\\\)[^\r\n]{1,500}\n\Z")


def owner_notes(content: Content, _: Known) -> Iterator[Finding]:
    """Find ``workspace.txt``: then the whole data directory may have been moved."""
    if content.name.endswith("workspace.txt") and _NOTE.match(content.text):
        yield Finding("guard-data-folder")


def draft_instruments(content: Content, _: Known) -> Iterator[Finding]:
    """Find instruments drafted from responses: their choices are people's words."""
    if content.ending not in (".yaml", ".yml") or "draft" not in content.text:
        return
    source = yamlfile.read(content.data, "")
    data = source.data if isinstance(source.data, dict) else {}
    if str(data.get("draft")).lower() == "true":
        yield Finding("guard-draft-instrument", line=source.place(("draft",)).line)


# -- what has been imported -----------------------------------------------------

_DELIMITERS = "\t;|,"
_TOP = 40
_HEADER_TOP = 6


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
    first = alike = below = 0
    header: int | None = None
    sure = False
    for at, (number, hashes) in enumerate(rows):
        if at < _HEADER_TOP and header is None and known.is_header(hashes):
            header = number
        elif hashes:
            below += 1
            likeness = known.alike(hashes)
            first = first or (number if likeness else 0)
            alike, sure = alike + bool(likeness), sure or likeness > 1
    where = "row" if content.rows else "line"
    if sure or alike > 1:
        yield _at("guard-rows", where, first, alike)
    if header is not None and below and not is_invented(content.name):
        yield _at("guard-headers", where, header, 1)


def _at(code: str, where: str, number: int, count: int) -> Finding:
    if where == "row":
        return Finding(code, row=number, count=count)
    return Finding(code, line=number, count=count)


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


# -- identifiers ----------------------------------------------------------------

_CODES = {
    ("personal_number", True): "guard-personal-number",
    ("personal_number", False): "guard-personal-number",
    ("phone", True): "guard-phone",
    ("phone", False): "guard-phone-text",
    ("email", True): "guard-email",
    ("email", False): "guard-email-text",
}
"""By kind, and whether the file is one of data."""


def people(content: Content, _: Known) -> Iterator[Finding]:
    """Find personal numbers, phone numbers and addresses, once a kind."""
    yield from _named(content.text, content, [])
    if content.rows:
        lines = ["\t".join(map(_one_line, cells)) for _, cells in content.rows]
        numbers = [number for number, _ in content.rows]
        yield from _named("\n".join(lines), content, numbers)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _named(text: str, content: Content, rows: Sequence[int]) -> Iterator[Finding]:
    places: dict[str, list[int]] = {}
    for one in identifiers.find(text):
        said = text[one.start : one.end]
        if one.kind == "personal_number" or not identifiers.reserved(said):
            code = _CODES[one.kind, content.is_data]
            places.setdefault(code, []).append(one.start)
    for code, starts in places.items():
        line = text.count("\n", 0, starts[0]) + 1
        if rows:
            row = rows[min(line, len(rows)) - 1]
            yield Finding(code, row=row, count=len(starts))
        else:
            own = 0 if content.ending == ".docx" else line
            yield Finding(code, line=own, count=len(starts))


DETECTORS: tuple[Detector, ...] = (
    databases,
    data_files,
    packs,
    keys,
    interviews,
    draft_reports,
    owner_notes,
    draft_instruments,
    exports,
    people,
)


def findings(content: Content, known: Known) -> Iterator[Finding]:
    """Yield everything that is found in a content."""
    for detector in DETECTORS:
        yield from detector(content, known)
