"""Text as Word XML: what may stand in it, runs and links.

Everything a report says passes through :func:`clean` and an escape, so that no text in
the world can break the file, start a field or become a link.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from brukarrevision.report.blocks import Run, Runs

# XML 1.0, section 2.2: the characters that no XML file may hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile("\t[ \t]*| [ \t]+")
_LINKS = frozenset({"http", "https", "mailto", "tel"})
_ADDRESS = "!#$%&'()*+,-./:;=?@_~"


@dataclass(frozen=True, slots=True)
class Words:
    """The writer's own words, in the language of the report."""

    table: str
    chart: str
    page: str
    of: str
    columns: str
    nothing: str


_SWEDISH = Words(
    table="Tabell",
    chart="Diagram",
    page="Sida",
    of="av",
    columns="Kolumner",
    nothing="Inga svar kan visas i diagrammet.",
)
_ENGLISH = Words(
    table="Table",
    chart="Figure",
    page="Page",
    of="of",
    columns="Columns",
    nothing="No answers can be shown in the figure.",
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
    legal = escape(clean(text))
    if "\n" not in legal:
        return _line(legal)
    return "<w:br/>".join(map(_line, legal.split("\n")))


def _line(line: str) -> str:
    if line.startswith(" ") or line.endswith(" "):
        return f'<w:t xml:space="preserve">{line}</w:t>'
    return f"<w:t>{line}</w:t>"


def plain(text: str) -> str:
    """Return the text as one run without a look of its own."""
    return f"<w:r>{text_xml(text)}</w:r>" if text else ""


def is_blank(runs: Runs) -> bool:
    """Tell whether the runs would make a paragraph without any text."""
    return not any(clean(run.text).strip() for run in runs)


@dataclass(slots=True)
class Links:
    """The addresses that the text links to, by relationship id."""

    prefix: str
    ids: dict[str, str] = field(default_factory=dict)

    def id_for(self, address: str) -> str:
        """Return the relationship id of an address, the same id for the same one."""
        return self.ids.setdefault(address, f"{self.prefix}{len(self.ids) + 1}")


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


def _run_xml(run: Run, look: str) -> str:
    marks = f"{look}{'<w:b/>' * run.bold}{'<w:i/>' * run.italic}"
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{properties}{text_xml(run.text)}</w:r>"


def runs_xml(runs: Runs, links: Links, link_style: str) -> str:
    """Return the runs as XML; those with an address as hyperlinks."""
    found = []
    for run in runs:
        address = safe_address(run.link) if run.link and run.text else ""
        if address:
            inner = _run_xml(run, f'<w:rStyle w:val="{link_style}"/>')
            number = links.id_for(address)
            found.append(f'<w:hyperlink r:id="{number}">{inner}</w:hyperlink>')
        elif run.text:
            found.append(_run_xml(run, ""))
    return "".join(found)
