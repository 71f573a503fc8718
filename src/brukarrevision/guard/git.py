"""The only module that runs git: plumbing alone, never a shell.

A repository may be somebody else's and set up to run programs. So no hook, monitor,
filter, transport or text conversion is let run, and contents are read with
``cat-file``, which uses none of them.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from brukarrevision.errors import MachineFault, problem
from brukarrevision.files import git_root

_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "protocol.allow=never"),
    *("-c", "core.quotePath=false"),
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
)
_OF_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
_ALWAYS = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_GITLINK = "160000"
_PORTION = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the index: its path and the object that holds its content."""

    path: bytes
    oid: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of the repository.

    Attributes:
        oid: its name; ``kind``: blob, tree, commit, tag or missing; ``size``: in bytes.
    """

    oid: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository.

    Attributes:
        root: the top of the work tree, or the folder of one that has none.
        bare: whether there is no work tree.
        hooked: whether git's own variables count, as in a hook that git runs.
    """

    root: Path
    bare: bool
    hooked: bool = False

    def index(self) -> list[Entry]:
        """Return all files of the index, links to other repositories left out."""
        if self.bare:
            return []
        rows = self._ask("ls-files", "--stage", "-z", "--full-name").split(b"\0")
        found = []
        for row in filter(None, rows):
            facts, _, path = row.partition(b"\t")
            mode, oid, _ = facts.decode("ascii").split()
            if mode != _GITLINK:
                found.append(Entry(path, oid))
        return found

    def staged(self) -> list[Entry]:
        """Return the files that the next commit would add or change."""
        if not self._has_commit():
            return self.index()
        words = (
            "diff-index",
            "--cached",
            "--raw",
            "-z",
            "--no-renames",
            "--full-index",
        )
        fields = self._ask(*words, "--ignore-submodules=all", "HEAD", "--").split(b"\0")
        found = []
        for facts, path in zip(fields[::2], fields[1::2], strict=False):
            _, mode, _, oid, _ = facts.decode("ascii").split()
            if mode not in ("000000", _GITLINK):
                found.append(Entry(path, oid))
        return found

    def things(self) -> list[Thing]:
        """Return every object: reachable or not, packed or loose.

        One that git lists and cannot find is of the kind ``missing``.
        """
        words = ("cat-file", "--batch-all-objects", "--unordered", "--batch-check")
        rows = self._ask(*words).decode("ascii", "replace").splitlines()
        parts = ([*row.split(), "0"][:3] for row in rows)
        return [Thing(oid, kind, int(size)) for oid, kind, size in parts]

    @contextmanager
    def reader(self) -> "Iterator[Reader]":
        """Yield what reads objects, one after the other."""
        process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            self._command("cat-file", "--batch"),
            cwd=self.root,
            env=environment(hooked=self.hooked),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Reader(process)
        finally:
            process.kill()
            for end in _ends(process):
                # a pipe that broke must not look as if nobody reads our own output
                with suppress(OSError):
                    end.close()
            process.wait()

    def whole(self) -> bool:
        """Tell whether every version is in this copy."""
        if self._ask("rev-parse", "--is-shallow-repository").strip() == b"true":
            return False
        partial = r"^(extensions\.partialclone|remote\..*\.promisor)$"
        words = self._command("config", "--get-regexp", partial)
        return bool(_run(words, self.root, hooked=False, check=False).returncode)

    def hooks(self) -> Path:
        """Return the folder of hooks, where the settings say it is."""
        words = (program(), "--no-pager", "rev-parse", "--git-path", "hooks")
        path = _run(words, self.root, hooked=False).stdout
        return self.root / os.fsdecode(path.removesuffix(b"\n"))

    def _has_commit(self) -> bool:
        words = self._command("rev-parse", "--verify", "--quiet", "HEAD")
        return _run(words, self.root, hooked=self.hooked, check=False).returncode == 0

    def _ask(self, *words: str) -> bytes:
        return _run(self._command(*words), self.root, hooked=self.hooked).stdout

    def _command(self, *words: str) -> tuple[str, ...]:
        return program(), *_SAFE, *words


class Reader:
    """Reads the content of objects from a running git."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """Keep the two ends of the program."""
        self._process = process

    def read(self, oid: str, most: int = sys.maxsize) -> tuple[int, bytes | None]:
        """Return the size of an object, and its content.

        Args:
            oid: its name.
            most: bytes; of a larger one, or one that is missing, there is no content.

        Raises:
            MachineFault: git stopped, or the repository is damaged.
        """
        asked, told = _ends(self._process)
        try:
            asked.write(f"{oid}\n".encode("ascii"))
            asked.flush()
            head = told.readline().split()
            if head[1:] == [b"missing"]:
                return 0, None
            size = int(head[2])
            data = told.read(size) if size <= most else None
            left = 1 if data is not None else size + 1
            while left and (portion := told.read(min(left, _PORTION))):
                left -= len(portion)
        except (OSError, ValueError, IndexError):
            raise MachineFault(problem("guard-git-failed")) from None
        if left:
            raise MachineFault(problem("guard-git-failed"))
        return size, data


def _ends(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise MachineFault(problem("guard-git-failed"))
    return process.stdin, process.stdout


def find(folder: Path, *, hooked: bool = False) -> Repository | None:
    """Return the repository that a folder is in, if it is in one.

    Raises:
        MachineFault: git is missing, or will not read the repository.
    """
    marked = git_root(folder) is not None
    if not marked and not program(needed=False):
        return None
    words = (program(), *_SAFE, "rev-parse")
    about = _run((*words, "--is-inside-work-tree"), folder, hooked=hooked, check=False)
    if about.returncode:
        if marked:
            raise MachineFault(problem("guard-git-failed"))
        return None
    if about.stdout.strip() != b"true":
        return Repository(folder, bare=True, hooked=hooked)
    top = _run((*words, "--show-toplevel"), folder, hooked=hooked).stdout
    root = Path(os.fsdecode(top.removesuffix(b"\n")))
    return Repository(root, bare=False, hooked=hooked)


def program(*, needed: bool = True) -> str:
    """Return where git is; never one that lies in the current folder.

    Raises:
        MachineFault: it is needed and missing.
    """
    import shutil

    found = shutil.which("git") or ""
    if found and Path(found).is_absolute():
        return found
    if needed:
        raise MachineFault(problem("guard-git-missing"))
    return ""


def environment(*, hooked: bool) -> dict[str, str]:
    """Return the variables git is run with: none of its own but those of a hook."""
    kept = _OF_HOOK if hooked else ()
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in kept
    }
    return plain | _ALWAYS


def _run(
    words: Sequence[str], folder: Path, *, hooked: bool, check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            words,
            cwd=folder,
            env=environment(hooked=hooked),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise MachineFault(problem("guard-git-failed")) from None
    if check and done.returncode:
        raise MachineFault(problem("guard-git-failed"))
    return done
