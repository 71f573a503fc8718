"""Every content that a repository holds, with its first path and commit."""

from collections.abc import Iterator
from dataclasses import dataclass

from brukarrevision.guard.content import MAX_BYTES
from brukarrevision.guard.git import Reader, Repository, Thing
from brukarrevision.guard.sources import Item


@dataclass(frozen=True, slots=True)
class _Commit:
    oid: str
    tree: str
    time: int
    message: bytes


_Tree = list[tuple[bytes, str, bool]]
_Origin = dict[str, tuple[bytes, str]]


def items(repository: Repository) -> Iterator[tuple[int, int, Item]]:
    """Yield every content that the repository holds, reachable or not.

    Yields:
        How many objects are done and how many there are, and the item.
    """
    things = repository.things()
    with repository.reader() as reader:
        trees, commits = _read(things, reader)
        origins = _origins(trees, commits)
        for commit in commits:
            yield 0, len(things), Item(b"", commit.message, commit.oid, message=True)
        # what is added and in no commit has been looked at as a file of the index
        added = {one.oid for one in repository.index()} - origins.keys()
        blobs = [one for one in things if one.kind == "blob" and one.oid not in added]
        for done, one in enumerate(blobs):
            name, commit_id = origins.get(one.oid, (b"", one.oid))
            size, content = reader.read(one.oid, MAX_BYTES)
            yield done, len(blobs), Item(name, content, commit_id, size)


def _read(
    things: list[Thing], reader: Reader
) -> tuple[dict[str, _Tree], list[_Commit]]:
    """Return every tree by its name, and every commit and tag, the oldest first."""
    trees, commits = {}, []
    for one in things:
        if one.kind == "tree":
            _, data = reader.read(one.oid)
            trees[one.oid] = _tree(data or b"", len(one.oid) // 2)
        elif one.kind in ("commit", "tag"):
            _, data = reader.read(one.oid)
            commits.append(_commit(one, data or b""))
    return trees, sorted(commits, key=lambda one: (one.time, one.oid))


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
