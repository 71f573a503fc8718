"""A look into a workbook's zip file before anything parses it.

Bounds what it unpacks to, refuses XML that declares entities, and finds out how far
the cells reach: a single stray cell in the last corner of a sheet would make a reader
ask for hundreds of gigabytes.
"""

import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, Place, problem

MAX_BYTES = 100_000_000
MAX_CELLS = 20_000_000
SPARSE_CELLS = 2_000_000

_SPARSE = 20
_OVERLAP = 256
_DECLARED = re.compile(
    b"|".join(
        re.escape(word.encode(encoding))
        for word in ("<!DOCTYPE", "<!ENTITY")
        for encoding in ("ascii", "utf-16-le", "utf-16-be")
    )
)
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_XML_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".svg", ".tiff")
_ODD_CELLS = re.compile(
    rb"""<(?:\w+:)?f[\s>/]|\bt=["']e["']|table:formula=|value-type="error\""""
)
_LETTERS = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})\d""")
_CELLS = (b"<c ", b":c ", b"table-cell")
_ROWS = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d{1,7})["']""")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


@dataclass(slots=True)
class Archive:
    """What the look found.

    Attributes:
        names: the parts.
        odd_cells: whether any part has formulas or error values.
        rows: the last row of any sheet; ``columns``: its last column, from 1.
        cells: how many cells are written, about.
    """

    names: frozenset[str] = frozenset()
    odd_cells: bool = False
    rows: int = 0
    columns: int = 0
    cells: int = 0
    letters: set[bytes] = field(default_factory=set)


def look(path: Path) -> Archive:
    """Check a zipped workbook (.xlsx, .ods) without parsing it.

    Raises:
        FaultyFiles: it is no zip file, too large, declares entities, is encrypted,
            holds macros, or its cells reach too far.
    """
    try:
        with path.open("rb") as stream, zipped.open_zip(stream) as archive:
            return _look(archive, path.name)
    except zipped.TooMany:
        raise _too_large(path.name, path.stat().st_size, "…") from None
    except RuntimeError:
        raise FaultyFiles(problem("book-encrypted", Place(path.name))) from None
    except BROKEN:
        raise FaultyFiles(problem("book-broken", Place(path.name))) from None


def _look(archive: zipfile.ZipFile, name: str) -> Archive:
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MAX_BYTES:
        raise _too_large(name, size, len(parts))
    found = Archive(frozenset(part.filename for part in parts))
    if any(part.endswith("vbaProject.bin") for part in found.names):
        raise FaultyFiles(problem("book-macro", Place(name)))
    for part in parts:
        if not part.is_dir() and not part.filename.lower().endswith(_PICTURES):
            _scan(archive, part, found, name)
    found.columns = max((_column(letters) for letters in found.letters), default=0)
    bounded(found.rows, found.columns, Place(name), found.cells)
    return found


def _too_large(name: str, size: int, parts: object) -> FaultyFiles:
    facts = {"size": size // 1_000_000, "parts": parts}
    limits = {"limit": MAX_BYTES // 1_000_000, "most": zipped.MOST_PARTS}
    return FaultyFiles(problem("book-too-large", Place(name), **facts, **limits))


def bounded(rows: int, columns: int, place: Place, cells: int | None = None) -> None:
    """Refuse a sheet that reaches too far.

    Args:
        rows: the last row.
        columns: the last column, from 1.
        place: the sheet.
        cells: how many cells are written, if that is known.

    Raises:
        FaultyFiles: more cells than :data:`MAX_CELLS`, or than :data:`SPARSE_CELLS`
            when nearly all of them are empty.
    """
    reach = rows * columns
    sparse = cells is not None and reach > SPARSE_CELLS and reach > _SPARSE * cells
    if reach > MAX_CELLS or sparse:
        fault = problem("book-too-wide", place, rows=rows, columns=columns)
        raise FaultyFiles(fault)


def _scan(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, found: Archive, name: str
) -> None:
    """Read one part to its end, so that its checksum is verified too."""
    tail = b""
    for chunk in zipped.unpacked(archive, part):
        text = tail + chunk
        if not tail:
            _encoding(text, part, name)
        if _DECLARED.search(text):
            place = Place(name, part=part.filename)
            raise FaultyFiles(problem("book-entities", place))
        found.odd_cells = found.odd_cells or bool(_ODD_CELLS.search(text))
        found.letters.update(_LETTERS.findall(text))
        found.rows = max([found.rows, *map(int, set(_ROWS.findall(text)))])
        found.cells += sum(map(chunk.count, _CELLS))
        tail = text[-_OVERLAP:]


def _encoding(start: bytes, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse XML in an encoding in which the words above would look otherwise."""
    declared = _ENCODING.search(start[:200])
    if declared and declared[1].lower() not in _XML_ENCODINGS:
        raise FaultyFiles(problem("book-entities", Place(name, part=part.filename)))


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
