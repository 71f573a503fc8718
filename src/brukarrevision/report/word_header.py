"""Headers and footers: the running title, the page number's words, the draft's mark.

A base file may hold ``[[rubrik]]``, ``[[utkast]]``, ``[[sida]]`` and ``[[av]]`` in its
headers and footers. A draft is marked on every page (ANONYMITY.md, R9), so a header
without ``[[utkast]]`` gets a paragraph of its own for it.
"""

from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.etree import _Element

from brukarrevision.report.word_look import WARNING
from brukarrevision.report.word_names import PREFIXES, W, w
from brukarrevision.report.word_package import parse, serialise
from brukarrevision.report.word_text import one_line

DRAFT = "[[utkast]]"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def marked(content: bytes, name: str, style: str) -> bytes:
    """Return a header that has a place for the draft's mark."""
    root = parse(content, name)
    text = "".join(one.text or "" for one in root.iter(w("t")))
    if DRAFT in text:
        return content
    root.append(etree.fromstring(_mark(style)))
    return serialise(root)


def draft_header(style: str) -> bytes:
    """Return a header with nothing but the draft's mark."""
    root = etree.Element(w("hdr"), nsmap={"w": W, "r": PREFIXES["r"]})
    root.append(etree.fromstring(_mark(style)))
    return serialise(root)


def _mark(style: str) -> str:
    look = f'<w:rPr><w:b/><w:color w:val="{WARNING}"/><w:sz w:val="24"/></w:rPr>'
    return (
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="right"/>'
        f"</w:pPr><w:r>{look}<w:t>{DRAFT}</w:t></w:r></w:p>"
    )


def filled(content: bytes, name: str, values: Mapping[str, str]) -> bytes:
    """Return a header or footer with its ``[[words]]`` replaced.

    A run whose text becomes empty is removed, with the tab that stood before it.
    """
    root = parse(content, name)
    changed = False
    for paragraph in root.iter(w("p")):
        texts = [one for run in paragraph.iter(w("r")) for one in run.findall(w("t"))]
        if any(token in _together(texts) for token in values):
            _replace(texts, values)
            changed = True
    return serialise(root) if changed else content


def _together(texts: Iterable[_Element]) -> str:
    return "".join(one.text or "" for one in texts)


def _replace(texts: list[_Element], values: Mapping[str, str]) -> None:
    for token, value in values.items():
        _gather(texts, token)
        for one in texts:
            if token in (one.text or ""):
                one.text = (one.text or "").replace(token, one_line(value))
                one.set(_SPACE, "preserve")
                _drop_if_empty(one)


def _gather(texts: list[_Element], token: str) -> None:
    """Put a word that Word has cut into several runs into the first of them."""
    start = _together(texts).find(token)
    if start < 0 or any(token in (one.text or "") for one in texts):
        return
    end = 0
    cut = []
    for one in texts:
        begin, end = end, end + len(one.text or "")
        if end > start and begin < start + len(token):
            cut.append(one)
    cut[0].text = _together(cut)
    for one in cut[1:]:
        one.text = ""


def _drop_if_empty(text: _Element) -> None:
    run = text.getparent()
    above = run.getparent() if run is not None else None
    if not (text.text or "").strip() and run is not None and above is not None:
        above.remove(run)
