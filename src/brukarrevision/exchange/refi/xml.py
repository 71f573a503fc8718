"""XML as these files have it: no byte order mark, LF, and no sign XML cannot hold."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"

_ODD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def root(tag: str, namespace: str, /, **attributes: str) -> "Element":
    """Return the outermost element; what is put into it is in its namespace."""
    from xml.etree.ElementTree import Element

    return Element(tag, {"xmlns": namespace, **_clean(attributes)})


def put(parent: "Element", tag: str, text: str = "", /, **attributes: str) -> "Element":
    """Put an element last into another and return it."""
    from xml.etree.ElementTree import SubElement

    made = SubElement(parent, tag, _clean(attributes))
    if text:
        made.text = plain(text)
    return made


def written(top: "Element") -> bytes:
    """Return the bytes of a whole file."""
    from xml.etree.ElementTree import indent, tostring

    indent(top)
    body: str = tostring(top, encoding="unicode")
    return f"{_HEAD}{body}\n".encode()


def plain(text: str) -> str:
    """Return a text with LF alone, without signs that XML cannot hold."""
    return _ODD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _clean(attributes: dict[str, str]) -> dict[str, str]:
    return {name: " ".join(plain(value).split()) for name, value in attributes.items()}
