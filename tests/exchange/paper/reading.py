"""Word files read back as a person or a screen reader would, by other means."""

import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

BOX = "☐"


def body(data: bytes) -> Any:  # noqa: ANN401
    """Return the body of a Word file."""
    return docx.Document(BytesIO(data)).element.body


def lines(data: bytes) -> list[str]:
    """Return every paragraph in order, those of tables too; a tab is ``_``."""
    return [said(one) for one in body(data).iter(qn("w:p"))]


def said(element: Any) -> str:  # noqa: ANN401
    """Return the text of a part of a file; a tab is ``_``."""
    found = element.iter(qn("w:t"), qn("w:tab"))
    run = qn("w:r")
    parts = (
        one.text or "" if one.tag == qn("w:t") else "_"
        for one in found
        if one.getparent().tag == run
    )
    return "".join(parts)


def tables(data: bytes) -> list[list[list[str]]]:
    """Return every table as rows of cells."""
    return [
        [[said(c) for c in row.findall(qn("w:tc"))] for row in one.findall(qn("w:tr"))]
        for one in body(data).iter(qn("w:tbl"))
    ]


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of the package."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def whole(data: bytes) -> str:
    """Return the document's own XML."""
    return etree.tostring(body(data), encoding="unicode")
