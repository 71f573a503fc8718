"""What a file holds, as texts and tables, whatever it is called.

Containers are looked into within bounds: nothing that unpacks to more than
:data:`MAX_UNPACKED` is unpacked, no entity in XML is followed.
"""

import codecs
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from brukarrevision.guard import office
from brukarrevision.guard.office import Row

MAX_BYTES = 50_000_000
MAX_UNPACKED = 100_000_000
MAX_PARTS = 2_000
_DEEPEST = 3

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
_GZIP = b"\x1f\x8b"
_OLE = b"\xd0\xcf\x11\xe0"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(NotImplementedError, OSError, ValueError, RuntimeError),
)


class Closed(Exception):
    """A container that cannot be looked into: encrypted, broken or too large."""


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
    yield from _inside(name, "", data, 0)


def _inside(name: str, part: str, data: bytes, depth: int) -> Iterator[Content]:
    if data.startswith(_ZIP):
        yield from _unzipped(name, part, data, depth)
    elif data.startswith(_GZIP):
        inner = name.removesuffix(".gz")
        yield Content(name, part, data)
        yield from _deeper(inner, part or inner, _gunzipped(data), depth)
    elif data.startswith(_OLE):
        yield _content(name, part, data, _old(data))
    else:
        yield Content(name, part, data, text=decoded(data))


def _deeper(name: str, part: str, data: bytes, depth: int) -> Iterator[Content]:
    if depth >= _DEEPEST:
        raise Closed
    yield from _inside(name, part, data, depth + 1)


def _gunzipped(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            found = stream.read(MAX_UNPACKED + 1)
    except _BROKEN:
        raise Closed from None
    if len(found) > MAX_UNPACKED:
        raise Closed
    return found


def _unzipped(name: str, part: str, data: bytes, depth: int) -> Iterator[Content]:
    """Yield a workbook or document as one, and the files of any other container."""
    parts = _parts(data)
    if office.is_office(parts.keys()):
        rows, lines = _read(parts)
        yield _content(name, part, data, rows, lines)
        parts = {k: v for k, v in parts.items() if k.startswith(office.PACKED)}
    closed = False
    for inner, found in parts.items():
        try:
            yield from _deeper(inner, f"{part}/{inner}".lstrip("/"), found, depth)
        except Closed:
            closed = True
    if closed:
        raise Closed


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the files of a container; the sizes it states are not believed."""
    found: dict[str, bytes] = {}
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [one for one in archive.infolist() if not one.is_dir()]
            if len(listed) > MAX_PARTS:
                raise Closed
            for one in listed:
                with archive.open(one) as stream:
                    found[one.filename] = stream.read(left + 1)
                left -= len(found[one.filename])
                if left < 0:
                    raise Closed
    except _BROKEN:
        raise Closed from None
    return found


def _read(parts: dict[str, bytes]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    try:
        return office.read(parts)
    except office.Unreadable:
        raise Closed from None


def _old(data: bytes) -> tuple[Row, ...]:
    try:
        return office.old_workbook(data)
    except office.Unreadable:
        raise Closed from None


def _content(
    name: str,
    part: str,
    data: bytes,
    rows: tuple[Row, ...],
    lines: tuple[str, ...] = (),
) -> Content:
    text = "\n".join(lines)
    return Content(name, part, data, text=text, rows=rows)


def decoded(data: bytes) -> str:
    """Return bytes as text, in whatever way they are encoded; ``""`` if in none."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, "replace")
    start = data[:4_000]
    if b"\0" in start:
        return data.decode(_wide(start), "replace") if _wide(start) else ""
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
