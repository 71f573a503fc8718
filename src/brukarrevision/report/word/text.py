"""Text as Word takes it: what may stand in it, the writer's own words, addresses.

Everything a report says passes through :func:`clean`, so that no text in the world can
break the file, start a field or become a link.
"""

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from brukarrevision.report.blocks import Runs

# XML 1.0, section 2.2: the characters that no XML file may hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile("\t[ \t]*| [ \t]+")
_LINKS = frozenset({"http", "https", "mailto", "tel"})
_ADDRESS = "!#$%&'()*+,-./:;=?@_~"


class Words(NamedTuple):
    """The writer's own words, in the language of the report."""

    table: str
    chart: str
    page: str
    of: str
    columns: str
    nothing: str


_SWEDISH = Words(
    *("Tabell", "Diagram", "Sida", "av", "Kolumner"),
    "Inga svar kan visas i diagrammet.",
)
_ENGLISH = Words(
    *("Table", "Figure", "Page", "of", "Columns"),
    "No answers can be shown in the figure.",
)


def words(language: str) -> Words:
    """Return the writer's own words; other languages than Swedish get English."""
    return _SWEDISH if language.lower().startswith("sv") else _ENGLISH


def clean(text: str) -> str:
    r"""Return text that XML can hold, without runs of blanks.

    Characters that XML forbids go (XML 1.0, 2.2); line ends become ``\n``; a tab or a
    run of spaces becomes one space, since Word's accessibility checker marks blanks
    used for layout.
    """
    if text.isprintable() and "  " not in text:
        return text
    legal = _LINE_END.sub("\n", _ILLEGAL.sub("", text))
    return _BLANKS.sub(" ", legal)


def one_line(text: str) -> str:
    """Return clean text without line ends, for captions, headings and properties."""
    return clean(clean(text).replace("\n", " ")).strip()


def attribute(text: str) -> str:
    """Return the text as the value of an attribute in double quotes."""
    return escape(one_line(text), {'"': "&quot;"})


def text_xml(text: str) -> str:
    """Return the text as the content of a ``w:r``, line ends as line breaks."""
    return "<w:br/>".join(map(_line, escape(clean(text)).split("\n")))


def _line(line: str) -> str:
    space = "" if line == line.strip() else ' xml:space="preserve"'
    return f"<w:t{space}>{line}</w:t>"


def is_blank(runs: Runs) -> bool:
    """Tell whether the runs would make a paragraph without any text."""
    return not any(clean(run.text).strip() for run in runs)


def safe_address(link: str) -> str:
    """Return the address as Word takes it, or nothing if it is none to link to.

    Only web, e-mail and telephone addresses become links: a ``file:`` link would tell
    a path, a ``javascript:`` one would run. An address that cannot be parsed makes Word
    call the whole file damaged, so it stays text.
    """
    try:
        parts = urlsplit(one_line(link))
        host = parts.hostname
    except ValueError:
        return ""
    web = parts.scheme in {"http", "https"}
    if parts.scheme not in _LINKS or not (host if web else parts.path):
        return ""
    return quote(one_line(link), safe=_ADDRESS)
