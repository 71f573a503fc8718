"""``quotes candidates``: what is marked as quotable in the notes."""

from brukarrevision.cli.options import AuditName
from brukarrevision.cli.quotes.options import OfTheme
from brukarrevision.i18n import tr

HELP = tr(
    "Visa vad som är märkt som citat (.quote) i anteckningarna. Bara för er.",
    "Show what is marked as a quote (.quote) in the notes. For you alone.",
)
EXAMPLE = tr(
    "brukarrevision quotes candidates sip-vast --theme bemotande\n"
    "brukarrevision quotes add sip-vast --from I-03:lakarbesok:1",
    "brukarrevision quotes candidates sip-west --theme respect\n"
    "brukarrevision quotes add sip-west --from I-03:doctors:1",
)


def candidates(audit: AuditName = None, *, theme: OfTheme = None) -> None:
    """Show what could become quotes, and where it stands."""
    from brukarrevision.cli.quotes.changes import candidates as show

    show(audit, theme)


COMMAND = candidates
