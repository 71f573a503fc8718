"""``report``: the review report of each unit, as drafts."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv granskningsrapporten för varje enhet och för alla, som utkast.",
    "Write the review report of each unit and of all, as drafts.",
)


def report(
    audit: AuditName = None,
    *,
    unit: Annotated[
        str | None, typer.Option(help=tr("Bara den här enheten.", "Only this unit."))
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(help=tr("Format: docx, md (kan upprepas).", "Format: docx, md (repeat).")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            help=tr(
                "Mapp att skriva i; inte inne i git.", "Folder to write in; not inside git."
            ),
        ),
    ] = None,
) -> None:
    """Write the reports and say where they are."""
    from brukarrevision.cli.report_steps import write

    write(audit, unit, tuple(to or ()), output)


COMMAND = report
