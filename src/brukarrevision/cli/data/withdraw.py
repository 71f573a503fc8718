"""``data withdraw``: take one person out."""

from typing import Annotated

import typer

from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Ta bort allt som en person har svarat och sagt.",
    "Remove all that one person has answered and said.",
)
EXAMPLE = tr(
    "brukarrevision data withdraw sip-vast r17\n"
    "brukarrevision data withdraw sip-vast 1:17 --yes",
    "brukarrevision data withdraw sip-west r17\n"
    "brukarrevision data withdraw sip-west 1:17 --yes",
)


def withdraw(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] ID", "[AUDIT] ID"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och personens id som det "
                "står i svaren. Utan id: importens nummer och radens, som 1:17.",
                "The audit (not needed inside it) and the person's id as it stands in "
                "the responses. Without one: the numbers of import and row, as 1:17.",
            ),
        ),
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Tell what will happen, and do it."""
    from brukarrevision.cli.data.withdraw_steps import withdraw

    withdraw(given or [], yes=yes)


COMMAND = withdraw
