"""The folder of notes in the private directory: which there are, read and written."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk, read_bytes, unfinished, write_atomic
from brukarrevision.interviews.head import parted
from brukarrevision.interviews.markup import BETWEEN, Note, normal, parse, read_blocks
from brukarrevision.store import Store, tombstones
from brukarrevision.store.tombstones import Withdrawn
from brukarrevision.workspace import NOTES

ANSWERS = "answers"
"""The folder among the notes where open answers of surveys are coded."""

_ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
_NAME = re.compile(rf"({_ID})(?:\.coder-({_ID}))?\.md")


def folder(audit: Audit) -> Path:
    """Return where the notes lie; the folder may be missing."""
    return audit.data_dir / NOTES


def files(audit: Audit, of: Collection[str] | None = None) -> dict[str, Path]:
    """Return all files of notes by their names, sorted; or those of some interviews."""
    place = folder(audit)
    with disk(NOTES):
        found = sorted(place.glob("[!.]*.md")) if place.is_dir() else []
        every = {path.name: path for path in found if path.is_file()}
    if of is None:
        return every
    return {n: p for n, p in every.items() if (named := parts(n)) and named[0] in of}


def file_name(interview: str, coder: str = "") -> str:
    """Return what the notes of an interview are called."""
    return f"{interview}.coder-{coder}.md" if coder else f"{interview}.md"


def strays(audit: Audit) -> tuple[str, ...]:
    """Return the names of all else in the folder: copies that an editor left."""
    place = folder(audit)
    with disk(NOTES):
        found = sorted(place.iterdir()) if place.is_dir() else []
        left = {*unfinished(place), *files(audit).values(), place / ANSWERS}
        return tuple(one.name for one in found if one not in left)


def parts(name: str) -> tuple[str, str] | None:
    """Return interview and coder (or nothing) of a file's name, if it is one."""
    match = _NAME.fullmatch(name)
    return (match[1], match[2] or "") if match else None


def notes(
    audit: Audit, of: Collection[str] | None = None
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Read notes, with all faults of their names and their markup.

    Those of people who have withdrawn are left out, and those of nobody knows whom.
    Whoever counts or shows what was said takes :func:`usable` of the rest.

    Args:
        audit: whose notes.
        of: only those of these interviews; all, if it is None.
    """
    gone = withdrawn(audit)
    found: list[Note] = []
    problems: list[Problem] = []
    for name, path in files(audit, of).items():
        note, faults = read(path)
        if one := next(filter(gone.has_interview, _ids(name, note)), None):
            facts = {"audit": audit.slug, "id": one}
            problems.append(problem("note-withdrawn", Place(name), **facts))
            continue
        misnamed = _misnamed(name, note)
        problems += [*faults, *misnamed]
        found += [note] if note and not misnamed else []
    return tuple(found), tuple(problems)


def _misnamed(name: str, note: Note | None) -> list[Problem]:
    """Return what is wrong with whose notes a file says that it holds."""
    named = parts(name)
    if not named:
        return [problem("note-file-name", Place(name))]
    if note and note.head.id != named[0]:
        return [problem("note-id-differs", Place(name), good=named[0])]
    return []


def _ids(name: str, note: Note | None) -> tuple[str, ...]:
    """Return whose notes these are, by their name and by their head."""
    named, head = parts(name), note.head.id if note else ""
    return tuple(filter(None, (named[0] if named else "", head)))


def usable(found: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the notes of those who have consented, as all files of theirs say."""
    unsure = without_consent(found)
    return tuple(note for note in found if note.head.id not in unsure)


def without_consent(found: tuple[Note, ...]) -> frozenset[str]:
    """Return the ids of those whose consent any file of theirs lacks."""
    return frozenset(one.head.id for one in found if one.head.consent is not True)


def read(path: Path) -> tuple[Note | None, tuple[Problem, ...]]:
    """Read one file of notes."""
    try:
        return parse(text(path), path.name)
    except FaultyFiles as fault:
        return None, fault.problems


def text(path: Path) -> str:
    """Return what stands in a file of notes.

    Raises:
        FaultyFiles: it is no text, or too large to be notes.
    """
    raw = read_bytes(path, path.name, most=yamlfile.MAX_BYTES + 1)
    if len(raw) > yamlfile.MAX_BYTES:
        limit = yamlfile.MAX_BYTES // 1_000_000
        raise FaultyFiles(problem("yaml-too-large", Place(path.name), limit=limit))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise FaultyFiles(problem("yaml-not-utf8", Place(path.name, line))) from None


def paragraphs(raw: bytes) -> Iterator[str]:
    """Yield what was said in a file of notes, each paragraph on one line.

    It has no codes in it. A file with faults is read as far as it goes.
    """
    plain = normal(raw.decode("utf-8-sig", errors="replace"))
    blocks, _ = read_blocks(parted(plain)[1], "")
    for block in blocks:
        yield from (" ".join(part.split()) for part in block.text.split(BETWEEN))


def withdrawn(audit: Audit) -> Withdrawn:
    """Return those who have withdrawn."""
    with Store.open(audit.store_path) as store:
        return Withdrawn(tombstones.entered(store))


def write(audit: Audit, name: str, content: str, *, was: bytes = b"") -> Path:
    """Write a file of notes that its owner alone may read, in one step.

    Args:
        audit: whose it is; its private directory is made if it is missing.
        name: of the file.
        content: its text.
        was: what it held when it was read. If it holds anything else now, it is left.

    Raises:
        FaultyFiles: raw data is erased, or somebody changed the file meanwhile.
    """
    audit.refuse_if_erased()
    audit.ensure_data_dir()
    path = folder(audit) / name
    with disk(NOTES):
        path.parent.mkdir(exist_ok=True, mode=0o700)
    write_atomic(path, content.encode(), was=was, private=True)
    return path


def protect(path: Path) -> None:
    """Let nobody but the owner read a file."""
    with disk(path.name):
        path.chmod(0o600)
