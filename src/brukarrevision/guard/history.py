"""Every content that a repository holds, with its paths and their first commits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from brukarrevision.guard.content import MAX_BYTES
from brukarrevision.guard.git import Reader, Repository, Thing
from brukarrevision.guard.sources import Item
from brukarrevision.guard.trees import Commit, Name, commit, names

_MOST_PATHS = 20
"""How many paths of one content are kept; a few more if their endings are new."""

_Paths = dict[bytes, str]
"""Paths, each with the commit it was first in."""


@dataclass
class _Past:
    """What trees and commits say.

    Attributes:
        trees: the names in each; ``commits``: and tags, the oldest first.
        broken: objects that could not be read, or not to their end.
        paths: of every object in a tree.
        names: every name in any tree, with a path of it and the commit.
    """

    trees: dict[str, list[Name]] = field(default_factory=dict)
    commits: list[Commit] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    paths: dict[str, _Paths] = field(default_factory=dict)
    names: dict[bytes, tuple[bytes, str]] = field(default_factory=dict)


def items(repository: Repository) -> Iterator[tuple[int, int, Item]]:
    """Yield every content that the repository holds, reachable or not.

    One that has had several names comes by each of them.

    Yields:
        How many objects are done and how many there are, and the item.
    """
    things = repository.things()
    with repository.reader() as reader:
        past = _read(things, reader)
        _trace(past)
        yield from ((0, len(things), one) for one in _beside(past))
        # what is added and in no commit has been looked at as a file of the index
        added = {one.oid for one in repository.index()} - past.paths.keys()
        blobs = [one for one in things if one.kind == "blob" and one.oid not in added]
        for done, one in enumerate(blobs):
            size, content = reader.read(one.oid, MAX_BYTES)
            for path, first in past.paths.get(one.oid, {b"": one.oid}).items():
                yield done, len(blobs), Item(path, content, first, size)
        unread = _unread(past, {one.oid for one in blobs})
        yield from ((len(blobs), len(blobs), one) for one in unread)


def _beside(past: _Past) -> Iterator[Item]:
    """Yield what is no file: messages, and objects that are damaged."""
    for oid in past.broken:
        yield Item(b"", None, oid)
    for one in past.commits:
        yield Item(b"", one.message, one.oid, message=True)


def _unread(past: _Past, blobs: set[str]) -> Iterator[Item]:
    """Yield the names that no content was yielded with."""
    kept = {path for oid in blobs for path in past.paths.get(oid, ())}
    done = {name for path in kept for name in path.split(b"/")}
    for name, (path, first) in past.names.items():
        if name not in done:
            yield Item(path, b"", first, name_only=True)


def _read(things: list[Thing], reader: Reader) -> _Past:
    """Return every tree, and every commit and tag."""
    past = _Past()
    for one in things:
        if one.kind == "tree":
            _, data = reader.read(one.oid)
            past.trees[one.oid], whole = names(data or b"", len(one.oid) // 2)
            past.broken += [] if whole else [one.oid]
        elif one.kind in ("commit", "tag"):
            _, data = reader.read(one.oid)
            past.commits.append(commit(one, data or b""))
        elif one.kind != "blob":
            past.broken.append(one.oid)
    past.commits.sort(key=lambda one: (one.time, one.oid))
    return past


def _trace(past: _Past) -> None:
    """Find the paths of every object, each with its first commit.

    Trees that no commit has any longer come last, with the names they hold.
    """
    seen: dict[str, set[bytes]] = {}
    for one in past.commits:
        _walk(past, (one.tree, b"", one.oid), seen)
    below = {one.oid for tree in past.trees.values() for one in tree if one.is_tree}
    for tree in past.trees:
        if tree not in seen and tree not in below:
            _walk(past, (tree, b"", tree), seen)


def _walk(
    past: _Past, start: tuple[str, bytes, str], seen: dict[str, set[bytes]]
) -> None:
    stack = [start]
    while stack:
        tree, path, first = stack.pop()
        at = seen.setdefault(tree, set())
        if path in at or len(at) >= _MOST_PATHS or tree not in past.trees:
            continue
        at.add(path)
        for one in past.trees[tree]:
            below = path + b"/" + one.name if path else one.name
            past.names.setdefault(one.name, (below, first))
            if one.is_tree:
                stack.append((one.oid, below, first))
            else:
                _keep(past.paths.setdefault(one.oid, {}), below, first)


def _keep(paths: _Paths, path: bytes, first: str) -> None:
    """Keep a path, unless there are many already, with its ending among them."""
    if path in paths:
        return
    few, most = len(paths) < _MOST_PATHS, len(paths) >= 2 * _MOST_PATHS
    if few or (not most and _ending(path) not in map(_ending, paths)):
        paths[path] = first


def _ending(path: bytes) -> str:
    return PurePosixPath(path.decode("utf-8", "replace").lower()).suffix
