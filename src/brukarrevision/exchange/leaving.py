"""Raw data handed to another program: where it may go, and how it is written."""

from collections.abc import Mapping
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, Refused, problem
from brukarrevision.files import write_atomic
from brukarrevision.rawdata.places import among_data, work_tree


def refuse(audit: Audit, output: Path) -> None:
    """Refuse a place where others would get it, or where it could do harm.

    Raises:
        Refused: the file would lie in a work tree, where git keeps it for good, or
            among the raw data, where it could replace some of it.
    """
    if root := work_tree(audit, output):
        raise Refused(problem("leaving-in-worktree", NOWHERE, folder=root.name))
    if among_data(audit, output):
        raise Refused(problem("leaving-in-data", NOWHERE))


def write(audit: Audit, made: Mapping[Path, bytes]) -> None:
    """Write files that their owner alone may read; none if one is in a wrong place.

    Raises:
        Refused: as :func:`refuse`.
        MachineFault: the disk says no.
    """
    for path in made:
        refuse(audit, path)
    for path, data in made.items():
        write_atomic(path, data, private=True)
