"""The body of a base file, cut open where the report belongs.

The report replaces the paragraph ``[[rapport]]``, or else stands at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.report.word_names import PREFIXES, WP, r, w
from brukarrevision.report.word_package import parse
from brukarrevision.report.word_settings import is_on

ANCHOR = "[[rapport]]"
_MARK = "rapport-mark"
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_FULL = ("t", "drawing", "pict", "object", "sectPr", "br", "sdt", "fldChar", "sym")
_A4 = {
    "w": 11906,
    "h": 16838,
    "left": 1417,
    "right": 1417,
    "top": 1417,
    "bottom": 1417,
    "gutter": 0,
}
_LEAST = 2 * 1440


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the report, and what it must not clash with.

    Attributes:
        head: the document part up to the report.
        tail: the document part after the report.
        width: how wide the text is, in twentieths of a point.
        height: how high the text of a page is.
        drawing: the highest id of a drawing in the body.
        bookmark: the highest id of a bookmark.
    """

    head: bytes
    tail: bytes
    width: int
    height: int
    drawing: int
    bookmark: int


def read_body(content: bytes, name: str) -> _Element:
    """Return the document's root, without comments, under prefixes that we can use.

    Raises:
        FaultyFiles: if this is no document of WordprocessingML.
    """
    old = parse(content, name)
    names = {**_names(old), **PREFIXES}
    if old.tag != w("document") or any(
        _names(old).get(prefix, uri) != uri for prefix, uri in PREFIXES.items()
    ):
        raise FaultyFiles(problem("base-not-docx"))
    root = etree.Element(old.tag, {str(k): str(v) for k, v in old.items()}, nsmap=names)
    root.extend(list(old))
    if root.find(w("body")) is None:
        raise FaultyFiles(problem("base-not-docx"))
    for tag in _COMMENTS:
        for element in list(root.iter(w(tag))):
            _remove_comment(element)
    return root


def _names(root: _Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in root.nsmap.items() if prefix}


def _remove_comment(element: _Element) -> None:
    parent = element.getparent()
    run = parent if parent is not None and parent.tag == w("r") else element
    above = run.getparent()
    if above is not None:
        above.remove(run)


def add_headers(root: _Element, number: str, *, even: bool) -> bool:
    """Refer to the header ``number`` where a section would have none on some page.

    Returns:
        whether the header was needed.
    """
    known: set[str] = set()
    needed = False
    for section in _sections(root):
        first = section.find(w("titlePg"))
        kinds = {"default"} | ({"even"} if even else set())
        if first is not None and is_on(first.get(w("val"), "true")):
            kinds.add("first")
        known |= {
            one.get(w("type"), "default") for one in section.iter(w("headerReference"))
        }
        for kind in sorted(kinds - known):
            reference = etree.Element(w("headerReference"))
            reference.set(w("type"), kind)
            reference.set(r("id"), number)
            section.insert(0, reference)
            needed = True
        known |= kinds
    return needed


def _sections(root: _Element) -> list[_Element]:
    found = []
    for section in root.iter(w("sectPr")):
        above = section.getparent()
        if above is None or above.tag != w("sectPrChange"):
            found.append(section)
    return found


def cut(root: _Element) -> Frame:
    """Return the body cut open at the anchor, which is removed, or at its end.

    Raises:
        FaultyFiles: if the anchor stands twice, or in a table or a text box.
    """
    body = root.find(w("body"))
    assert body is not None  # noqa: S101 - read_body has made sure
    mark = etree.Element(_MARK)
    anchor = _anchor(root, body)
    if anchor is None:
        _trim(body)
        final = body.find(w("sectPr"))
        body.insert(len(body) if final is None else body.index(final), mark)
    else:
        _replace(anchor, mark)
    width, height = _page(mark, root)
    text = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    start = text.index(f"<{_MARK}".encode())
    end = text.index(b">", start) + 1
    return Frame(
        head=text[:start],
        tail=text[end:],
        width=width,
        height=height,
        drawing=highest_drawing(root),
        bookmark=_highest(
            one.get(w("id"), "") for one in root.iter(w("bookmarkStart"))
        ),
    )


def _text(paragraph: _Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(w("t"))).strip()


def _anchor(root: _Element, body: _Element) -> _Element | None:
    found = [one for one in root.iter(w("p")) if ANCHOR in _text(one)]
    if not found:
        return None
    above = found[0].getparent()
    while above is not None and above.tag in {w("sdtContent"), w("sdt")}:
        above = above.getparent()
    if len(found) > 1 or above is not body or _text(found[0]) != ANCHOR:
        raise FaultyFiles(problem("base-anchor", anchor=ANCHOR))
    return found[0]


def _replace(anchor: _Element, mark: _Element) -> None:
    anchor.addprevious(mark)
    above = anchor.getparent()
    if anchor.find(f"{w('pPr')}/{w('sectPr')}") is None and above is not None:
        above.remove(anchor)
        return
    for run in anchor.findall(w("r")):  # a section ends here: only the text goes
        anchor.remove(run)


def _trim(body: _Element) -> None:
    """Remove the empty paragraphs at the end, which every Word file has."""
    final = body.find(w("sectPr"))
    last = body[-1] if final is None and len(body) else None
    last = final.getprevious() if final is not None else last
    while last is not None and last.tag == w("p"):
        if any(True for _ in last.iter(*(w(name) for name in _FULL))):
            return
        before = last.getprevious()
        body.remove(last)
        last = before


def _page(mark: _Element, root: _Element) -> tuple[int, int]:
    """Return width and height of the text in the section that the report is in."""
    after = False
    section = None
    for element in root.iter():
        after = after or element is mark
        if after and element.tag == w("sectPr"):
            section = element
            break
    found = dict(_A4)
    for name in ("pgSz", "pgMar"):
        measures = None if section is None else section.find(w(name))
        for side in found if measures is not None else ():
            value = "" if measures is None else measures.get(w(side), "")
            found[side] = int(value) if value.isdecimal() else found[side]
    width = found["w"] - found["left"] - found["right"] - found["gutter"]
    height = found["h"] - found["top"] - found["bottom"]
    return max(width, _LEAST), max(height, _LEAST)


def highest_drawing(root: _Element) -> int:
    """Return the highest id of a drawing in a part, or 0.

    Ids must differ over the body, headers and footers: Word calls a file with two
    alike "unreadable" (python-docx issue 455).
    """
    return _highest(one.get("id", "") for one in root.iter(f"{{{WP}}}docPr"))


def _highest(values: Iterable[str]) -> int:
    return max((int(value) for value in values if value.isdecimal()), default=0)
