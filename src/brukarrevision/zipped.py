"""Zip files that somebody sent: how much is in them is known before it is unpacked.

A zip file says twice how large it is, and may lie both times. The list of its parts is
measured before it is read, and every part is unpacked to its true end.
"""

import copy
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

MOST_PARTS = 2_000

_CHUNK = 1 << 20
_PART_BYTES = 512
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class TooMany(zipfile.BadZipFile):
    """The list of parts is longer than that of any document."""


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip file whose list of parts is short.

    Raises:
        TooMany: there are more parts than :data:`MOST_PARTS`.
        BadZipFile: it is none, something stands after its end, two parts have one
            name, or a part has none or is packed in a way that documents do not use.
    """
    if _listing(stream) > MOST_PARTS * _PART_BYTES:
        raise TooMany
    with _damage():
        archive = zipfile.ZipFile(stream)
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise TooMany
    names = {part.filename.lower() for part in parts} - {""}
    if len(names) < len(parts):  # it is not known which of two a reader would take
        raise zipfile.BadZipFile
    if any(part.compress_type not in _METHODS for part in parts):
        raise zipfile.BadZipFile
    return archive


@contextmanager
def _damage() -> Iterator[None]:
    """Call a place before the file's beginning, or a name that is no text, damage."""
    try:
        yield
    except ValueError:
        raise zipfile.BadZipFile from None


def _listing(stream: BinaryIO) -> int:
    """Return how many bytes the list of parts has."""
    size = stream.seek(0, 2)
    tail = _END.size + _LOCATOR.size + _END_64.size
    stream.seek(max(0, size - tail))
    end = stream.read().rjust(tail, b"\0")
    long, locator = end[: _END_64.size], end[_END_64.size : -_END.size]
    mark, *_, listed, _, comment = _END.unpack(end[-_END.size :])
    if mark != b"PK\5\6" or comment:
        raise zipfile.BadZipFile
    if locator[:4] != b"PK\6\7":
        return int(listed)
    mark, *_, listed, _ = _END_64.unpack(long)
    if mark != b"PK\6\6":
        raise zipfile.BadZipFile
    return int(listed)


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a part holds, a megabyte at a time.

    Raises:
        BadZipFile: it is not as long as it says, or its checksum is another.
        RuntimeError: it is encrypted.
    """
    whole = copy.copy(part)
    whole.file_size = part.file_size + 1  # so that more than it says is seen
    done = 0
    with _damage():
        opened = archive.open(whole)
    with opened as stream:
        while chunk := stream.read(_CHUNK):
            done += len(chunk)
            if done > part.file_size:
                raise zipfile.BadZipFile
            yield chunk
    if done < part.file_size:
        raise zipfile.BadZipFile
