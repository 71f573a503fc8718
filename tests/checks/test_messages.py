"""Every message of ``check`` is provoked, where it says it stands, with its remedy."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from brukarrevision import checks
from brukarrevision.messages import catalogue
from tests.conftest import ROOT, Runner
from tests.fakeaudit import Box, csv

PLAN, ENKAT, FINDINGS = "plan.yaml", "instruments/enkat.yaml", "findings.yaml"
MAPPING = "mappings/enkat-x.yaml"
S1 = "id: s1, type: select_one, label: Jag får stöd."
S2 = "id: s2, type: text, label: Vad kan bli bättre?"
LIST, R, PART = "choices: stammer", "relevant:", "partition: [ko]"
PARTS, OTHER, ALL = "partition:", "choices: zzzz", "Det finns: stammer, kon."
KNOWN = "observable: true"
WORDS = "words:\n  - {at_least: 10, word: få}\ninstruments"
LATER = "id: stod\n    label: Mat"
SAME = "label: Stämmer  INTE"
DELVIS = "label: Stämmer delvis"
UNUSED = "  oanvand:\n    - {id: ja, label: Ja}\n  kon:\n"
KON = "    - {id: kvinna, label: Kvinna}\n    - {id: man, label: Man}\n"
NO_ANSWER = "    - {id: vill, label: Vill inte, missing: declined}\n"
MAT = "    label: Mat\n"
ALONE = f"""{MAT}    partition: []
    questions:
      - {{id: m0, type: select_one, label: Z, {LIST}, {R} {{s1: [inte]}}}}
  - id: annat
    label: Annat
"""
BANDS = "id: s2, type: integer, label: L, bands: [{id: a, label: A, to: 3}"
SAME_BANDS = f"{BANDS}, {{id: a, label: B, from: 4}}]"
OVERLAP = f"{BANDS}, {{id: b, label: B, from: 3}}]"
GAP = f"{BANDS}, {{id: b, label: B, from: 5}}]"
MARKS = """inte, score: 1, side: negative}
    - {id: delvis, label: Stämmer delvis, score: 2}
    - {id: helt, label: Stämmer helt, score: 3, side: positive}
"""
BARE = """inte}
    - {id: delvis, label: Stämmer delvis}
    - {id: helt, label: Stämmer helt}
"""
MAPPED = """\
format: 1
instrument: enkat
columns:
  - {at: 0, header: A, use: respondent}
  - {at: 1, header: B, use: s1}
"""


@dataclass(frozen=True)
class Case:
    """One change to the small audit, the message it gives, and where.

    Attributes:
        at: the text of the changed file that the place points at.
        remedy: words of the remedy.
    """

    code: str
    file: str
    old: str
    new: str
    at: str
    remedy: str

    def place(self, text: str) -> str:
        """Return file, line and column of the text pointed at."""
        index = text.index(self.at)
        line = text.count("\n", 0, index) + 1
        return f"{self.file}:{line}:{index - text.rfind(chr(10), 0, index)}"


CASES = [
    Case(
        "plan-instrument-missing", PLAN, "[enkat]", "[enkat, b]", "b]", "finns: enkat"
    ),
    Case("plan-id-differs", PLAN, "id: prov\n", "id: x\n", "id: x", "Skriv id: prov."),
    Case("plan-duplicate-id", PLAN, "id: soder", "id: Norr", "{id: Norr", "eget id"),
    Case("plan-duplicate-id", PLAN, "[enkat]", "[enkat, enkat]", "enkat]", "eget id"),
    Case(
        "plan-duplicate-id", FINDINGS, "id: f1", "id: b1", "id: b1, kind: p", "eget id"
    ),
    Case(
        "plan-same-label",
        PLAN,
        "Södra huset",
        "norra  HUSET",
        "label: norra",
        "olika namn",
    ),
    Case("plan-period-backwards", PLAN, "2026-10-30", "2026-01-30", "end:", "period:"),
    Case(
        "plan-erase-early", PLAN, "2099-06-30", "2026-06-30", "erase_raw", "rapporten"
    ),
    Case(
        "plan-coalition-low", PLAN, "5,", "5, coalition: 0,", "coalition", "lition: 1"
    ),
    Case(
        "plan-min-group-low", PLAN, "group: 5", "group: 4", "min_group", "5 eller mer"
    ),
    Case("plan-words-gap", PLAN, "instruments", WORDS, "words:", "at_least: 0"),
    Case("id-reserved", PLAN, "id: liten", "id: nul", "id: nul", "Välj ett annat id."),
    Case(
        "id-reserved", PLAN, "id: liten", "id: Alla", "id: Alla", "Välj ett annat id."
    ),
    Case("instrument-id-differs", ENKAT, "id: enkat", "id: x", "id: x", "id: enkat"),
    Case("instrument-duplicate-id", ENKAT, "id: mat", "id: stod", LATER, "eget id"),
    Case("instrument-duplicate-id", ENKAT, "id: helt", "id: INTE", "id: INTE", "eget"),
    Case(
        "instrument-duplicate-id", ENKAT, S2, SAME_BANDS, "id: a, label: B", "eget id"
    ),
    Case(
        "instrument-group",
        ENKAT,
        "kind",
        "group: nara\nkind",
        "group",
        "Det finns inga. Grupper",
    ),
    Case(
        "instrument-draft", ENKAT, "kind", "draft: true\nkind", "draft", "ta bort raden"
    ),
    Case("question-duplicate-id", ENKAT, "id: m1", "id: S1", "id: S1", "annat id"),
    Case("question-reserved", ENKAT, "id: m1", "id: Help", "id: Help", "annat id"),
    Case("question-choices-missing", ENKAT, f"{S1}, {LIST}", S1, f"{{{S1}", "choices:"),
    Case(
        "question-choices-unknown", ENKAT, f"{S1}, {LIST}", f"{S1}, {LIST}r", LIST, "?"
    ),
    Case(
        "question-choices-extra",
        ENKAT,
        S2,
        f"{S2}, {LIST}",
        f"{LIST}}}\n  - id: m",
        "t",
    ),
    Case("choices-unused", ENKAT, "  kon:\n", UNUSED, "oanvand", "Ta bort den"),
    Case("choices-no-answer", ENKAT, KON, NO_ANSWER, "kon:", "Ta bort missing:"),
    Case("choice-same-label", ENKAT, "er delvis", "er  INTE", SAME, "olika texter"),
    Case("choice-label-is-id", ENKAT, DELVIS, "label: HELT", "label: HELT", "andra id"),
    Case(
        "relevant-unknown-question", ENKAT, S2, f"{S2}, {R} {{s11: [inte]}}", R, "s1?"
    ),
    Case(
        "relevant-unknown-choice", ENKAT, S2, f"{S2}, {R} {{s1: [intte]}}", R, "inte?"
    ),
    Case(
        "relevant-missing",
        ENKAT,
        S2,
        f"{S2}, {R} {{s1: [vetej]}}",
        R,
        "ta bort missing",
    ),
    Case("relevant-later", ENKAT, S2, f"{S2}, {R} {{m1: [inte]}}", R, "tidigare fråga"),
    Case(
        "relevant-not-choice", ENKAT, "id: m1", f"id: m1, {R} {{s2: [x]}}", R, "select"
    ),
    Case("relevant-other-partition", ENKAT, MAT, ALONE, R, "samma partition"),
    Case(
        "partition-unknown", ENKAT, "[unit]", "[unitt]", "partition", "Menade du unit?"
    ),
    Case("partition-unknown", ENKAT, MAT, f"{MAT}    partition: [ko]\n", PART, "kon?"),
    Case("sensitive-no-side", ENKAT, KNOWN, "sensitive: true", "sensitive", "negative"),
    Case("number-no-bands", ENKAT, "type: text", "type: integer", "{id: s2", "bands:"),
    Case(
        "sides-no-negative", ENKAT, "1, side: negative", "1", f"{LIST}}}", "ogynnsamma"
    ),
    Case("sides-none", ENKAT, MARKS, BARE, f"{LIST}}}", "side: neutral där inget svar"),
    Case(
        "indicator-no-side", ENKAT, KNOWN, "indicator: best", "indicator", "eller score"
    ),
    Case("bands-overlap", ENKAT, S2, OVERLAP, "{id: b, label: B", "Båda gränserna"),
    Case("bands-gap", ENKAT, S2, GAP, "{id: b, label: B", "inget heltal blir över"),
    Case("finding-unknown", FINDINGS, "a: stod", "a: stodd", "area: stodd", "du stod?"),
    Case("partition-unknown", ENKAT, "[unit]", "[zzzz]", PARTS, "s: unit, group, kon."),
    Case(
        "question-choices-unknown", ENKAT, f"{S1}, {LIST}", f"{S1}, {OTHER}", OTHER, ALL
    ),
    Case("finding-unknown", FINDINGS, "[norr]", "[nor]", "units", "Menade du norr?"),
]


def run(br: Runner) -> list[dict[str, object]]:
    """Return the problems that check finds."""
    done = br("check", "prov", "--format", "json")
    problems = json.loads(done.out)["problems"]
    assert done.code == (1 if any(p["severity"] == "error" for p in problems) else 0)
    assert done.err == ""
    return list(problems)


def where(problem: dict[str, object]) -> str:
    """Return the place of a problem as it is written."""
    parts = (problem["file"], problem["line"], problem["column"])
    return ":".join(str(part) for part in parts if part)


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.code} {one.new[:9]}")
def test_a_fault_has_its_message_place_and_remedy(
    box: Box, br: Runner, one: Case
) -> None:
    """The file, the line, the column, what is wrong and what to do."""
    box.swap(one.file, one.old, one.new)
    found = {where(p): p for p in run(br) if p["code"] == one.code}
    place = one.place((box.audit / one.file).read_text(encoding="utf-8"))
    assert list(found)[:1] == [place]
    assert one.remedy in str(found[place]["remedy"])
    assert found[place]["severity"] == catalogue()[one.code].severity


def test_only_what_staff_know_may_split_results(box: Box, br: Runner) -> None:
    """A background question that is not observable is no partition."""
    box.swap(ENKAT, "partition: [unit]", "partition: [unit, kon]")
    assert "partition-not-observable" not in [p["code"] for p in run(br)]
    box.swap(ENKAT, ", observable: true", "")
    found = [p for p in run(br) if p["code"] == "partition-not-observable"]
    assert [where(p) for p in found] == [f"{ENKAT}:5:1"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MARKS, BARE.replace("}", ", side: neutral}")),
        ("kind: survey", "draft: true\nkind: survey"),
        ("select_one, label: Jag", "select_multiple, label: Jag"),
    ],
)
def test_sides_are_wanted_where_an_answer_could_be_worse(
    box: Box, br: Runner, *, old: str, new: str
) -> None:
    """Neutral says that none is; a draft is read first."""
    box.swap(ENKAT, 'label: "Maten: jag tycker om den.", choices: stammer', "label: M")
    box.swap(ENKAT, "id: m1, type: select_one", "id: m1, type: text")
    if old != MARKS:
        box.swap(ENKAT, MARKS, BARE)
    box.swap(ENKAT, old, new)
    assert not {"sides-none", "sides-no-negative"} & {str(p["code"]) for p in run(br)}


def test_bands_that_meet_leave_nothing_out(box: Box, br: Runner) -> None:
    """From 4 follows to 3; of decimals nothing is known."""
    box.swap(ENKAT, S2, GAP.replace("from: 5", "from: 4"))
    assert "bands-gap" not in [p["code"] for p in run(br)]
    box.swap(ENKAT, "type: integer", "type: decimal")
    box.swap(ENKAT, "from: 4", "from: 5")
    assert "bands-gap" not in [p["code"] for p in run(br)]


def test_a_split_needs_something_to_split_by(box: Box, br: Runner) -> None:
    """A note that results will be for everybody together."""
    box.swap(ENKAT, "partition: [unit]", "partition: [unit, group]")
    found = [p for p in run(br) if p["code"] == "plan-nothing-to-split"]
    assert [(where(p), p["severity"]) for p in found] == [(f"{PLAN}:1:1", "note")]
    assert "Lägg till groups: i planen." in str(found[0]["remedy"])


def test_what_is_to_be_filled_in_is_listed_by_line(box: Box, br: Runner) -> None:
    """In a value or in the comment beside it, in either language."""
    box.swap(PLAN, "auditor: Provföreningen", 'auditor: "FYLL I: er organisation"')
    box.swap(PLAN, "[enkat]", "[enkat]  # FILL IN: more")
    box.swap(PLAN, "format: 1", "# FYLL I: this is a comment\nformat: 1")
    found = [p for p in run(br) if p["code"] == "placeholder"]
    assert [where(p) for p in found] == [f"{PLAN}:8", f"{PLAN}:16"]
    assert str(found[0]["message"]) == "Kvar att fylla i: er organisation."


@pytest.mark.parametrize(
    ("code", "old", "new", "place", "remedy"),
    [
        ("mapping-instrument", "nt: enkat", "nt: enkatt", "2:1", "Menade du enkat?"),
        ("mapping-use", "use: s1", "use: m11", "5:5", "Menade du m1?"),
        ("mapping-use", "use: s1", "use: z9", "5:5", "kon, s1, s2, m1"),
        ("mapping-use-twice", "respondent", "s1", "5:5", "ignore"),
        ("mapping-column-twice", "{at: 1", "{at: 0", "5:5", "Ta bort den ena"),
    ],
)
def test_a_mapping_is_held_against_its_instrument(
    box: Box, br: Runner, *, code: str, old: str, new: str, place: str, remedy: str
) -> None:
    """Its columns are questions, each once."""
    box.write(MAPPING, MAPPED.replace(old, new))
    found = [p for p in run(br) if p["code"] == code]
    assert [where(p) for p in found] == [f"{MAPPING}:{place}"]
    assert remedy in str(found[0]["remedy"])


def test_a_rank_question_may_have_a_column_for_each_place(box: Box, br: Runner) -> None:
    """The same question several times, no choice given."""
    box.write(MAPPING, MAPPED.replace("respondent", "s1"))
    assert "mapping-use-twice" in [p["code"] for p in run(br)]
    box.swap(ENKAT, S1, S1.replace("select_one", "rank"))
    assert "mapping-use-twice" not in [p["code"] for p in run(br)]


def test_files_that_would_be_passed_over_are_told(box: Box, br: Runner) -> None:
    """A wrong ending, an instrument not in the plan, a section without a place."""
    box.write("instruments/extra.yaml", (box.audit / ENKAT).read_text("utf-8"))
    box.write("instruments/more.yml", "x")
    box.write("mappings/old.yaml.txt", "x")
    box.write("text/inledningg.md", "Hej.")
    box.write("instruments/.#enkat.yaml", "an editor's")
    box.write("instruments/enkat.yaml~", "an editor's")
    found = {where(p): p["code"] for p in run(br)}
    assert found == {
        "instruments/enkat.yaml:1:1": "responses-none",
        "instruments/extra.yaml": "instrument-unlisted",
        "instruments/more.yml": "file-ending",
        "mappings/old.yaml.txt": "file-ending",
        "text/inledningg.md": "text-unknown",
        "text/metod.md": "text-unwritten",
    }


def test_responses_are_missed_until_there_are_some(box: Box, br: Runner) -> None:
    """A note, no error."""
    assert "responses-none" in [p["code"] for p in run(br)]
    br("collect", "prov", box.source)
    assert "responses-none" not in [p["code"] for p in run(br)]


def test_responses_read_before_the_questions_changed_are_told(
    full: Box, br: Runner
) -> None:
    """Until the same file has been read again."""
    assert "responses-stale" not in [p["code"] for p in run(br)]
    full.swap(ENKAT, "{id: helt, label: Stämmer helt", "{id: helt, label: Helt")
    full.swap(
        ENKAT,
        "  kon:\n",
        "    - {id: alltid, label: Stämmer helt, side: positive}\n  kon:\n",
    )
    found = [p for p in run(br) if p["code"] == "responses-stale"]
    assert [(where(p), p["severity"]) for p in found] == [(f"{ENKAT}:1:1", "warning")]
    assert "samma fil igen" in str(found[0]["remedy"])
    assert br("collect", "prov", full.source).code == 0
    assert "responses-stale" not in [p["code"] for p in run(br)]


def test_raw_data_kept_too_long_is_told(full: Box, br: Runner) -> None:
    """Only where there is any."""
    full.swap(PLAN, "2099-06-30", "2026-12-31")
    full.swap(PLAN, "end: 2026-10-30", "end: 2026-02-02")
    full.swap(PLAN, "2026-12-31", "2026-02-03")
    assert "plan-erase-overdue" in [p["code"] for p in run(br)]
    for path in full.private.iterdir():
        path.unlink()
    assert "plan-erase-overdue" not in [p["code"] for p in run(br)]


def test_raw_data_that_is_to_go_soon_is_told(full: Box, br: Runner) -> None:
    """A month before; and afterwards, where some of it is left."""
    day = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=30)
    full.swap(PLAN, "2099-06-30", str(day))
    assert "plan-erase-due" in [p["code"] for p in run(br)]
    record = f"format: 1\nerased: {day}\ndue: {day}\nreason: due\n"
    full.write("erasure.yaml", record)
    codes = [p["code"] for p in run(br)]
    assert "plan-erase-unfinished" in codes
    assert "plan-erase-due" not in codes


def test_routing_that_is_not_declared_stops_reports(box: Box, br: Runner) -> None:
    """A question that only some were asked must say so, whatever the answers are."""
    lines = [
        f"r{at};norr;kvinna;{'inte;x;delvis' if at % 2 else 'helt;x;'}"
        for at in range(60)
    ]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    found = [p for p in run(br) if p["code"] == "routing-undeclared"]
    assert [where(p) for p in found] == ["instruments/enkat.yaml:26:9"]
    told = f"{found[0]['message']} {found[0]['remedy']}"
    assert "efter vissa svar på s1" in told
    assert not {"inte]", "helt", "[", "delvis"} & set(told.split())
    assert br("report", "prov").code == 1


def test_routing_is_not_looked_for_in_a_small_group(box: Box, br: Runner) -> None:
    """Among few, who left what blank tells what somebody answered."""
    lines = ["r1;norr;man;inte;x;delvis", "r2;norr;man;inte;x;delvis"]
    lines += ["r3;norr;man;helt;x;", "r4;norr;man;helt;x;"]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    assert "routing-undeclared" not in [p["code"] for p in run(br)]
    box.source.write_bytes(csv(*lines, "r5;norr;man;helt;x;"))
    assert br("collect", "prov", box.source).code == 0
    assert "routing-undeclared" in [p["code"] for p in run(br)]


def test_a_second_condition_must_be_declared_too(box: Box, br: Runner) -> None:
    """Looked for among those whom the declared condition leads to."""
    box.swap(ENKAT, "id: m1", f"id: m1, {R} {{s1: [inte]}}")
    lines = [
        f"r{at};norr;{'man' if at % 3 else 'kvinna'};"
        + ("helt;x;" if at % 2 else f"inte;x;{'helt' if at % 3 else ''}")
        for at in range(60)
    ]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    found = [p for p in run(br) if p["code"] == "routing-undeclared"]
    assert ["svar på kon" in str(p["message"]) for p in found] == [True]
    assert "båda stå där" in str(found[0]["remedy"])
    box.swap(ENKAT, "{s1: [inte]}", "{s1: [inte], kon: [man]}")
    assert "routing-undeclared" not in [p["code"] for p in run(br)]


def test_a_workspace_without_settings_is_told(box: Box, br: Runner) -> None:
    """Its data lies under a name made from its path."""
    (box.root / "brukarrevision.yaml").unlink()
    assert "workspace-no-settings" in [p["code"] for p in run(br)]


@pytest.mark.parametrize("key", ["instrument", "theme", "area"])
def test_a_quote_is_placed_where_nothing_is(box: Box, br: Runner, key: str) -> None:
    """By an instrument, theme or area that is not there; the line is told."""
    named = {"id": "c1", "text": "T", "instrument": "enkat", key: "saknas"}
    lines = "".join(f"\n    {name}: {value}" for name, value in named.items())
    box.write("quotes.yaml", f"format: 1\nquotes:\n  -{lines[4:]}\n")
    at = 3 + list(named).index(key)
    found = {(p["code"], p["file"], p["line"]) for p in run(br)}
    assert ("quote-place", "quotes.yaml", at) in found
    assert ("quote-unchecked", "quotes.yaml", None) in found


def test_every_code_of_the_checks_is_provoked_in_this_file() -> None:
    """A check without a test is a message nobody has seen."""
    folder = ROOT / "src" / "brukarrevision"
    sources = [*Path(checks.__file__).parent.glob("*.py"), folder / "audit.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r'problem\(\s*"([a-z-]+)"', text))
    here = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"yaml-not-utf8", "data-shared"}  # tests/cli/test_check.py and others
    elsewhere |= {"file-link-outside", "yaml-too-large"}  # tests/test_hostile_paths.py
    elsewhere |= {"data-erased"}  # tests/rawdata/test_purge.py
    elsewhere |= {"forms-waiting"}  # tests/cli/test_collect_enter_after.py
    # tests/checks/test_codebook.py
    elsewhere |= {"theme-parent", "theme-ring", "theme-reserved"}
    elsewhere |= {"theme-example-said"}  # tests/cli/test_report_themes.py
    assert {code for code in used - elsewhere if f'"{code}"' not in here} == set()
