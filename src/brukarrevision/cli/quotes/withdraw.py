"""``quotes withdraw``: a quote goes, and what tied it to somebody goes with it."""

from typing import Annotated

import typer

from brukarrevision.cli.quotes.options import AuditAndQuote, ByWhom
from brukarrevision.i18n import tr

HELP = tr(
    "Dra tillbaka ett citat. Det kommer inte med i nästa rapport.",
    "Withdraw a quote. The next report does not show it.",
)
EXAMPLE = tr(
    "brukarrevision quotes withdraw sip-vast c7k2m4 --yes",
    "brukarrevision quotes withdraw sip-west c7k2m4 --yes",
)


def withdraw(
    given: AuditAndQuote,
    *,
    by: ByWhom = None,
    yes: Annotated[
        bool,
        typer.Option("--yes", help=tr("Fråga inte först.", "Do not ask first.")),
    ] = False,
) -> None:
    """Ask, and take the quote away."""
    from brukarrevision.cli.quotes.steps import withdraw as take_back

    take_back(given, by, yes=yes)


COMMAND = withdraw
