"""Guides of every look and language, filled in and read back."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from brukarrevision import audit as audits
from brukarrevision.exchange.paper import Wish, to_docx
from brukarrevision.exchange.talks import filled
from brukarrevision.exchange.talks.document import lines
from brukarrevision.exchange.talks.talk import Talk
from tests.exchange.paper import forms
from tests.exchange.talks.writing import after
from tests.fakeaudit import Box

BOX, TICK = "☐", "☒"


@pytest.fixture
def asked(box: Box) -> Box:
    """Return an audit whose guide has questions of every kind."""
    forms.write(box)
    box.swap("instruments/enkat.yaml", "kind: survey\n", "kind: interview\n")
    return box


def talk(box: Box, data: bytes) -> Talk:
    """Return what is read from a guide."""
    audit = audits.require(str(box.audit), box.root)
    guide = audit.instruments["enkat"]
    found, _ = lines(data, "a.docx")
    assert filled.guide_of(found, [guide]) is guide
    return filled.read(audit, guide, found, "a.docx")


def made(box: Box, wish: Wish) -> bytes:
    """Return an empty guide."""
    audit = audits.require(str(box.audit), box.root)
    return to_docx(audit, audit.instruments["enkat"], wish).data


def boxes(word: docx.document.Document) -> dict[str, list[Paragraph]]:
    """Return the paragraphs with boxes, by question."""
    found: dict[str, list[Paragraph]] = {}
    question = ""
    for element in word.element.body.iter(qn("w:p")):
        one = Paragraph(element, word.element.body)
        for mark in element.iter(qn("w:bookmarkStart")):
            name = str(mark.get(qn("w:name")))
            question = name[2:] if name.startswith("q_") else question
        if BOX in one.text:
            found.setdefault(question, []).append(one)
    return found


def tick(one: Paragraph, sign: str = TICK) -> None:
    """Put a sign in the place of a box."""
    for run in one.runs:
        run.text = run.text.replace(BOX, sign)


def written(word: docx.document.Document) -> bytes:
    """Return a Word file."""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


WISHES = [
    Wish(paper="guide"),
    Wish(paper="guide", layout="easy", unit="norr"),
    Wish(paper="guide", layout="large", language="ar"),
]


@pytest.mark.parametrize("wish", WISHES, ids=lambda one: one.language or one.layout)
def test_every_kind_of_question_in_every_look(asked: Box, wish: Wish) -> None:
    """The empty one says nothing; what is ticked and numbered is the answer."""
    data = made(asked, wish)
    nobody = talk(asked, data)
    assert nobody.is_empty
    word = docx.Document(io.BytesIO(data))
    every = boxes(word)
    for name, at in (("kon", 1), ("s1", 2), ("m1", 0), ("m1", 1)):
        tick(every[name][at])
    for name, some in every.items():
        if name == "m2":
            for place, one in enumerate(reversed(some), start=1):
                tick(one, str(place))
        if name == "m3":
            tick(some[4])
    read = talk(asked, written(word))
    assert read.answers["kon"] == "nej"
    assert read.answers["s1"] == "helt"
    assert read.answers["m1"] == "soppa,fisk"
    assert read.answers["m2"] == "fisk,soppa"
    assert read.answers["m3"] == "4"
    assert not any(read.said.values())
    assert not read.left
    assert not read.doubtful


def test_words_beside_the_room_for_notes_are_kept_at_their_question(
    asked: Box,
) -> None:
    """A question that is gone since takes nothing with it, nor lends it to another."""
    word = docx.Document(io.BytesIO(made(asked, Wish(paper="guide"))))
    every = boxes(word)
    after("Skrivet efter valen.")(every["s1"][-1])
    every["s2"][0].add_run(" – men inte på helgen")
    label = next(p for p in word.paragraphs if "Har du en plan?" in p.text)
    after("Sagt om planen.")(label)
    data = written(word)
    read = talk(asked, data)
    assert read.said["s1"] == ["Skrivet efter valen."]
    assert read.said["s2"] == ["– men inte på helgen"]
    assert read.said["s3"] == ["Sagt om planen."]
    word = docx.Document(io.BytesIO(data))
    for mark in word.element.body.iter(qn("w:bookmarkStart")):
        if mark.get(qn("w:name")) == "q_s3":
            mark.set(qn("w:name"), "q_borta")
    read = talk(asked, written(word))
    assert "Sagt om planen." in read.left
