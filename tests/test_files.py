"""Writing files: old or new, never half."""

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from brukarrevision import files
from brukarrevision.errors import AuditError, FaultyFiles, MachineFault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with something in it."""
    found = tmp_path / "fil.yaml"
    found.write_bytes(b"gammalt")
    return found


def code(fault: pytest.ExceptionInfo[AuditError]) -> tuple[str, str]:
    """Return the code and the file of a fault."""
    problem = fault.value.problems[0]
    return problem.code, problem.place.file


def test_a_new_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    """To the byte, and with nothing beside it."""
    path = tmp_path / "a" / "b" / "c.txt"
    files.write_atomic(path, b"nytt\n")
    assert path.read_bytes() == b"nytt\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["fsync", "replace", "fdopen", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_while_writing_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    """And no temporary one, whatever step it is that fails."""

    def fault(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, name, fault)
    with pytest.raises(MachineFault) as found:
        files.write_atomic(path, b"nytt")
    monkeypatch.undo()
    assert code(found)[1] == "fil.yaml"
    assert path.read_bytes() == b"gammalt"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_a_stop_while_writing_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    """Ctrl-C in the middle of it."""

    def fault(*_: object) -> None:
        raise stop

    monkeypatch.setattr(os, "fsync", fault)
    with pytest.raises(stop):
        files.write_atomic(path, b"nytt")
    assert path.read_bytes() == b"gammalt"
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_is_called_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the bytes themselves do not fit."""

    class Full(io.BytesIO):
        """A stream that takes nothing."""

        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", lambda *_: Full())
    with pytest.raises(MachineFault) as found:
        files.write_atomic(path, b"nytt")
    assert code(found) == ("disk-full", "fil.yaml")
    assert list(path.parent.iterdir()) == [path]


def test_a_file_changed_by_somebody_else_is_left_alone(path: Path) -> None:
    """Also where there was none when it was looked for."""
    files.write_atomic(path, b"nytt", was=b"gammalt")
    for was in (b"gammalt", b""):
        with pytest.raises(FaultyFiles) as found:
            files.write_atomic(path, b"nyare", was=was)
        assert code(found) == ("file-changed", "fil.yaml")
        assert path.read_bytes() == b"nytt"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_removed_meanwhile_is_written(path: Path) -> None:
    """There is nothing to lose."""
    path.unlink()
    files.write_atomic(path, b"nytt", was=b"gammalt")
    assert path.read_bytes() == b"nytt"


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_private_file_is_for_its_owner_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where one was that others could read, and while it is put there."""
    path.chmod(0o644)
    seen = []
    monkeypatch.setattr(os, "chmod", lambda _, mode: seen.append(mode))
    files.write_atomic(path, b"hemligt", private=True)
    monkeypatch.undo()
    assert seen == [0o600]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_permissions_stay_and_new_files_get_the_users_own(
    path: Path, tmp_path: Path
) -> None:
    """A private file stays private; a new one follows the umask."""
    path.chmod(0o640)
    files.write_atomic(path, b"nytt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        files.write_atomic(tmp_path / "ny", b"")
        assert files.permitted(0o777) == 0o750
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "ny").stat().st_mode) == 0o640


def test_windows_is_given_time_to_let_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word or a scanner may hold the file for a moment; not for ever."""
    monkeypatch.setattr(files, "_WAIT_S", 0)
    replace, tries = os.replace, []

    def held(source: str, target: Path) -> None:
        tries.append(source)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(MachineFault) as found:
        files.write_atomic(path, b"nytt")
    assert (len(tries), code(found)[0]) == (1, "disk-no-access")
    tries.clear()
    monkeypatch.setattr(files, "_on_windows", lambda: True)
    files.write_atomic(path, b"nytt")
    assert (len(tries), path.read_bytes()) == (3, b"nytt")


def test_a_file_that_word_keeps_open_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there stays, and nothing is left beside it."""
    monkeypatch.setattr(files, "_WAIT_S", 0)
    monkeypatch.setattr(files, "_on_windows", lambda: True)
    tries = []

    def held(source: str, _: Path) -> None:
        tries.append(source)
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(MachineFault) as found:
        files.write_atomic(path, b"nytt")
    assert (len(tries), code(found)) == (5, ("file-locked", "fil.yaml"))
    told = found.value.problems[0]
    assert "fil.yaml" in told.message
    assert "Word" in told.remedy
    assert (path.read_bytes(), list(path.parent.iterdir())) == (b"gammalt", [path])


@pytest.mark.parametrize("number", [32, 33])
def test_what_windows_says_of_an_open_file_is_understood(number: int) -> None:
    """Also where it is read or removed, not written."""
    fault = PermissionError(errno.EACCES, "in use")
    fault.winerror = number  # type: ignore[attr-defined]
    with pytest.raises(MachineFault) as found, files.disk("mapp/fil.docx"):
        raise fault
    assert code(found)[0] == "file-locked"


def test_what_a_killed_run_left_is_removed_after_a_while(tmp_path: Path) -> None:
    """Not at once, for it may be another run's that is still at work."""
    for name in ("new", "old"):
        (tmp_path / f".brukarrevision-{name}.tmp").write_bytes(b"halv")
        (tmp_path / f".brukarrevision-{name}2.tmp").mkdir()
    (tmp_path / ".other.tmp").write_bytes(b"")
    for path in tmp_path.iterdir():
        if "new" not in path.name:
            os.utime(path, (0, 0))
    files.write_atomic(tmp_path / "fil", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".brukarrevision-new.tmp",
        ".brukarrevision-new2.tmp",
        ".other.tmp",
        "fil",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("saknas", "file-missing"),
        ("", "file-is-folder"),
        ("fil.yaml/x", "file-not-folder"),
        ("x" * 300, "file-name-long"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(
    path: Path, name: str, expected: str
) -> None:
    """With the name the user knows."""
    with pytest.raises(FaultyFiles) as found:
        files.read_bytes(path.parent / name, "min fil")
    assert code(found) == (expected, "min fil")


def test_a_name_no_disk_can_have_is_no_file(path: Path) -> None:
    """It is not there, which is all one wants to know."""
    assert files.is_file(path)
    assert not files.is_file(path.parent)
    assert not files.is_file(path.parent / ("x" * 5000))


def test_a_work_tree_is_found_from_inside_and_through_links(tmp_path: Path) -> None:
    """Also where git keeps a file instead of a folder (a worktree, a submodule)."""
    tree = tmp_path / "tree"
    (tree / "sub").mkdir(parents=True)
    assert files.git_root(tree / "sub") is None
    (tree / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(tree / "sub", target_is_directory=True)
    for inside in (tree, tree / "sub" / "new" / "file", link):
        assert files.git_root(inside) == tree
