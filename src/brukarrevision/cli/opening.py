"""Opening an audit for a command that shows numbers."""

from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, releases
from brukarrevision.audit import Audit
from brukarrevision.errors import Place, problem


def opened(name: str | None) -> Audit:
    """Return the audit meant; a release that was cut off is written to its end first.

    Raises:
        FaultyFiles: something in its files is wrong.
    """
    audit = audits.require(name, Path.cwd())
    return finished(audit)[0]


def finished(audit: Audit) -> tuple[Audit, tuple[Path, ...]]:
    """Write a release that was cut off to its end; return the audit and the files."""
    files = releases.finish(audit)
    if not files:
        return audit, ()
    console.show([problem("release-cut-off", Place(audit.slug))])
    return audits.require(str(audit.folder), Path.cwd()), files
