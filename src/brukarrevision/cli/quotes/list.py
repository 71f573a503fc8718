"""``quotes list``: every quote on the desk and how far it has come."""

from brukarrevision.cli.options import AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Visa alla citat: inlagda, godkända och tillbakadragna.",
    "Show all quotes: added, approved and withdrawn.",
)
EXAMPLE = tr(
    "brukarrevision quotes list sip-vast", "brukarrevision quotes list sip-west"
)


def list_(audit: AuditName = None) -> None:
    """Show the desk."""
    from brukarrevision.cli.quotes.steps import show

    show(audit)


COMMAND = list_
