"""The hook stops a commit with raw data, and no other hook is harmed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from brukarrevision.guard import hook
from tests.conftest import ROOT, Runner
from tests.fakeaudit import CANARY, Box
from tests.guard import repository
from tests.guard.repository import NUMBER, SETTINGS, Repo

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="makes programs of scripts")


def commit(repo: Repo, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Commit as somebody at a terminal would."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return subprocess.run(
        ["git", "commit", "-q", "-m", "ett steg", *words],
        cwd=repo.root,
        env={**plain, **SETTINGS, "PYTHONPATH": str(ROOT / "src"), **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_commit_with_raw_data_is_stopped_and_one_without_goes_through(
    br: Runner, kept: Repo, full: Box
) -> None:
    """``git add -f`` does not help; the message says what and where."""
    assert br("guard", "install").code == 0
    kept.write(".gitignore", "*.csv\n")
    kept.git("add", ".gitignore")
    assert commit(kept).returncode == 0
    kept.write("export.csv", full.source.read_bytes())
    kept.git("add", "-f", "export.csv")
    stopped = commit(kept)
    assert stopped.returncode == 1
    assert "guard-rows" in stopped.stderr
    assert CANARY not in stopped.stderr
    kept.git("rm", "-q", "--cached", "export.csv")
    kept.write("a.md", "rent\n")
    kept.git("add", "a.md")
    assert commit(kept).returncode == 0, "the file that lies there is not committed"


@pytest.mark.parametrize("words", [["-a"], ["a.md"], ["--amend"]])
def test_what_git_adds_by_itself_is_looked_at_too(
    br: Runner, repo: Repo, words: list[str]
) -> None:
    """It then has an index of its own."""
    repo.write("a.md", "rent\n")
    repo.commit()
    br("guard", "install")
    repo.write("a.md", f"{NUMBER}\n")
    if words == ["--amend"]:
        repo.git("add", "a.md")
    stopped = commit(repo, *words)
    assert stopped.returncode == 1
    assert "a.md:1" in stopped.stderr
    assert NUMBER not in stopped.stderr


def test_what_is_old_does_not_stop_new_commits(br: Runner, repo: Repo) -> None:
    """That is for --history to find."""
    repo.write("a.md", NUMBER)
    repo.commit()
    br("guard", "install")
    repo.write("b.md", "rent\n")
    repo.git("add", "b.md")
    assert commit(repo).returncode == 0


def test_every_work_tree_of_the_repository_has_the_hook(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """Installed from any of them."""
    repo.write("a.md", "rent\n")
    repo.commit()
    repo.git("worktree", "add", "-q", "-b", "gren", tmp_path / "annan")
    other = Repo(tmp_path / "annan")
    assert br("guard", "install", other.root).code == 0
    assert (repo.root / ".git" / "hooks" / "pre-commit").is_file()
    for one in (repo, other):
        one.write("b.md", NUMBER)
        one.git("add", "b.md")
        assert commit(one).returncode == 1


def test_the_hook_goes_where_the_settings_say(br: Runner, repo: Repo) -> None:
    """From a folder below the top, too."""
    repo.git("config", "core.hooksPath", "krokar")
    (repo.root / "a").mkdir()
    assert br("guard", "install", repo.root / "a").code == 0
    assert (repo.root / "krokar" / "pre-commit").is_file()
    assert not (repo.root / ".git" / "hooks" / "pre-commit").exists()
    repo.write("b.md", NUMBER)
    repo.git("add", "b.md")
    assert commit(repo).returncode == 1


def test_installing_twice_says_so_and_changes_nothing(br: Runner, repo: Repo) -> None:
    """One that was made by another installation, or lost its mode, is made anew."""
    path = repo.root / ".git" / "hooks" / "pre-commit"
    assert "Klart" in br("guard", "install").err
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o755
    before = path.read_bytes()
    again = br("guard", "install")
    assert (again.code, again.err.strip()) == (0, "Kontrollen finns redan.")
    assert path.read_bytes() == before
    path.write_bytes(before.replace(sys.executable.encode(), b"/gammal/python"))
    assert "förnyad" in br("guard", "install").err
    assert path.read_bytes() == before
    path.chmod(0o644)
    assert br("guard", "install").code == 0
    assert os.access(path, os.X_OK)
    assert [one.name for one in path.parent.iterdir() if "brukar" in one.name] == []


@POSIX
def test_another_hook_is_left_alone_and_told_what_to_add(
    br: Runner, repo: Repo
) -> None:
    """With that line in it, it counts as ours; a stop of ours stops it."""
    path = repo.root / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    theirs = "#!/bin/sh\necho deras\n"
    path.write_text(theirs, encoding="utf-8")
    path.chmod(0o755)
    done = br("guard", "install")
    assert (done.code, done.codes) == (1, ["guard-hook-foreign"])
    assert hook.LINE in done.err
    assert path.read_text(encoding="utf-8") == theirs
    path.write_text(f"{theirs}{hook.LINE}\n", encoding="utf-8")
    assert br("guard", "install").code == 0
    repo.write("b.md", NUMBER)
    repo.git("add", "b.md")
    bin_ = Path(sys.executable).parent
    way = f"{bin_}{os.pathsep}{os.environ['PATH']}"
    assert commit(repo, PATH=way).returncode == 1


@pytest.mark.parametrize("more", ["echo eget\n", "exit 0\n"])
def test_a_hook_of_ours_with_lines_of_their_own_is_left_alone(
    br: Runner, repo: Repo, more: str
) -> None:
    """Above ours or below; one with another way to Python is renewed."""
    path = repo.root / ".git" / "hooks" / "pre-commit"
    br("guard", "install")
    ours = path.read_text(encoding="utf-8")
    for theirs in (ours + more, ours.replace("\n", f"\n{more}", 1)):
        path.write_text(theirs, encoding="utf-8")
        done = br("guard", "install")
        assert (done.code, done.codes, done.out) == (0, [], "")
        assert "förnyad" not in done.err
        assert path.read_text(encoding="utf-8") == theirs
    marked = f"#!/bin/sh\n# brukarrevision guard install\n{more}"
    marked += "# guard scan --staged behövs inte\n"
    path.write_text(marked, encoding="utf-8")
    done = br("guard", "install")
    assert (done.code, done.codes) == (1, ["guard-hook-foreign"])
    assert path.read_text(encoding="utf-8") == marked


def test_an_install_that_fails_leaves_nothing_behind(
    br: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half a hook nor a file beside it."""
    folder = repo.root / ".git" / "hooks"
    before = sorted(folder.iterdir()) if folder.exists() else []

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as fault:
        fault.setattr(Path, "replace", full)
        done = br("guard", "install")
    assert (done.code, done.codes) == (4, ["disk-full"])
    assert sorted(folder.iterdir()) == before


@POSIX
def test_without_the_program_nothing_is_committed(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """It is said in both languages; one on the search path is used instead."""
    br("guard", "install")
    path = repo.root / ".git" / "hooks" / "pre-commit"
    script = path.read_text(encoding="utf-8")
    moved = script.replace(Path(sys.executable).as_posix(), "/flyttad/python")
    path.write_text(moved, encoding="utf-8")
    repo.write("a.md", "rent\n")
    repo.git("add", "a.md")
    stopped = commit(repo, PATH="/usr/bin:/bin")
    assert stopped.returncode == 1
    assert "finns inte" in stopped.stderr
    assert "is missing" in stopped.stderr
    instead = tmp_path / "bin" / "brukarrevision"
    instead.parent.mkdir()
    instead.write_text('#!/bin/sh\necho "$@" >&2\nexit 0\n', encoding="utf-8")
    instead.chmod(0o755)
    done = commit(repo, PATH=f"{instead.parent}:/usr/bin:/bin")
    assert (done.returncode, done.stderr.strip()) == (0, "guard scan --staged")


def test_a_module_in_the_repository_is_not_run_in_place_of_ours(
    br: Runner, repo: Repo
) -> None:
    """Somebody else's repository is data."""
    br("guard", "install")
    trap = "open('fälla', 'w').close()\n"
    for name in ("brukarrevision.py", "typer.py", "subprocess.py", "json.py"):
        repo.write(name, trap)
    repo.git("add", "-A")
    assert commit(repo).returncode == 0
    assert not (repo.root / "fälla").exists()


@POSIX
def test_the_interpreter_may_lie_in_a_folder_of_any_name(
    br: Runner, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spaces and quotes, as in people's names."""
    folder = tmp_path / 'Anna\'s "egna" $HOME `x` mapp'
    folder.mkdir()
    python = folder / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    assert br("guard", "install").code == 0
    repo.write("a.md", NUMBER)
    repo.git("add", "a.md")
    assert commit(repo, PATH="/usr/bin:/bin").returncode == 1
    repo.write("a.md", "rent\n")
    repo.git("add", "a.md")
    assert commit(repo, PATH="/usr/bin:/bin").returncode == 0


def test_the_first_commit_and_a_bare_repository(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """There is no commit to compare with; in a bare one nobody commits."""
    br("guard", "install")
    repo.write("a.md", NUMBER)
    repo.git("add", "a.md")
    assert commit(repo).returncode == 1
    bare = repository.make(tmp_path / "bar.git", "--bare")
    assert br("guard", "install", bare.root).code == 0
    assert (bare.root / "hooks" / "pre-commit").is_file()


def test_without_git_there_is_nowhere_to_install(br: Runner, box: Box) -> None:
    """And a folder that is not there is told as such."""
    assert br("guard", "install").codes == ["guard-no-git"]
    assert br("guard", "install", box.root / "saknas").codes == ["file-missing"]
    assert br("guard", "install", box.source).codes == ["file-not-folder"]
