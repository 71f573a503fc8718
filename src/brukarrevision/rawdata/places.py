"""Where raw data may be put that leaves the private directory."""

from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.files import git_root


def work_tree(audit: Audit, output: Path) -> Path | None:
    """Return the work tree that a file would lie in, the workspace counting as one.

    Git would keep what is written there, and others its copies.
    """
    home = audit.workspace.root
    inside = output.resolve().is_relative_to(home.resolve())
    return git_root(output.parent) or (home if inside else None)


def among_data(audit: Audit, output: Path) -> bool:
    """Tell whether a file would lie among the raw data, and could replace some."""
    private = audit.data_dir.parent.resolve()
    return private in (output.resolve(), *output.resolve().parents)
