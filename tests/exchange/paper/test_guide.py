"""Interview guides: questions with room for notes, which can be found again."""

from docx.oxml.ns import qn

from brukarrevision import audit as audits
from brukarrevision.exchange.paper import Wish, to_docx
from tests.exchange.paper import forms, reading
from tests.exchange.paper.reading import BOX
from tests.fakeaudit import Box


def guide(box: Box, more: str = "") -> bytes:
    """Return the guide of the instrument with everything, and more if told so."""
    forms.write(box)
    box.swap("instruments/enkat.yaml", "kind: survey\n", f"kind: interview\n{more}")
    audit = audits.require(str(box.audit), box.root)
    return to_docx(audit, audit.instruments["enkat"], Wish(paper="guide")).data


def marks(data: bytes) -> list[str]:
    """Return the names of all bookmarks, in order."""
    found = reading.body(data).iter(qn("w:bookmarkStart"))
    return [str(one.get(qn("w:name"))) for one in found]


def test_every_question_has_a_place_for_notes_with_its_name(box: Box) -> None:
    """So that a guide that is filled in can be read back (decision 0025)."""
    data = guide(box)
    asked = ["kon", "s1", "s2", "s3", "s4", "s5", "m1", "m2", "m3", "m4"]
    assert marks(data) == [
        *("interview_id", "interview_date", "interview_unit"),
        "interview_interviewers",
        *(f"{kind}_{name}" for name in asked for kind in "qn"),
    ]
    numbers = [
        one.get(qn("w:id")) for one in reading.body(data).iter(qn("w:bookmarkStart"))
    ]
    assert len(set(numbers)) == len(numbers)
    for mark in reading.body(data).iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name"))
        inside = {one.tag for one in mark.iterancestors()}
        assert (qn("w:tc") in inside) == (not name.startswith("q_"))


def test_the_front_asks_for_aliases_and_never_a_name(box: Box) -> None:
    """And says what to tell before the talk begins."""
    data = guide(box)
    (front, *_) = reading.tables(data)
    assert [row[0] for row in front] == [
        "Samtal (till exempel I-01)",
        "Datum",
        "VerksamhetNorra huset, Södra huset, Lilla huset",
        "Intervjuare (alias)",
    ]
    text = "\n".join(reading.lines(data))
    assert "Skriv inga namn" in text
    assert "frivilligt" in text


def test_the_front_asks_once_for_unit_group_and_round(box: Box) -> None:
    """Those with several in the plan; what is known stands there, in its own row."""
    more = (
        "groups: [{id: brukare, label: Brukare}, {id: anhoriga, label: Anhöriga}]\n"
        "rounds: [{id: r1, label: Våren}, {id: r2, label: Hösten}]\n"
    )
    plan = (box.audit / "plan.yaml").read_text(encoding="utf-8")
    box.write("plan.yaml", plan + more)
    data = guide(box, "group: brukare\n")
    (front, *_) = reading.tables(data)
    assert front[2:5] == [
        ["VerksamhetNorra huset, Södra huset, Lilla huset", ""],
        ["Grupp", "Brukare"],
        ["OmgångVåren, Hösten", ""],
    ]
    assert marks(data)[2:5] == ["interview_unit", "interview_group", "interview_round"]
    assert "Vem är du som svarar?" not in reading.lines(data)


def test_closed_answers_are_boxes_and_follow_ups_are_there(box: Box) -> None:
    """One question under another, notes after each; never two tables joined."""
    data = guide(box)
    found = reading.lines(data)
    at = found.index("2. Jag får stöd.")
    assert found[at + 1] == f"{BOX}1_Stämmer inte"
    assert "Tänk på förra veckan." in found
    for table in reading.body(data).iter(qn("w:tbl")):
        after = table.getnext()
        assert after is None or after.tag != qn("w:tbl")
