"""Notes as one project: two coders, two kinds of files, nothing on other words."""

from brukarrevision.audit import load
from brukarrevision.exchange.refi.gathering import Sheet, gathered, sheet_of, unknown
from brukarrevision.exchange.refi.project import Coding, Project
from brukarrevision.interviews.markup import Note, parse, read_blocks
from tests.fakeaudit import Box

CODEBOOK = """\
format: 1
themes:
  - {id: stod, label: Stöd}
  - {id: mat, label: Mat}
"""
HEAD = """\
---
id: I-03
date: 2026-03-12
auditors: [R1]
unit: norr
consent: yes
---

"""
TEXT = """\
{#s2}
## Vad kan bli bättre?

Åh 😀. [Maten är *kall* på kvällen]{.mat}, sa hen.
"""


def note(name: str, text: str = TEXT) -> Note:
    """Return a note that has no faults."""
    found, problems = parse(HEAD + text, name)
    assert found
    assert not problems
    return found


def project(box: Box, *sheets: Sheet) -> Project:
    """Return the project of the small audit."""
    box.write("codebook.yaml", CODEBOOK)
    audit, problems = load(box.audit)
    assert audit, problems
    return gathered(audit, sheets)


def texts(found: Project) -> list[tuple[str, str, str, str]]:
    """Return document, text, code and coder of all that is coded."""
    return [
        (document.name, one.text[coding.start : coding.end], coding.code, coding.coder)
        for document in found.documents
        for one in document.passages
        for coding in one.codings
    ]


def test_a_note_becomes_a_document_of_its_person(box: Box) -> None:
    """With the question above what was said, and labels instead of ids."""
    found = project(box, sheet_of(note("I-03.md")))
    (passage,) = found.documents[0].passages
    assert passage.heading == "Vad kan bli bättre?"
    assert passage.who == "I-03"
    assert texts(found) == [("I-03.md", "Maten är kall på kvällen", "mat", "")]
    assert [one.who for one in found.cases] == ["I-03"]
    assert found.cases[0].attributes == {"unit": "Norra huset"}


def test_two_coders_of_the_same_words_share_a_document(box: Box) -> None:
    """Each with codes of their own."""
    second = TEXT.replace("{.mat}", "{.mat .stod}")
    sheets = (note("I-03.md"), note("I-03.coder-R2.md", second))
    found = project(box, *map(sheet_of, sheets))
    assert [one.name for one in found.documents] == ["I-03.md"]
    assert found.documents[0].coders == ("", "R2")
    assert [one[2:] for one in texts(found)] == [
        ("mat", ""),
        ("mat", "R2"),
        ("stod", "R2"),
    ]
    assert len(found.cases) == 1


def test_words_that_one_coder_has_changed_are_a_document_of_their_own(
    box: Box,
) -> None:
    """Else a code would stand on other words."""
    second = TEXT.replace("😀. ", "")
    sheets = (note("I-03.md"), note("I-03.coder-R2.md", second))
    found = project(box, *map(sheet_of, sheets))
    names = ["I-03.coder-R2.md", "I-03.md"]
    assert sorted(one.name for one in found.documents) == names
    assert {one[1] for one in texts(found)} == {"Maten är kall på kvällen"}


def test_open_answers_are_a_document_with_many_persons(box: Box) -> None:
    """Each answer under its own mark."""
    body = "{#s2 row=a1}\n\n[Ja]{.stod}\n\n{#s2 row=b2}\n\nNej\n"
    blocks, problems = read_blocks(body, "enkat.s2.md")
    assert not problems
    sheet = Sheet("enkat.s2.md", "", blocks, about={"a1": {"unit": "soder"}})
    found = project(box, sheet)
    assert [one.who for one in found.documents[0].passages] == ["a1", "b2"]
    assert [(one.who, dict(one.attributes)) for one in found.cases] == [
        ("a1", {"unit": "Södra huset"}),
        ("b2", {}),
    ]


def test_codes_that_the_codebook_lacks_are_counted_and_left_out(box: Box) -> None:
    """Other programs would not know what they are."""
    box.write("codebook.yaml", CODEBOOK)
    audit, _ = load(box.audit)
    assert audit
    sheets = [sheet_of(note("I-03.md", TEXT.replace("{.mat}", "{.mat .matt}")))]
    assert unknown(audit, sheets) == 1
    codings = gathered(audit, sheets).documents[0].passages[0].codings
    assert codings == (Coding(6, 30, "mat"),)


def test_a_question_that_nothing_was_said_about_is_not_there(box: Box) -> None:
    """Programs count passages."""
    text = "{#s1 answer=helt}\n## Stöd?\n\n" + TEXT
    found = project(box, sheet_of(note("I-03.md", text)))
    assert [one.question for one in found.documents[0].passages] == ["s2"]
