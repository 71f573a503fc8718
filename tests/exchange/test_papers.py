"""Letters, consent, contract and assignment: what they have to say."""

from io import BytesIO

import docx
import pytest

from brukarrevision import audit as audits
from brukarrevision.errors import WrongUsage
from brukarrevision.exchange.papers import NAMES, Kind, paper
from tests.exchange.paper import reading
from tests.fakeaudit import Box

KINDS: tuple[Kind, ...] = tuple(NAMES)
MORE = """\
team:
  - {alias: Korp7, role: coordinator}
  - {alias: Uggla3, role: auditor}
steps:
  - {id: anchoring, due: 2026-02-10}
  - {id: feedback, due: 2026-09-01}
  - {id: follow_up}
honoraria:
  - {activity: Intervju, rate: 500, count: 8}
"""


@pytest.fixture
def planned(box: Box) -> Box:
    """Return the small audit with team, steps and honoraria."""
    plan = (box.audit / "plan.yaml").read_text(encoding="utf-8")
    box.write("plan.yaml", plan + MORE)
    return box


def text(box: Box, kind: Kind, **more: str) -> str:
    """Return what a paper says."""
    audit = audits.require(str(box.audit), box.root)
    return "\n".join(reading.lines(paper(audit, kind, **more).data))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_papers_say_what_the_plan_says(planned: Box, kind: Kind, language: str) -> None:
    """In Swedish and English, with places to fill in, and no alias of anybody."""
    found = text(planned, kind, language=language)
    year = "2099-06-30" if kind in ("contract", "assignment") else "2099"
    for fact in ("Provföreningen", "Provkommunen", year, "5"):
        assert fact in found
    assert ("FYLL I" if language == "sv" else "FILL IN") in found
    assert ("FILL IN" if language == "sv" else "FYLL I") not in found
    assert "Korp7" not in found
    assert "{{" not in found


def test_the_letter_tells_people_their_rights(planned: Box) -> None:
    """Voluntary, how to withdraw and until when, who sees it, erasure, complaint."""
    found = text(planned, "letter")
    for words in (
        *("frivilligt", "hoppa över frågor", "ångra dig fram till att resultatet är"),
        *(
            "ger vi enkäten ett nummer",
            "Personalen får inte se dem",
            "minst 5 personer",
        ),
        *("raderas senast 30 juni 2099", "1 september 2026", "(IMY), imy.se"),
        *("få en kopia", "rättar det, tar bort det eller slutar använda det"),
        *("när som helst ta tillbaka", "Utan numret hittar vi inte dina svar"),
    ):
        assert words in found
    assert "till exempel I-01" not in found


def test_the_letter_speaks_of_talks_if_there_are_any(planned: Box) -> None:
    """With an interview, the conversation's name is how to withdraw."""
    planned.swap("instruments/enkat.yaml", "kind: survey", "kind: interview")
    found = text(planned, "letter")
    assert "till exempel I-01" in found
    assert "enkäten ett nummer" not in found


def test_consent_is_kept_from_the_answers(planned: Box) -> None:
    """It has boxes for yes and no, and says how to say no later."""
    found = text(planned, "consent")
    assert found.count(reading.BOX) == 4
    assert "aldrig tillsammans med svaren" in found
    assert "lika lätt att ångra sig som att säga ja" in found
    assert "vilket nummer din enkät fick. Annars kan vi inte hitta dem" in found
    planned.swap("instruments/enkat.yaml", "kind: survey", "kind: interview")
    found = text(planned, "consent")
    assert "Ni får anteckna under samtalet." in found
    assert "vad ditt samtal kallas hos oss. Annars" in found


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [("consent", "Jag svarar", "Namnf"), ("contract", "Underskrifter", "Underskrift")],
)
def test_nobody_signs_on_another_page_than_what_is_signed(
    planned: Box, kind: Kind, first: str, last: str
) -> None:
    """From the heading to the last line, everything is kept with what comes next."""
    audit = audits.require(str(planned.audit), planned.root)
    whole = docx.Document(BytesIO(paper(audit, kind).data)).paragraphs
    at = [one.text for one in whole].index(first)
    assert whole[at].style.paragraph_format.keep_with_next  # type: ignore[union-attr]
    *kept, end = whole[at + 1 :]
    assert len(kept) > 2
    assert all(one.paragraph_format.keep_with_next for one in kept)
    assert not end.paragraph_format.keep_with_next
    assert last in end.text


def test_the_contract_delivers_the_report_alone(planned: Box) -> None:
    """Never raw answers; what happens with too few; independence; what it costs."""
    found = text(planned, "contract")
    for words in (
        *("Bara den granskade rapporten lämnas över", "Råa svar", "självständig"),
        *("även tillsammans utelämnas de", "förstörs senast 2099-06-30", "4000"),
    ):
        assert words in found
    planned.swap("plan.yaml", "min_group: 5,", "min_group: 5, too_few: merge,")
    assert "den minsta av de andra enheterna" in text(planned, "contract")


def test_the_assignment_has_the_timetable(planned: Box) -> None:
    """Steps without a day are to be filled in."""
    audit = audits.require(str(planned.audit), planned.root)
    (steps, costs) = reading.tables(paper(audit, "assignment").data)
    assert steps[1:] == [
        ["Förankring hos chef och personal", "2026-02-10"],
        ["Återkoppling och dialogmöte", "2026-09-01"],
        ["Uppföljning", "FYLL I: datum"],
    ]
    assert costs[1] == ["Intervju", "500", "8", "4000"]


def test_letters_come_in_large_print(planned: Box) -> None:
    """The same words, larger and black."""
    audit = audits.require(str(planned.audit), planned.root)
    usual, large = (paper(audit, "letter", layout=one) for one in ("normal", "large"))
    assert large.name == "informationsbrev-large.docx"
    assert reading.lines(large.data) == reading.lines(usual.data)
    styles = reading.parts(large.data)["word/styles.xml"].decode()
    normal = styles[styles.index('w:styleId="Normal"') :].split("</w:style>")[0]
    assert 'w:sz w:val="36"' in normal
    assert 'w:color w:val="000000"' in normal


def test_tables_are_large_in_large_print(planned: Box) -> None:
    """With what they are called."""
    audit = audits.require(str(planned.audit), planned.root)
    data = paper(audit, "assignment", layout="large").data
    for name in ("Table Text", "Caption"):
        size = docx.Document(BytesIO(data)).styles[name].font.size
        assert size.pt >= 18


def test_a_letter_in_a_language_that_is_not_there_is_refused(planned: Box) -> None:
    """Nobody's machine writes what a respondent is promised."""
    with pytest.raises(WrongUsage, match="form-paper-language"):
        text(planned, "letter", language="ar")


def test_a_day_of_the_template_is_promised_to_nobody(box: Box) -> None:
    """Feedback is dated only when it is known to whom it is given."""
    period = "  period: {start: 2026-02-01, end: 2026-10-30}\n"
    box.swap(
        "plan.yaml",
        period,
        f'{period}  reporting: [{{to: "FYLL I: vem", due: 2026-09-05}}]\n',
    )
    assert "5 september 2026" not in text(box, "letter")
    box.swap("plan.yaml", "FYLL I: vem", "De som svarade")
    assert "5 september 2026" in text(box, "letter")
