"""Names and links that lead where an audit's files do not lie."""

import os
from pathlib import Path

import pytest

from brukarrevision import workspace
from brukarrevision.files import leads_out
from brukarrevision.report.scope import Scope, _file
from tests.conftest import Runner
from tests.fakeaudit import SETTINGS, Box

HIDDEN = "HEMLIGT-UTANFÖR: [1"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file outside the workspace."""
    path = tmp_path / "utanfor" / "hemligt.yaml"
    path.parent.mkdir()
    path.write_text(HIDDEN, encoding="utf-8")
    return path


def put_link(at: Path, target: Path) -> None:
    """Put a link in place of a file."""
    at.unlink(missing_ok=True)
    at.parent.mkdir(exist_ok=True)
    at.symlink_to(target)


@pytest.mark.parametrize(
    "name",
    [
        "plan.yaml",
        "findings.yaml",
        "instruments/enkat.yaml",
        "instruments/ny.yaml",
        "mappings/ny.yaml",
        "text/inledning.md",
    ],
)
def test_a_link_out_of_the_audit_is_not_followed(
    full: Box, br: Runner, secret: Path, name: str
) -> None:
    """Its file is named, and nothing of what it leads to."""
    put_link(full.audit / name, secret)
    for command in ("check", "tally", "report"):
        ran = br(command, "prov")
        assert ran.code == 1
        assert "file-link-outside" in ran.codes
        assert name in ran.err
        assert "HEMLIGT" not in ran.all
        assert "utanfor" not in ran.all


def test_a_folder_that_is_a_link_out_is_not_followed(
    full: Box, br: Runner, secret: Path
) -> None:
    """Nor one that goes round in a ring, or leads nowhere."""
    for path in (full.audit / "text").iterdir():
        path.unlink()
    (full.audit / "text").rmdir()
    (full.audit / "text").symlink_to(secret.parent)
    secret.rename(secret.with_name("inledning.md"))
    assert "file-link-outside" in br("check", "prov").codes
    (full.audit / "mappings" / "ring.yaml").symlink_to("ring.yaml")
    assert "file-link-outside" in br("check", "prov").codes


def test_settings_and_the_base_file_are_no_links_out(
    full: Box, br: Runner, secret: Path
) -> None:
    """The settings say where raw data goes; the base file goes into every report."""
    put_link(full.root / "templates" / "base.docx", secret)
    assert br("report", "prov").codes == ["file-link-outside"]
    put_link(full.root / "brukarrevision.yaml", secret)
    assert "file-link-outside" in br("check", "prov").codes


def test_a_template_of_an_audit_is_no_link_out(
    box: Box, br: Runner, secret: Path
) -> None:
    """``new`` would copy what it leads to."""
    box.write("../../templates/audit/egen/sv/plan.yaml", "")
    folder = box.root / "templates" / "audit" / "egen" / "sv"
    put_link(folder / "text" / "inledning.md", secret)
    ran = br("new", "ny", "--template", "egen")
    assert ran.codes == ["file-link-outside"]
    assert not (box.root / "audits" / "ny").exists()


def test_links_within_an_audit_and_to_all_of_it_are_followed(
    full: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workspace may lie behind a link."""
    inside = full.audit / "text" / "slutord.md"
    inside.rename(full.audit / "slut.md")
    inside.symlink_to("../slut.md")
    (tmp_path / "lank").symlink_to(full.root)
    monkeypatch.chdir(tmp_path / "lank")
    assert br("report", "prov").code == 0
    assert not leads_out(inside, full.audit)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files")
def test_a_pipe_is_no_file(box: Box, br: Runner) -> None:
    """Reading one would never end."""
    os.mkfifo(box.audit / "text" / "metod2.md")
    assert br("check", "prov").codes == ["file-odd"]


def test_a_text_without_end_is_not_read(box: Box, br: Runner) -> None:
    """A megabyte is a thick book."""
    box.write("text/inledning.md", "x" * 1_000_001)
    assert "yaml-too-large" in br("check", "prov").codes


BAD = [
    "\\\\server\\share",
    "//server/share",
    "\\\\.\\PhysicalDrive0",
    "\\\\?\\C:\\data",
    "C:data",
    "C:",
    "data:strom",
    "C:\\data:strom",
    "nul",
    "/srv/CON/x",
    "aux.txt",
    "com1 .x",
    "data.",
    "data /x",
    "/srv/...",
    "a*b",
    "x" * 256,
    "~ingen-som-finns-77/data",
]


@pytest.mark.parametrize("given", BAD)
@pytest.mark.parametrize("how", ["settings", "variable"])
def test_raw_data_goes_to_an_ordinary_folder(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, given: str, how: str
) -> None:
    """No network, no device, no part of a file; on any system."""
    if how == "variable":
        monkeypatch.setenv("BRUKARREVISION_DATA", given)
    else:
        monkeypatch.delenv("BRUKARREVISION_DATA")
        text = SETTINGS + f"data_dir: '{given}'\n"
        (box.root / "brukarrevision.yaml").write_text(text, encoding="utf-8")
    before = sorted(box.root.rglob("*"))
    for words in (("check", "prov"), ("collect", "prov", box.source), ("report",)):
        ran = br(*words)
        assert ran.code in (1, 2)
        assert ran.codes[-1:] == ["data-dir-bad"] or words == ("report",)
    assert sorted(box.root.rglob("*")) == before


@pytest.mark.parametrize(
    "given", ["../data", "C:\\data", "D:/data/a b", "/srv/data.d/x", "~/data", "å"]
)
def test_ordinary_folders_are_let_through(given: str) -> None:
    """As people write them on their systems."""
    assert workspace.is_portable(given)


def test_no_report_is_called_as_a_device() -> None:
    """What is written to ``nul.docx`` is gone on Windows."""
    assert _file(("nul",)) == "nul-1"
    assert _file(("nul", "norr")) == "nul+norr"
    assert Scope(_file(("norr",))).name == "norr"
