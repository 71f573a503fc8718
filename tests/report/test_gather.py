"""From an audit to what its report says, and what any text in it may look like."""

import json
from dataclasses import replace

import pytest

from brukarrevision import results
from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.report import build
from brukarrevision.report.content import Content
from brukarrevision.report.gather import content
from brukarrevision.report.markdown import write_markdown
from brukarrevision.report.word import write_docx
from brukarrevision.resources import templates
from tests.protect.surveys import Row, ask, choices, instrument, plan

from .audits import answered, document, every, people
from .reading import flat, texts

NAUGHTY = [
    "Är du nöjd?",
    "\u202eמה שלומך\u202c",
    "هل أنت راضٍ؟ 100%",
    "👩\u200d👩\u200d👧 😀🏳️\u200d🌈",
    "Z̸̢̛͕a̷̡͝l̵̨̈g̶̛̤o̴̝͒",
    "\ufeffbom\u200bnoll\u00adsift",
    "bell\x07 esc\x1b del\x7f",
    "{{ 7*7 }}",
    "{% for x in y %}{# z #}",
    "[[rapport]]",
    "| a | b |",
    "</w:t></w:r><w:r>",
    "]]>&amp;&#65;<!-- x",
    "=cmd|' /C calc'!A0",
    "%s %n {0} ${x}",
    "* _ ` # > ~~x~~ **y**",
    "1. punkt",
    "---",
    "![x](javascript:alert(1))",
    "'; DROP TABLE svar; --",
    "ord" * 200,
    "O’Brien & ”söner” – 50 %",
]
CONTROL = "".join(map(chr, (7, 27)))


def naughty(text: str) -> tuple[Audit, Instrument]:
    """Return an audit in which everything that has a name is called this."""
    rows: list[Row] = [
        {**row, "label": f"{i} {text}"}
        for i, row in enumerate(choices("abc", a="negative", c="positive"))
    ]
    kinds = ("select_one", "select_one", "select_multiple", "text")
    questions: list[Row] = [
        {**ask(f"q{at}", kind), "label": text, "hint": text}
        | ({"choices": "scale"} if kind != "text" else {})
        for at, kind in enumerate(kinds)
    ]
    of = instrument(questions, {"scale": rows}, title=text, partition=["unit"])
    of = of.model_copy(
        update={"areas": (of.areas[0].model_copy(update={"label": text}),)}
    )
    data = plan().model_dump()
    data["title"] = text
    data["commission"] |= {"purpose": text, "delimitations": [text], "auditor": text}
    data["units"] = [{"id": "u0", "label": text}, {"id": "u1", "label": f"b {text}"}]
    cells = {"q0": "=a|=b|=c", "q1": "=c", "q2": "=a b|=c", "q3": f"={text}"}
    some = [{**one, "unit": u} for u in ("u0", "u1") for one in people(9, **cells)]
    finding = {"id": "f", "kind": "strength", "text": text, "area": "allt"}
    sections = {"inledning": f"Text: {text}", "resultat-allt": f"Text: {text}"}
    made = answered(
        (of, some), given=Plan.model_validate(data), texts=sections, findings=[finding]
    )
    return made, of


@pytest.mark.parametrize("text", NAUGHTY, ids=json.dumps)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    """As title, unit, question, answer, finding and prose; it breaks nothing."""
    audit, _ = naughty(text)
    found = results.protected(audit)
    for scope in every(audit, found):
        report = document(audit, found, scope)
        read = texts(write_markdown(report))
        wanted = flat(text)
        assert read[1] == wanted
        assert read.count(f"0 {wanted}") >= 2
        assert f"b {wanted}" in read or scope.name == "u0"
        assert any(t.startswith("Text: ") for t in read)
        assert sum(wanted in t for t in read) > 20
        if "(javascript" not in text and "**" not in text and "<!--" not in text:
            assert f"Text: {wanted}" in read


@pytest.mark.parametrize("text", NAUGHTY, ids=json.dumps)
def test_any_text_can_stand_in_word(text: str) -> None:
    """The writer reads its file back and misses nothing."""
    audit, _ = naughty(text)
    found = results.protected(audit)
    report = document(audit, found, every(audit, found)[0])
    assert write_docx(report, (templates() / "base.docx").read_bytes())


def survey(**more: object) -> Instrument:
    """Return a survey of one question, split by unit."""
    lists = {"q": choices("jn")}
    if more:
        lists["alder"] = choices("xy")
    return instrument([ask("q")], lists, partition=["unit"], **more)


def contents(audit: Audit) -> dict[str, Content]:
    """Return what each report says."""
    found = results.protected(audit)
    return {s.name: content(audit, found, s) for s in every(audit, found)}


def units(**numbers: int) -> list[dict[str, str]]:
    """Return so many people of each unit."""
    return [
        {**one, "unit": unit}
        for unit, number in numbers.items()
        for one in people(number, q="=j|=n", mode="web|paper")
    ]


def test_those_too_few_everywhere_are_left_out() -> None:
    """Not those who are shown in another round."""
    some = [
        *({**one, "round": "r1"} for one in units(u0=9, u1=9, u2=2)),
        *({**one, "round": "r2"} for one in units(u0=9, u1=2, u2=2)),
    ]
    made = contents(answered((survey(), some)))
    assert made["alla"].left_out == ("Enhet u2",)


def test_how_the_answers_came_about_is_told_where_it_is_known() -> None:
    """Mode and help are tables like others; hidden, they are not named."""
    made = contents(answered((survey(), units(u0=9, u1=9))))
    (how,) = made["u0"].instruments[0].how
    assert how.table.caption == "Hur svaret lämnades"


def test_a_hidden_background_question_says_so() -> None:
    """Every question has its place, also where it cannot be shown."""
    age = {**ask("alder"), "observable": True}
    some = units(u0=9)
    for one in some[:3]:
        one["alder"] = "=x"
    audit = answered((survey(background=[age]), some))
    found = results.protected(audit)
    report = document(audit, found, every(audit, found)[0])
    assert "Fråga alder: Svaren visas inte." in write_markdown(report)


def test_a_questionnaire_without_answers_is_in_the_appendix_alone() -> None:
    """Nobody answered it, and what was asked can still be read."""
    audit = answered((survey(), units(u0=9)))
    empty = instrument([{**ask("z"), "choices": "q"}], {"q": choices("jn")}, id="tom")
    empty = empty.model_copy(update={"title": "Guiden"})
    audit = replace(audit, instruments={**audit.instruments, "tom": empty})
    found = results.protected(audit)
    read = write_markdown(document(audit, found, every(audit, found)[0]))
    assert "### Frågor: Guiden" in read
    assert "### Svar: Guiden" not in read


def test_the_plans_own_words_and_limits_are_told() -> None:
    """And whose they are."""
    own = [{"at_least": 50, "word": "många"}, {"at_least": 0, "word": "några"}]
    given = Plan.model_validate({**plan().model_dump(), "words": own})
    audit = answered((survey(), units(u0=10)), given=given)
    found = results.protected(audit)
    read = write_markdown(document(audit, found, every(audit, found)[0]))
    assert "| många | 50 % |" in read
    assert "gränserna är revisorernas egna" in read


def test_a_finding_names_units_that_it_does_not_name_itself() -> None:
    """Where it is not about all units of the report."""
    findings: list[dict[str, object]] = [
        {"id": "a", "kind": "strength", "text": "Gott kaffe.", "units": ["u0"]},
        {"id": "b", "kind": "strength", "text": "Enhet u0 är bra.", "units": ["u0"]},
        {"id": "c", "kind": "strength", "text": "Allt.", "units": ["u0", "u1", "u2"]},
        {"id": "d", "kind": "strength", "text": "Alla."},
        {"id": "e", "kind": "strength", "text": "FYLL I vad"},
    ]
    made = contents(answered((survey(), units(u0=9, u1=9)), findings=findings))
    assert [(one.about, one.text) for one in made["alla"].strengths] == [
        ("Enhet u0", "Gott kaffe."),
        ("", "Enhet u0 är bra."),
        ("", "Allt."),
        ("", "Alla."),
    ]
    assert [one.about for one in made["u0"].strengths] == [""] * 4
    assert [one.text for one in made["u1"].strengths] == ["Allt.", "Alla."]


def test_lists_of_the_auditors_do_not_run_into_ours() -> None:
    """Prose that ends in a list stays apart from the answers in brief."""
    sections = {"resultat-allt": "Vi såg:\n\n- ett\n- två"}
    audit = answered((survey(), units(u0=9)), texts=sections)
    found = results.protected(audit)
    read = write_markdown(document(audit, found, every(audit, found)[0]))
    assert "- ett\n- två\n\nSvaren i korthet:\n\n- **Fråga q:** " in read


def test_reports_need_no_file_of_prose() -> None:
    """A folder without texts gives a report without them."""
    audit = answered((survey(), units(u0=9)))
    (made,) = build.reports(audit, formats=("md",))
    assert b"Diskussion" not in made.data
