"""``brukarrevision`` alone: where the audit stands, and the next command."""

from pathlib import Path


def stand() -> None:
    """Say where the audit one stands in is, or which audits there are."""
    from brukarrevision import workspace
    from brukarrevision.cli import stand_steps as steps

    here = Path.cwd()
    if folder := workspace.audit_around(here):
        steps.tell(folder)
    else:
        steps.point_out(workspace.slugs(here))
