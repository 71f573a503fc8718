"""Options that several commands share."""

from typing import Annotated

import typer

from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr

AUDIT = tr("REVISION", "AUDIT")
FILE = tr("FIL", "FILE")
FOLDER = tr("MAPP", "FOLDER")
NAME = tr("NAMN", "NAME")
TEXT = "TEXT"

AuditName = Annotated[
    str | None,
    typer.Argument(
        metavar=AUDIT,
        help=tr(
            "Revisionens namn eller mapp; behövs inte om du står i den.",
            "The audit's name or folder; not needed inside it.",
        ),
    ),
]

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|json",
        help=tr(
            "text (om inget anges) eller json, för andra program.",
            "text (if nothing is given) or json, for other programs.",
        ),
    ),
]


Yes = Annotated[
    bool,
    typer.Option("--yes", "-y", help=tr("Fråga inte, gör det.", "Do not ask, do it.")),
]


def one_of(option: str, given: str, known: tuple[str, ...]) -> str:
    """Return a value if it is one of those known."""
    if given in known:
        return given
    facts = {"option": option, "given": given, "known": ", ".join(known)}
    raise WrongUsage(problem("choice-option", NOWHERE, **facts))
