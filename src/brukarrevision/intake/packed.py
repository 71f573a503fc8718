"""The one table of responses in a zip file, read without unpacking it to disk.

ODK Central sends a .zip: the table of the form, one of each repeated group, and a
folder of pictures. Google sends a .zip with a single csv.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal, TextIO, overload

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk
from brukarrevision.intake import archive

_TABLES = (".csv", ".tsv")
_ASIDE = ("media", "__MACOSX")
_REPEATED = "PARENT_KEY"
_AUDIT = ("event", "node")
_MOST_TABLES = 100
_SHOWN = 5


@dataclass(frozen=True)
class Packed:
    """A file in memory, which opens as a :class:`~pathlib.Path` does.

    Attributes:
        name: of the file that holds it; ``content``: its bytes.
    """

    name: str
    content: bytes = field(repr=False)

    @overload
    def open(self, mode: Literal["rb"]) -> BinaryIO: ...
    @overload
    def open(self, *, encoding: str, newline: str) -> TextIO: ...
    def open(
        self, mode: str = "r", encoding: str | None = None, newline: str | None = None
    ) -> BinaryIO | TextIO:
        """Return a stream from the start."""
        stream = io.BytesIO(self.content)
        if mode == "rb":
            return stream
        return io.TextIOWrapper(stream, encoding=encoding, newline=newline)


File = Path | Packed


@dataclass(frozen=True, slots=True)
class Found:
    """The table, and what is to be said of the others."""

    file: Packed
    warnings: tuple[Problem, ...] = ()


def table(path: Path) -> Found:
    """Return the table of responses of a zip file.

    Raises:
        FaultyFiles: it is no zip file, damaged, encrypted, too large, or has no table
            or several.
    """
    place = Place(path.name)
    with disk(path.name):
        stream = path.open("rb")
    try:
        with stream, zipped.open_zip(stream) as opened:
            return _table(opened, place)
    except zipped.TooMany:
        raise _too_large(place) from None
    except RuntimeError:
        raise FaultyFiles(problem("zip-encrypted", place)) from None
    except archive.BROKEN:
        raise FaultyFiles(problem("zip-broken", place)) from None


def _table(opened: zipfile.ZipFile, place: Place) -> Found:
    parts = _nearest(opened.infolist())
    if len(parts) > _MOST_TABLES:
        raise _too_large(place)
    headers = {part.filename: _header(opened, part) for part in parts}
    repeated = [name for name, header in headers.items() if _REPEATED in header]
    aside = [name for name, header in headers.items() if header[:2] == [*_AUDIT]]
    roots = [p for p in parts if p.filename not in (*repeated, *aside)]
    if len(roots) != 1:
        names = ", ".join(_shown([part.filename for part in roots]))
        code = "zip-tables" if roots else "zip-no-table"
        raise FaultyFiles(problem(code, place, names=names))
    if roots[0].file_size > archive.MAX_BYTES:
        raise _too_large(place)
    content = b"".join(zipped.unpacked(opened, roots[0]))
    notes = [problem("zip-repeats", place, names=", ".join(_shown(repeated)))]
    return Found(Packed(place.file, content), tuple(notes if repeated else ()))


def _nearest(parts: Iterable[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the tables, those at the top where there are any."""
    tables = [
        part
        for part in parts
        if part.filename.lower().endswith(_TABLES)
        and not set(PurePosixPath(part.filename).parts[:-1]) & set(_ASIDE)
        and not PurePosixPath(part.filename).name.startswith(".")
    ]
    top = [part for part in tables if "/" not in part.filename]
    return top or tables


def _header(opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[str]:
    """Return the names in the first line of a table."""
    start = next(zipped.unpacked(opened, part), b"")
    line = start.decode("utf-8-sig", "replace").partition("\n")[0]
    return [name.strip(' \r"') for name in line.replace(";", ",").split(",")]


def _shown(names: list[str]) -> list[str]:
    """Return the first names, of parts of the form, and dots for the rest."""
    shown = [PurePosixPath(name).name for name in names[:_SHOWN]]
    return [*shown, "…"] if len(names) > _SHOWN else shown


def _too_large(place: Place) -> FaultyFiles:
    limit = archive.MAX_BYTES // 1_000_000
    return FaultyFiles(problem("zip-too-large", place, limit=limit))
