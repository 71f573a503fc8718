"""A Word file as a zip of parts: read with suspicion, written the same every time.

The parts are those of the Open Packaging Conventions (ECMA-376 part 2). A base file
comes from somebody's computer, so all of it is bounded before it is unpacked.
"""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem

CONTENT_TYPES = "[Content_Types].xml"
_PART_LIMIT = 20_000_000
_TOTAL_LIMIT = 60_000_000
_COUNT_LIMIT = 2_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of .doc and locked files
_ENCRYPTED = 0x1
_STORED = (".png", ".jpeg", ".jpg", ".gif", ".xlsx")
_DATE = (1980, 1, 1, 0, 0, 0)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii"})


def read_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a base file by name.

    Raises:
        FaultyFiles: if it is no Word file, is locked, too large, damaged or holds a
            document type declaration (which could make XML grow without bounds).
    """
    if data.startswith(_OLE):
        raise FaultyFiles(problem("base-locked"))
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = _members(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise FaultyFiles(problem("base-not-docx")) from fault
    if CONTENT_TYPES not in parts:
        raise FaultyFiles(problem("base-not-docx"))
    for name, content in parts.items():
        _check_markup(name, content)
    return parts


def _members(package: zipfile.ZipFile) -> dict[str, bytes]:
    files = [one for one in package.infolist() if not one.is_dir()]
    if any(one.flag_bits & _ENCRYPTED for one in files):
        raise FaultyFiles(problem("base-locked"))
    sizes = [one.file_size for one in files]
    if (
        max(sizes, default=0) > _PART_LIMIT
        or sum(sizes) > _TOTAL_LIMIT
        or len(sizes) > _COUNT_LIMIT
    ):
        raise FaultyFiles(problem("base-too-large"))
    parts = {one.filename: package.read(one) for one in files}
    if len(parts) != len(files):
        raise FaultyFiles(problem("base-not-docx"))
    return parts


def _check_markup(name: str, content: bytes) -> None:
    text = content.replace(b"\0", b"")  # UTF-16 as if it were ASCII
    if not text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return
    declared = _ENCODING.match(text.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    foreign = declared and declared[1].lower() not in _ENCODINGS
    if foreign or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise FaultyFiles(problem("base-doctype", part=name))


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


def serialise(root: _Element) -> bytes:
    """Return the root as a part of the package."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip: the content types first, the others by name.

    Dates and system are fixed, so the same parts give the same bytes. What is packed
    already (pictures, workbooks) is stored.
    """
    target = BytesIO()
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            package.writestr(entry, parts[name])
    return target.getvalue()
