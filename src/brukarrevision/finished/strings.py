"""Texts in XML, in bytes of any kind, and in base64."""

import base64
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHOLE = frozenset({"p", "si", "is", "comment", "text", "title", "tx", "rich"})
"""Elements whose text may be in pieces, of which a reader sees the whole."""

_SEEN = frozenset({"descr", "title", "name", "alt", "tooltip", "author", "initials"})
"""Attributes that are shown or read out."""

_SKIPPED = frozenset({"instrText"})

_RUNS = (
    # UTF-8 or ASCII, then Latin-1, then UTF-16 in either order
    (
        rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}",
        "utf-8",
    ),
    (rb"[\t\n\r\x20-\x7e\x92-\x96\xa0-\xff]{12,}", "cp1252"),
    (rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x10-\x3a]\x20){6,}", "utf-16-le"),
    (rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|\x20[\x10-\x3a]){6,}", "utf-16-be"),
)
_FOUND = tuple((re.compile(pattern), encoding) for pattern, encoding in _RUNS)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:\s*[\r\n]\s*[A-Za-z0-9+/_-]+)*")
_WIDE = ("utf-16-le", "utf-16-be")
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST = 1_000_000


def of_xml(root: "_Element") -> Iterator[str]:
    """Yield every text in XML: whole paragraphs, pieces, attributes, comments."""
    for element in root.getroottree().iter():
        yield from filter(None, (element.text, element.tail))
        if isinstance(element.tag, str):
            yield from map(str, element.attrib.values())
            if _local(element) in _WHOLE:
                yield _whole(element)
    for beside in (*_beside(root, preceding=True), *_beside(root, preceding=False)):
        yield beside.text or ""


def _beside(root: "_Element", *, preceding: bool) -> "Iterator[_Element]":
    """Yield comments and the like that stand outside the root."""
    return iter(list(root.itersiblings(preceding=preceding)))


def seen(root: "_Element") -> Iterator[str]:
    """Yield the texts that people read or hear: paragraphs, cells, alt texts."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield element.text or ""
            continue
        name = _local(element)
        if name in _WHOLE:
            yield _whole(element)
        elif name not in _SKIPPED and element.text:
            yield element.text
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] in _SEEN:
                yield str(value)


def _whole(element: "_Element") -> str:
    return "".join(map(str, element.itertext()))


def _local(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def of_bytes(data: bytes) -> Iterator[str]:
    """Yield what looks like text in bytes, whatever they are; pictures' notes too."""
    if data.startswith(_PNG):
        data += b"".join(b"\0" + note for note in _notes(data))
    for pattern, encoding in _FOUND:
        for match in pattern.finditer(data):
            yield match[0].decode(encoding, errors="replace")


def _notes(data: bytes) -> Iterator[bytes]:
    """Yield the packed notes of a PNG picture, unpacked."""
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            chunk = data[at + 8 : at + 8 + size]
            starts = [
                chunk.find(mark) for mark in (b"\x78\x9c", b"\x78\xda", b"\x78\x01")
            ]
            for start in (one for one in starts if one >= 0):
                with suppress(zlib.error):
                    yield zlib.decompressobj().decompress(chunk[start:], _MOST)
        at += size + 12


def decoded(text: str) -> Iterator[str]:
    """Yield what runs of base64 in a text say, from each of the places they can start.

    A run may be of either alphabet and broken into lines.
    """
    for match in _BASE64.finditer(text):
        run = re.sub(r"\s", "", match[0]).replace("-", "+").replace("_", "/")
        for start in range(4):
            part = run[start:]
            whole = part[: len(part) - len(part) % 4]
            if whole:
                data = base64.b64decode(whole + _rest(part))
                yield from of_bytes(data)
                yield from (data.decode(wide, errors="ignore") for wide in _WIDE)


def _rest(part: str) -> str:
    """Return the last signs of a run that are not four, filled up."""
    left = part[len(part) - len(part) % 4 :]
    return left + "=" * (4 - len(left)) if len(left) > 1 else ""
