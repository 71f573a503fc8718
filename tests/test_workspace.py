"""Where everything lies: the workspace, its audits and its private data."""

import shutil
from pathlib import Path

import pytest

from brukarrevision import workspace
from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.model.workspace import WorkspaceSettings
from tests.fakeaudit import SETTINGS, Box


def test_the_nearest_settings_make_the_workspace(box: Box) -> None:
    """From deep inside; a workspace inside another is its own."""
    assert workspace.find(box.audit / "text").root == box.root
    inner = box.root / "inner"
    inner.mkdir()
    (inner / "brukarrevision.yaml").write_text(SETTINGS, encoding="utf-8")
    assert workspace.find(inner).root == inner


def test_without_settings_it_is_the_git_root_else_the_folder(tmp_path: Path) -> None:
    """Its id follows from where it is and stays the same."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    assert workspace.find(folder).root == folder
    (tmp_path / "a" / ".git").mkdir()
    found = workspace.find(folder)
    assert (found.root, found.exists) == (tmp_path / "a", False)
    assert found.settings.id == workspace.find(folder).settings.id
    assert found.settings.id.startswith("unnamed-")


def test_faulty_settings_are_told(box: Box) -> None:
    """With their place."""
    (box.root / "brukarrevision.yaml").write_text(
        "format: 1\nid: å\n", encoding="utf-8"
    )
    with pytest.raises(FaultyFiles) as found:
        workspace.find(box.audit)
    assert str(found.value.problems[0].place) == "brukarrevision.yaml:2:1"


def test_settings_are_never_overwritten(box: Box) -> None:
    """Not even where somebody wrote them a moment ago."""
    before = (box.root / "brukarrevision.yaml").read_bytes()
    with pytest.raises(FaultyFiles):
        workspace.create(box.root, WorkspaceSettings(format=1, id="nytt"))
    assert (box.root / "brukarrevision.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "good"), [("Åre 1", "are-1"), ("nul", "nul-1"), ("!", "revision")]
)
def test_a_slug_is_one_or_is_refused(name: str, good: str) -> None:
    """The one proposed is one."""
    with pytest.raises(WrongUsage):
        workspace.check_slug(name)
    assert workspace.good_slug(name) == workspace.check_slug(good) == good


def test_data_lies_where_the_variable_the_settings_or_the_system_say(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In that order; a relative path is from the workspace."""
    (box.root / "brukarrevision.yaml").write_text(
        SETTINGS + "data_dir: ../privat\n", encoding="utf-8"
    )
    place = workspace.find(box.root)
    assert place.data_dir("prov") == box.data / "prov-1" / "prov"
    monkeypatch.delenv("BRUKARREVISION_DATA")
    assert place.data_dir("prov").resolve() == (
        box.root.parent / "privat" / "prov-1" / "prov"
    )
    assert place.ensure_data_dir("prov").is_dir()


def test_a_second_clone_shares_data_and_a_moved_one_does_not(
    box: Box, tmp_path: Path
) -> None:
    """The first that wrote is the owner while it is there."""
    place = workspace.find(box.root)
    assert place.shared_with() is None
    place.ensure_data_dir("prov")
    assert place.shared_with() is None
    clone = tmp_path / "klon"
    shutil.copytree(box.root, clone)
    second = workspace.find(clone)
    assert second.shared_with() == box.root
    second.ensure_data_dir("prov")
    assert second.shared_with() == box.root
    settings = box.root / "brukarrevision.yaml"
    settings.write_text(SETTINGS.replace("prov-1", "prov-2"), encoding="utf-8")
    assert second.shared_with() is None
    shutil.rmtree(box.root)
    second.ensure_data_dir("prov")
    assert (box.data / "prov-1" / "workspace.txt").read_text("utf-8") == f"{clone}\n"


def test_audits_are_listed_by_name(box: Box) -> None:
    """Those that have a plan, and are not just being made."""
    (box.root / "audits" / "tom").mkdir()
    shutil.copytree(box.audit, box.root / "audits" / "a")
    shutil.copytree(box.audit, box.root / "audits" / ".brukarrevision-x.tmp")
    assert workspace.slugs(box.audit) == ("a", "prov")


def test_an_audit_is_found_by_name_by_path_and_from_inside(box: Box) -> None:
    """Or not at all."""
    assert workspace.audit_at("prov", box.root) == box.audit
    assert workspace.audit_at("../prov", box.audit) == box.audit
    assert workspace.audit_at(".", box.audit) == box.audit
    assert workspace.audit_at("x\udc00", box.root) is None
    assert workspace.audit_around(box.audit / "text") == box.audit
    assert workspace.audit_around(box.root) is None
