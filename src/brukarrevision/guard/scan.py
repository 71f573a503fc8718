"""A scan: every item of a source held against every detector."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from brukarrevision import identifiers, workspace
from brukarrevision.errors import (
    NOWHERE,
    AuditError,
    Place,
    Problem,
    WrongUsage,
    problem,
)
from brukarrevision.files import git_root
from brukarrevision.guard import detect, git, history, known, sources, synced
from brukarrevision.guard.content import MAX_BYTES, contents
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.git import Repository
from brukarrevision.guard.known import Known
from brukarrevision.guard.names import shown
from brukarrevision.guard.packed import Closed
from brukarrevision.guard.sources import Item
from brukarrevision.i18n import tr

What = Literal["tree", "staged", "history"]
Progress = Callable[[int, int], None]
_Found = tuple[str, Finding]
"""A part of a container, ``""`` for the file itself, and what is found in it."""

_SHORT = 10
_TRAILER = re.compile(rb"(?m)^[A-Za-z-]+-[Bb]y: .*$")


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan came to.

    Attributes:
        problems: what was found, and what could not be looked into, by file.
        looked: how many contents were looked at.
    """

    problems: tuple[Problem, ...]
    looked: int


@dataclass
class _Scanner:
    """Looks at items and keeps what was found, each thing once.

    ``seen`` has what was found in a content by that name: the history holds most of the
    work tree once more.
    """

    known: Known
    found: dict[tuple[str, Place], Problem] = field(default_factory=dict)
    seen: dict[bytes, tuple[_Found, ...]] = field(default_factory=dict)
    looked: int = 0
    past: bool = False

    def look(self, item: Item) -> None:
        """Hold one item against every detector."""
        self.looked += not item.name_only
        mark = _mark(item)
        if mark not in self.seen:
            self.seen[mark] = tuple(_about(item, self.known))
        for part, finding in self.seen[mark]:
            place = _place(item, part, finding)
            facts = {"count": finding.count, "limit": MAX_BYTES // 1_000_000}
            one = Problem(finding.code, place, facts)
            self.found.setdefault((one.code, place), one)
            self.past = self.past or bool(item.commit and one.severity == "error")


def _mark(item: Item) -> bytes:
    """Return a hash of an item's name and content."""
    kind = b"%d %d %d" % (item.message, item.data is None, item.size)
    return hashlib.sha256(b"\0".join((kind, item.name, item.data or b""))).digest()


def scan(folder: Path, what: What, progress: Progress) -> Scan:
    """Look for raw data in the repository or workspace that a folder is in.

    Args:
        folder: where to look: all of its repository, else its workspace, else itself.
        what: the work tree and index (``tree``), what would be committed (``staged``),
            or every object of the repository besides (``history``).
        progress: is told how much is done, and of how much (0: not known).

    Raises:
        WrongUsage: a part of git was asked for where there is no repository.
        MachineFault: git is missing, or will not read the repository.
    """
    place = git.find(folder, hooked=what == "staged")
    if place is None and what != "tree":
        raise WrongUsage(problem("guard-no-git", NOWHERE))
    scanner = _Scanner(known.of_workspace(folder))
    for done, of, item in _items(folder, place, what):
        scanner.look(item)
        progress(done, of)
    found = sorted(scanner.found.values(), key=lambda one: (one.place, one.code))
    around = (*scanner.known.problems, *_data_directory(folder))
    if what == "history" and place and not place.whole():
        around += (problem("guard-shallow", NOWHERE),)
    summary = (problem("guard-history", NOWHERE),) if scanner.past else ()
    return Scan((*around, *found, *summary), scanner.looked)


def _items(
    folder: Path, place: Repository | None, what: What
) -> Iterator[tuple[int, int, Item]]:
    """Yield what is to be looked at, with how much of it is done."""
    if place is None:
        root = workspace.root_of(folder)
        yield from ((n, 0, one) for n, one in enumerate(sources.work_tree(root)))
    elif what == "staged":
        entries = place.staged()
        yield from _counted(sources.objects(place, entries), len(entries))
    else:
        yield from _tree(place)
    if place and (what == "history" or place.bare):
        yield from history.items(place)


def _tree(place: Repository) -> Iterator[tuple[int, int, Item]]:
    """Yield the work tree, then what the index holds and the work tree does not."""
    if place.bare:
        return
    index = place.index()
    held = {entry.path: entry.oid for entry in index}
    same = set()
    for done, item in enumerate(sources.work_tree(place.root)):
        oid = held.get(item.name)
        if oid and item.data is not None and sources.blob_id(item.data, oid) == oid:
            same.add(item.name)
        yield done, 0, item
    others = [entry for entry in index if entry.path not in same]
    yield from _counted(sources.objects(place, others), len(others))


def _counted(items: Iterator[Item], of: int) -> Iterator[tuple[int, int, Item]]:
    return ((done, of, item) for done, item in enumerate(items))


# -- one item -------------------------------------------------------------------


def _about(item: Item, known: Known) -> Iterator[_Found]:
    """Yield what is found in an item and in its name."""
    if _tells(item.name):
        yield "", Finding("guard-name")
    if item.data is None:
        large = item.size > MAX_BYTES
        yield "", Finding("guard-too-large" if large else "guard-closed")
        return
    data = _TRAILER.sub(b"", item.data) if item.message else item.data
    try:
        for one in contents(item.name.decode("utf-8", "replace"), data):
            if one.part and _tells(one.name.encode("utf-8", "replace")):
                yield one.part, Finding("guard-name")
            for finding in detect.findings(one, known):
                yield one.part, finding
    except Closed:
        yield "", Finding("guard-closed")


def _tells(name: bytes) -> bool:
    """Tell whether a name points a person out; digits may look like a phone number."""
    return any(one.kind != "phone" for one in _named(name))


def _named(name: bytes) -> list[identifiers.Identifier]:
    """Return what stands in a name that is somebody's."""
    text = name.decode("utf-8", "replace")
    found = identifiers.find(text)
    return [one for one in found if not identifiers.reserved(text[one.start : one.end])]


def _place(item: Item, part: str, finding: Finding) -> Place:
    """Return where something is: file, part of a container, commit, line or row."""
    inside = [shown(part)] if part else []
    if item.commit:
        where = tr("i historiken", "in the history")
        said = tr("meddelandet till ", "the message of ") if item.message else ""
        inside.append(f"{where}, {said}{item.commit[:_SHORT]}")
    name, within = shown(item.name), ", ".join(inside)
    return Place(name, line=finding.line, row=finding.row, part=within)


# -- around ---------------------------------------------------------------------


def _data_directory(folder: Path) -> Iterator[Problem]:
    """Tell if raw data lies where git or a service on the net would copy it."""
    try:
        place = workspace.find(folder)
    except AuditError:
        return
    data = place.data_dir("-").parent
    if not (place.exists or data.exists()):
        return
    if data.exists() and (root := git_root(data)):
        yield problem("data-in-worktree", NOWHERE, root=root.name)
    yield from synced.problems(data)
