"""Options that the commands of the codebook share."""

from typing import Annotated

import typer

from brukarrevision.i18n import tr

DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=tr("Visa bara vad som skulle ändras.", "Only show what would change."),
    ),
]

_HELP = tr(
    "Revisionen (behövs inte om du står i den) och temanas id.",
    "The audit (not needed inside it) and the ids of the themes.",
)
TwoCodes = Annotated[
    list[str],
    typer.Argument(
        metavar=tr("[REVISION] GAMMALT NYTT", "[AUDIT] OLD NEW"), help=_HELP
    ),
]
FromInto = Annotated[
    list[str],
    typer.Argument(metavar=tr("[REVISION] FRÅN TILL", "[AUDIT] FROM INTO"), help=_HELP),
]
OneCode = Annotated[
    list[str],
    typer.Argument(
        metavar=tr("[REVISION] TEMA", "[AUDIT] THEME"),
        help=tr(
            "Revisionen (behövs inte om du står i den) och temats id.",
            "The audit (not needed inside it) and the theme's id.",
        ),
    ),
]
