"""``themes``: what people said in their own words, by theme."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, FOLDER, AuditName, Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Lämna över kodade texter till ett annat program. De är rådata.",
    "Hand coded texts over to another program. They are raw data.",
)
EXAMPLE = tr(
    "brukarrevision themes sip-vast --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-vast --to csv -o /media/usb",
    "brukarrevision themes sip-west --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-west --to csv -o /media/usb",
)


def themes(
    audit: AuditName = None,
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="refi-qda|csv",
            help=tr(
                "Ett projekt (.qdpx) för NVivo, MAXQDA, QualCoder och andra, eller två "
                "tabeller: varje kodat ställe, och 0 eller 1 för person och tema.",
                "A project (.qdpx) for NVivo, MAXQDA, QualCoder and others, or two "
                "tables: every coded stretch, and 0 or 1 for person and theme.",
            ),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=f"{FILE}|{FOLDER}",
            help=tr(
                "Var det skrivs: utanför git och den privata mappen.",
                "Where it is written: outside git and the private directory.",
            ),
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Write coded texts for another program."""
    from brukarrevision.cli.leaving_steps import leave

    leave(audit, to, output, yes=yes)


COMMAND = themes
