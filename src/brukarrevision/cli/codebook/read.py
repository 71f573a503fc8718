"""``codebook read``: codes of other programs as themes."""

from typing import Annotated

import typer

from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Läs in koder från ett annat program (REFI-QDA, .qdc) som teman.",
    "Read codes of another program (REFI-QDA, .qdc) as themes.",
)
EXAMPLE = tr(
    "brukarrevision codebook read sip-vast teman.qdc",
    "brukarrevision codebook read sip-west themes.qdc",
)


def read(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar=tr("[REVISION] FIL", "[AUDIT] FILE"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och filen med koder.",
                "The audit (not needed inside it) and the file of codes.",
            ),
        ),
    ],
    *,
    yes: Yes = False,
) -> None:
    """Show what would be new and changed, ask, and write it."""
    from brukarrevision.cli.codebook.exchange_steps import read_in

    read_in(given, yes=yes)


COMMAND = read
