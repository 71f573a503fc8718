"""The reports of an audit, as a reader meets them in their Markdown twins."""

import difflib
import os
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.report import build
from brukarrevision.report.blocks import (
    Chart,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
)
from brukarrevision.report.markdown import write_markdown
from tests.conftest import ROOT
from tests.protect.surveys import ask, choices, instrument, plan

from .audits import EXAMPLE, answered, documents, people, twins
from .audits import example as example_audit

GOLDEN = ROOT / "tests" / "golden"
NAMES = ("alla", "affektiv", "psykos")
TOO_FEW = "Beroendemottagningen"
AGREE = [
    {"id": "nej", "label": "Stämmer inte", "side": "negative"},
    {"id": "del", "label": "Stämmer delvis", "side": "neutral"},
    {"id": "ja", "label": "Stämmer", "side": "positive"},
]
every_report = pytest.mark.parametrize("name", NAMES)


def headings(of: Document) -> list[str]:
    """Return the chapters of a report."""
    return [b.text for b in of.blocks if isinstance(b, Heading) and b.level == 1]


def tables(of: Document) -> list[Table]:
    """Return the tables of a report."""
    return [block for block in of.blocks if isinstance(block, Table)]


def chapter(of: Document, name: str) -> str:
    """Return the twin of one chapter."""
    return write_markdown(of).split(f"\n## {name}\n")[1].split("\n## ")[0]


@every_report
def test_the_examples_reports_are_as_they_were(
    example: dict[str, Document], name: str
) -> None:
    """A change of a report is seen in ``tests/golden``, and meant."""
    now = write_markdown(example[name])
    file = GOLDEN / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(now, encoding="utf-8", newline="\n")
    was = file.read_text(encoding="utf-8")
    changes = difflib.unified_diff(was.splitlines(), now.splitlines(), lineterm="")
    assert not list(changes)


def test_the_same_audit_gives_the_same_bytes(root: Path) -> None:
    """Whoever builds, and however often."""
    audit = example_audit(root)
    once, twice = (
        {one.name: one.data for one in build.reports(audit, formats=("md",))}
        for _ in range(2)
    )
    assert once == twice


@every_report
def test_a_report_has_every_chapter(example: dict[str, Document], name: str) -> None:
    """Commission and method, who answered, results, discussion, answers, questions."""
    assert headings(example[name]) == [
        "Sammanfattning",
        "Om revisionen",
        "Vilka svarade",
        "Resultat",
        "Teman",
        "Diskussion",
        "Frågor och svar",
        "Bilaga: frågorna",
        "Bilaga: temana",
    ]


def test_the_summary_says_why_and_what_was_found(example: dict[str, Document]) -> None:
    """The purpose as a sentence; strengths, development areas, numbered proposals."""
    said = chapter(example["alla"], "Sammanfattning")
    assert said.strip().startswith("Syftet med revisionen: Ta reda på hur personer")
    for part in (
        "### Styrkor\n",
        "### Utvecklingsområden\n",
        "### Förbättringsförslag",
    ):
        assert part in said
    assert "\n7. Ge närstående ett telefonnummer" in said


def test_the_commission_and_the_method_are_told(example: dict[str, Document]) -> None:
    """Who asked, when, about whom, to whom it is told, and by how many."""
    said = chapter(example["alla"], "Om revisionen")
    for part in (
        "beställd av Region Exempel, psykiatri vuxna och gjord av NSPH Exempel.",
        "tiden 2026-01-19 – 2026-12-18.",
        "**Målgrupp:** Vuxna som har haft en SIP",
        "- Personer under 18 år ingår inte.",
        "- Region Exempel, psykiatri vuxna, 2026-11-13 (skriftligt)",
        "I februari träffade vi chefer",
        "av 4 brukarrevisorer.",
        "| de flesta | 67 % |",
        "minst 5 svarande",
        "förstörs senast 2027-01-31.",
    ):
        assert part in said


def test_who_answered_and_who_did_not(example: dict[str, Document]) -> None:
    """Invited and answered by unit; those too few are named without a number."""
    said = chapter(example["alla"], "Vilka svarade")
    assert "| Affektiva mottagningen | 38 | 22 | 58 % |" in said
    assert f"| {TOO_FEW} | – | – | – |" in said
    assert f"inte i några siffror: {TOO_FEW}." in said
    assert "*Hur gammal är du?*" in said


def test_each_chart_stands_before_the_table_with_its_numbers(
    example: dict[str, Document],
) -> None:
    """Theme by theme; nobody has to see the chart to read it (WCAG 1.1.1)."""
    for of in example.values():
        pairs = list(zip(of.blocks, of.blocks[1:], strict=False))
        charts = [pair for pair in pairs if isinstance(pair[0], Chart)]
        assert charts
        for chart, table in charts:
            assert isinstance(chart, Chart)
            assert isinstance(table, Table)
            rows = [row[0] for row in table.rows]
            assert list(chart.categories) == [r for r in rows if r in chart.categories]
            assert chart.alt.endswith("står i tabellen under diagrammet.")


def test_every_question_stands_with_its_answers(example: dict[str, Document]) -> None:
    """Every one of every survey, and again as it was asked in the appendix."""
    audit_text = "".join(
        path.read_text(encoding="utf-8") for path in EXAMPLE.glob("instruments/*.yaml")
    )
    asked = re.findall(r"type: (?!note)(\w+)\n +label: (.*)\n", audit_text)
    assert len(asked) > 30
    for of in example.values():
        answers = chapter(of, "Frågor och svar") + chapter(of, "Vilka svarade")
        for kind, label in asked:
            assert f"*{label}*\n\n|" in answers or (
                f"{label} Frågan besvarades med egna ord." in answers
                if kind == "text"
                else f"{label} Svaren visas inte." in answers
            )
            assert f"- {label}" in chapter(of, "Bilaga: frågorna")


def test_a_unit_too_small_changes_nothing(root: Path, tmp_path: Path) -> None:
    """Its answers are in no number of any report, whatever they are."""
    was = twins(example_audit(root))
    source = (EXAMPLE / "synthetic" / "enkat-syntetisk.csv").read_text("utf-8")
    rows = [line for line in source.splitlines() if f";{TOO_FEW};" in line]
    assert len(rows) == 3
    other = next(line for line in source.splitlines() if ";Psykosmottagningen;" in line)
    answers = other.split(";Psykosmottagningen;")[1]
    swap = {row: f"{row.split(f';{TOO_FEW};')[0]};{TOO_FEW};{answers}" for row in rows}
    assert twins(example_audit(tmp_path / "annat", swap)) == was
    assert TOO_FEW in was["alla"]
    assert TOO_FEW not in was["psykos"]


def test_what_a_unit_says_changes_its_own_report_alone(
    root: Path, tmp_path: Path
) -> None:
    """And the one for all; another unit's report is as it was."""
    was = twins(example_audit(root))
    swap = {"Psykosmottagningen;30–44 år;Kvinna;": "Psykosmottagningen;30–44 år;Man;"}
    now = twins(example_audit(tmp_path / "annat", swap))
    assert now["affektiv"] == was["affektiv"]
    assert now["psykos"] != was["psykos"]
    assert now["alla"] != was["alla"]


def test_no_report_holds_a_persons_own_words(root: Path) -> None:
    """Planted words and respondents' ids are in no file of any format."""
    words = ("Kanarieord-9c41", "Kanarie-id-77")
    swap = {
        "Mindre fackspråk; jag förstod inte hälften.": words[0],
        "\n2;2026-04-03 14:54:31": f"\n{words[1]};2026-04-03 14:54:31",
        "Att slippa vara den som håller i allt.": words[0],
    }
    audit = example_audit(root, swap)
    stored = audit.store_path.read_bytes()
    assert all(word.encode() in stored for word in words)
    for one in build.reports(audit):
        for word in (*words, "Möten på kvällstid", "anonymous", str(audit.data_dir)):
            assert word.encode() not in unpacked(one.data)


def unpacked(data: bytes) -> bytes:
    """Return a file's bytes; of a Word file, those of all its parts and workbooks."""
    if not data.startswith(b"PK"):
        return data
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(unpacked(archive.read(name)) for name in archive.namelist())


def test_unwritten_sections_and_placeholders_never_appear(root: Path) -> None:
    """Not in text, plan, findings or names."""
    folder = example_audit(root).folder
    (folder / "text" / "metod.md").write_text(
        "FYLL I: hur ni gjorde. OSKRIVET\n", "utf-8"
    )
    (folder / "text" / "slutord.md").unlink()
    for name, old, new in (
        ("plan.yaml", "Psykosmottagningen", '"FYLL I: enhetens namn"'),
        ("plan.yaml", "Ta reda på hur personer", "FYLL I Ta reda på hur personer"),
        ("findings.yaml", "De flesta känner igen", "FYLL I De flesta känner igen"),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    from brukarrevision import audit as audits

    for text in twins(audits.require(str(folder), root)).values():
        assert not re.search("FYLL I|OSKRIVET|enhetens namn|Ta reda på", text)
        assert "En brukarrevision är en granskning" in text
        assert "### Slutord" not in text


def test_findings_are_told_by_unit(example: dict[str, Document]) -> None:
    """A unit reads of itself; all reads whom a finding is about."""
    only = "Hälften tycker att de andra på mötet pratade över huvudet på dem."
    twin = {name: write_markdown(of) for name, of in example.items()}
    assert f"- Psykosmottagningen: {only}" in twin["alla"]
    assert f"- {only}" in twin["psykos"]
    assert only not in twin["affektiv"]
    named = "Alla eller nästan alla på Affektiva mottagningen har fått planen"
    assert f"- {named}" in twin["alla"]
    assert named not in twin["psykos"]


def test_groups_say_that_they_are_for_all_units(example: dict[str, Document]) -> None:
    """In a unit's report: in results, beside every table, and of who answered."""
    whole = "Gäller alla enheter tillsammans."
    noted = [t for t in tables(example["psykos"]) if whole in t.note]
    captions = {table.caption for table in noted}
    assert "Enkät till dig som är närstående: svarande" in captions
    assert "Vad är du för den som har haft en SIP?" in captions
    assert "Blev du bjuden till ett SIP-möte?" in captions
    assert "Fick du planen med dig, på papper eller digitalt?" not in captions
    said = chapter(example["psykos"], "Resultat")
    part = said.split("### Närstående på mötet\n")[1].strip()
    assert part.startswith("De här frågorna redovisas för alla enheter tillsammans.")
    assert not [t for t in tables(example["alla"]) if whole in t.note]


def survey(*questions: dict[str, object], **more: object) -> Instrument:
    """Return an instrument with two scales, split by unit."""
    lists = {"q": AGREE, "p": AGREE, "m": choices("xyz"), "g": choices("jn")}
    return instrument(questions, lists, partition=["unit"], **more)


def in_language(of: Plan, language: str) -> Plan:
    """Return a plan in another language, its own texts too."""
    data = of.model_dump()
    data["commission"] |= {
        "commissioner": "Example County",
        "auditor": "The Example Association",
        "purpose": "Find out.",
        "target_group": "Nobody real.",
        "delimitations": ["Nobody under 18."],
        "reporting": [{"to": "The board", "due": "2026-06-01", "form": "oral"}],
    }
    data |= {
        "language": language,
        "title": "A test",
        "team": [{"alias": "R1", "role": "auditor"}],
    }
    data["units"] = [{"id": u, "label": f"Unit {u}"} for u in ("u0", "u1", "u2")]
    data["rounds"] = [{"id": "r1", "label": "Spring"}, {"id": "r2", "label": "Autumn"}]
    return Plan.model_validate(data)


SWEDISH = (
    "och|eller|att|svar|svarade|svaren|alla|enhet|enheter|inte|visas|andel|antal|av|"
    "fråga|frågor|frågan|flest|vanligast|tillsammans|utkast|skyddat|ingår|syfte|"
    "uppdrag|revisionen|resultat|styrkor|metod|bilaga|diskussion|gäller|hjälp|på"
)


def english() -> Audit:
    """Return an English audit with a bit of everything a report can hold."""
    yes_no = [
        {"id": "n", "label": "No", "side": "negative"},
        {"id": "y", "label": "Yes", "side": "positive"},
    ]
    named = [{"id": i, "label": f"Choice {i}"} for i in "xyz"]
    kinds: dict[str, dict[str, object]] = {
        "a": {"choices": "yn"},
        "b": {"choices": "yn"},
        "c": {"choices": "yn", "sensitive": True},
        "m": {"type": "select_multiple", "choices": "named"},
        "r": {"type": "rank", "choices": "named"},
        "s": {"choices": "named"},
        "h": {"choices": "named", "relevant": {"a": ["y"]}},
        "t": {"type": "text"},
        "d": {"type": "date"},
    }
    questions = [
        {"id": i, "type": "select_one", "label": f"Question {i}", **more}
        for i, more in kinds.items()
    ]
    of = instrument(
        questions,
        {"yn": yes_no, "named": named},
        title="Survey",
        partition=["unit"],
        areas=[
            {"id": "one", "label": "Area one", "questions": questions[:-2]},
            {"id": "two", "label": "Area two", "questions": questions[-2:-1]},
            {"id": "three", "label": "Area three", "questions": questions[-1:]},
        ],
    )
    cells = {
        "a": "=y",
        "b": "=y|=n",
        "c": "=n|=y",
        "m": "=x|=x y|=x z|=y",
        "s": "=x|=x|=y",
    }
    rows = people(
        12, **cells, r="=x y z|=y x z", t="=word", mode="web|paper", help="none"
    )
    some = [
        {**row, "unit": unit, "round": name, "h": "=x"}
        for name in ("r1", "r2")
        for unit, number in (("u0", 12), ("u1", 8), ("u2", 2))
        for row in rows[:number]
    ]
    findings = [
        {
            "id": f"f{at}",
            "kind": kind,
            "text": f"A {kind}.",
            "area": "one",
            "units": ["u0"],
        }
        for at, kind in enumerate(("strength", "development", "proposal"))
    ]
    return answered((of, some), given=in_language(plan(), "en"), findings=findings)


def test_an_english_plan_gives_an_english_report() -> None:
    """No Swedish word is left, in any chapter, table, chart or note."""
    for of in documents(english()).values():
        for block in of.blocks:
            for word in re.findall(r"[^\W\d_]+", repr(block)):
                assert not re.fullmatch(SWEDISH, word, re.IGNORECASE), block
                assert not re.search("[åäöÅÄÖ]", word), block
        assert of.language == "en-GB"
        assert of.draft == "DRAFT"
        assert headings(of)[:2] == ["Summary", "About the audit"]
        assert any(isinstance(block, Note) for block in of.blocks)


def test_rounds_are_told_apart() -> None:
    """Each table and sentence says which; the appendix has each question once."""
    of = documents(english())["u0"]
    captions = [table.caption for table in tables(of)]
    assert captions.count("Question b (Spring)") == 1
    assert captions.count("Question b (Autumn)") == 1
    assert (
        captions.index("Question b (Autumn)") - captions.index("Question b (Spring)")
        == 1
    )
    twin = write_markdown(of)
    assert "- **Question a:** (Spring) All or almost all answered: Yes." in twin
    assert "| Unit u0, Autumn |" in twin
    assert chapter(of, "Appendix: the questions").count("- Question b (") == 1
    assert twin.count("This question was answered in own words.") == 1


def test_merged_units_share_one_report() -> None:
    """It names them, and no other report is of one of them."""
    some = [
        {**row, "unit": unit}
        for unit, number in (("u0", 9), ("u1", 4), ("u2", 3))
        for row in people(number, q="=nej|=del|=ja")
    ]
    made = documents(answered((survey(ask("q")), some)))
    assert list(made) == ["alla", "u0", "u1+u2"]
    assert made["u1+u2"].title == "Prov: Enhet u1 och Enhet u2"
    assert "| Enhet u1 och Enhet u2 | – | 7 | – |" in write_markdown(made["u1+u2"])


def test_questions_in_own_words_alone() -> None:
    """An area of them says so, and is no empty heading."""
    some = people(9, q="=nej|=del|=ja", t="=hemligt")
    made = documents(answered((survey(ask("t", "text")), some)))
    (of,) = made.values()
    assert "Frågorna i den här delen besvarades med egna ord." in write_markdown(of)
    assert "Fråga t: Frågan besvarades med egna ord." in write_markdown(of)
    assert "hemligt" not in write_markdown(of)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("=x|=y|=z", "Svaren står i kapitlet Frågor och svar."),
        ("", "Svaren på de här frågorna visas inte."),
    ],
)
def test_an_area_without_sentences_says_where_to_look(cells: str, said: str) -> None:
    """In tables, or nowhere."""
    some = people(9, s=cells)
    of = survey(ask("s", choices="m"))
    (made,) = documents(answered((of, some))).values()
    assert said in chapter(made, "Resultat")


def test_a_scale_without_sides_is_drawn_too() -> None:
    """Its answers have colours of no side."""
    of = survey(ask("s", choices="m"), ask("v", choices="m"))
    (made,) = documents(answered((of, people(9, s="=x|=y", v="=z|=x|=y")))).values()
    (chart,) = [block for block in made.blocks if isinstance(block, Chart)]
    assert {one.role for one in chart.series} == {"plain"}


def test_hundreds_of_questions_are_reported_in_seconds() -> None:
    """A survey drafted from a file with 277 columns."""
    of = survey(*(ask(f"q{at}", choices="q") for at in range(277)))
    cells = {f"q{at}": "=nej|=del|=ja" for at in range(277)}
    audit = answered((of, people(40, **cells)))
    start = time.perf_counter()
    made = twins(audit)
    assert time.perf_counter() - start < 6  # three on a quiet machine, and some slack
    assert made["alla"].count("| Stämmer delvis |") >= 277


def test_an_unknown_unit_is_not_reported_on(root: Path) -> None:
    """Nor one that is too small; the two are told apart."""
    audit = example_audit(root)
    for unit, code in (("beroende", "unit-not-shown"), ("psykoss", "unit-missing")):
        with pytest.raises(WrongUsage) as stop:
            list(build.reports(audit, unit, ("md",)))
        assert [p.code for p in stop.value.problems] == [code]


def test_only_the_unit_asked_for(root: Path) -> None:
    """One report, in the format asked for."""
    made = build.reports(example_audit(root), "psykos", ("md",))
    assert [one.name for one in made] == ["psykos.md"]


def test_no_report_without_answers(tmp_path: Path) -> None:
    """Where nothing is collected there is nothing to say."""
    with pytest.raises(FaultyFiles):
        documents(replace(english(), slug="tom"))
    assert not list(tmp_path.glob("**/drafts"))


def test_the_title_and_the_author_are_the_audits(example: dict[str, Document]) -> None:
    """Properties of the file say what it is and who made it."""
    of = example["psykos"]
    assert of.title.endswith("(SIP): Psykosmottagningen")
    assert (of.author, of.language, of.draft) == ("NSPH Exempel", "sv-SE", "UTKAST")
    lead = [b for b in of.blocks if isinstance(b, Paragraph) and b.style == "lead"]
    assert len(lead) == 1
