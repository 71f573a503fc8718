"""Writing a file where the user said, without losing what somebody changed there."""

from pathlib import Path

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import is_file, read_bytes, write_atomic


def put(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file; one that somebody may have changed stays, unless it may go.

    Raises:
        FaultyFiles: another file is there, and it may not be written over.
        MachineFault: the disk says no.
    """
    there = read_bytes(path) if is_file(path) else None
    if there == data:
        return
    if there is not None and not overwrite:
        raise FaultyFiles(problem("form-exists", Place(path.name), name=path.name))
    write_atomic(path, data, was=there or b"")
