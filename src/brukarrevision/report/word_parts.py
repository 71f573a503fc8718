"""How the parts of a Word file hang together: content types and relationships.

ECMA-376 part 2 (Open Packaging Conventions) says how; only what a report needs is here.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from brukarrevision.report.word_package import parse, serialise

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_FORMATS = "application/vnd.openxmlformats-"
WORD = f"{_FORMATS}officedocument.wordprocessingml."
DOCUMENT_TYPE = f"{WORD}document.main+xml"
TEMPLATE_TYPE = f"{WORD}template.main+xml"
CHART_TYPE = f"{_FORMATS}officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = f"{_FORMATS}officedocument.spreadsheetml.sheet"
CORE_TYPE = f"{_FORMATS}package.core-properties+xml"
APP_TYPE = f"{_FORMATS}officedocument.extended-properties+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One part's link to another part, or to an address outside the file."""

    number: str
    kind: str
    target: str
    external: bool = False

    @property
    def name(self) -> str:
        """Return the last word of the kind, such as ``header``."""
        return self.kind.rpartition("/")[2]


def relations_name(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(parts: Mapping[str, bytes], part: str) -> tuple[Relation, ...]:
    """Return the relationships of a part; targets inside are whole names of parts."""
    name = relations_name(part)
    if name not in parts:
        return ()
    root = parse(parts[name], name)
    return tuple(
        _relation(element, posixpath.dirname(part))
        for element in root.iter(f"{{{_RELATIONS}}}Relationship")
    )


def _relation(values: _Element, folder: str) -> Relation:
    external = values.get("TargetMode") == "External"
    target = values.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(values.get("Id", ""), values.get("Type", ""), target, external)


def relations_xml(relations: Iterable[Relation]) -> bytes:
    """Return the relationships as a part; targets inside are written from the root."""
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    for one in relations:
        element = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        element.set("Id", one.number)
        element.set("Type", one.kind)
        element.set("Target", one.target if one.external else f"/{one.target}")
        if one.external:
            element.set("TargetMode", "External")
    return serialise(root)


def reachable(parts: Mapping[str, bytes], start: Iterable[str]) -> list[str]:
    """Return the names of the parts that the relationships lead to from ``start``."""
    found: list[str] = []
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in parts and name not in found:
            found.append(name)
            relations = read_relations(parts, name)
            waiting += [one.target for one in relations if not one.external]
            waiting += [relations_name(name)] if relations else []
    return found


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """What kind of content each part is: by ending, or by its own name."""

    endings: Mapping[str, str]
    names: Mapping[str, str]

    def of(self, part: str) -> str:
        """Return the content type of a part, or nothing."""
        ending = part.rpartition(".")[2].lower()
        return self.names.get(part, self.endings.get(ending, ""))

    def only(self, parts: Iterable[str], extra: Mapping[str, str]) -> bytes:
        """Return the part of content types for these parts and the ``extra`` ones."""
        names = {name: self.names[name] for name in parts if name in self.names}
        names |= extra
        root = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
        for ending, kind in sorted(self.endings.items()):
            attributes = {"Extension": ending, "ContentType": kind}
            etree.SubElement(root, f"{{{_TYPES}}}Default", attributes)
        for name, kind in sorted(names.items()):
            attributes = {"PartName": f"/{name}", "ContentType": kind}
            etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
        return serialise(root)


def read_types(content: bytes) -> ContentTypes:
    """Return the content types of a package."""
    root = parse(content, "[Content_Types].xml")
    endings = {
        one.get("Extension", "").lower(): one.get("ContentType", "")
        for one in root.iter(f"{{{_TYPES}}}Default")
    }
    names = {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in root.iter(f"{{{_TYPES}}}Override")
    }
    return ContentTypes(endings, names)
