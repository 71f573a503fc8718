"""``quotes approve``: a person lets a quote into the reports."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME
from brukarrevision.cli.quotes.options import AuditAndQuote
from brukarrevision.i18n import tr

HELP = tr(
    "Godkänn ett citat, så att det kommer med i rapporterna.",
    "Approve a quote, so that the reports show it.",
)
EXAMPLE = tr(
    "brukarrevision quotes approve sip-vast c7k2m4 --by R1",
    "brukarrevision quotes approve sip-west c7k2m4 --by R1",
)


def approve(
    given: AuditAndQuote,
    *,
    by: Annotated[
        str,
        typer.Option(
            metavar=NAME,
            help=tr("Ditt alias i planen (team).", "Your alias in the plan (team)."),
        ),
    ],
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            help=tr(
                "Jag har läst citatet: ingen kan kännas igen.",
                "I have read the quote: nobody can be recognised.",
            ),
        ),
    ] = False,
) -> None:
    """Show the quote with what to look for, ask, and write it."""
    from brukarrevision.cli.quotes.steps import approve as decide

    decide(given, by, yes=yes)


COMMAND = approve
