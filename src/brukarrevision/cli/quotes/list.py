"""``quotes list``: every quote on the desk and how far it has come."""

from brukarrevision.cli.options import AuditName
from brukarrevision.cli.quotes.options import OfTheme
from brukarrevision.i18n import tr

HELP = tr(
    "Visa citaten: inlagda, ändrade, godkända och tillbakadragna.",
    "Show the quotes: added, edited, approved and withdrawn.",
)
EXAMPLE = tr(
    "brukarrevision quotes list sip-vast --theme bemotande",
    "brukarrevision quotes list sip-west --theme respect",
)


def list_(audit: AuditName = None, *, theme: OfTheme = None) -> None:
    """Show the desk."""
    from brukarrevision.cli.quotes.steps import show

    show(audit, theme)


COMMAND = list_
