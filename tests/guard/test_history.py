"""What git keeps is found wherever it keeps it."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from brukarrevision.guard import sources
from tests.conftest import Ran, Runner
from tests.fakeaudit import CANARY, Box
from tests.guard import repository
from tests.guard.repository import NUMBER, Repo

ADDRESS = "nagon@" + "foretag.se"
SECRET = f"Hon heter något och har {NUMBER}.\n"


def places(done: Ran) -> dict[str, list[str]]:
    """Return the files told of in JSON, by code."""
    found: dict[str, list[str]] = {}
    for one in json.loads(done.out)["problems"]:
        found.setdefault(one["code"], []).append(one["file"] or "")
    return found


def past(br: Runner, repo: Repo) -> list[str]:
    """Return the files with personal numbers in the history; tell of no number."""
    done = br("guard", "scan", repo.root, "--history", "--format", "json")
    assert NUMBER not in done.all
    found = places(done)
    names = found.get("guard-personal-number", [])
    assert done.code == (1 if names else 0)
    assert ("guard-history" in found) == bool(names)
    return names


def test_a_file_that_was_removed_is_found_with_its_path(br: Runner, repo: Repo) -> None:
    """The commit it came with is named; without --history nothing is found."""
    repo.write("djupt/nere/anteckning.md", SECRET)
    commit = repo.commit()
    repo.git("rm", "-q", "djupt/nere/anteckning.md")
    repo.commit("bort", "--allow-empty")
    assert br("guard", "scan").code == 0
    done = br("guard", "scan", "--history")
    assert done.code == 1
    assert f"djupt/nere/anteckning.md:1, i historiken, {commit[:10]}" in done.err
    assert "git filter-repo" in done.err
    assert NUMBER not in done.all


def test_what_was_stashed_amended_reset_or_only_staged_is_found(
    br: Runner, repo: Repo
) -> None:
    """No branch leads to it any longer."""
    repo.write("a.md", "rent\n")
    repo.commit()
    assert past(br, repo) == []
    repo.write("a.md", f"undanlagd {SECRET}")
    repo.git("stash", "push", "-q")
    assert past(br, repo) == ["a.md"]
    repo.git("stash", "drop", "-q")
    assert past(br, repo) == ["a.md"]
    repo.write("b.md", f"ändrad {SECRET}")
    repo.commit()
    repo.write("b.md", "rent\n")
    repo.commit("ändrad", "--amend")
    assert past(br, repo) == ["a.md", "b.md"]
    repo.git("reset", "-q", "--hard", "HEAD~1")
    repo.git("reflog", "expire", "--expire=now", "--all")
    repo.write("c.md", f"tillagd {SECRET}")
    repo.git("add", "c.md")
    repo.git("rm", "-q", "--cached", "c.md")
    (repo.root / "c.md").unlink()
    assert past(br, repo) == ["", "a.md", "b.md"]
    repo.git("gc", "-q", "--prune=now")
    assert past(br, repo) == []


def test_packed_objects_and_refs_tags_and_messages_are_read(
    br: Runner, repo: Repo
) -> None:
    """Everything the object database holds."""
    repo.write("a.md", SECRET)
    repo.commit()
    repo.git("tag", "-a", "-m", f"tagg om {NUMBER}", "v1")
    repo.git("rm", "-q", "a.md")
    repo.git("commit", "-q", "-m", f"ta bort {NUMBER}")
    repo.git("gc", "-q")
    repo.git("pack-refs", "--all")
    assert past(br, repo) == ["", "", "a.md"]


def test_signatures_at_the_end_of_a_message_are_no_finding(
    br: Runner, repo: Repo
) -> None:
    """Who commits has chosen to be named."""
    repo.write("a.md", "rent\n")
    repo.commit("steg\n\nCo-authored-by: A <a@foretag.se>\nSigned-off-by: B <b@c.se>")
    done = br("guard", "scan", "--history", "--format", "json")
    assert (done.code, places(done)) == (0, {})


def test_another_work_tree_and_a_bare_copy_have_the_same_history(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """In a bare one there is nothing else to look through."""
    repo.write("a.md", "rent\n")
    repo.commit()
    repo.git("worktree", "add", "-q", "-b", "gren", tmp_path / "annan")
    other = Repo(tmp_path / "annan")
    other.write("b.md", SECRET)
    other.git("add", "b.md")
    assert past(br, repo) == [""]
    assert br("guard", "scan", other.root, "--staged").codes[-1:] == [
        "guard-personal-number"
    ]
    other.commit()
    assert past(br, repo) == ["b.md"]
    repo.git("clone", "-q", "--bare", ".", tmp_path / "bar.git")
    done = br("guard", "scan", tmp_path / "bar.git")
    assert done.code == 1
    assert "b.md:1, i historiken" in done.err


def test_past_the_hook_it_is_found_in_the_history(
    br: Runner, kept: Repo, full: Box
) -> None:
    """``--no-verify`` helps nobody for long."""
    assert br("guard", "install").code == 0
    kept.write("export.csv", full.source.read_bytes())
    kept.git("add", "-f", "export.csv")
    kept.git("commit", "-q", "--no-verify", "-m", "smyg")
    kept.git("rm", "-q", "export.csv")
    kept.commit("bort")
    done = br("guard", "scan", "--history", "--format", "json")
    assert places(done) == {
        "guard-rows": ["export.csv"],
        "guard-headers": ["export.csv"],
        "guard-history": [""],
    }
    assert CANARY not in done.all


def test_another_repository_inside_is_its_own_to_look_through(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """Its files are in the work tree; the link to it is no file."""
    inner = repository.make(tmp_path / "inre")
    inner.write("b.md", SECRET)
    inner.commit()
    add = ("-c", "protocol.file.allow=always", "submodule", "add", "-q")
    repo.git(*add, inner.root, "inre")
    assert br("guard", "scan", "--staged").code == 0
    repo.commit()
    repo.write("a.md", "rent\n")
    repo.git("add", "a.md")
    assert br("guard", "scan", "--staged").code == 0
    done = br("guard", "scan", "--history", "--format", "json")
    assert places(done)["guard-personal-number"] == ["inre/b.md"]


def test_git_that_stops_halfway_is_told(
    br: Runner, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is taken for looked through that was not."""
    repo.write("a.md", "rent\n")
    repo.commit()
    real = shutil.which("git")
    for what in ("exit 1", "echo x blob 100; echo kort", "echo skräp"):
        half = tmp_path / "bin" / "git"
        half.parent.mkdir(exist_ok=True)
        half.write_text(
            f'#!/bin/sh\ncase "$*" in *--batch) {what};; '
            f'*) exec "{real}" "$@";; esac\n',
            encoding="utf-8",
        )
        half.chmod(0o755)
        monkeypatch.setenv("PATH", f"{half.parent}{os.pathsep}{os.environ['PATH']}")
        done = br("guard", "scan", "--history")
        assert (done.code, done.codes) == (4, ["guard-git-failed"]), what


def test_an_incomplete_copy_is_told(br: Runner, repo: Repo, tmp_path: Path) -> None:
    """What is not there cannot be looked through."""
    repo.write("a.md", SECRET)
    repo.commit()
    repo.write("a.md", "rent\n")
    repo.commit()
    assert "guard-shallow" not in br("guard", "scan", "--history").codes
    for how in ("--depth=1", "--filter=blob:none"):
        repo.git("config", "uploadpack.allowFilter", "true")
        copy = tmp_path / how
        repo.git("clone", "-q", how, repo.root.as_uri(), copy)
        done = br("guard", "scan", copy, "--history")
        assert (done.code, done.codes) == (0, ["guard-shallow"])


def test_an_empty_repository_has_nothing(br: Runner, repo: Repo) -> None:
    """In no part of it."""
    for words in ([], ["--staged"], ["--history"]):
        assert br("guard", "scan", *words).code == 0
    repo.write("a.md", SECRET)
    assert br("guard", "scan", "--staged").code == 0
    repo.git("add", "a.md")
    assert br("guard", "scan", "--staged").code == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_hostile_names_of_files_are_told_and_obeyed_by_nobody(
    br: Runner, repo: Repo
) -> None:
    """Line feeds, quotes, bytes that are no text, and somebody's number."""
    names = [
        b"rad\nbrytning.md",
        b'citat"tecken.md',
        b"\xff\xfe.md",
        b"-rf --help.md",
        b":(glob)*.md",
        b"\x1b[31mrod.md",
        NUMBER.encode() + b".md",
    ]
    for name in names:
        path = os.path.join(os.fsencode(repo.root), name)  # noqa: PTH118 - bytes
        with open(path, "wb") as stream:  # noqa: PTH123 - bytes
            stream.write(SECRET.encode())
    for words in ([], ["--staged"], ["--history"]):
        if words:
            repo.git("add", "-A")
        done = br("guard", "scan", *words, "--format", "json")
        told = places(done)["guard-personal-number"]
        assert len(set(told)) == len(names)
        assert {"rad\\nbrytning.md", "\\xff\\xfe.md", "….md"} <= set(told)
        assert places(done)["guard-name"][0] == "….md"
        assert NUMBER not in done.all
        assert "\x1b" not in br("guard", "scan", *words).all


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_links_are_not_followed_and_pipes_are_not_opened(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """A link's target may lie anywhere; a pipe never ends."""
    (tmp_path / "utanför").mkdir()
    (tmp_path / "utanför" / "a.md").write_text(SECRET, encoding="utf-8")
    (repo.root / "mapp").symlink_to(tmp_path / "utanför")
    (repo.root / "fil.md").symlink_to(tmp_path / "utanför" / "a.md")
    os.mkfifo(repo.root / "ror")
    assert br("guard", "scan").code == 0
    repo.git("add", "-A")
    assert br("guard", "scan", "--staged").code == 0
    (repo.root / "tal.md").symlink_to(f"nagonstans/{NUMBER}")
    repo.git("add", "-A")
    assert br("guard", "scan", "--staged").code == 1


def test_another_hash_gives_other_names_and_the_same_findings(
    br: Runner, tmp_path: Path
) -> None:
    """Repositories may use SHA-256."""
    repo = repository.make(tmp_path / "lang", "--object-format=sha256")
    data = repo.write("a.md", SECRET).read_bytes()
    oid = repo.git("hash-object", "-w", "a.md")
    assert sources.blob_id(data, oid) == oid
    repo.commit()
    done = br("guard", "scan", repo.root, "--format", "json")
    assert places(done)["guard-personal-number"] == ["a.md"]
    (repo.root / "a.md").unlink()
    repo.commit("bort")
    assert past(br, repo) == ["a.md"]


def test_a_repository_cannot_make_the_guard_run_programs(
    br: Runner, repo: Repo, tmp_path: Path
) -> None:
    """Monitors, hooks, filters, conversions and lazy fetching are let be."""
    trap = tmp_path / "fälla"
    script = repo.write("trap.sh", f"#!/bin/sh\ntouch '{trap}'\ncat\n")
    script.chmod(0o755)
    repo.write(".gitattributes", "*.md filter=f diff=f\n")
    repo.write("a.md", SECRET)
    repo.commit()
    for name in (
        *("core.fsmonitor", "filter.f.clean", "filter.f.smudge", "diff.f.textconv"),
        *("diff.f.command", "diff.external", "core.sshCommand", "core.pager"),
        *("uploadpack.packObjectsHook", "core.alternateRefsCommand"),
    ):
        repo.git("config", name, script)
    repo.git("config", "remote.origin.url", f"ext::{script}")
    repo.git("config", "remote.origin.promisor", "true")
    repo.git("config", "extensions.partialClone", "origin")
    repo.git("config", "core.repositoryFormatVersion", "1")
    oid = repo.git("rev-parse", "HEAD:trap.sh")
    (repo.root / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    trap.unlink(missing_ok=True)
    repo.write("a.md", f"{SECRET}mer\n")
    for words in ([], ["--staged"], ["--history"]):
        assert br("guard", "scan", *words).code in (0, 1)
    br("guard", "install")
    assert not trap.exists()


def test_a_program_called_git_in_the_folder_is_not_run(
    br: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor one that the search path has by a name of no fixed place."""
    repo.write("git", "#!/bin/sh\ntouch fälla\n").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    done = br("guard", "scan")
    assert (done.code, done.codes) == (4, ["guard-git-missing"])
    assert not (repo.root / "fälla").exists()


def test_a_damaged_repository_is_told_in_words(br: Runner, repo: Repo) -> None:
    """With exit code 4."""
    repo.write("a.md", "rent\n")
    repo.commit()
    (repo.root / ".git" / "HEAD").write_text("skräp")
    done = br("guard", "scan")
    assert (done.code, done.codes) == (4, ["guard-git-failed"])


def made(repo: Repo, kind: str, data: bytes) -> str:
    """Put an object into the repository as it is, sound or not."""
    path = repo.root / ".git" / "utkast"
    path.write_bytes(data)
    oid = repo.git("hash-object", "-w", "-t", kind, "--literally", path)
    path.unlink()
    return oid


@pytest.mark.parametrize(
    "data", [b"skr\xc3\xa4p", b"100644 a.md\0kort", b"40000\0" + b"\1" * 20, b"\0"]
)
def test_a_damaged_tree_is_told_and_stops_nothing(
    br: Runner, repo: Repo, data: bytes
) -> None:
    """What else there is is looked through."""
    repo.write("a.md", SECRET)
    repo.commit()
    repo.git("rm", "-q", "a.md")
    repo.commit("bort", "--allow-empty")
    made(repo, "tree", data)
    done = br("guard", "scan", "--history", "--format", "json")
    assert done.code == 1
    assert places(done)["guard-closed"] == [""]
    assert places(done)["guard-personal-number"] == ["a.md"]


@pytest.mark.parametrize("time", ["9" * 5_000, "", "x", "²"])
def test_a_commit_of_any_time_is_read(br: Runner, repo: Repo, time: str) -> None:
    """It is its message that counts."""
    repo.write("a.md", "rent\n")
    tree = repo.git("rev-parse", f"{repo.commit()}^{{tree}}")
    who = f"Prov <prov@example.com> {time} +0000"
    text = f"tree {tree}\nauthor {who}\ncommitter {who}\n\n{SECRET}"
    made(repo, "commit", text.encode())
    assert past(br, repo) == [""]


def test_every_name_that_a_content_has_had_is_looked_at(br: Runner, repo: Repo) -> None:
    """Of files and of folders, renamed, copied or moved."""
    repo.write("mapp/a.md", "rent\n")
    repo.commit()
    for old, new in (
        *(("mapp/a.md", f"mapp/{NUMBER}.md"), (f"mapp/{NUMBER}.md", "mapp/a.md")),
        *(("mapp", f"bilaga {NUMBER}"), (f"bilaga {NUMBER}", "mapp")),
    ):
        repo.git("mv", old, new)
        repo.commit("nytt namn")
    assert br("guard", "scan").code == 0
    done = br("guard", "scan", "--history", "--format", "json")
    assert places(done)["guard-name"] == ["bilaga …/a.md", "mapp/….md"]
    assert NUMBER not in done.all


def test_a_content_counts_as_the_worst_of_its_names(br: Runner, repo: Repo) -> None:
    """An address in a text is a doubt, in data it is none, of however many names."""
    for number in range(60):
        repo.write(f"{number}.md", f"{ADDRESS}\n")
    repo.write("x.csv", f"{ADDRESS}\n")
    repo.write(f"{NUMBER}.md", f"{ADDRESS}\n")
    repo.commit()
    repo.git("rm", "-q", "*")
    repo.commit("bort", "--allow-empty")
    done = br("guard", "scan", "--history", "--format", "json")
    assert done.code == 1
    assert places(done)["guard-email"] == ["x.csv"]
    assert places(done)["guard-name"] == ["….md"]
    assert 1 < len(places(done)["guard-email-text"]) < 60
