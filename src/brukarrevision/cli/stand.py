"""``brukarrevision`` alone: where the audit stands, and the next command."""

from pathlib import Path


def stand() -> None:
    """Say where the audit one stands in is, or which audits there are."""
    from brukarrevision import workspace
    from brukarrevision.console import out, say
    from brukarrevision.errors import WrongUsage
    from brukarrevision.i18n import tr

    try:
        folder = workspace.audit_folder(None, Path.cwd())
    except WrongUsage:
        known = workspace.slugs(workspace.find(Path.cwd()))
        for slug in known:
            out(slug)
        say(
            tr(
                "Gå till en revision med cd audits/NAMN, eller skapa en: "
                "brukarrevision new NAMN",
                "Go to an audit with cd audits/NAME, or make one: brukarrevision new NAME",
            )
        )
        return
    from brukarrevision.cli.stand_steps import tell

    tell(folder)
