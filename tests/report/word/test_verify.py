"""The finished file is read again: what is missing from it is found."""

from collections.abc import Callable

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.i18n import use
from brukarrevision.messages.report import MESSAGES
from brukarrevision.report import word
from brukarrevision.report.word import verify_docx, write_docx
from tests.report.word.samples import BASE, CHART, changed, document, packed, parts

GOOD = write_docx(document(), BASE)


def _kind(data: bytes) -> str:
    with pytest.raises(FaultyFiles) as caught:
        verify_docx(data, document())
    problem = caught.value.problems[0]
    assert problem.code == "report-lost-content"
    return str(problem.facts["kind"])


def _without(old: bytes, new: bytes = b"") -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(old, new)


def test_a_whole_file_passes() -> None:
    """What was written is found again."""
    verify_docx(GOOD, document())


@pytest.mark.parametrize(
    ("old", "kind"),
    [
        ("Med egna ord</w:t></w:r><w:bookmarkEnd", "rubrik"),
        ("Tabell 2. Inflytande", "tabell- eller diagramrubrik"),
        ("41–44", "tabellcell"),
        ("Jag vill välja själv.", "stycke"),
        (CHART.alt, "diagram"),
        ("Läs ", "stycke"),
    ],
)
def test_each_kind_of_loss_is_found(old: str, kind: str) -> None:
    """A heading, caption, cell, paragraph or chart that is lost is named by kind."""
    use("sv")
    words = old.partition("<")[0].encode()  # markup only tells which of two is meant
    less = _without(old.encode(), old.encode().removeprefix(words))
    assert _kind(changed(GOOD, "word/document.xml", less)) == kind


def test_a_heading_that_lost_its_style_is_found() -> None:
    """A heading that is only text is no heading."""
    use("sv")
    plain = _without(b'<w:pStyle w:val="Heading1"/>', b'<w:pStyle w:val="Normal"/>')
    assert _kind(changed(GOOD, "word/document.xml", plain)) == "rubrik"


def test_a_chart_without_its_part_is_found() -> None:
    """A relationship that leads nowhere is a loss."""
    left = {name: one for name, one in parts(GOOD).items() if "chart1.xml" not in name}
    assert _kind(packed(left))


def test_write_docx_looks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer calls the check before it hands the file over."""
    monkeypatch.setattr(word, "write_all", lambda *_: None)
    with pytest.raises(FaultyFiles):
        write_docx(document(), BASE)


def test_messages_name_every_code_once() -> None:
    """Each code has one message, in two languages, with a remedy."""
    codes = [one.code for one in MESSAGES]
    assert len(set(codes)) == len(codes)
    for one in MESSAGES:
        assert all((one.sv, one.en, one.sv_remedy, one.en_remedy))
