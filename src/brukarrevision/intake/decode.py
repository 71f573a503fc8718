"""How a text file is encoded, and its hash: one pass, checked to the last byte.

Guessing goes wrong for Swedish (charset-normalizer took cp1252 for cp1250), so the
order is fixed: byte order mark, strict UTF-8, then Windows-1252 with a warning.
"""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from brukarrevision.errors import FaultyFiles, Place, Problem, WrongUsage, problem
from brukarrevision.files import disk
from brukarrevision.intake.packed import File

CHUNK = 1 << 20

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TWICE = re.compile("Ã[¥¤¶…„–\u0085\u0084\u0096]")
_MAC = re.compile("(?<=[A-Za-z])[ŒŠš](?=[a-z])|[Œš](?=[a-z])")
_DOS = re.compile("(?<=[A-Za-z])[†„”](?=[a-z])")
_MAC_BYTES = (b"\x8c", b"\x8a", b"\x9a", b"\x81", b"\x80", b"\x85")
_DOS_BYTES = (b"\x86", b"\x84", b"\x94", b"\x8f", b"\x8e", b"\x99")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What is known of a text file after every byte of it has been decoded.

    Attributes:
        sha256: of the bytes, as hex.
        encoding: the codec's name, as :func:`open` takes it.
        warnings: what is doubtful about the letters.
    """

    sha256: str
    encoding: str
    warnings: tuple[Problem, ...]


def decode(path: File, encoding: str | None = None) -> Decoded:
    """Find the encoding of a file by decoding all of it.

    Args:
        path: the file.
        encoding: a codec's name, where the user knows it.

    Raises:
        WrongUsage: no such encoding.
        FaultyFiles: bytes that the encoding lacks, or a NUL byte; with the line.
    """
    with disk(path.name), path.open("rb") as stream:
        if encoding:
            return _try(stream, path, _known(encoding))
        start = stream.read(4)
        marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
        if marked:
            return _try(stream, path, marked)
        try:
            return _try(stream, path, "utf-8")
        except _Undecodable:
            return _windows(stream, path)


class _Undecodable(FaultyFiles):
    """A byte that the encoding lacks."""


def _known(encoding: str) -> str:
    try:
        info = codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, ValueError):
        fault = problem("csv-unknown-encoding", encoding=encoding[:40])
        raise WrongUsage(fault) from None
    return info.name


def _windows(stream: BinaryIO, path: File) -> Decoded:
    """Read as Windows-1252 and say so; name the likelier encoding where it fails."""
    try:
        found = _try(stream, path, "cp1252")
    except _Undecodable as fault:
        code = "csv-undefined-byte"
        facts = {**fault.problems[0].facts, "likely": _likely(stream)}
        raise FaultyFiles(Problem(code, fault.problems[0].place, facts)) from None
    guessed = problem("csv-encoding-guessed", Place(path.name), encoding="Windows-1252")
    return Decoded(found.sha256, "cp1252", (guessed, *found.warnings))


def _likely(stream: BinaryIO) -> str:
    """Tell MacRoman from old DOS by the bytes of å, ä and ö."""
    stream.seek(0)
    portion = stream.read(CHUNK)
    mac, dos = (sum(map(portion.count, b)) for b in (_MAC_BYTES, _DOS_BYTES))
    return "mac_roman" if mac >= dos else "cp850"


def _try(stream: BinaryIO, path: File, encoding: str) -> Decoded:
    """Decode all of the file strictly; hash it and look at its letters on the way."""
    digest = hashlib.sha256()
    letters = _Letters()
    for text in _texts(stream, path, encoding, digest.update):
        if "\0" in text:
            raise FaultyFiles(_nul(stream, path, encoding))
        letters.look(text)
    warnings = tuple(letters.warnings(path.name))
    return Decoded(digest.hexdigest(), encoding, warnings)


def _texts(
    stream: BinaryIO,
    path: File,
    encoding: str,
    seen: Callable[[bytes], None] | None = None,
) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    stream.seek(0)
    done = 0
    while True:
        chunk = stream.read(CHUNK)
        if seen:
            seen(chunk)
        try:
            yield decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as fault:
            at = max(done - len(fault.object) + len(chunk), 0) + fault.start
            raise _Undecodable(_undecodable(stream, path, encoding, at)) from None
        if not chunk:
            return
        done += len(chunk)


def _undecodable(stream: BinaryIO, path: File, encoding: str, at: int) -> Problem:
    """Say on which line the byte stands; the byte is no answer, only a number."""
    stream.seek(0)
    before = stream.read(at + 1)
    place = Place(path.name, line=_line(before[:at], encoding))
    return problem(
        "csv-undecodable", place, byte=f"{before[at]:02X}", encoding=encoding
    )


def _line(before: bytes, encoding: str) -> int:
    text = before.decode(encoding, "replace")
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")


def _nul(stream: BinaryIO, path: File, encoding: str) -> Problem:
    line, last = 1, ""
    for text in _texts(stream, path, encoding):
        before = text.partition("\0")[0]
        line += len(re.findall("\r\n|\r|\n", before)) - (
            last == "\r" and before[:1] == "\n"
        )
        if len(before) < len(text):
            break
        last = text[-1:]
    return problem("csv-nul", Place(path.name, line=line))


class _Letters:
    """Counts letters that Swedish text does not have, and sees those it does.

    Searching for one letter is a hundred times faster than a regular expression, so
    that comes first.
    """

    def __init__(self) -> None:
        self.twice = self.mac = self.dos = 0
        self.swedish = False

    def look(self, text: str) -> None:
        if text.isascii():
            return
        self.swedish = self.swedish or any(letter in text for letter in "åäöÅÄÖ")
        if "Ã" in text:
            self.twice += len(_TWICE.findall(text))
        if self.swedish:
            return
        if any(letter in text for letter in "ŒŠš"):
            self.mac += len(_MAC.findall(text))
        if any(letter in text for letter in "†„”"):
            self.dos += len(_DOS.findall(text))

    def warnings(self, name: str) -> Iterator[Problem]:
        place = Place(name)
        if self.twice:
            yield problem("csv-decoded-twice", place, times=self.twice)
        elif self.mac and not self.swedish:
            yield problem("csv-unlikely-letters", place, likely="mac_roman")
        elif self.dos and not self.swedish:
            yield problem("csv-unlikely-letters", place, likely="cp850")
