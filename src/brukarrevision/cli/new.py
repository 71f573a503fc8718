"""``new``: a new audit folder."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.i18n import tr

HELP = tr(
    "Skapa en ny revision från en mall, eller från en fil med svar.",
    "Make a new audit from a template, or from a file of responses.",
)


def new(
    audit: Annotated[str, typer.Argument(help=tr("Mappens namn.", "The folder's name."))],
    *,
    template: Annotated[
        str, typer.Option(help=tr("Mall: sip, boende ...", "Template: sip, boende ..."))
    ] = "sip",
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help=tr(
                "Gör enkäten av en fil med svar (csv, xlsx, ods).",
                "Draft the survey from a file of responses (csv, xlsx, ods).",
            ),
        ),
    ] = None,
    title: Annotated[str, typer.Option(help=tr("Revisionens titel.", "The title."))] = "",
    commissioner: Annotated[
        str, typer.Option(help=tr("Vem som beställer.", "Who commissions it."))
    ] = "",
    auditor: Annotated[
        str, typer.Option(help=tr("Vilka som reviderar.", "Who audits."))
    ] = "",
    purpose: Annotated[str, typer.Option(help=tr("Syftet.", "The purpose."))] = "",
    unit: Annotated[
        list[str] | None,
        typer.Option(help=tr("Enhet: id=Namn (kan upprepas).", "Unit: id=Name (repeat)."))
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=tr("Rapportens språk: sv, en.", "Of the report: sv, en."))
    ] = None,
) -> None:
    """Make the folder and say what comes next."""
    from brukarrevision.cli.new_steps import Wish, make

    given = Wish(audit, template, source, title, commissioner, auditor, purpose,
                 tuple(unit or ()), language)
    make(given)


COMMAND = new
