"""Saving a Word file so that the same content gives the same bytes, always.

python-docx says what is in which part; the parts go into the zip by name, with a fixed
date. It would write them with the time of writing.
"""

import datetime as dt
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.package import Package

from brukarrevision.report.blocks import Document
from brukarrevision.report.word.hostile import CONTENT_TYPES
from brukarrevision.report.word.text import one_line

WHEN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_STORED = (".png", ".jpeg", ".jpg", ".gif", ".xlsx")  # are packed already
_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST = 255  # letters in a property, says python-docx


class _Members(dict[str, bytes]):
    """Takes the place of the zip that python-docx writes to."""

    def write(self, name: PackURI, blob: bytes) -> None:
        """Remember a part by its name in the zip."""
        self[name.membername] = blob


class _Writer(PackageWriter):
    @classmethod
    def members(cls, package: OpcPackage) -> _Members:
        found, parts = _Members(), package.parts
        cls._write_content_types_stream(found, parts)  # type: ignore[no-untyped-call]
        cls._write_pkg_rels(found, package.rels)  # type: ignore[no-untyped-call]
        cls._write_parts(cast("Any", found), parts)
        return found


def package_of(word: WordDocument) -> Package:
    """Return the package that a document is in."""
    return cast("Package", word.part.package)


def saved(package: OpcPackage) -> bytes:
    """Return a package as a file."""
    return packed(_Writer.members(package))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip: the content types first, the others by name."""
    target = BytesIO()
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    with zipfile.ZipFile(target, "w") as package:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            package.writestr(entry, parts[name])
    return target.getvalue()


def set_properties(word: WordDocument, document: Document) -> None:
    """Set title, language and author, and a date that tells nothing.

    EN 301 549 10.2.4.2 asks for a title; the draft's word stands first in it.
    """
    title = one_line(document.title)
    if document.draft:
        title = f"{one_line(document.draft)}: {title}"
    properties = word.core_properties
    properties.title = title[:_LONGEST]
    properties.author = one_line(document.author)[:_LONGEST]
    properties.last_modified_by = properties.author
    properties.language = one_line(document.language)[:_LONGEST]
    properties.created = properties.modified = WHEN
