"""Traces of somebody who has withdrawn, outside the store: files to take away."""

import shutil
from collections.abc import Callable
from pathlib import Path

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.files import disk, unfinished, write_atomic
from brukarrevision.interviews import forgetting
from brukarrevision.rawdata.contents import copies, files, interviews_in, notes
from brukarrevision.store import Store, quote_log, schema
from brukarrevision.workspace import QUOTES


def notes_of(audit: Audit, interview: str) -> tuple[Path, ...]:
    """Return the notes of an interview, those of a second coder too."""
    found = notes(audit).values()
    return tuple(path for path in found if interview in interviews_in(path))


def drafts(audit: Audit) -> tuple[Path, ...]:
    """Return the drafts of reports: any may hold the words of anybody."""
    return tuple(path for path, kind in files(audit).items() if kind == "drafts")


def clear(audit: Audit, store: Store, gone: Callable[[str], bool]) -> None:
    """Take away all that may hold what a withdrawn person said.

    Copies of older stores, all drafts, notes of interviews and what editors copied of
    them, what runs left behind that were killed, and quotes that the store says are
    withdrawn. What is gone already is passed over.

    Args:
        audit: whose files.
        store: that tells which quotes are withdrawn.
        gone: tells whether an interview is withdrawn, by its id.
    """
    remove(*schema.backups(audit.store_path), *drafts(audit))
    found = [*notes(audit).values(), *copies(audit)]
    remove(*(path for path in found if any(map(gone, interviews_in(path)))))
    _remove_unfinished(audit)
    forgetting.forget(audit, store, copies(audit))
    drop_quotes(audit, store)


def remove(*paths: Path) -> None:
    """Remove files; one that is gone is no fault."""
    for path in paths:
        with disk(path.name):
            path.unlink(missing_ok=True)


def _remove_unfinished(audit: Audit) -> None:
    """Remove what was never put in its place, in the private directory and its folders.

    Nobody can tell whose words it holds.
    """
    with disk(audit.data_dir.name):
        inside = [path for path in audit.data_dir.rglob("*") if path.is_dir()]
        left = [one for at in (audit.data_dir, *inside) for one in unfinished(at)]
        for path in left:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def drop_quotes(audit: Audit, store: Store) -> None:
    """Take the quotes that are withdrawn out of ``quotes.yaml``."""
    if QUOTES not in audit.sources:
        return
    log = quote_log.entries(store)
    gone = {one.quote for one in log if one.action == "withdrawn"}
    source = audit.sources[QUOTES]
    text = source.text
    for at, one in reversed(list(enumerate(audit.quotes.quotes))):
        if one.id in gone:
            text = yamlfile.drop_item(text, "quotes", at)
    if text != source.text:
        write_atomic(audit.folder / QUOTES, text.encode(), was=source.raw)
