"""Options that the commands of quotes share."""

from typing import Annotated

import typer

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
