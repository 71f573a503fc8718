"""Questionnaires on paper: what somebody with a pen in hand sees."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukarrevision import audit as audits
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.paper import Wish, to_docx
from brukarrevision.keying.asking import items
from brukarrevision.report.word.text import one_line
from tests.exchange.paper import forms, reading
from tests.exchange.paper.reading import BOX
from tests.fakeaudit import Box

LAYOUTS = ("normal", "large", "easy")
MISSING = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]


@pytest.fixture
def asked(box: Box) -> Box:
    """Return the small audit with a form that has everything."""
    forms.write(box)
    return box


def made(box: Box, **wish: str) -> Made:
    """Return the form as it was wished for."""
    audit = audits.require(str(box.audit), box.root)
    return to_docx(audit, audit.instruments["enkat"], Wish(**wish))  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_question_and_choice_is_on_the_form(asked: Box, layout: str) -> None:
    """In the order of the instrument, whatever the layout."""
    audit = audits.require(str(asked.audit), asked.root)
    instrument = audit.instruments["enkat"]
    text = "\n".join(reading.lines(made(asked, layout=layout).data))
    at = 0
    for question in instrument.questions():
        at = text.index(question.label, at)
    for choices in instrument.choices.values():
        assert all(choice.label in text for choice in choices)


def test_numbers_and_keys_are_those_of_key_entry(asked: Box) -> None:
    """Who keys a form in finds question and answer without looking twice."""
    audit = audits.require(str(asked.audit), asked.root)
    found = reading.lines(made(asked).data)
    text = "\n".join(found)
    for item in items(audit.instruments["enkat"], audit.plan):
        if item.question:
            assert f"{item.number}. {item.label}" in text
    assert f"{BOX}1_Ja" in found
    assert f"{BOX}3_Vet ej" in found
    assert found.index("1. Har du bott här länge?") < found.index(f"{BOX}1_Ja")


def test_questions_on_one_scale_share_a_table(asked: Box) -> None:
    """Its header comes again on the next page, and no row breaks."""
    data = made(asked).data
    (scale, numbers) = reading.tables(data)
    assert scale[0] == ["", "Stämmer inte", "Stämmer delvis", "Stämmer helt"]
    assert [row[0] for row in scale[1:]] == [
        "2. Jag får stöd.",
        "3. Jag får det i tid.Tänk på förra veckan.",
    ]
    assert scale[1][1:] == [f"{BOX}1", f"{BOX}2", f"{BOX}3"]
    assert numbers == [[f"{BOX}{value}" for value in range(11)]]
    rows = list(reading.body(data).iter(qn("w:tr")))
    assert all(
        row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows
    )
    head = next(reading.body(data).iter(qn("w:tbl"))).find(qn("w:tr"))
    assert head.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("layout", ["large", "easy"])
def test_large_and_easy_forms_have_one_question_a_block(
    asked: Box, layout: str
) -> None:
    """No table of questions, and no small digits beside the boxes."""
    data = made(asked, layout=layout).data
    assert len(reading.tables(data)) == 1
    assert f"{BOX}_Stämmer inte" in reading.lines(data)
    least = {"large": 36, "easy": 28}[layout]
    for name in ("Question", "Choice", "Text"):
        styles = reading.parts(data)["word/styles.xml"].decode()
        style = styles[styles.index(f'w:styleId="BrForm{name}"') :]
        assert int(style.split('<w:sz w:val="')[1].split('"')[0]) >= least


def test_routing_is_said_in_words(asked: Box) -> None:
    """Where to go on, and who answers."""
    found = reading.lines(made(asked).data)
    assert "Svarade du ”Nej” eller ”Vet ej”? Gå till fråga 7." in found
    at = found.index("5. Hur många möten har du haft?")
    assert found[at - 1] == "Svara bara om du svarade ”Ja” på fråga 4."


def test_each_kind_says_how_to_answer(asked: Box) -> None:
    """Several ticks, an order, a number, a date, lines to write on."""
    found = reading.lines(made(asked).data)
    for words in (
        *("Du kan sätta flera kryss.", "Skriv ett heltal:"),
        *("Skriv datum (år, månad, dag):", "Sätt ett kryss på varje rad."),
    ):
        assert words in found
    assert any(line.startswith("Skriv 1 i rutan") for line in found)
    last = found.index("10. Vad kan bli bättre? <b> & så")
    assert found[last + 1 : last + 9] == ["_"] * 8


def test_a_question_stays_on_one_page(asked: Box) -> None:
    """Every paragraph of it but the last is kept with the next."""
    paragraphs = list(reading.body(made(asked).data).iter(qn("w:p")))
    texts = [reading.said(one) for one in paragraphs]
    at, end = texts.index("4. Har du en plan?"), texts.index(f"{BOX}3_Vet ej", 20)
    assert texts[end + 1].startswith("Svarade du")
    for one in paragraphs[at : end + 1]:
        assert one.pPr.find(qn("w:keepNext")) is not None
    assert paragraphs[end + 1].pPr.find(qn("w:keepNext")) is None


def rows(count: int) -> str:
    """Return the form's first area with so many questions on one scale."""
    row = "      - {{id: z{0}, type: select_one, label: Rad {0}., choices: stammer}}\n"
    return "".join(row.format(at) for at in range(count))


@pytest.mark.parametrize(("count", "breaks"), [(1, []), (5, []), (10, range(2, 11))])
def test_a_long_table_may_go_on_overleaf(
    asked: Box, count: int, breaks: Sequence[int]
) -> None:
    """Else it leaves half a page empty; but no row is alone, nor is the header."""
    start = "      - id: s1\n"
    asked.swap("instruments/enkat.yaml", start, rows(count) + start)
    table = next(reading.body(made(asked).data).iter(qn("w:tbl")))
    held = [row.find(f".//{qn('w:keepNext')}") is not None for row in table[2:]]
    assert len(held) == 1 + count + 2
    loose = [at for at, keeps in enumerate(held[:-1]) if not keeps]
    assert loose == list(breaks)
    assert not held[-1]


def test_a_long_list_of_choices_may_go_on_overleaf(asked: Box) -> None:
    """The question has the first of them beside it, and the last is not alone."""
    more = "".join(f"    - {{id: v{at}, label: Val {at}}}\n" for at in range(10))
    asked.swap("instruments/enkat.yaml", "  mat:\n", f"  mat:\n{more}")
    paragraphs = list(reading.body(made(asked).data).iter(qn("w:p")))
    at = [reading.said(one) for one in paragraphs].index("7. Vad äter du helst?")
    held = [one.pPr.find(qn("w:keepNext")) is not None for one in paragraphs[at:]]
    assert held[:14] == [True] * 3 + [False] * 9 + [True, False]


def test_the_thanks_are_not_alone_on_a_page(asked: Box) -> None:
    """They come right after the last lines to write on."""
    *_, before, last, thanks = reading.body(made(asked).data).iter(qn("w:p"))
    assert reading.said(thanks) == "Tack för dina svar!"
    assert all(one.pPr.find(qn("w:keepNext")) is not None for one in (before, last))


def test_the_line_for_the_number_ends_in_its_box(asked: Box) -> None:
    """It ran out of it, seen in a picture."""
    box = next(reading.body(made(asked).data).iter(qn("w:p")))
    (stop,) = box.pPr.iter(qn("w:tab"))
    section = next(reading.body(made(asked).data).iter(qn("w:sectPr")))
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    sides = sum(int(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
    inside = int(page.get(qn("w:w"))) - sides
    right = int(box.pPr.find(qn("w:ind")).get(qn("w:right")))
    assert int(stop.get(qn("w:pos"))) < inside - right


def test_a_form_has_room_for_its_number_and_asks_for_no_name(asked: Box) -> None:
    """The number is written by auditors, when nobody sees who answered."""
    found = reading.lines(made(asked).data)
    assert found[0].startswith("Nr (revisorerna skriver det")
    assert any("Skriv inte ditt namn" in line for line in found)
    assert any("frivilligt" in line for line in found)


def test_the_unit_is_asked_about_unless_it_is_known(asked: Box) -> None:
    """Several units are choices; one that is given stands at the top."""
    every = reading.lines(made(asked).data)
    assert every.index("Vilken verksamhet gäller dina svar?") < every.index("Om dig")
    assert f"{BOX}2_Södra huset" in every
    one = made(asked, unit="soder")
    assert one.name == "enkat-soder.docx"
    found = reading.lines(one.data)
    assert "Södra huset" in found
    assert not any("Norra huset" in line for line in found)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_arabic_is_set_from_right_to_left(asked: Box, layout: str) -> None:
    """Paragraphs, runs and tables; what is not translated is listed and stays."""
    form = made(asked, language="ar", layout=layout)
    data = form.data
    title = next(
        one
        for one in reading.body(data).iter(qn("w:p"))
        if reading.said(one) == "استبيان عن المنزل"
    )
    assert title.pPr.find(qn("w:bidi")) is not None
    run = next(title.iter(qn("w:rPr")))
    assert run.find(qn("w:rtl")) is not None
    assert run.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"
    assert run.find(qn("w:rFonts")).get(qn("w:cs")) == "Arial"
    for table in reading.body(data).iter(qn("w:tbl")):
        assert table.tblPr.find(qn("w:bidiVisual")) is not None
    text = "\n".join(reading.lines(data))
    assert "فكر في الأسبوع الماضي." in text
    assert "Jag får stöd." not in text
    assert "6. När skrevs planen?" in text
    parts = {note.place.part for note in form.notes if note.code == "form-untranslated"}
    assert parts == {"kon", "choices.janej", "s5", "mat", "n1", "m1", "m2", "m3", "m4"}
    assert "form-words" in {note.code for note in form.notes}
    assert "ar" in reading.parts(data)["docProps/core.xml"].decode()


def test_untranslated_text_keeps_its_order_on_an_arabic_page(asked: Box) -> None:
    """Else its full stop stands before it: seen in a Swedish label of a unit."""
    paragraphs = list(reading.body(made(asked, language="ar").data).iter(qn("w:p")))
    texts = [reading.said(one) for one in paragraphs]
    whole = paragraphs[texts.index("6. När skrevs planen?")].pPr
    assert whole.find(qn("w:bidi")) is None
    assert whole.find(qn("w:jc")).get(qn("w:val")) == "right"
    assert f"{BOX}1_\u200eNorra huset\u200e" in texts


def test_an_organisation_may_have_the_words_of_a_language(asked: Box) -> None:
    """What it leaves out is said in the plan's language, and told."""
    own = asked.root / "templates" / "forms" / "ar.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("format: 1\nwords: {thanks: شكرا}\n", encoding="utf-8")
    form = made(asked, language="ar")
    assert reading.lines(form.data)[-1] == "شكرا"
    (note,) = (note for note in form.notes if note.code == "form-words")
    assert "several" in str(note.facts["words"])
    assert "thanks" not in str(note.facts["words"])


def test_an_english_form_has_english_words(asked: Box) -> None:
    """They come with the program."""
    asked.swap(
        "instruments/enkat.yaml", "{ar: استبيان عن المنزل}", "{en: About the house}"
    )
    form = made(asked, language="en")
    found = reading.lines(form.data)
    assert found[1] == "About the house"
    assert "You may tick several." in found
    assert "Answer only if you answered “Ja” to question 4." in found
    assert "form-words" not in {note.code for note in form.notes}


def test_the_same_form_gives_the_same_bytes(asked: Box) -> None:
    """And nothing in it tells of who made it, or when."""
    data = made(asked).data
    assert data == made(asked).data
    core = reading.parts(data)["docProps/core.xml"].decode()
    assert "Provföreningen" in core
    assert "2000-01-01" in core
    assert "Enkät om huset" in core


@pytest.mark.office
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_another_program_opens_the_form(
    asked: Box, tmp_path: Path, language: str
) -> None:
    """LibreOffice makes pages of it, with all the boxes."""
    source = tmp_path / "form.docx"
    source.write_bytes(made(asked, language=language).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*convert, str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = ["pdftotext", "-layout", str(source.with_suffix(".pdf")), "-"]
    done = subprocess.run(pages, check=True, capture_output=True, timeout=60)
    text = done.stdout.decode()
    assert text.count(BOX) == "\n".join(reading.lines(source.read_bytes())).count(BOX)
    assert "Norra huset" in text


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(label=st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_label_stands_on_the_form(asked: Box, label: str) -> None:
    """Whatever signs it has, the file opens and says it."""
    audit = audits.require(str(asked.audit), asked.root)
    old = audit.instruments["enkat"]
    area = old.areas[0]
    question = area.questions[2].model_copy(update={"label": label})
    changed = area.model_copy(update={"questions": (question,)})
    instrument = old.model_copy(update={"areas": (changed,), "background": ()})
    found = reading.lines(to_docx(audit, instrument, Wish()).data)
    assert one_line(f"1. {' '.join(label.split())}") in map(one_line, found)


def test_a_form_is_written_on_the_letterhead(asked: Box) -> None:
    """Of the organisation, whatever styles it has; ours for the rest."""
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = "Provföreningen, Storgatan"
    letterhead.add_paragraph("Före")
    letterhead.add_paragraph("[[rapport]]")
    own = asked.root / "templates" / "base.docx"
    own.parent.mkdir()
    letterhead.save(str(own))
    data = made(asked).data
    found = reading.lines(data)
    assert found[0] == "Före"
    assert "[[rapport]]" not in found
    headers = [
        part for name, part in reading.parts(data).items() if "word/header" in name
    ]
    assert any("Storgatan" in part.decode() for part in headers)


def test_a_long_scale_is_a_line_and_figures_have_a_comma(asked: Box) -> None:
    """Nobody ticks one of a hundred boxes."""
    asked.swap("instruments/enkat.yaml", "start: 0, end: 10}", "start: 0, end: 99.5}")
    data = made(asked).data
    found = reading.lines(data)
    at = found.index("9. Hur nöjd är du, 0–10?")
    assert found[at + 1 : at + 3] == ["Skriv ett tal från 0 till 99,5:", "_"]
    asked.swap("instruments/enkat.yaml", "end: 99.5}", "end: 2, step: 0.5}")
    (_, numbers) = reading.tables(made(asked).data)
    assert numbers == [[f"{BOX}{value}" for value in ("0", "0,5", "1", "1,5", "2")]]


def test_a_table_that_not_all_answer_says_so(asked: Box) -> None:
    """Questions that are put to others stand in another table, or alone."""
    for question in ("s1", "s2"):
        asked.swap(
            "instruments/enkat.yaml",
            f"- id: {question}\n        type: select_one\n",
            f"- id: {question}\n        type: select_one\n"
            "        relevant: {kon: [nej, vetej]}\n",
        )
    found = reading.lines(made(asked).data)
    at = found.index("Svara bara om du svarade ”Nej” eller ”Vet ej” på fråga 1.")
    assert found[at + 1 : at + 3] == ["Sätt ett kryss på varje rad.", ""]
    assert "Svarade du ”Ja”? Gå till fråga 4." in found
