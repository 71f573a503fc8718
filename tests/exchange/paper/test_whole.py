"""Whole forms: as they read from beginning to end, and those of every template."""

import os
from pathlib import Path

import pytest

from brukarrevision import audit as audits
from brukarrevision.exchange.paper import Wish, to_docx
from tests.conftest import Runner
from tests.exchange.paper import forms, reading
from tests.fakeaudit import Box

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "forms"


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("enkat", Wish()),
        ("enkat-easy", Wish(layout="easy", unit="norr")),
        ("enkat-ar", Wish(language="ar")),
        ("guide", Wish(paper="guide")),
    ],
)
def test_a_form_reads_as_it_should(box: Box, name: str, wish: Wish) -> None:
    """From the first line to the last; ``UPDATE_GOLDEN=1`` writes it anew."""
    forms.write(box)
    audit = audits.require(str(box.audit), box.root)
    made = to_docx(audit, audit.instruments["enkat"], wish)
    text = "\n".join([*reading.lines(made.data), ""])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("template", ["sip", "boende"])
@pytest.mark.usefixtures("box")
def test_every_template_can_be_printed(
    br: Runner, template: str, language: str
) -> None:
    """In all layouts, with nothing left out."""
    assert br("new", "ny", "--template", template, "--language", language).code == 0
    audit = audits.require("ny", Path.cwd())
    for instrument in audit.instruments.values():
        paper = "questionnaire" if instrument.kind == "survey" else "guide"
        for layout in ("normal", "large", "easy"):
            made = to_docx(audit, instrument, Wish(paper=paper, layout=layout))  # type: ignore[arg-type]
            assert made.notes == ()
            text = "\n".join(reading.lines(made.data))
            for question in instrument.questions():
                assert question.label in text
                assert (question.hint or "") in text
            assert "FYLL I" not in text
            assert "FILL IN" not in text
