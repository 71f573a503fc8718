"""``codebook write``: the themes as a codebook of other programs."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv teman som en kodbok (REFI-QDA) för NVivo, MAXQDA, QualCoder och andra.",
    "Write themes as a codebook (REFI-QDA) for NVivo, MAXQDA, QualCoder and others.",
)
EXAMPLE = tr(
    "brukarrevision codebook write sip-vast -o teman.qdc",
    "brukarrevision codebook write sip-west -o themes.qdc",
)


def write(
    audit: AuditName = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=FILE,
            help=tr(
                "Filen som skrivs; annars revisionens namn, i mappen du står i.",
                "The file that is written; else the audit's name, in the folder you "
                "are in.",
            ),
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            "-y",
            help=tr(
                "Skriv över en fil som redan finns.", "Write over a file that is there."
            ),
        ),
    ] = False,
) -> None:
    """Write the codebook and say where it is."""
    from brukarrevision.cli.codebook.exchange_steps import write_out

    write_out(audit, output, overwrite=yes)


COMMAND = write
