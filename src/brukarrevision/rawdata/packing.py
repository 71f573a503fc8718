"""The raw data of an audit as one encrypted file, to hand over or to keep."""

from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    MachineFault,
    Place,
    Refused,
    problem,
)
from brukarrevision.files import disk, read_bytes, write_atomic
from brukarrevision.rawdata.container import MOST_BYTES, Packed, build, is_note
from brukarrevision.rawdata.contents import written
from brukarrevision.rawdata.encryption import Sealer
from brukarrevision.rawdata.places import among_data, work_tree
from brukarrevision.store import Store, people, releases
from brukarrevision.workspace import NOTES


def outside_git(audit: Audit, output: Path) -> None:
    """Refuse a place in a work tree: git would keep the file, and others its copies.

    Raises:
        Refused: the file would lie in one, or in the workspace.
    """
    if root := work_tree(audit, output):
        raise Refused(problem("pack-in-worktree", NOWHERE, folder=root.name))


def outside_data(audit: Audit, output: Path) -> None:
    """Refuse a place among the raw data: the file could replace some of it.

    Raises:
        Refused: the file would lie in the private directory of an audit.
    """
    if among_data(audit, output):
        raise Refused(problem("pack-in-data", NOWHERE))


def pack(audit: Audit, output: Path, seal: Sealer) -> Packed:
    """Write the store, the notes and the open answers of an audit into one sealed file.

    It is read back and opened before it is put in its place. Nothing is ever written
    in the clear. Drafts are left out: they can be made again.

    Raises:
        FaultyFiles: there is nothing to pack, or too much.
        Refused: the file would lie in a work tree or among the raw data.
        MachineFault: the disk says no, or gives back something else.
    """
    outside_git(audit, output)
    outside_data(audit, output)
    packed = gathered(audit)
    data = build(packed)
    if len(data) > MOST_BYTES:
        facts = {"size": len(data) // 1_000_000, "limit": MOST_BYTES // 1_000_000}
        raise FaultyFiles(problem("pack-too-large", NOWHERE, **facts))
    sealed, opener = seal(data)

    def check(there: bytes) -> None:
        if there != sealed or opener(there) != data:
            raise MachineFault(problem("pack-not-read-back", Place(output.name)))

    write_atomic(output, sealed, check=check)
    return packed


def gathered(audit: Audit) -> Packed:
    """Return what is to be packed.

    Raises:
        FaultyFiles: there is nothing, or notes whose name some systems cannot have.
    """
    found = written(audit)
    with disk(audit.store_path.name):
        if not (audit.store_path.is_file() or found):
            raise FaultyFiles(problem("pack-nothing", NOWHERE))
    odd = [name for name in found if not is_note(name)]
    if odd:
        raise FaultyFiles(*(problem("pack-note-name", Place(name)) for name in odd))
    return Packed(
        workspace=audit.workspace.settings.id,
        audit=audit.slug,
        store=_image(audit),
        notes={
            name: read_bytes(path, f"{NOTES}/{name}") for name, path in found.items()
        },
    )


def _image(audit: Audit) -> bytes:
    """Return a copy of the store, without what only this laptop has yet to do."""
    with Store.open(audit.store_path) as there, there.rehearsal() as copy:
        with copy.transaction(lock=False):
            releases.written(copy)
        people.compact(copy)
        return copy.image()
