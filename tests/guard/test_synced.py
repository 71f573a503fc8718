"""Folders that a service copies to other computers are known, others are let be."""

import json
import subprocess
from pathlib import Path

import pytest

from brukarrevision.guard import synced
from tests.conftest import Runner
from tests.fakeaudit import Box


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive/privat", "OneDrive"),
        ("OneDrive - NSPH Exempel/Dokument/privat", "OneDrive"),
        ("Dropbox/a", "Dropbox"),
        ("Dropbox (Personal)/a", "Dropbox"),
        ("Google Drive/a", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-a/My Drive/b", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud"),
        ("iCloudDrive/a", "iCloud"),
        ("Nextcloud/a", "Nextcloud"),
        ("Nextcloud2/a", "Nextcloud"),
        ("ownCloud/a", "ownCloud"),
        ("Box/a", "Box"),
        ("Box Sync/a", "Box"),
        ("pCloudDrive/a", "pCloud"),
        ("kDrive/a", "kDrive"),
        ("Proton Drive/a", "Proton Drive"),
        ("dokument/privat", ""),
        (".local/share/brukarrevision", ""),
        ("Boxning/a", ""),
        ("dropboxar/a", ""),
    ],
)
def test_a_service_is_known_by_the_names_of_its_folders(
    tmp_path: Path, folder: str, service: str
) -> None:
    """In any depth, whether or not the folder is there yet."""
    assert synced.service(tmp_path / folder, {}) == service
    (tmp_path / folder).mkdir(parents=True)
    assert synced.service(tmp_path / folder, {}) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_in_a_folder(
    tmp_path: Path, mark: str, service: str
) -> None:
    """Whatever the folder is called."""
    (tmp_path / "moln" / "a").mkdir(parents=True)
    (tmp_path / "moln" / mark).write_text("", encoding="utf-8")
    assert synced.service(tmp_path / "moln" / "a", {}) == service
    assert synced.service(tmp_path, {}) == ""


def test_a_service_is_known_by_what_it_says_of_itself(tmp_path: Path) -> None:
    """Variables of Windows, settings of Dropbox; those of a home are no mark."""
    mine = tmp_path / "arbete" / "a"
    assert synced.service(mine, {"OneDriveCommercial": str(mine.parent)}) == "OneDrive"
    home = tmp_path / "hem"
    (home / ".dropbox").mkdir(parents=True)
    info = home / ".dropbox" / "info.json"
    info.write_text(json.dumps({"personal": {"path": str(mine)}}), encoding="utf-8")
    assert synced.service(mine, {"HOME": str(home)}) == "Dropbox"
    assert synced.service(home / "dokument", {"HOME": str(home)}) == ""
    info.write_text("[1, {", encoding="utf-8")
    assert synced.service(mine, {"HOME": str(home)}) == ""


def test_a_link_into_a_synced_folder_is_no_way_around(tmp_path: Path) -> None:
    """It is the place itself that is copied."""
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "privat").symlink_to(tmp_path / "Dropbox")
    assert synced.service(tmp_path / "privat" / "a", {}) == "Dropbox"


def test_scan_warns_of_raw_data_in_a_synced_folder(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It stops nothing."""
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "OneDrive" / "privat"))
    assert br("collect", "prov", box.source).code == 0
    done = br("guard", "scan")
    assert (done.code, done.codes) == (0, ["data-synced"])
    assert "OneDrive" in done.err


def test_check_warns_of_it_too(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before there are any responses."""
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "Dropbox"))
    done = br("check", "prov")
    assert (done.code, done.codes.count("data-synced")) == (0, 1)
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "data"))
    assert "data-synced" not in br("check", "prov").codes
    assert box.root.is_dir()


def test_scan_tells_of_raw_data_that_has_got_into_a_work_tree(
    full: Box, br: Runner
) -> None:
    """Somebody ran ``git init`` around it later."""
    assert br("guard", "scan").code == 0
    subprocess.run(["git", "init", "-q", full.data], check=True)
    done = br("guard", "scan")
    assert (done.code, done.codes) == (1, ["data-in-worktree"])
