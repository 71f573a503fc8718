"""``data dpia``: the papers of data protection, as drafts for people to fill in."""

import re
import zipfile
from pathlib import Path

import docx
import pytest

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box

TEAM = """\
team:
  - {alias: Korp7, role: coordinator}
  - {alias: Uggla3, role: auditor}
  - {alias: Uggla4, role: auditor}
"""
NAMES = {
    "sv": ("dpia.docx", "registerforteckning.docx"),
    "en": ("dpia.docx", "processing-record.docx"),
}


def said(path: Path) -> str:
    """Return what a Word file says, cells of tables too."""
    word = docx.Document(str(path))
    cells = [c.text for table in word.tables for row in table.rows for c in row.cells]
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


@pytest.fixture
def planned(full: Box) -> Box:
    """Return an audit with a team, a sensitive question and a recipient."""
    plan = (full.audit / "plan.yaml").read_text(encoding="utf-8")
    period = "period: {start: 2026-02-01, end: 2026-10-30}\n"
    reporting = "  reporting: [{to: Provnämnden, due: 2026-10-01}]\n"
    full.write("plan.yaml", plan.replace(period, period + reporting) + TEAM)
    asked = "type: select_one, label: Jag får stöd."
    full.swap("instruments/enkat.yaml", asked, f"sensitive: true, {asked}")
    return full


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_papers_say_what_the_plan_says(
    planned: Box, br: Runner, tmp_path: Path, lang: str
) -> None:
    """In the plan's language; what only people know is marked."""
    planned.swap("plan.yaml", "language: sv", f"language: {lang}")
    folder = tmp_path / "papper"
    done = br("data", "dpia", "prov", "-o", folder)
    assert (done.code, done.codes) == (0, [])
    assert [Path(line).name for line in done.out.splitlines()] == list(NAMES[lang])
    for name in NAMES[lang]:
        text = said(folder / name)
        for fact in (
            *("Provkommunen", "Provföreningen", "Ta reda på hur det är."),
            *("De som bor i provhuset.", "Provnämnden", "2099-06-30", "Kön"),
        ):
            assert fact in text
        assert ("FYLL I" if lang == "sv" else "FILL IN") in text
        assert ("FILL IN" if lang == "sv" else "FYLL I") not in text
    whole = said(folder / "dpia.docx")
    assert "Norra huset" in whole
    assert "Jag får stöd." in whole
    assert re.search(r"(brukarrevisorer|peer auditors): 2", whole)
    for part in ("6", "9", "13", "26", "28", "35", "36"):
        assert re.search(rf"[Aa]rti(kel|cle)\S* {part}\b", whole), part


def test_nothing_of_anybody_is_in_them(planned: Box, br: Runner) -> None:
    """No answer, no alias, no path; they may lie where git sees them."""
    assert br("data", "dpia", "prov").code == 0
    for name in NAMES["sv"]:
        with zipfile.ZipFile(planned.root / name) as file:
            inside = b"".join(map(file.read, file.namelist())).decode(
                "utf-8", "replace"
            )
        for secret in (CANARY, "Korp7", "Uggla", str(planned.data), "Fritext 4"):
            assert secret not in inside


def test_papers_that_somebody_may_have_written_in_are_left(
    planned: Box, br: Runner
) -> None:
    """Neither is written if one is there."""
    (planned.root / "dpia.docx").write_bytes(b"mine")
    done = br("data", "dpia", "prov")
    assert (done.code, done.codes, done.out) == (1, ["paper-exists"], "")
    assert (planned.root / "dpia.docx").read_bytes() == b"mine"
    assert not (planned.root / "registerforteckning.docx").exists()


def test_a_plan_that_is_not_filled_in_leaves_more_to_fill_in(
    box: Box, br: Runner, tmp_path: Path
) -> None:
    """Also before anything is collected."""
    full = tmp_path / "full"
    assert br("data", "dpia", "prov", "-o", full).code == 0
    for name in ("commissioner: Provkommunen", "target_group: De som bor i provhuset."):
        key, _, value = name.partition(": ")
        box.swap("plan.yaml", name, f'{key}: "FYLL I: {value}"')
    empty = tmp_path / "empty"
    assert br("data", "dpia", "prov", "-o", empty).code == 0
    for paper in NAMES["sv"]:
        more, less = said(empty / paper), said(full / paper)
        assert more.count("FYLL I") > less.count("FYLL I")
        assert "Provkommunen" not in more


def test_an_organisation_may_have_papers_of_its_own(
    box: Box, br: Runner, tmp_path: Path
) -> None:
    """Their mistakes are told with file and line."""
    own = box.root / "templates" / "privacy" / "sv" / "dpia.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("# Vår egen\n\n{{ p.title }}: {{ fill('mer') }}\n", encoding="utf-8")
    assert br("data", "dpia", "prov", "-o", tmp_path / "a").code == 0
    assert "Brukarrevision av provhuset: [FYLL I: mer]" in said(
        tmp_path / "a/dpia.docx"
    )
    own.write_text("# Vår egen\n\n{{ p.nonsense }}\n", encoding="utf-8")
    done = br("data", "dpia", "prov", "-o", tmp_path / "b")
    assert (done.code, done.codes) == (1, ["template-unknown"])
    assert done.err.startswith("templates/privacy/sv/dpia.md.j2:3: ")
