"""What is packed into a file, taken out within bounds.

One budget counts for all that is in a file, however deep: bytes, parts and time.
"""

import base64
import bz2
import gzip
import io
import lzma
import re
import struct
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from brukarrevision import zipped

MAX_UNPACKED = 100_000_000
MAX_PARTS = 2_000
"""Of one container; all containers of a file may have :data:`_IN_ALL`."""

_IN_ALL = 10_000
_SECONDS = 30.0
_CHUNK = 1 << 20
_MEMORY = 200_000_000
_BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(struct.error, EOFError, OSError, ValueError, RuntimeError, LookupError),
    OverflowError,
)
_ENTRY = b"PK\x01\x02"

Part = tuple[str, bytes]


class Closed(Exception):
    """A container that cannot be looked into: encrypted, broken or too large."""


@dataclass
class Budget:
    """What may be unpacked of one file.

    Attributes:
        left: bytes; ``parts``: files within files; ``until``: by the monotonic clock.
    """

    left: int = field(default_factory=lambda: MAX_UNPACKED)
    parts: int = _IN_ALL
    until: float = field(default_factory=lambda: time.monotonic() + _SECONDS)

    def spend(self, size: int = 0, parts: int = 0) -> None:
        """Count what is unpacked.

        Raises:
            Closed: that was too much, or it took too long.
        """
        if size > self.left or parts > self.parts:
            self.left = self.parts = 0
            raise Closed
        if time.monotonic() > self.until:
            raise Closed
        self.left -= size
        self.parts -= parts

    def read(self, chunks: Iterator[bytes]) -> bytes:
        """Return all chunks as one; raises as :meth:`spend`."""
        found = []
        for chunk in chunks:
            self.spend(len(chunk))
            found.append(chunk)
        return b"".join(found)


def unpacker(data: bytes) -> Callable[[bytes, Budget], Iterator[Part]] | None:
    """Return what takes the parts out of a file, if it is packed in a known way.

    It yields names, ``""`` where there is none, and contents; it raises :class:`Closed`
    when all that can be has been yielded.
    """
    for mark, take in _MARKS:
        if data.startswith(mark):
            return take
    if _FOREIGN.match(data) or (data.startswith(b"PAR1") and data.endswith(b"PAR1")):
        return _closed
    if _is_tar(data):
        return _untarred
    return unzipped if _has_zip(data) else None


# -- several files ----------------------------------------------------------------


def unzipped(data: bytes, budget: Budget) -> Iterator[Part]:
    """Take out the files of a zip file, whose sizes are not believed."""
    if data.count(_ENTRY) > _IN_ALL:
        raise Closed
    closed = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [one for one in archive.infolist() if one.filename[-1:] != "/"]
            if len(listed) > MAX_PARTS:
                raise Closed
            for one in listed:
                budget.spend(parts=1)
                try:
                    yield one.filename, budget.read(zipped.unpacked(archive, one))
                except _BROKEN:
                    closed = True
    except _BROKEN:
        raise Closed from None
    if closed:
        raise Closed


def _untarred(data: bytes, budget: Budget) -> Iterator[Part]:
    """Take out the files of a tar file, those after its end as well."""
    try:
        with tarfile.open(
            fileobj=io.BytesIO(data), mode="r:", ignore_zeros=True
        ) as archive:
            for one in archive:
                budget.spend(parts=1)
                if one.isfile() and (stream := archive.extractfile(one)):
                    whole = _one(_chunks(stream), budget)
                    yield from ((one.name, data) for _, data in whole)
    except _BROKEN:
        raise Closed from None


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")


def _is_tar(data: bytes) -> bool:
    """Tell by the checksum of its first header."""
    try:
        tarfile.TarInfo.frombuf(data[: tarfile.BLOCKSIZE], "utf-8", "replace")
    except tarfile.TarError:
        return False
    return True


def _has_zip(data: bytes) -> bool:
    """Tell whether a zip file ends here; anything may stand before it."""
    return b"PK\x05\x06" in data[-70_000:] and zipfile.is_zipfile(io.BytesIO(data))


# -- one file ---------------------------------------------------------------------


def _gunzipped(data: bytes, budget: Budget) -> Iterator[Part]:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        # a little at a time, so that what comes before a fault is had
        yield from _one(iter(lambda: stream.read1(_CHUNK), b""), budget)


def _bunzipped(data: bytes, budget: Budget) -> Iterator[Part]:
    yield from _one(_streams(bz2.BZ2Decompressor, data, budget), budget)


def _unxz(data: bytes, budget: Budget) -> Iterator[Part]:
    def make() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(memlimit=_MEMORY)

    yield from _one(_streams(make, data, budget), budget)


def _streams(
    make: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor],
    data: bytes,
    budget: Budget,
) -> Iterator[bytes]:
    """Yield what one stream after the other holds."""
    while data := data.lstrip(b"\0"):
        budget.spend(parts=1)
        one = make()
        while not one.eof:
            if not (chunk := one.decompress(data, _CHUNK)) and one.needs_input:
                raise EOFError
            data = b""
            yield chunk
        data = one.unused_data


def _one(chunks: Iterator[bytes], budget: Budget) -> Iterator[Part]:
    """Yield the chunks as one file: what there is of it, if it is torn."""
    found: list[bytes] = []

    def kept() -> Iterator[bytes]:
        for chunk in chunks:
            found.append(chunk)
            yield chunk

    try:
        budget.read(kept())
    except _BROKEN:
        yield "", b"".join(found)
        raise Closed from None
    yield "", b"".join(found)


# -- mail -------------------------------------------------------------------------

_BASE64 = re.compile(
    rb"(?im)^content-transfer-encoding:[ \t]*base64[^\r\n]*\r?\n"
    rb"(?:[^\r\n]+\r?\n){0,50}\r?\n([a-z0-9+/=\r\n]+)"
)
_NAMED = re.compile(rb"(?i)name=\"?([^\"\r\n;]{1,200})")
_BEFORE = 1_000


def attached(data: bytes, budget: Budget) -> Iterator[Part]:
    """Take out what a mail carries in base64; raises :class:`Closed` as others do."""
    closed = False
    for number, one in enumerate(_BASE64.finditer(data), 1):
        size = one.end(1) - one.start(1)
        budget.spend(size, parts=1)
        names = _NAMED.findall(data, max(0, one.start() - _BEFORE), one.start(1))
        name = names[-1].decode("utf-8", "replace") if names else str(number)
        try:
            yield name, base64.b64decode(one[1] + b"==")
        except ValueError:
            closed = True
    if closed:
        raise Closed


# -- by their first bytes ---------------------------------------------------------


def _closed(_: bytes, __: Budget) -> Iterator[Part]:
    """Refuse what is packed in a way that is not known here."""
    raise Closed


_MARKS: tuple[tuple[bytes, Callable[[bytes, Budget], Iterator[Part]]], ...] = (
    (b"PK\x03\x04", unzipped),
    (b"\x1f\x8b", _gunzipped),
    (b"\xfd7zXZ\0", _unxz),
    *((b"BZh%d1AY&SY" % n, _bunzipped) for n in range(1, 10)),
)
_FOREIGN = re.compile(
    rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f[\x9d\xa0]|\x28\xb5\x2f\xfd|LZIP\x01"
    rb"|\x04\x22\x4d\x18|MSCF\0\0\0\0|ARROW1\0\0|\x89HDF\r\n|<stata_dta>"
    rb"|\0\x01\0\0Standard (?:Jet|ACE) DB"
)
"""7z, RAR, compress, Zstandard, lzip, LZ4, CAB, and files of data: Arrow, HDF, Stata
and Access."""
