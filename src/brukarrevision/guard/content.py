"""What a file holds, as texts and tables, whatever it is called.

Containers are looked into within the bounds of ``packed``; no entity in XML is
followed.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from brukarrevision.guard import office, packed
from brukarrevision.guard.office import Row
from brukarrevision.guard.packed import Budget, Closed, Part

MAX_BYTES = 50_000_000
_DEEPEST = 5

DATA = frozenset(
    [
        ".csv",
        ".tsv",
        ".tab",
        ".json",
        ".jsonl",
        ".ndjson",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".ods",
        ".sav",
        ".zsav",
    ]
)
"""Endings of files that hold data rather than something to be read."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_PACKED = (".gz", ".bz2", ".xz")
_ENCODED = re.compile(rb"(?im)^content-transfer-encoding:[ \t]*(base64|quoted)")
_PARTS_READ = (".xml", ".rels", ".bin")
"""Parts of a document that are read as one with it, or are its program."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(1, 32)} - set(b"\t\n\r\f"))
_FEW = 0.02


@dataclass(frozen=True, slots=True)
class Content:
    """A file, or a file inside another.

    Attributes:
        name: of the file, with ``/``; for a part of a container the part's name.
        part: the part's name inside the container, ``""`` for the file itself.
        data: the bytes; ``text``: decoded, ``""`` for what is no text.
        rows: the rows of a workbook or a table in a document, with their numbers.
    """

    name: str
    part: str
    data: bytes
    text: str = ""
    rows: tuple[Row, ...] = ()

    @property
    def ending(self) -> str:
        """Return the ending of the name, with its dot, in lower case."""
        return PurePosixPath(self.name.lower()).suffix

    @property
    def is_data(self) -> bool:
        """Tell whether the file holds data rather than something to be read."""
        return self.ending in DATA


def contents(name: str, data: bytes) -> Iterator[Content]:
    """Yield a file and everything packed into it.

    Raises:
        Closed: it, or something in it, cannot be looked into. What could be has been
            yielded by then.
    """
    yield from _inside(Content(name, "", data), 0, Budget())


def _inside(one: Content, depth: int, budget: Budget) -> Iterator[Content]:
    """Yield a file, and what is in it."""
    budget.spend()
    if one.data.startswith(_OLE):
        yield replace(one, rows=_old(one.data))
        return
    take = packed.unpacker(one.data)
    if take is None:
        yield from _plain(one, depth, budget)
        return
    if not one.data.startswith(_ZIP):  # of a zip file, what stands before it
        start = one.data[: max(0, one.data.find(_ZIP))]
        yield replace(one, text=decoded(start) if take is packed.unzipped else "")
    yield from _within(one, take(one.data, budget), depth, budget)


def _plain(one: Content, depth: int, budget: Budget) -> Iterator[Content]:
    """Yield a file that is not packed, and what it carries if it is mail."""
    yield replace(one, text=decoded(one.data))
    ways = {way.lower() for way in _ENCODED.findall(one.data)}
    if b"quoted" in ways:
        yield replace(one, text=decoded(quopri.decodestring(one.data)))
    if b"base64" in ways:
        yield from _within(one, packed.attached(one.data, budget), depth, budget)


def _within(
    one: Content, found: Iterator[Part], depth: int, budget: Budget
) -> Iterator[Content]:
    """Yield a workbook or document as one, and the files of any other container."""
    parts, closed = _collected(found)
    if office.is_office(parts.keys()):
        try:
            rows, lines = office.read(parts)
            yield replace(one, text="\n".join(lines), rows=rows)
        except office.Unreadable:
            closed = True
        parts = {k: v for k, v in parts.items() if _apart(k)}
    for name, data in parts.items():
        try:
            yield from _deeper(_part(one, name, data), depth, budget)
        except Closed:
            closed = True
    if closed:
        raise Closed


def _collected(found: Iterator[Part]) -> tuple[dict[str, bytes], bool]:
    """Return the parts by name, and whether some could not be had."""
    parts: dict[str, bytes] = {}
    try:
        for name, data in found:
            # of two by one name, both count
            parts[name if name not in parts else f"{len(parts)}/{name}"] = data
    except Closed:
        return parts, True
    return parts, False


def _apart(name: str) -> bool:
    """Tell whether a part of a document is a file of its own."""
    return name.startswith(office.PACKED) or not name.endswith(_PARTS_READ)


def _deeper(one: Content, depth: int, budget: Budget) -> Iterator[Content]:
    if depth >= _DEEPEST:
        raise Closed
    yield from _inside(one, depth + 1, budget)


def _part(one: Content, name: str, data: bytes) -> Content:
    """Return a part of a file; one without a name is called as the file is."""
    if name:
        return Content(name, f"{one.part}/{name}".lstrip("/"), data)
    plain = one.name
    for ending in _PACKED:
        plain = plain.removesuffix(ending)
    return Content(plain, one.part or plain, data)


def _old(data: bytes) -> tuple[Row, ...]:
    try:
        return office.old_workbook(data)
    except office.Unreadable:
        raise Closed from None


def decoded(data: bytes) -> str:
    """Return bytes as text, in whatever way they are encoded; ``""`` if in none."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, "replace")
    start = data[:4_000]
    if b"\0" in start:
        if wide := _wide(start):
            return data.decode(wide, "replace")
        if len(start) - len(start.translate(None, _CONTROLS)) > _FEW * len(start):
            return ""
    data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _wide(start: bytes) -> str:
    """Return the encoding of text with two bytes a sign and no mark, if it is that."""
    half = len(start) // 2
    for name, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if zeros.count(0) > half * 0.7:
            return name
    return ""
