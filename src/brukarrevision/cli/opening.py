"""Opening an audit for a command that shows numbers."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, releases, workspace
from brukarrevision.audit import Audit
from brukarrevision.errors import Place, problem
from brukarrevision.themes import recoding


def opened(name: str | None) -> Audit:
    """Return the audit meant; what was cut off is written to its end first.

    Raises:
        FaultyFiles: something in its files is wrong.
    """
    audit = audits.require(name, Path.cwd())
    return finished(audit)[0]


def finished(audit: Audit) -> tuple[Audit, tuple[Path, ...]]:
    """Do the rest of what was cut off; return the audit and the files of a release."""
    if recoding.finish(audit):
        console.show([problem("code-cut-off", Place(audit.slug))])
        audit = audits.require(str(audit.folder), Path.cwd())
    files = releases.finish(audit)
    if not files:
        return audit, ()
    console.show([problem("release-cut-off", Place(audit.slug))])
    return audits.require(str(audit.folder), Path.cwd()), files


def with_word(given: Sequence[str]) -> tuple[Audit, str | None]:
    """Return the audit and the word after it: the first may be the audit's name."""
    here = Path.cwd()
    folder = workspace.audit_at(given[0], here) if given else None
    inside = workspace.audit_around(here)
    if folder is None and (not given or inside is None or len(given) > 1):
        folder = workspace.audit_folder(given[0] if given else None, here)
    elif folder is None:
        return audits.require(None, here), given[0]
    return audits.require(str(folder), here), " ".join(given[1:]) or None
