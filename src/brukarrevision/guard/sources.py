"""Where files come from: the work tree, the index, or all of the history."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.guard.content import MAX_BYTES
from brukarrevision.guard.git import Entry, Repository, Thing

_SKIPPED = frozenset({b".git", b"__pycache__", b"node_modules"})
_MADE = (b"pyvenv.cfg", b"CACHEDIR.TAG")
"""What says that a folder is made by a program and can be made again."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file as it is somewhere.

    Attributes:
        name: its path in the repository, with ``/``; ``b""`` if nobody knows.
        data: its content; None if it is too large, or cannot be read.
        commit: the commit it was first in, for what is found in the history.
        size: in bytes.
        message: whether it is the message of a commit or tag rather than a file.
    """

    name: bytes
    data: bytes | None
    commit: str = ""
    size: int = 0
    message: bool = False


def work_tree(root: Path) -> Iterator[Item]:
    """Yield every file below a folder: tracked, untracked and ignored.

    ``git add -f`` takes ignored ones too. Links are not followed. Folders that programs
    make and can make again are left out; what git keeps of them is in the index.
    """
    top = os.fsencode(root)
    closed: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=closed.append):
        folders[:] = sorted(one for one in folders if _is_own(folder, one))
        for name in sorted(files):
            if name != b".git":
                path = os.path.join(folder, name)  # noqa: PTH118 - names are bytes
                yield from _file(path, os.path.relpath(path, top))
    for fault in closed:
        name = os.path.relpath(os.fsencode(fault.filename or top), top)
        yield Item(name.replace(os.fsencode(os.sep), b"/"), None)


def _is_own(folder: bytes, name: bytes) -> bool:
    """Tell whether a folder holds people's work."""
    path = os.path.join(folder, name)  # noqa: PTH118
    made = (os.path.join(path, mark) for mark in _MADE)  # noqa: PTH118
    return name not in _SKIPPED and not any(map(os.path.lexists, made))


def _file(path: bytes, name: bytes) -> Iterator[Item]:
    """Yield a plain file; one that is gone meanwhile is passed over."""
    name = name.replace(os.fsencode(os.sep), b"/")
    with suppress(FileNotFoundError):
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode):
                return
            fits = about.st_size <= MAX_BYTES
            data = Path(os.fsdecode(path)).read_bytes() if fits else None
            yield Item(name, data, size=about.st_size)
        except FileNotFoundError:
            raise
        except OSError:
            yield Item(name, None)


def objects(repository: Repository, entries: list[Entry]) -> Iterator[Item]:
    """Yield the files of the index as git holds them."""
    with repository.reader() as reader:
        for entry in entries:
            size, data = reader.read(entry.oid, MAX_BYTES)
            yield Item(entry.path, data, size=size)


def blob_id(data: bytes, like: str) -> str:
    """Return the name git gives a content, by the hash of another name."""
    kind = "sha256" if len(like) > hashlib.sha1().digest_size * 2 else "sha1"  # noqa: S324
    return hashlib.new(kind, b"blob %d\0" % len(data) + data).hexdigest()


# -- history --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Commit:
    oid: str
    tree: str
    time: int
    message: bytes


_Tree = list[tuple[bytes, str, bool]]
_Origin = dict[str, tuple[bytes, str]]


def history(repository: Repository) -> Iterator[tuple[int, int, Item]]:
    """Yield every content that the repository holds, reachable or not.

    Yields:
        How many objects are done and how many there are, and the item.
    """
    things = repository.things()
    with repository.reader() as reader:
        trees, commits = {}, []
        for one in things:
            if one.kind == "tree":
                _, data = reader.read(one.oid)
                trees[one.oid] = _tree(data or b"", len(one.oid) // 2)
            elif one.kind in ("commit", "tag"):
                _, data = reader.read(one.oid)
                commits.append(_commit(one, data or b""))
        origins = _origins(trees, sorted(commits, key=lambda c: (c.time, c.oid)))
        for commit in commits:
            yield 0, len(things), Item(b"", commit.message, commit.oid, message=True)
        # what is added and in no commit has been looked at as a file of the index
        added = {one.oid for one in repository.index()} - origins.keys()
        blobs = [one for one in things if one.kind == "blob" and one.oid not in added]
        for done, one in enumerate(blobs):
            name, commit_id = origins.get(one.oid, (b"", one.oid))
            size, content = reader.read(one.oid, MAX_BYTES)
            yield done, len(blobs), Item(name, content, commit_id, size)


def _tree(data: bytes, width: int) -> _Tree:
    """Return the names in a tree, with their objects and whether those are trees."""
    found, at = [], 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + width
        found.append((name, data[end + 1 : at].hex(), mode == b"40000"))
    return found


def _commit(thing: Thing, data: bytes) -> _Commit:
    """Return a commit, or a tag as one without a tree."""
    head, _, message = data.partition(b"\n\n")
    tree, time = "", 0
    for line in head.splitlines():
        word, _, rest = line.partition(b" ")
        if word == b"tree":
            tree = rest.decode("ascii", "replace")
        elif word == b"committer":
            digits = rest.split()[-2:-1]
            time = int(digits[0]) if digits and digits[0].isdigit() else 0
    return _Commit(thing.oid, tree, time, message)


def _origins(trees: dict[str, _Tree], commits: list[_Commit]) -> _Origin:
    """Return the first path and commit of every content.

    Trees that no commit has any longer come last, with the names they hold.
    """
    found: _Origin = {}
    seen: set[str] = set()
    for commit in commits:
        _walk(trees, (commit.tree, b"", commit.oid), found, seen)
    for tree in trees:
        _walk(trees, (tree, b"", tree), found, seen)
    return found


def _walk(
    trees: dict[str, _Tree],
    start: tuple[str, bytes, str],
    found: _Origin,
    seen: set[str],
) -> None:
    stack = [start]
    while stack:
        tree, path, commit = stack.pop()
        if tree in seen or tree not in trees:
            continue
        seen.add(tree)
        for name, oid, is_tree in trees[tree]:
            below = path + b"/" + name if path else name
            if is_tree:
                stack.append((oid, below, commit))
            else:
                found.setdefault(oid, (below, commit))
