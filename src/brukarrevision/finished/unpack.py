"""A finished file as its parts: everything in it that can be read as text.

A Word file is unpacked, and so is every file inside it. XML gives its texts, whole
paragraphs too, its attributes and its comments; all else gives what looks like text in
any of the usual encodings. Text in base64 is decoded wherever it stands.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from brukarrevision import zipped
from brukarrevision.finished import strings
from brukarrevision.i18n import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKDOWN = ".md"
_XML = (".xml", ".rels", ".vml", ".svg")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf")
_FONTS = (".odttf", ".ttf", ".otf")
_PACKAGES = (".xlsx", ".docx")
_DEEPEST = 3
_LARGEST = 100_000_000
_ENCRYPTED = 0x1


class Unreadable(Exception):
    """A part that cannot be looked through; ``part`` says which, in words."""

    def __init__(self, part: str) -> None:
        """Keep which part it is."""
        super().__init__(part)
        self.part = part


@dataclass(frozen=True)
class Part:
    """One part of a file.

    Attributes:
        name: where it is inside the file, packages before it: ``a.xlsx!xl/b.xml``.
        data: its bytes.
        root: its root element, if it is XML.
    """

    name: str
    data: bytes
    root: "_Element | None" = None

    @property
    def words(self) -> str:
        """Return what a person calls such a part."""
        return in_words(self.name)

    @property
    def is_seen(self) -> bool:
        """Tell whether its texts are for people: they read or hear them, or may."""
        plain = self.name.rpartition("!")[2]
        return not plain.endswith(".rels") and not plain.startswith("[")

    @cached_property
    def seen(self) -> frozenset[str]:
        """Return the texts that people read, or hear: not how things are made."""
        if self.root is None:
            return self.texts
        return frozenset(strings.seen(self.root))

    @cached_property
    def texts(self) -> frozenset[str]:
        """Return every text in the part, and its own name."""
        found = {*self._plain(), self.name}
        return frozenset(found | {t for one in found for t in strings.decoded(one)})

    def _plain(self) -> Iterator[str]:
        if self.root is not None:
            yield from strings.of_xml(self.root)
        elif self.name == _MARKDOWN:
            yield from self.data.decode().splitlines()
        else:
            yield from strings.of_bytes(self.data)


def in_words(name: str) -> str:
    """Return what a person calls a part with this name."""
    kinds = (
        ("xl/", "ett diagrams arbetsbok", "the workbook of a chart"),
        ("docProps/", "filens egenskaper", "the file's properties"),
        ("customXml/", "dolda data", "hidden data"),
        ("word/comments", "en kommentar", "a comment"),
        ("word/document", "brödtexten", "the text"),
        ("word/header", "sidhuvudet", "the header"),
        ("word/footer", "sidfoten", "the footer"),
        ("word/footnotes", "en fotnot", "a footnote"),
        ("word/endnotes", "en slutnot", "an endnote"),
        ("word/charts", "ett diagram", "a chart"),
        ("word/embeddings", "ett diagrams arbetsbok", "the workbook of a chart"),
        ("word/media", "en bild", "a picture"),
        (_MARKDOWN, "texten", "the text"),
    )
    plain = name.partition("!")[0] if "embeddings" in name else name
    for start, sv, en in kinds:
        if plain.startswith(start):
            return tr(sv, en)
    return tr("en inre del av filen", "an inner part of the file")


def parts(name: str, data: bytes) -> Iterator[Part]:
    """Yield the parts of a finished file.

    Args:
        name: of the file; its ending says what it is.
        data: its content.

    Raises:
        Unreadable: something in it is not what it says, or nothing we know.
    """
    if name.endswith(_MARKDOWN):
        yield _markdown(data)
        return
    if not name.endswith(".docx"):
        raise Unreadable(tr("filen", "the file"))
    yield from _package("", data, 0)


def _markdown(data: bytes) -> Part:
    try:
        data.decode()
    except UnicodeDecodeError:
        raise Unreadable(in_words(_MARKDOWN)) from None
    return Part(_MARKDOWN, data)


def _package(before: str, data: bytes, depth: int) -> Iterator[Part]:
    for name, content in _members(before, data):
        yield from _part(f"{before}{name}", content, depth)


def _members(before: str, data: bytes) -> list[tuple[str, bytes]]:
    """Return the files in a package, whole; nothing may stand around them."""
    where = in_words(before) if before else tr("filen", "the file")
    faults = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
    try:
        with zipped.open_zip(BytesIO(data)) as package:
            found = package.infolist()
            if sum(one.file_size for one in found) > _LARGEST:
                raise Unreadable(where)
            if any(one.comment or one.flag_bits & _ENCRYPTED for one in found):
                raise Unreadable(where)
            return [(o.filename, b"".join(zipped.unpacked(package, o))) for o in found]
    except (*faults, NotImplementedError, OSError):
        raise Unreadable(where) from None


def _part(name: str, data: bytes, depth: int) -> Iterator[Part]:
    plain = name.lower()
    if plain.endswith(_XML):
        yield Part(name, data, _parsed(name, data))
    elif plain.endswith(_PACKAGES) and depth < _DEEPEST:
        yield Part(name, b"")
        yield from _package(f"{name}!", data, depth + 1)
    elif plain.endswith((*_PICTURES, *_FONTS)):
        yield Part(name, data)
    else:
        raise Unreadable(in_words(name))


def _parsed(name: str, data: bytes) -> "_Element":
    """Return the root of a part of XML; nothing outside it is fetched."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(in_words(name)) from None
    about: Any = root.getroottree().docinfo
    if about.doctype:
        raise Unreadable(in_words(name))
    return root
