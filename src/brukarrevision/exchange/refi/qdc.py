"""A codebook that somebody sent: read within bounds, nothing in it is followed."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.exchange.refi.xml import CODEBOOK, PROJECT
from brukarrevision.files import read_bytes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 20_000_000
MOST_CODES = 2_000
_DEEPEST = 100
_ZIP = b"PK\x03\x04"
_WHOLE = "project.qde"


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it stands in the file.

    Attributes:
        guid: in lower case, without braces; ``""`` if the program gave none.
        parent: the position of the code above it in the list of all, None at the top.
    """

    guid: str
    name: str
    description: str
    parent: int | None


def read_codes(path: Path) -> tuple[Code, ...]:
    """Return the codes of a codebook (``.qdc``) or a project (``.qdpx``), from the top.

    Raises:
        FaultyFiles: the file is too large, not whole, could do harm, or has no codes,
            or more than anybody can tell apart.
    """
    place = Place(path.name)
    data = read_bytes(path, most=LARGEST + 1)
    if len(data) > LARGEST:
        raise FaultyFiles(problem("codebook-large", place))
    if data.startswith(_ZIP):
        data = _unzipped(data, place)
    found = tuple(_codes(_parsed(data, place), place))
    if not found:
        raise FaultyFiles(problem("codebook-no-codes", place))
    return found


def _unzipped(data: bytes, place: Place) -> bytes:
    """Return what is in a project, of which its texts are never unpacked."""
    try:
        with zipped.open_zip(BytesIO(data)) as archive:
            part = archive.getinfo(_WHOLE)
            if part.file_size > LARGEST:
                raise FaultyFiles(problem("codebook-large", place))
            return b"".join(zipped.unpacked(archive, part))
    except (zipfile.BadZipFile, KeyError, RuntimeError, OSError, ValueError):
        raise FaultyFiles(problem("codebook-odd", place)) from None


def _parsed(data: bytes, place: Place) -> "Element":
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        top: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise FaultyFiles(problem("codebook-odd", place)) from None
    return top


def _codes(top: "Element", place: Place) -> Iterator[Code]:
    """Yield every code after the one above it, in the order of the file."""
    space = PROJECT if top.tag == f"{{{PROJECT}}}Project" else CODEBOOK
    tag, tell = f"{{{space}}}Code", f"{{{space}}}Description"
    begin = top.findall(f".//{{{space}}}Codes/{tag}")
    waiting: list[tuple[Element, int | None, int]] = [
        (one, None, 1) for one in reversed(begin)
    ]
    number = 0
    while waiting:
        one, parent, depth = waiting.pop()
        if number == MOST_CODES or depth > _DEEPEST:
            facts = {"most": MOST_CODES}
            raise FaultyFiles(problem("codebook-many", place, **facts))
        yield Code(
            one.get("guid", "").strip("{} ").lower(),
            " ".join(one.get("name", "").split()),
            (one.findtext(tell) or "").strip(),
            parent,
        )
        waiting += [(part, number, depth + 1) for part in reversed(one.findall(tag))]
        number += 1
