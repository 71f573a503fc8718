"""Options that several commands share."""

from typing import Annotated

import typer

from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr

AuditName = Annotated[
    str | None,
    typer.Argument(
        metavar="AUDIT",
        help=tr(
            "Revisionens namn eller mapp; behövs inte om du står i den.",
            "The audit's name or folder; not needed inside it.",
        ),
    ),
]

Format = Annotated[
    str, typer.Option("--format", help=tr("text eller json.", "text or json."))
]


def one_of(option: str, given: str, known: tuple[str, ...]) -> str:
    """Return a value if it is one of those known."""
    if given in known:
        return given
    raise WrongUsage(
        problem(
            "choice-option", NOWHERE, option=option, given=given, known=", ".join(known)
        )
    )
