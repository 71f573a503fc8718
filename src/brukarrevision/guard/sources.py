"""Files as they are in the work tree and in the index."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.guard.content import MAX_BYTES
from brukarrevision.guard.git import Entry, Repository

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
        name_only: whether only its name is meant: of a folder, or of what is looked
            at by another name.
    """

    name: bytes
    data: bytes | None
    commit: str = ""
    size: int = 0
    message: bool = False
    name_only: bool = False


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
