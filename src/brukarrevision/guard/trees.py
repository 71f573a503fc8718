"""What the trees and commits of git say; they may be damaged, or made by anybody."""

import re
from dataclasses import dataclass

from brukarrevision.guard.git import Thing

_FOLDER = b"40000"
_TIME = re.compile(rb"[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a tree.

    Attributes:
        name: of a file or folder, without those above it.
        oid: its object; ``is_tree``: whether that is a tree.
    """

    name: bytes
    oid: str
    is_tree: bool


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, or a tag as one without a tree.

    Attributes:
        oid: its name; ``tree``: of its tree, ``""`` if it has none.
        time: in seconds since 1970, 0 if it gives none.
        message: what its author wrote.
    """

    oid: str
    tree: str
    time: int
    message: bytes


def names(data: bytes, width: int) -> tuple[list[Name], bool]:
    """Return the names in a tree, and whether all of it could be read.

    Args:
        data: its content.
        width: how many bytes the name of an object has.
    """
    found: list[Name] = []
    at = 0
    while at < len(data):
        end = data.find(b"\0", at)
        mode, space, name = data[at:end].partition(b" ")
        at = end + 1 + width
        if end < 0 or not space or at > len(data):
            return found, False
        oid = data[end + 1 : at].hex()
        found.append(Name(name, oid, mode.lstrip(b"0") == _FOLDER))
    return found, True


def commit(thing: Thing, data: bytes) -> Commit:
    """Return a commit, or a tag as one without a tree."""
    head, _, message = data.partition(b"\n\n")
    tree, time = "", 0
    for line in head.splitlines():
        word, _, rest = line.partition(b" ")
        if word == b"tree":
            tree = rest.decode("ascii", "replace")
        elif word == b"committer":
            stamp = b"".join(rest.split()[-2:-1])
            time = int(stamp) if _TIME.fullmatch(stamp) else 0
    return Commit(thing.oid, tree, time, message)
