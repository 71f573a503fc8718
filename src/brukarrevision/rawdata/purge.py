"""Everything raw of an audit destroyed, and a record that it was."""

import datetime as dt
import shutil
from collections.abc import Mapping
from typing import Literal

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import disk, write_atomic
from brukarrevision.model.erasure import ErasedKind, Erasure, Kind
from brukarrevision.rawdata.contents import counts
from brukarrevision.store.store import locked
from brukarrevision.workspace import ERASURE

State = Literal["ok", "due", "overdue", "erased"]
SOON_DAYS = 30
"""How long beforehand the auditors are told."""


def refuse_if_erased(audit: Audit) -> None:
    """Stop what would bring raw data into an audit whose raw data is erased.

    Nobody can know any more who was counted in its releases, so they could be counted
    again (R9).

    Raises:
        FaultyFiles: there is a record of an erasure.
    """
    audit.refuse_if_erased()


def refuse_links(audit: Audit) -> None:
    """Stop an erasure that would leave what links lead to, and say that it is gone.

    The private directory itself may be a link: what it leads to is erased.

    Raises:
        FaultyFiles: there are links in it, each named.
    """
    folder = audit.data_dir
    with disk(folder.name):
        found = [path for path in sorted(folder.rglob("*")) if path.is_symlink()]
    names = [path.relative_to(folder).as_posix() for path in found]
    if names:
        raise FaultyFiles(*(problem("purge-link", Place(name)) for name in names))


def today() -> dt.date:
    """Return the day by which what is due is told."""
    return dt.datetime.now(tz=dt.UTC).date()


def state(audit: Audit) -> State:
    """Return whether raw data is erased, should have been, or is to be soon."""
    if audit.erasure:
        return "erased"
    left = (audit.plan.anonymity.erase_raw_by - today()).days
    if left < 0:
        return "overdue"
    return "due" if left <= SOON_DAYS else "ok"


def purge(audit: Audit) -> Mapping[Kind, int]:
    """Destroy the private directory, and write ``erasure.yaml``.

    The record is written first: whatever stops the work then, doing it again completes
    it, and ``check`` says so until it is done. Overwriting is not promised: a disk may
    keep what was deleted until it needs the place.

    Returns:
        How many files of each kind were destroyed; nothing if there were none, and
        then no record is written.

    Raises:
        FaultyFiles: there are links to elsewhere (:func:`refuse_links`).
        MachineFault: somebody is writing to the store, or the disk says no.
    """
    if not audit.data_dir.is_dir():
        return {}
    refuse_links(audit)
    with locked(audit.store_path):
        found = counts(audit)
        if found and audit.erasure is None:
            _record(audit, found)
    _destroy(audit)
    return found


def _record(audit: Audit, found: Mapping[Kind, int]) -> None:
    due = audit.plan.anonymity.erase_raw_by
    record = Erasure(
        format=1,
        erased=today(),
        due=due,
        reason="due" if due <= today() else "on_demand",
        what=tuple(ErasedKind(kind=kind, files=n) for kind, n in found.items()),
    )
    write_atomic(audit.folder / ERASURE, yamlfile.dump(record).encode(), was=b"")


def _destroy(audit: Audit) -> None:
    """Remove the store first: it is what matters most."""
    with disk(audit.data_dir.name):
        audit.store_path.unlink(missing_ok=True)
        shutil.rmtree(audit.data_dir.resolve())
        if audit.data_dir.is_symlink():
            audit.data_dir.unlink()
