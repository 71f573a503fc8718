"""The styles of a base file: found by name, and added where they are missing.

A letterhead saved by Word holds only the styles that somebody has used in it, so a
plain one has no heading 1. What is missing is added in our look (word_look.py) on top
of the letterhead's own Normal; what it has is left as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.report.word_look import (
    KEEP,
    LINK,
    LINK_LOOK,
    LOOKS,
    TABLE,
    TABLE_LOOK,
    Look,
)
from brukarrevision.report.word_names import W, w

REQUIRED = ("Normal",)
_SPELLED = frozenset(look.name for look in LOOKS)


@dataclass(slots=True)
class Styles:
    """The styles of one file by kind and name; names in small letters."""

    root: _Element
    part: str
    ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the map from names to ids once: 164 styles take a millisecond.

        LibreOffice writes both ``Caption`` and ``caption``; Word's own spelling wins.
        """
        for style in self.root.iter(w("style")):
            name = _name(style)
            key = (style.get(w("type"), "paragraph"), name.casefold())
            if key not in self.ids or name in _SPELLED:
                self.ids[key] = style.get(w("styleId"), "")

    def find(self, kind: str, name: str) -> str:
        """Return the id of a style.

        Raises:
            FaultyFiles: if there is none; the message names the style.
        """
        found = self.ids.get((kind, name.casefold()))
        if not found:
            raise FaultyFiles(problem("base-style-missing", style=name))
        return found

    def add(self, kind: str, name: str, content: str, *, own: bool) -> str:
        """Return the id of a style; add it, unless the file has one of that name."""
        key = (kind, name.casefold())
        if key not in self.ids:
            number = self._free_id(name)
            custom = ' w:customStyle="1"' if own else ""
            style = (
                f'<w:style xmlns:w="{W}" w:type="{kind}"{custom} w:styleId="{number}">'
                f'<w:name w:val="{name}"/>{content}</w:style>'
            )
            self.root.append(etree.fromstring(style))
            self.ids[key] = number
        return self.ids[key]

    def _free_id(self, name: str) -> str:
        number = name.title().replace(" ", "")
        while number in self.ids.values():
            number += "R"
        return number


def _name(style: _Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


def complete(styles: Styles) -> Mapping[str, str]:
    """Add the styles that a report needs and return the ids of all, by name.

    Raises:
        FaultyFiles: if the file has no Normal style to build on.
    """
    ids = {name: styles.find("paragraph", name) for name in REQUIRED}
    for look in LOOKS:
        content = _paragraph_look(look, styles)
        ids[look.name] = styles.add("paragraph", look.name, content, own=look.own)
    content = f"<w:rPr>{LINK_LOOK}</w:rPr>"
    ids[LINK] = styles.add("character", LINK, content, own=False)
    base = styles.ids.get(("table", "normal table"), "")
    below = f'<w:basedOn w:val="{base}"/>' if base else ""
    ids[TABLE] = styles.add("table", TABLE, f"{below}{TABLE_LOOK}", own=True)
    return ids


def _paragraph_look(look: Look, styles: Styles) -> str:
    text = f"<w:rPr>{look.text}</w:rPr>" if look.text else ""
    below = styles.find("paragraph", look.based_on)
    normal = styles.find("paragraph", "Normal")
    follow = f'<w:next w:val="{normal}"/>' if KEEP in look.paragraph else ""
    return (
        f'<w:basedOn w:val="{below}"/>{follow}<w:qFormat/>'
        f"<w:pPr>{look.paragraph}</w:pPr>{text}"
    )


def speak(styles: Styles, language: str) -> None:
    """Set the language of all text that has no language of its own."""
    defaults = _child(styles.root, "docDefaults", first=True)
    properties = _child(_child(defaults, "rPrDefault", first=True), "rPr")
    _child(properties, "lang").set(w("val"), language)
    for style in styles.root.findall(w("style")):
        if style.get(w("default")) in {"1", "true", "on"}:
            for own in style.iterfind(f"{w('rPr')}/{w('lang')}"):
                own.set(w("val"), language)


def _child(parent: _Element, name: str, *, first: bool = False) -> _Element:
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0 if first else len(parent), found)
    return found


def shifted(styles: Styles) -> Mapping[str, str]:
    """Return, for styles with borders, an indent that differs by a hair.

    Word joins the borders of neighbouring paragraphs only if their indents are alike.
    """
    found = {}
    for style in styles.root.iter(w("style")):
        if style.find(f"{w('pPr')}/{w('pBdr')}") is not None:
            indent = style.find(f"{w('pPr')}/{w('ind')}")
            left = "0" if indent is None else indent.get(w("left"), "0")
            moved = int(left) + 1 if left.isdecimal() else 1
            found[_name(style)] = f'<w:ind w:left="{moved}"/>'
    if "Note" in found:
        found.setdefault("Note Title", found["Note"])
    return found


def font(styles: Styles) -> str:
    """Return the font of the body text; a theme's font by its name in DrawingML."""
    place = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('rFonts')}"
    fonts = styles.root.find(place)
    if fonts is None:
        return ""
    return "+mn-lt" if fonts.get(w("asciiTheme")) else fonts.get(w("ascii"), "")


# How wide letters are, next to Calibri's; with an unknown font room is left over.
_WIDTHS = {"calibri": 1.0, "carlito": 1.0, "verdana": 1.25, "dejavu sans": 1.25}
_UNKNOWN = 1.12


def letter_width(font: str) -> float:
    """Return how wide the letters of a font are, next to those of Calibri."""
    return _WIDTHS.get(font.casefold(), _UNKNOWN)
