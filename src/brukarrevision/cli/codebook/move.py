"""``codebook move``: a theme under another one, or at the top of the tree."""

from typing import Annotated

import typer

from brukarrevision.cli.codebook.options import DryRun, OneCode
from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Flytta ett tema, med allt som ligger under det, i kodbokens träd.",
    "Move a theme, with all that is under it, in the tree of the codebook.",
)
EXAMPLE = tr(
    "brukarrevision codebook move sip-vast vantan --under tillgang\n"
    "brukarrevision codebook move sip-vast vantan --top",
    "brukarrevision codebook move sip-west waiting --under access\n"
    "brukarrevision codebook move sip-west waiting --top",
)


def move(
    given: OneCode,
    *,
    under: Annotated[
        str | None,
        typer.Option(
            metavar=tr("TEMA", "THEME"),
            help=tr(
                "Temat som det ska vara en del av.", "The theme it is to be a part of."
            ),
        ),
    ] = None,
    top: Annotated[
        bool,
        typer.Option(
            "--top",
            help=tr(
                "Det ska inte vara en del av något.", "It is to be a part of none."
            ),
        ),
    ] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Show what would change, ask, and change it."""
    from brukarrevision.cli.codebook.changing_steps import move_code
    from brukarrevision.errors import NOWHERE, WrongUsage, problem

    if top == (under is not None):
        raise WrongUsage(problem("code-where", NOWHERE))
    move_code(given, under, EXAMPLE, dry_run=dry_run, yes=yes)


COMMAND = move
