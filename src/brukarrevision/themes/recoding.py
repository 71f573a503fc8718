"""A code that becomes another one in all files of an audit, or in none.

That it is to be done is entered in the store before the first file is written. If it is
cut off, the next command does the rest: also where somebody has changed a file since.
"""

from collections.abc import Iterable

from brukarrevision import audit as audits
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import is_file, read_bytes, try_out, write_atomic
from brukarrevision.store import Store, quote_log
from brukarrevision.store import recoding as entered
from brukarrevision.themes.edits import Edit, everywhere


def quotes_of(audit: Audit, code: str) -> tuple[str, ...]:
    """Return the ids of the quotes that are kept privately under a code."""
    with Store.open(audit.store_path) as store:
        return quote_log.of_theme(store, code)


def recode(audit: Audit, old: str, new: str, edits: Iterable[Edit]) -> None:
    """Put one code in the place of another everywhere.

    Args:
        audit: whose codes they are.
        old: the code that goes.
        new: the code that comes.
        edits: what :func:`~.edits.everywhere` gave.

    Raises:
        FaultyFiles: somebody has changed a file since; nothing is written.
        MachineFault: the disk says no; then nothing is changed, or the next command
            does the rest.
    """
    edits = tuple(edits)
    if not (is_file(audit.store_path) or any(edit.private for edit in edits)):
        _refuse_changed(edits)
        write(edits)
        return
    with Store.writing(audit.store_path) as store:
        _refuse_changed(edits)
        try_out({edit.path: edit.now for edit in edits})
        with store.transaction(lock=False):
            quote_log.put_under(store, old, new)
            entered.enter(store, old, new)
        write(edits)
        with store.transaction(lock=False):
            entered.done(store)


def begun(audit: Audit) -> tuple[str, str] | None:
    """Return the code that was to go and the one that comes, where it was cut off."""
    with Store.open(audit.store_path) as store:
        return entered.begun(store)


def finish(audit: Audit) -> bool:
    """Do the rest of a change that was cut off.

    Returns:
        Whether there was any: then the audit has to be read anew.
    """
    if begun(audit) is None:
        return False
    with Store.writing(audit.store_path) as store:
        if codes := entered.begun(store):
            audit = audits.require(str(audit.folder), audit.folder)
            write(everywhere(audit, *codes))
            with store.transaction(lock=False):
                entered.done(store)
    return True


def write(edits: Iterable[Edit]) -> None:
    """Write each file, unless somebody has changed it since."""
    for edit in edits:
        write_atomic(edit.path, edit.now, was=edit.was, private=edit.private)


def _refuse_changed(edits: Iterable[Edit]) -> None:
    for edit in edits:
        if read_bytes(edit.path, edit.name) != edit.was:
            raise FaultyFiles(problem("file-changed", Place(edit.name)))
