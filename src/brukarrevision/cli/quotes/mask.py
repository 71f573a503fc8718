"""``quotes mask``: hide words in a quote, the same words alike in all of them."""

from typing import Annotated

import typer

from brukarrevision.cli.quotes.options import ByWhom
from brukarrevision.i18n import tr

HELP = tr(
    "Dölj ord i ett citat med en mask som [NAMN_1], samma i alla citat.",
    "Hide words in a quote with a mask such as [NAME_1], the same in all quotes.",
)
EXAMPLE = tr(
    'brukarrevision quotes mask sip-vast c7k2m4 "Lena" NAMN\n'
    'brukarrevision quotes mask c7k2m4 "Norra huset" ENHET --by R1',
    'brukarrevision quotes mask sip-west c7k2m4 "Lena" NAME\n'
    'brukarrevision quotes mask c7k2m4 "North House" UNIT --by R1',
)


def mask(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar=tr("[REVISION] CITAT ORD SORT", "[AUDIT] QUOTE WORDS KIND"),
            help=tr(
                "Revisionen (behövs inte om du står i den), citatets id, orden som "
                "ska döljas och vad de är: NAMN, PLATS, ENHET, ROLL, ÅLDER, DATUM …",
                "The audit (not needed inside it), the id of the quote, the words to "
                "hide, and what they are: NAME, PLACE, UNIT, ROLE, AGE, DATE …",
            ),
        ),
    ],
    *,
    by: ByWhom = None,
) -> None:
    """Put a mask in place of the words and show the quote."""
    from brukarrevision.cli.quotes.changes import mask as hide

    hide(given, by)


COMMAND = mask
