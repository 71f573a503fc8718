"""What the private directory of an audit holds, by kind; never what stands in it."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

from brukarrevision.audit import Audit
from brukarrevision.files import disk
from brukarrevision.interviews import answers
from brukarrevision.model.erasure import Kind
from brukarrevision.store import schema
from brukarrevision.workspace import ERASURE, NOTES

KINDS: tuple[Kind, ...] = get_args(Kind)
_HEAD = 4_000
_ID = re.compile(rb"""^id[ \t]*:[ \t]*["']?([A-Za-z0-9_-]+)""", re.MULTILINE)


def files(audit: Audit) -> dict[Path, Kind]:
    """Return every private file of an audit with its kind; a lock is no data."""
    folder = audit.data_dir
    with disk(folder.name):
        every = sorted(folder.rglob("*")) if folder.is_dir() else []
        found = [path for path in every if path.is_symlink() or not path.is_dir()]
    return {path: _kind(audit, path) for path in found if path.suffix != ".lock"}


def counts(audit: Audit) -> dict[Kind, int]:
    """Return how many files there are of each kind that there is."""
    found = Counter(files(audit).values())
    return {kind: found[kind] for kind in KINDS if found[kind]}


def holds_unerased(audit: Audit) -> bool:
    """Tell whether there is anything that was to go when raw data was erased.

    Drafts made since then are made of published numbers alone, and are no raw data.
    """
    with disk(ERASURE):
        record = (audit.folder / ERASURE).stat().st_mtime_ns
    found = files(audit).items()
    with disk(audit.drafts.name):
        return any(
            kind != "drafts" or path.lstat().st_mtime_ns <= record
            for path, kind in found
        )


def notes(audit: Audit) -> dict[str, Path]:
    """Return the interview notes by the names of their files."""
    folder = audit.data_dir / NOTES
    with disk(folder.name):
        found = sorted(folder.glob("*.md")) if folder.is_dir() else []
        return {path.name: path for path in found if path.is_file()}


def written(audit: Audit) -> dict[str, Path]:
    """Return the interview notes and the files of open answers, by names among notes.

    Files of answers are called ``answers/enkat.s2.md``.
    """
    coded = answers.files(audit).items()
    return notes(audit) | {answers.shown(name): path for name, path in coded}


def copies(audit: Audit) -> tuple[Path, ...]:
    """Return what else may hold what was noted: copies that editors or people made.

    They may lie beside the notes, in a folder under them, or beside the store. Files of
    open answers are no copies: an answer may begin as notes do.
    """
    kept = {*notes(audit).values(), *answers.files(audit).values()}
    return tuple(
        path
        for path, kind in files(audit).items()
        if kind in ("notes", "other") and path not in kept and path.is_file()
    )


def interview_of(name: str) -> str:
    """Return the interview that notes are from: ``I-03.coder-R2.md`` is of I-03.

    So are the copies that editors make of it: ``.I-03.md.swp``, ``#I-03.md#``.
    """
    return name.lstrip(".#").removesuffix(".md").partition(".")[0]


def interviews_of(name: str, data: bytes) -> frozenset[str]:
    """Return the interviews that a file may be of, by its name and by its head.

    A copy made by hand may be called anything, or ``I-03 - kopia.txt`` and have no
    head, and what was said stands in it all the same.
    """
    called = interview_of(name)
    said = _ID.search(data[:_HEAD])
    names = {called, re.split(r"[\s(,~]", called)[0]}
    return frozenset(names | ({said[1].decode()} if said else set()))


def interviews_in(path: Path) -> frozenset[str]:
    """Return the interviews that a file among the notes may be of."""
    with disk(path.name), path.open("rb") as file:
        return interviews_of(path.name, file.read(_HEAD))


def _kind(audit: Audit, path: Path) -> Kind:
    part, *rest = path.relative_to(audit.data_dir).parts
    if rest:
        known: dict[str, Kind] = {NOTES: "notes", audit.drafts.name: "drafts"}
        return known.get(part, "other")
    if path in schema.backups(audit.store_path):
        return "copies"
    return "responses" if part.startswith(audit.store_path.name) else "other"
