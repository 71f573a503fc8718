"""Traces of whoever wrote: comments, tracked changes, hidden text, names, dates."""

from collections.abc import Iterator, Sequence

from brukarrevision.audit import Audit
from brukarrevision.finished.unpack import Part
from brukarrevision.i18n import tr

_CHANGES = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"}
    | {"tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "delText"}
)
_HIDDEN = frozenset({"vanish", "webHidden"})
_OFF = frozenset({"0", "false", "off"})
_NAMES = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})
_DATES = frozenset({"created", "modified", "lastPrinted"})
_NEUTRAL = "2000-01-01T00:00:00Z"
_LONGEST = 255
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def found(audit: Audit, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Yield a part, in words, and what kind of trace is in it, in words."""
    ours = {"", *_ours(audit)}
    for part in parts:
        if part.root is None:
            continue
        if kind := next(_kinds(part, ours), None):
            yield part.words, kind


def _ours(audit: Audit) -> Iterator[str]:
    """Yield those whom a file may name as its author: an organisation."""
    named = (audit.plan.commission.auditor, audit.workspace.settings.organisation)
    for name in (*named, "Revisorerna", "The auditors"):
        yield " ".join((name or "").split())[:_LONGEST]


def _kinds(part: Part, ours: set[str]) -> Iterator[str]:
    plain = part.name.rpartition("!")[2]
    if "comments" in plain or plain.endswith(("/people.xml", "/persons/person.xml")):
        yield tr("en kommentar", "a comment")
    if plain.startswith("customXml/") or plain == "docProps/custom.xml":
        yield tr("dolda data", "hidden data")
    if plain.startswith("word/"):
        yield from _in_text(part)
    if plain.startswith("docProps/"):
        yield from _in_properties(part, ours)
    if plain == "xl/workbook.xml" and _hides_a_sheet(part):
        yield tr("ett dolt blad", "a hidden sheet")


def _in_text(part: Part) -> Iterator[str]:
    if part.root is None:
        return
    for element in part.root.iter(f"{_WORD}*"):
        name = str(element.tag).removeprefix(_WORD)
        if name in _CHANGES or element.get(f"{_WORD}author") is not None:
            yield tr("en spårad ändring", "a tracked change")
        hides = name in _HIDDEN and element.get(f"{_WORD}val") not in _OFF
        if hides and any(one.tag == f"{_WORD}r" for one in element.iterancestors()):
            yield tr("dold text", "hidden text")


def _in_properties(part: Part, ours: set[str]) -> Iterator[str]:
    if part.root is None:
        return
    for element in part.root.iter():
        name, text = str(element.tag).rpartition("}")[2], (element.text or "").strip()
        if name in _NAMES and text not in ours:
            yield tr("ett namn", "a name")
        if name in _DATES and text != _NEUTRAL:
            yield tr("ett datum", "a date")


def _hides_a_sheet(part: Part) -> bool:
    if part.root is None:
        return False
    sheets = part.root.iter("{*}sheet")
    return any(sheet.get("state", "visible") != "visible" for sheet in sheets)
