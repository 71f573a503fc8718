"""Which notes may be counted."""

import pytest

from brukarrevision import audit as audits
from brukarrevision.errors import FaultyFiles
from brukarrevision.interviews import lint
from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import NOTE, guided, put


def test_only_those_who_consented_are_counted(box: Box, br: Runner) -> None:
    """No word of anybody who said no, said nothing or has withdrawn.

    Nor what a second coder has of somebody who has said no since.
    """
    guided(box)
    for name, said in (("I-03", "yes"), ("I-04", "no"), ("I-05", ""), ("I-06", "yes")):
        text = NOTE.replace("I-03", name).replace("consent: yes", f"consent: {said}")
        put(box, text, f"{name}.md")
    put(box, NOTE, "I-03.coder-R2.md")
    put(box, NOTE.replace("I-03", "I-04"), "I-04.coder-R2.md")
    copy = (box.private / "interviews" / "I-06.md").read_text("utf-8")
    assert br("data", "withdraw", "prov", "I-06", "--yes").code == 0
    audit = audits.require("prov", box.root)
    counted = [note.name for note in lint.sound(audit)]
    assert counted == ["I-03.coder-R2.md", "I-03.md"]
    put(box, copy, "I-06.md")
    with pytest.raises(FaultyFiles) as stop:
        lint.sound(audit)
    assert [one.code for one in stop.value.problems] == ["note-withdrawn"]


def test_nothing_is_counted_while_anything_would_be_missed(box: Box) -> None:
    """One code that stays text, and no number is made (R10)."""
    guided(box)
    put(box)
    put(box, NOTE.replace("I-03", "I-04").replace("]{.", "] {."), "I-04.md")
    with pytest.raises(FaultyFiles) as stop:
        lint.sound(audits.require("prov", box.root))
    assert [one.code for one in stop.value.problems] == ["note-span-space"]
