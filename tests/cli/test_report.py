"""``report``: the review reports, as drafts in the private folder."""

import io
import re
import shutil
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from brukarrevision import finished
from brukarrevision.report import build
from tests.conftest import ROOT, Runner, outside
from tests.fakeaudit import CANARY, Box, csv, rows

NAMES = ("alla", "norr", "soder")


def text_of(path: Path) -> str:
    """Return all text of a Word file, tables and headers included."""
    with zipfile.ZipFile(path) as archive:
        parts = [n for n in archive.namelist() if n.startswith("word/")]
        xml = [archive.read(n).decode("utf-8", "replace") for n in parts]
    return " ".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", " ".join(xml)))


def own(box: Box, name: str, text: str) -> Path:
    """Write a template of the workspace's own."""
    path = box.root / "templates" / "report" / "sv" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_report_for_each_unit_that_can_be_shown(full: Box, br: Runner) -> None:
    """And one for all, in both formats, in the private folder; their paths printed."""
    done = br("report", "prov")
    assert done.code == 0
    drafts = full.private / "drafts"
    expected = {f"{name}.{form}" for name in NAMES for form in ("docx", "md")}
    assert {path.name for path in drafts.iterdir()} == expected
    assert {Path(line) for line in done.out.splitlines()} == set(drafts.iterdir())
    assert "utkast" in done.err
    docx.Document(str(drafts / "norr.docx"))


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_drafts_are_the_owners_alone(full: Box, br: Runner) -> None:
    """The folder lets nobody else in, even where it was there before."""
    drafts = full.private / "drafts"
    drafts.mkdir(mode=0o755)
    assert br("report", "prov").code == 0
    assert stat.S_IMODE(drafts.stat().st_mode) == 0o700


def test_drafts_of_units_no_longer_reported_are_removed(full: Box, br: Runner) -> None:
    """Only by a full run, and only what an earlier run can have written."""
    assert br("report", "prov").code == 0
    drafts = full.private / "drafts"
    old = ["liten.docx", "liten.md", "gammal.docx", "gammal.md", "norr+liten.md"]
    kept = ["norr-redigerad.docx", "anteckning.txt", "~$norr.docx"]
    for name in (*old, *kept):
        (drafts / name).write_text("x", encoding="utf-8")
    for words in (["--unit", "norr"], ["--to", "md"], ["-o", str(full.data / "ut")]):
        assert br("report", "prov", *words).code == 0
        assert all((drafts / name).exists() for name in old)
    done = br("report", "prov")
    assert "hör till rapporterna: 5." in done.err
    expected = {f"{name}.{form}" for name in NAMES for form in ("docx", "md")}
    assert {path.name for path in drafts.iterdir()} == expected | set(kept)
    assert "hör till rapporterna" not in br("report", "prov").err


def test_every_report_is_marked_as_a_draft(full: Box, br: Runner) -> None:
    """In the Word file's header and in the text."""
    br("report", "prov")
    for name in NAMES:
        assert "UTKAST" in text_of(full.private / "drafts" / f"{name}.docx")
        assert "UTKAST" in (full.private / "drafts" / f"{name}.md").read_text("utf-8")


def test_no_report_holds_a_free_text_answer(full: Box, br: Runner) -> None:
    """Whatever part of the Word file one looks in."""
    br("report", "prov")
    for path in (full.private / "drafts").iterdir():
        if path.suffix == ".md":
            text = path.read_bytes()
        else:
            with zipfile.ZipFile(path) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
            books = [p for p in parts if p.startswith(b"PK")]
            inner = [zipfile.ZipFile(io.BytesIO(book)) for book in books]
            parts += [book.read(n) for book in inner for n in book.namelist()]
            text = b"".join(parts)
        assert CANARY.encode() not in text
        assert b"Fritext" not in text


def test_too_small_a_unit_is_named_as_left_out(full: Box, br: Runner) -> None:
    """It has no report of its own, and asking for one says why."""
    br("report", "prov", "--to", "md")
    assert "Lilla huset" in (full.private / "drafts" / "alla.md").read_text("utf-8")
    done = br("report", "prov", "--unit", "liten")
    assert (done.code, done.codes, done.out) == (2, ["unit-not-shown"], "")
    assert "de svarande är för få" in done.err
    assert "Det finns rapporter för: alla, norr, soder." in done.err


def test_one_unit_and_one_format_can_be_chosen(full: Box, br: Runner) -> None:
    """Nothing else is written."""
    done = br("report", "prov", "--unit", "norr", "--to", "md")
    assert [Path(line).name for line in done.out.splitlines()] == ["norr.md"]
    assert [path.name for path in (full.private / "drafts").iterdir()] == ["norr.md"]


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("words", "code"),
    [(["--unit", "nor"], "unit-missing"), (["--to", "pdf"], "choice-option")],
)
def test_what_does_not_exist_is_told(br: Runner, words: list[str], code: str) -> None:
    """With the nearest unit or the formats there are."""
    done = br("report", "prov", *words)
    assert (done.code, done.codes) == (2, [code])
    assert re.search(r"Menade du norr|docx, md", done.err)


def test_unwritten_sections_are_in_no_report(full: Box, br: Runner) -> None:
    """What to write is not what was written; what was written is there."""
    br("report", "prov")
    for name in NAMES:
        text = (full.private / "drafts" / f"{name}.md").read_text("utf-8")
        assert "OSKRIVET-AVSNITT" not in text
        assert "Stödet är viktigt för många" in text


def test_a_draft_is_never_written_into_git(full: Box, br: Runner) -> None:
    """Exit code 3, also deep inside; elsewhere it is written."""
    (full.root / ".git").mkdir()
    for folder in (full.root, full.root / "rapporter" / "nya"):
        done = br("report", "prov", "-o", folder)
        assert (done.code, done.codes, done.out) == (3, ["output-in-worktree"], "")
    assert not (full.root / "rapporter").exists()
    elsewhere = full.root.parent / "ut"
    assert br("report", "prov", "-o", elsewhere).code == 0
    assert len(list(elsewhere.iterdir())) == 6


def test_no_report_while_check_finds_errors(full: Box, br: Runner) -> None:
    """Exit code 1 with the errors alone."""
    full.swap("plan.yaml", "[enkat]", "[enkat, enkat]")
    done = br("report", "prov")
    assert (done.code, done.codes) == (1, ["plan-duplicate-id"])
    assert not (full.private / "drafts").exists()


def test_two_builds_are_the_same_to_the_byte(full: Box, br: Runner) -> None:
    """No time and no chance is in a report."""
    br("report", "prov")
    drafts = full.private / "drafts"
    first = {path.name: path.read_bytes() for path in drafts.iterdir()}
    shutil.rmtree(drafts)
    br("report", "prov")
    assert {path.name: path.read_bytes() for path in drafts.iterdir()} == first


def test_a_report_is_in_the_language_of_its_plan(full: Box, br: Runner) -> None:
    """Whatever language the tool speaks."""
    full.swap("plan.yaml", "language: sv", "language: en")
    assert br("report", "prov", "--to", "md", lang="sv").code == 0
    text = (full.private / "drafts" / "alla.md").read_text("utf-8")
    assert "DRAFT" in text
    assert "UTKAST" not in text
    assert not re.search("Inledning|Resultat|enheter|Diskussion", text)
    full.swap("plan.yaml", "language: en", "language: sv")
    assert br("report", "prov", "--to", "md", lang="en").code == 0
    assert "UTKAST" in (full.private / "drafts" / "alla.md").read_text("utf-8")


def test_a_failed_report_leaves_the_old_one(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written before everything is built."""
    br("report", "prov", "--to", "md")
    drafts = full.private / "drafts"
    first = {path.name: path.read_bytes() for path in drafts.iterdir()}
    written = build.written  # a fault in the last report

    def fault(audit: object, document: object, form: str) -> bytes:
        if "Södra" in str(document):
            raise ValueError(CANARY)
        return written(audit, document, form)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "written", fault)
    full.swap("plan.yaml", "title: Brukar", "title: En annan brukar")
    done = br("report", "prov", "--to", "md")
    assert (done.code, done.codes) == (4, ["internal"])
    assert CANARY not in done.all
    assert {path.name: path.read_bytes() for path in drafts.iterdir()} == first


# -- templates of one's own -----------------------------------------------------


def test_nobody_withdraws_while_drafts_are_written(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else drafts with their words would come after all drafts were taken away."""
    monkeypatch.setattr("brukarrevision.store.store._WAIT_S", 0.1)
    words = ("data", "withdraw", "prov", "r5", "--yes")
    meanwhile: list[list[str]] = []
    verify = finished.verify

    def slowly(*given: Any) -> None:  # noqa: ANN401
        meanwhile.append(br(*words).codes)
        verify(*given)

    monkeypatch.setattr(finished, "verify", slowly)
    assert br("report", "prov").code == 0
    assert meanwhile == [["store-locked"]]
    drafts = full.private / "drafts"
    assert len(list(drafts.iterdir())) == 6
    assert br(*words).code == 0
    assert not drafts.exists() or not list(drafts.iterdir())


def test_a_template_of_the_workspace_wins(full: Box, br: Runner) -> None:
    """Name for name; the rest comes from the package."""
    shipped = ROOT / "templates" / "report" / "sv" / "diskussion.md.j2"
    text = shipped.read_text(encoding="utf-8")
    own(full, "diskussion.md.j2", text.replace("# Diskussion", "# Samtal om svaren"))
    assert br("report", "prov", "--to", "md").code == 0
    assert "Samtal om svaren" in (full.private / "drafts" / "alla.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("text", "line", "code", "words"),
    [
        ("ett\n{% if %}\n", 2, "template-syntax", "endif"),
        ("ett\ntvå {{ r.title\n", 2, "template-syntax", "stängs"),
        ("ett\n\n{{ hittepa }}\n", 3, "template-unknown", "hittepa"),
        ("{{ r.hittepa }}\n", 1, "template-unknown", "hittepa"),
        ('ett\n{% include "saknas.md.j2" %}\n', 2, "template-file", "saknas.md.j2"),
        ("{{ ''.__class__ }}\n", 1, "template-forbidden", "inget annat"),
        ("{{ ''.__class__.__mro__ }}", 1, "template-forbidden", "inget annat"),
        (
            "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
            1,
            "template-forbidden",
            "inget annat",
        ),
        ("{{ r.prose.update({'a': 1}) }}", 1, "template-forbidden", "inget annat"),
        ("{{ 1 / 0 }}", 1, "template-value", "Jämför"),
        ("{{ 'a' + 1 }}", 1, "template-value", "Jämför"),
    ],
)
def test_a_mistake_in_a_template_has_file_line_and_remedy(
    full: Box, br: Runner, *, text: str, line: int, code: str, words: str
) -> None:
    """In our words, with nothing of the library's; nothing is written."""
    own(full, "diskussion.md.j2", text)
    done = br("report", "prov")
    assert (done.code, done.codes) == (1, [code])
    place = f"templates/report/sv/diskussion.md.j2:{line}: fel: "
    assert done.err.startswith(place)
    assert words in done.err
    assert not re.search("jinja|undefined|unsafe|Traceback|uid=", done.all)
    assert not list((full.private / "drafts").glob("*"))


@pytest.mark.parametrize("name", ["../../../../svar.csv", "/etc/passwd"])
def test_a_template_reads_no_file_outside_its_folders(
    full: Box, br: Runner, name: str
) -> None:
    """Not even one that is there."""
    own(full, "diskussion.md.j2", '{% include "' + name + '" %}')
    done = br("report", "prov")
    assert (done.code, done.codes) == (1, ["template-forbidden"])
    assert CANARY not in done.all


def test_a_letterhead_of_the_workspace_is_used(full: Box, br: Runner) -> None:
    """``templates/base.docx`` wins over the one shipped."""
    base = full.root / "templates" / "base.docx"
    base.parent.mkdir()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Provföreningens brevhuvud"
    document.add_paragraph("[[rapport]]")
    document.save(str(base))
    assert br("report", "prov", "--to", "docx").code == 0
    assert "brevhuvud" in text_of(full.private / "drafts" / "alla.docx")


def test_a_letterhead_that_is_no_word_file_is_told(full: Box, br: Runner) -> None:
    """Exit code 1 and nothing written."""
    base = full.root / "templates" / "base.docx"
    base.parent.mkdir()
    base.write_bytes(b"this is no document")
    done = br("report", "prov")
    assert (done.code, done.codes) == (1, ["base-not-docx"])
    assert not list((full.private / "drafts").glob("*"))


# -- parts that are not there ---------------------------------------------------


def test_a_section_that_was_deleted_is_left_out(full: Box, br: Runner) -> None:
    """As ``check`` says one may."""
    for name in ("inledning", "metod", "diskussion", "slutord", "resultat-stod"):
        (full.audit / "text" / f"{name}.md").unlink()
    assert br("report", "prov").code == 0


def test_without_findings_units_or_responses_of_one_unit(box: Box, br: Runner) -> None:
    """What is optional may be missing: one report for all."""
    (box.audit / "findings.yaml").unlink()
    plan = re.sub(
        r"units:\n(  - .*\n)+", "", (box.audit / "plan.yaml").read_text("utf-8")
    )
    box.write("plan.yaml", plan)
    lines = [re.sub(";(norr|soder|liten);", ";;", line) for line in rows()]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    done = br("report", "prov", "--to", "md")
    assert done.code == 0
    assert [Path(line).name for line in done.out.splitlines()] == ["alla.md"]


def test_the_program_itself_writes_reports(full: Box) -> None:
    """From outside, in a process of its own."""
    done = outside("report", "prov", "--lang", "en", cwd=full.root)
    assert done.code == 0
    assert len(done.out.splitlines()) == 6
    assert "drafts" in done.err
