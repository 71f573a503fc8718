"""The styles of a base file: found by name, and added where they are missing.

A letterhead saved by Word holds only the styles that somebody has used in it, so a
plain one has no heading 1. What is missing is copied from our own base file, on top of
the letterhead's own Normal; what it has is left as it is. Names are compared, since ids
differ between the languages of Word.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from docx.oxml.ns import qn
from docx.oxml.styles import CT_Style, CT_Styles
from docx.shared import Length, Twips
from lxml import etree

from brukarrevision.errors import FaultyFiles, problem

NORMAL = "Normal"
_ID, _TYPE, _VALUE, _DEFAULT = (
    qn(f"w:{n}") for n in ("styleId", "type", "val", "default")
)
_ON = ("1", "true", "on")
_REFERENCES = ("basedOn", "next")
Key = tuple[str, str]


def _all(styles: CT_Styles) -> list[CT_Style]:
    return cast("list[CT_Style]", styles.xpath("w:style"))


def _key(style: CT_Style) -> Key:
    return style.get(_TYPE, "paragraph"), (style.name_val or "").casefold()


def complete(theirs: CT_Styles, ours: CT_Styles) -> Mapping[str, str]:
    """Add the styles that a report needs and return the ids of all, by name.

    Raises:
        FaultyFiles: if the file has no Normal style to build on.
    """
    known = _known(theirs, ours)
    if ("paragraph", NORMAL.casefold()) not in known:
        raise FaultyFiles(problem("base-style-missing", style=NORMAL))
    ids: dict[str, str] = {}
    translated: dict[str, str] = {}
    for style in _all(ours):
        key = _key(style)
        if key not in known and style.get(_DEFAULT) not in _ON:
            known[key] = _add(theirs, style, translated, known)
        ids[style.name_val or ""] = known.get(key, "")
        translated[style.get(_ID, "")] = known.get(key, "")
    return ids


def _known(theirs: CT_Styles, ours: CT_Styles) -> dict[Key, str]:
    """Return the ids by kind and name.

    LibreOffice writes both ``Caption`` and ``caption``; Word's own spelling wins.
    """
    spelled = {style.name_val for style in _all(ours)}
    known: dict[Key, str] = {}
    for style in _all(theirs):
        if _key(style) not in known or style.name_val in spelled:
            known[_key(style)] = style.get(_ID, "")
    return known


def _add(
    theirs: CT_Styles,
    style: CT_Style,
    translated: Mapping[str, str],
    known: Mapping[Key, str],
) -> str:
    copy = deepcopy(style)
    number = style.get(_ID, "")
    while number in known.values():
        number += "R"
    copy.set(_ID, number)
    for name in _REFERENCES:
        for reference in copy.findall(qn(f"w:{name}")):
            there = translated.get(reference.get(_VALUE, ""), "")
            if there:
                reference.set(_VALUE, there)
            else:
                copy.remove(reference)
    theirs.append(copy)
    return number


def speak(styles: CT_Styles, language: str) -> None:
    """Set the language of all text that has no language of its own."""
    place: Any = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = place.find(qn(f"w:{name}"))
        if found is None:
            found = etree.Element(qn(f"w:{name}"))
            place.insert(len(place) if name == "lang" else 0, found)
        place = found
    place.set(_VALUE, language)
    for style in _all(styles):
        if style.get(_DEFAULT) in _ON:
            for own in style.xpath("w:rPr/w:lang"):
                own.set(_VALUE, language)


def shifted(styles: CT_Styles) -> Mapping[str, Length]:
    """Return, for styles with borders, an indent that differs by a hair.

    Word joins the borders of neighbouring paragraphs only if their indents are alike.
    """
    found: dict[str, Length] = {}
    for style in _all(styles):
        if style.xpath("w:pPr/w:pBdr"):
            indents = style.xpath("w:pPr/w:ind/@w:left") or ["0"]
            left = int(indents[0]) if indents[0].isdecimal() else 0
            found[style.name_val or ""] = Twips(left + 1)
    if "Note" in found:
        found.setdefault("Note Title", found["Note"])
    return found


def font(styles: CT_Styles) -> str:
    """Return the font of the body text; a theme's font by its name in DrawingML."""
    for fonts in styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"):
        if fonts.get(qn("w:asciiTheme")):
            return "+mn-lt"
        return str(fonts.get(qn("w:ascii"), ""))
    return ""


# How wide letters are, next to Calibri's; with an unknown font room is left over.
_WIDTHS = {"calibri": 1.0, "carlito": 1.0, "verdana": 1.25, "dejavu sans": 1.25}
_UNKNOWN = 1.12


def letter_width(font: str) -> float:
    """Return how wide the letters of a font are, next to those of Calibri."""
    return _WIDTHS.get(font.casefold(), _UNKNOWN)
