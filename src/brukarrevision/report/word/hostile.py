"""A base file is somebody's file: what it holds is bounded and checked before use.

python-docx opens whatever it is given. So the size of the parts is looked at before
they are unpacked, and every part of XML before anything makes sense of it.
"""

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, problem

CONTENT_TYPES = "[Content_Types].xml"
_PART_LIMIT = 20_000_000
MAX_BYTES = 60_000_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of .doc and locked files
_ENCRYPTED = 0x1
_PROGRAMS = ("vbaproject", "vbadata", "/activex/")
_OBJECT = re.compile(rb"<(?:[\w.-]+:)?OLEObject\b")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii"})


def read(data: bytes) -> dict[str, bytes]:
    """Return the parts of a base file by name.

    Raises:
        FaultyFiles: if it is no Word file, is locked, too large or damaged, or holds a
            program, an embedded object or a document type declaration (which could
            make XML grow without bounds).
    """
    if len(data) > MAX_BYTES:
        raise FaultyFiles(problem("base-too-large"))
    if data.startswith(_OLE):
        raise FaultyFiles(problem("base-locked"))
    try:
        with zipped.open_zip(BytesIO(data)) as package:
            parts = _members(package)
    except zipped.TooMany:
        raise FaultyFiles(problem("base-too-large")) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise FaultyFiles(problem("base-not-docx")) from fault
    if CONTENT_TYPES not in parts:
        raise FaultyFiles(problem("base-not-docx"))
    for name, content in parts.items():
        _check(name, content.replace(b"\0", b""))  # UTF-16 as if it were ASCII
    return parts


def _members(package: zipfile.ZipFile) -> dict[str, bytes]:
    files = [one for one in package.infolist() if not one.is_dir()]
    if any(one.flag_bits & _ENCRYPTED for one in files):
        raise FaultyFiles(problem("base-locked"))
    sizes = [one.file_size for one in files]
    if max(sizes, default=0) > _PART_LIMIT or sum(sizes) > MAX_BYTES:
        raise FaultyFiles(problem("base-too-large"))
    return {one.filename: b"".join(zipped.unpacked(package, one)) for one in files}


def _check(name: str, text: bytes) -> None:
    if any(mark in f"/{name}".lower() for mark in _PROGRAMS) or (
        name == CONTENT_TYPES and b"macroenabled" in text.lower()
    ):
        raise FaultyFiles(problem("base-macros"))
    text = text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not text.startswith(b"<"):
        return
    declared = _ENCODING.match(text)
    foreign = declared and declared[1].lower() not in _ENCODINGS
    if foreign or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise FaultyFiles(problem("base-doctype", part=name))
    if _OBJECT.search(text):
        raise FaultyFiles(problem("base-objects"))


def parse(content: bytes, name: str) -> _Element:
    """Return the root of a part; nothing outside the part is ever read.

    Raises:
        FaultyFiles: if the part is no XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise FaultyFiles(problem("base-broken", part=name)) from fault
