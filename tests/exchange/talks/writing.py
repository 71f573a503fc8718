"""A guide of the small audit, filled in as a person would."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from brukarrevision import audit as audits
from brukarrevision.exchange.paper import Wish, to_docx
from tests.fakeaudit import Box

Change = Callable[[Paragraph], None]


def empty(box: Box, wish: Wish | None = None) -> bytes:
    """Return the empty guide of the small audit."""
    audit = audits.require(str(box.audit), box.root)
    guide = audit.instruments["intervju"]
    return to_docx(audit, guide, wish or Wish(paper="guide")).data


def filled(
    data: bytes,
    notes: Mapping[str, str],
    ticks: Mapping[str, tuple[str, ...]] | None = None,
    changes: Mapping[str, Change] | None = None,
) -> bytes:
    """Fill a guide in.

    Args:
        data: the guide.
        notes: what is typed in the places of bookmarks, by name.
        ticks: labels of choices whose boxes are ticked, by question.
        changes: what else happens to paragraphs, by their text.
    """
    word = docx.Document(BytesIO(data))
    question = ""
    for element in word.element.body.iter(qn("w:p")):
        one = Paragraph(element, word.element.body)
        for mark in element.iter(qn("w:bookmarkStart")):
            name = str(mark.get(qn("w:name")))
            question = name.removeprefix("q_") if name.startswith("q_") else question
            if name in notes:
                one.add_run(notes[name])
        label = one.text.rpartition("\t")[2]
        if label in (ticks or {}).get(question, ()):
            one.runs[0].text = "☒"
        if change := (changes or {}).get(one.text):
            change(one)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def after(text: str) -> Change:
    """Return what writes a paragraph of its own after another."""

    def change(one: Paragraph) -> None:
        new = deepcopy(one._p)  # noqa: SLF001 - python-docx has no other way
        one._p.addnext(new)  # noqa: SLF001
        Paragraph(new, one._parent).text = text  # noqa: SLF001

    return change


def put(box: Box, data: bytes, name: str = "guide.docx") -> Path:
    """Write a file beside the workspace."""
    path = box.root.parent / name
    path.write_bytes(data)
    return path
