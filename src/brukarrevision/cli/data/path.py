"""``data path``: where raw data lies, and what is there."""

from brukarrevision.cli.options import AuditName, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Visa var rådata ligger och vad som finns där.",
    "Show where raw data lies and what is there.",
)
EXAMPLE = tr("brukarrevision data path sip-vast", "brukarrevision data path sip-west")


def path(audit: AuditName = None, *, form: Format = "text") -> None:
    """Print the private directory of an audit."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision.cli.data.path_steps import tell

    tell(audit, form)


COMMAND = path
