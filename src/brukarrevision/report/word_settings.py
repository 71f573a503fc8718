"""The settings and properties of a report file.

Nothing may tell who wrote the file, on what machine or when (ANONYMITY.md, R11), and
the document may not be locked, since screen readers then read less of it.
"""

from lxml import etree

from brukarrevision.report.blocks import Document
from brukarrevision.report.word_names import w
from brukarrevision.report.word_package import parse, serialise
from brukarrevision.report.word_text import one_line

_DROPPED = (
    "documentProtection",
    "writeProtection",
    "attachedTemplate",
    "mailMerge",
    "docVars",
    "rsids",
    "saveThroughXslt",
    "trackRevisions",
    "updateFields",
)
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_WHEN = "2000-01-01T00:00:00Z"


def clean_settings(content: bytes, name: str) -> tuple[bytes, bool]:
    """Return the settings, cleaned, and whether even pages have their own header."""
    root = parse(content, name)
    for dropped in _DROPPED:
        for element in root.findall(w(dropped)):
            root.remove(element)
    even = root.find(w("evenAndOddHeaders"))
    return serialise(root), is_on(None if even is None else even.get(w("val"), "true"))


def is_on(value: str | None) -> bool:
    """Tell whether a switch of WordprocessingML is on; None means not there."""
    return value is not None and value not in {"0", "false", "off"}


def core_properties(document: Document) -> bytes:
    """Return the properties of the document: title, language, author, a fixed date.

    EN 301 549 10.2.4.2 asks for a title; the draft's word stands first in it.
    """
    title = one_line(document.title)
    if document.draft:
        title = f"{one_line(document.draft)}: {title}"
    names = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=names)
    author = one_line(document.author)
    etree.SubElement(root, f"{{{_DC}}}title").text = title
    etree.SubElement(root, f"{{{_DC}}}creator").text = author
    etree.SubElement(root, f"{{{_DC}}}language").text = one_line(document.language)
    etree.SubElement(root, f"{{{_CP}}}lastModifiedBy").text = author
    for when in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{when}")
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        element.text = _WHEN
    return serialise(root)


def app_properties() -> bytes:
    """Return the properties of the program: none."""
    return serialise(etree.fromstring(f'<Properties xmlns="{_APP}"/>'))
