"""``data dpia``: the papers of data protection, as drafts."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv konsekvensbedömning och registerförteckning som utkast i Word.",
    "Write an impact assessment and a record of processing as Word drafts.",
)
EXAMPLE = tr(
    "brukarrevision data dpia sip-vast -o papper",
    "brukarrevision data dpia sip-west -o papers",
)


def dpia(
    audit: AuditName = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=FOLDER,
            help=tr(
                "Mappen de skrivs i; annars den du står i.",
                "The folder they are written in; else the one you are in.",
            ),
        ),
    ] = None,
) -> None:
    """Write the papers and say where they are."""
    from brukarrevision.cli.data.dpia_steps import write

    write(audit, output)


COMMAND = dpia
