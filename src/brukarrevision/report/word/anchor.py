"""Where in a base file the report belongs: at ``[[rapport]]``, or else at the end."""

from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem

ANCHOR = "[[rapport]]"
_AROUND = {qn(f"w:{name}") for name in ("document", "body", "sdt", "sdtContent")}
_FULL = (
    ".//w:t | .//w:drawing | .//w:pict | .//w:object | .//w:sectPr | .//w:br"
    " | .//w:sdt | .//w:fldChar | .//w:sym"
)


def _text(paragraph: _Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t"))).strip()


def anchors(word: Document) -> list[CT_P]:
    """Return the paragraphs that hold the mark where the report belongs."""
    paragraphs = word.element.body.iter(qn("w:p"))
    return [cast("CT_P", one) for one in paragraphs if ANCHOR in _text(one)]


def place(word: Document) -> CT_P:
    """Put a paragraph with nothing but the mark where the report belongs.

    Raises:
        FaultyFiles: if the mark stands twice, or in a table or a text box.
    """
    found = anchors(word)
    if not found:
        _trim(word.element.body)
        word.add_paragraph(ANCHOR)
        return anchors(word)[0]
    old = found[0]
    inside = {one.tag for one in old.iterancestors()} - _AROUND
    if len(found) > 1 or inside or _text(old) != ANCHOR:
        raise FaultyFiles(problem("base-anchor", anchor=ANCHOR))
    new = old.add_p_before()
    new.add_r().text = ANCHOR
    if old.xpath("w:pPr/w:sectPr"):  # a section ends here: only the text goes
        for run in old.xpath("w:r"):
            old.remove(run)
    else:
        cast("_Element", old.getparent()).remove(old)
    return new


def _trim(body: _Element) -> None:
    """Remove the empty paragraphs at the end, which every Word file has."""
    for last in reversed([one for one in body if one.tag != qn("w:sectPr")]):
        if last.tag != qn("w:p") or last.xpath(_FULL):
            return
        body.remove(last)
