"""``data purge``: erase everything raw."""

from brukarrevision.cli.options import AuditName, Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Gallra: förstör alla rådata och anteckna att det är gjort.",
    "Erase: destroy all raw data and record that it is done.",
)
EXAMPLE = tr("brukarrevision data purge sip-vast", "brukarrevision data purge sip-west")


def purge(audit: AuditName = None, *, yes: Yes = False) -> None:
    """Tell what will happen, and do it."""
    from brukarrevision.cli.data.purge_steps import purge

    purge(audit, yes=yes)


COMMAND = purge
