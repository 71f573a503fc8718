"""What a base file tells about people and machines, and how it is taken out of it.

Comments, tracked changes, own properties, the path of the attached template: none of
it may follow into a report (ANONYMITY.md, R11).
"""

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsmap, qn
from lxml import etree
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.report.word.hostile import parse
from brukarrevision.report.word.save import package_of

# Parts that tell of somebody, or that a report has no use for.
_LEFT_OUT = {
    *("comments", "commentsExtended", "commentsExtensible", "commentsIds", "people"),
    *("customXml", "glossaryDocument", "keyMapCustomizations", "webSettings"),
}
_SETTINGS = (
    *("documentProtection", "writeProtection", "attachedTemplate", "mailMerge"),
    *("docVars", "rsids", "saveThroughXslt", "trackRevisions", "updateFields"),
)
_KEPT_TEXT = (qn("w:ins"), qn("w:moveTo"))
_TRACES: Any = etree.XPath(
    ".//*[@w:author] | .//w:commentRangeStart | .//w:commentRangeEnd"
    " | .//w:r[w:commentReference] | .//w:moveFromRangeEnd | .//w:moveToRangeEnd",
    namespaces={"w": nsmap["w"]},
)


def without_authors(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with comments removed and tracked changes accepted.

    Raises:
        FaultyFiles: if a part is no XML; the message names it.
    """
    found = dict(parts)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            root = parse(content, name)
            for trace in _TRACES(root):
                _remove(trace)
            found[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return found


def _remove(trace: _Element) -> None:
    if trace.tag in _KEPT_TEXT:
        for child in list(trace):
            trace.addprevious(child)
    above = trace.getparent()
    if above is not None:
        above.remove(trace)


def tidy(word: Document) -> None:
    """Leave out the parts and settings that tell of somebody or lock the file.

    Raises:
        FaultyFiles: if a part outside the file belongs to it.
    """
    relations = word.part.rels
    for number, one in list(relations.items()):
        if one.reltype.rpartition("/")[2] in _LEFT_OUT:
            del relations[number]
        elif one.reltype == RT.SETTINGS:
            _tidy_settings(word)
    package = package_of(word)
    for number, one in list(package.rels.items()):
        if one.reltype != RT.OFFICE_DOCUMENT:  # thumbnail, properties of any kind
            del package.rels[number]
    for one in package.iter_rels():
        kind = one.reltype.rpartition("/")[2]
        if one.is_external and kind != "hyperlink":
            raise FaultyFiles(problem("base-linked", kind=kind))


def _tidy_settings(word: Document) -> None:
    # Its relationships lead to the attached template and the like, by path.
    word.part.part_related_by(RT.SETTINGS).rels.clear()
    settings = word.settings.element
    for name in _SETTINGS:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
