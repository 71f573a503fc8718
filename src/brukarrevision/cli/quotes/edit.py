"""``quotes edit``: another text for a quote, which takes an approval back."""

from typing import Annotated

import typer

from brukarrevision.cli.options import TEXT
from brukarrevision.cli.quotes.options import AuditAndQuote, ByWhom
from brukarrevision.i18n import tr

HELP = tr(
    "Ändra texten i ett citat. Det måste sedan godkännas på nytt.",
    "Change the text of a quote. It must then be approved anew.",
)
EXAMPLE = tr(
    "brukarrevision quotes edit sip-vast c7k2m4 --by R1",
    "brukarrevision quotes edit sip-west c7k2m4 --by R1",
)


def edit(
    given: AuditAndQuote,
    *,
    text: Annotated[
        str | None,
        typer.Option(
            metavar=TEXT,
            help=tr(
                "Den nya texten; annars öppnas den i din textredigerare, eller läses "
                "från stdin.",
                "The new text; else it is opened in your text editor, or read from "
                "stdin.",
            ),
        ),
    ] = None,
    by: ByWhom = None,
) -> None:
    """Put the new text in place of the old one."""
    from brukarrevision.cli.quotes.changes import edit as change

    change(given, text, by)


COMMAND = edit
