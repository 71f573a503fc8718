"""``report``: the review report of each unit, as drafts."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER, NAME, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv granskningsrapporten för varje enhet och alla, som utkast.",
    "Write the review report of each unit and of all, as drafts.",
)
EXAMPLE = tr(
    "brukarrevision report sip-vast --unit vast --to docx",
    "brukarrevision report sip-west --unit west --to docx",
)


def report(
    audit: AuditName = None,
    *,
    unit: Annotated[
        str | None,
        typer.Option(metavar=NAME, help=tr("Bara den här enheten.", "Only this unit.")),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            metavar="docx|md",
            help=tr(
                "Båda om inget anges; får upprepas.",
                "Both if nothing is given; may be repeated.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=FOLDER,
            help=tr(
                "Skriv i en annan mapp, som inte får följas med git.",
                "Write in another folder, which git may not keep track of.",
            ),
        ),
    ] = None,
) -> None:
    """Write the reports and say where they are."""
    from brukarrevision.cli.report_steps import write

    write(audit, unit, tuple(to or ()), output)


COMMAND = report
