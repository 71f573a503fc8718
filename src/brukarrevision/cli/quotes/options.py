"""Options that the commands of quotes share."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME
from brukarrevision.i18n import tr

AuditAndQuote = Annotated[
    list[str],
    typer.Argument(
        metavar=tr("[REVISION] CITAT", "[AUDIT] QUOTE"),
        help=tr(
            "Revisionen (behövs inte om du står i den) och citatets id.",
            "The audit (not needed inside it) and the id of the quote.",
        ),
    ),
]

OfTheme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar=NAME,
        help=tr(
            "Bara det här temat och de som hör till det.",
            "Only this theme and those under it.",
        ),
    ),
]

ByWhom = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=NAME,
        help=tr("Ditt alias i planen (team).", "Your alias in the plan (team)."),
    ),
]
