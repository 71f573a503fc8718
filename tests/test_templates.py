"""The audit templates and the example: valid, alike in both languages, complete."""

from itertools import chain
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from brukarrevision import checks
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import SELECTING, Instrument, Question
from brukarrevision.model.plan import Plan

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates" / "audit"
EXAMPLE = ROOT / "audits" / "sip-exempel"
MARKERS = {"sv": "FYLL I", "en": "FILL IN"}
FRAME = ("inledning", "metod", "diskussion", "slutord")
NAMES = ("boende", "sip")
BARE = "tom"
FOLDERS = [TEMPLATES / name / lang for name in NAMES for lang in ("sv", "en")]
BARE_FOLDERS = [TEMPLATES / BARE / lang for lang in ("sv", "en")]
ALL = [*FOLDERS, EXAMPLE]


def name_of(folder: Path) -> str:
    """Return what a test calls the folder."""
    return "-".join(folder.parts[-2:])


every_template = pytest.mark.parametrize("folder", FOLDERS + BARE_FOLDERS, ids=name_of)
every_audit = pytest.mark.parametrize("folder", ALL, ids=name_of)


M = TypeVar("M", bound=BaseModel)


def read(path: Path, model: type[M]) -> M:
    """Read a YAML file as a model."""
    raw = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return model.model_validate(raw)


def instruments(folder: Path) -> dict[str, Instrument]:
    """Return the instruments of an audit folder, by the names of their files."""
    paths = sorted((folder / "instruments").glob("*.yaml"))
    return {path.stem: read(path, Instrument) for path in paths}


def questions(folder: Path) -> list[Question]:
    """Return all questions of an audit folder."""
    return list(chain(*(one.questions() for one in instruments(folder).values())))


def areas(folder: Path, kind: str) -> list[str]:
    """Return the ids of the areas of all instruments of one kind."""
    kinds = (one for one in instruments(folder).values() if one.kind == kind)
    return [area.id for one in kinds for area in one.areas]


def sections(folder: Path) -> dict[str, str]:
    """Return the auditors' prose by section."""
    paths = (folder / "text").glob("*.md")
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def skeleton(value: object) -> object:
    """Return a model's data without the words people read."""
    words = {"label", "title", "hint", "text", "language", "commission", "translations"}
    if isinstance(value, dict):
        return {k: skeleton(v) for k, v in value.items() if k not in words}
    if isinstance(value, (list, tuple)):
        return [skeleton(one) for one in value]
    return value


def test_all_templates_are_there() -> None:
    """Each name has both languages and nothing else is in the folder."""
    found = {(p.parts[-2], p.parts[-1]) for p in TEMPLATES.glob("*/*")}
    assert found == {(name, lang) for name in (*NAMES, BARE) for lang in ("sv", "en")}


@every_audit
def test_plan_names_every_instrument_in_the_folder(folder: Path) -> None:
    """The plan is valid and lists the instruments that there are, by their ids."""
    plan = read(folder / "plan.yaml", Plan)
    found = instruments(folder)
    assert sorted(plan.instruments) == sorted(found)
    assert {name: one.id for name, one in found.items()} == {n: n for n in found}


@every_audit
def test_findings_name_known_areas_and_units_in_order(folder: Path) -> None:
    """Findings are valid, sorted, and name only what exists."""
    findings = read(folder / "findings.yaml", Findings).findings
    units = {unit.id for unit in read(folder / "plan.yaml", Plan).units}
    ids = [finding.id for finding in findings]
    assert ids == sorted(set(ids))
    known = {*areas(folder, "survey"), *areas(folder, "interview"), None}
    assert {finding.area for finding in findings} <= known
    assert set(chain(*(finding.units for finding in findings))) <= units


@every_template
def test_the_example_in_the_comment_of_findings_is_valid(folder: Path) -> None:
    """What the comment shows can be used as it stands."""
    lines = (folder / "findings.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("# findings:")
    shown = [line[2:] for line in lines[start:] if line.startswith("#")]
    raw = YAML(typ="safe").load("\n".join(["format: 1", *shown]))
    kinds = {one.kind for one in Findings.model_validate(raw).findings}
    assert kinds == {"strength", "development", "proposal"}


@every_audit
def test_question_ids_are_unique_in_the_audit_whatever_the_case(folder: Path) -> None:
    """LimeSurvey and file names do not tell D1 from d1."""
    ids = [question.id.lower() for question in questions(folder)]
    assert len(ids) == len(set(ids))


@every_audit
def test_every_selecting_question_has_its_list_and_no_list_is_unused(
    folder: Path,
) -> None:
    """Choice lists exist, are used, and hold each id and label once."""
    for one in instruments(folder).values():
        used = {q.choices for q in one.questions() if q.type in SELECTING}
        assert used == set(one.choices)
        assert not [q for q in one.questions() if q.choices and q.type not in SELECTING]
        for options in one.choices.values():
            assert len({o.id for o in options}) == len(options)
            assert len({o.label for o in options}) == len(options)
            assert all(o.id.isascii() and ";" not in o.label for o in options)


@every_audit
def test_routing_leads_from_an_earlier_question_and_its_choices(folder: Path) -> None:
    """Nobody is routed by a question that comes later or an answer that is not."""
    for one in instruments(folder).values():
        seen: dict[str, Question] = {}
        for question in one.questions():
            for source, answers in question.routing.items():
                known = {choice.id for choice in one.answers(seen[source])}
                assert set(answers) <= known
            seen[question.id] = question


@every_audit
def test_numbers_have_bands_that_leave_no_gap(folder: Path) -> None:
    """Whole numbers are in exactly one band."""
    for question in questions(folder):
        if question.type == "integer":
            first = question.bands[0].start or 0
            for number in range(int(first), 100):
                assert sum(band.holds(number) for band in question.bands) == 1


@every_audit
def test_labels_of_a_survey_are_unique(folder: Path) -> None:
    """A header that equals a label can mean one question only."""
    for one in instruments(folder).values():
        labels = [question.label for question in one.questions()]
        assert len(labels) == len(set(labels))


@every_audit
def test_partitions_are_of_what_staff_know(folder: Path) -> None:
    """Results are split by unit or not at all, and background is observable."""
    for one in instruments(folder).values():
        assert set(one.partition) <= {"unit"}
        assert all(question.observable for question in one.background)


@every_audit
def test_survey_areas_are_unique_and_each_has_its_section(folder: Path) -> None:
    """One section for each area of the surveys, and the frame around them."""
    found = areas(folder, "survey")
    assert len(found) == len(set(found))
    assert set(sections(folder)) == {*FRAME, *(f"resultat-{area}" for area in found)}


@every_template
def test_sections_of_a_template_are_marked_as_unwritten(folder: Path) -> None:
    """A section that still holds its instruction never reaches a report."""
    marker = f"<!-- {MARKERS[folder.name]} -->"
    for text in sections(folder).values():
        assert text.splitlines()[0] == marker
        assert len(text.splitlines()) > 3


@every_template
def test_what_is_unknown_in_a_plan_is_marked_in_its_language(folder: Path) -> None:
    """Id, title, commissioner, auditor, unit and dates wait to be filled in."""
    plan = read(folder / "plan.yaml", Plan)
    marker = MARKERS[folder.name]
    other = MARKERS["en" if folder.name == "sv" else "sv"]
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    commission = plan.commission
    marked = [plan.id, plan.title, commission.commissioner, commission.auditor]
    marked += [unit.label for unit in plan.units]
    assert all(value.startswith(f"{marker}: ") for value in marked)
    for line in text.splitlines():
        if line.strip().startswith(("start:", "end:", "due:", "erase_raw_by:")):
            assert f"  # {marker}: " in line
    assert plan.language == folder.name
    assert other not in text


@pytest.mark.parametrize("folder", BARE_FOLDERS, ids=name_of)
def test_the_bare_template_waits_for_an_instrument(folder: Path) -> None:
    """It has a plan and the frame of the prose, and no question of its own."""
    assert read(folder / "plan.yaml", Plan).instruments == ("enkat",)
    assert not (folder / "instruments").exists()
    assert set(sections(folder)) == set(FRAME)


@pytest.mark.parametrize("name", [*NAMES, BARE])
def test_both_languages_are_one_template(name: str) -> None:
    """Ids, types, scores, sides, routing and sections are the same."""
    swedish, english = TEMPLATES / name / "sv", TEMPLATES / name / "en"
    assert sections(swedish).keys() == sections(english).keys()
    for lang in (swedish, english):
        assert read(lang / "findings.yaml", Findings).findings == ()
    plans = [read(lang / "plan.yaml", Plan).model_dump() for lang in (swedish, english)]
    for plan in plans:
        del plan["id"]
    assert skeleton(plans[0]) == skeleton(plans[1])
    dumps = [
        {one: model.model_dump() for one, model in instruments(lang).items()}
        for lang in (swedish, english)
    ]
    assert skeleton(dumps[0]) == skeleton(dumps[1])


def test_nothing_is_left_to_fill_in_in_the_example() -> None:
    """The example is a finished audit."""
    files = [*EXAMPLE.rglob("*.yaml"), *EXAMPLE.rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert not [text for text in texts if any(m in text for m in MARKERS.values())]


def test_sections_of_the_example_are_as_long_as_in_a_real_report() -> None:
    """Between 60 and 160 words, one sentence a line."""
    for text in sections(EXAMPLE).values():
        assert 60 <= len(text.split()) <= 160
        for line in filter(None, text.splitlines()):
            assert line[-1] in ".?!"


@every_audit
def test_every_question_says_which_answers_are_worse(folder: Path) -> None:
    """Or that none is, so that the unfavourable ones are protected (R2b)."""
    _, problems = checks.everything(folder)
    about = {"sides-none", "sides-no-negative", "bands-gap", "indicator-no-side"}
    assert [one for one in problems if one.code in about] == []
