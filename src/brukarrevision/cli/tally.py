"""``tally``: the tables."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import AuditName, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Sammanställ svaren i tabeller, skyddade så att ingens svar kan utläsas.",
    "Tally the answers, protected so that nobody's answer can be read out of them.",
)


def tally(
    audit: AuditName = None,
    *,
    by: Annotated[
        list[str] | None,
        typer.Option(help=tr("Dela upp efter: unit, group ...", "Split by: unit, group ...")),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", help=tr("table, json, csv, xlsx.", "table, json, csv, xlsx.")),
    ] = "table",
    unprotected: Annotated[
        bool,
        typer.Option(
            "--unprotected",
            help=tr(
                "Råa antal, bara på skärmen och bara för revisorernas egna ögon.",
                "Raw counts, on the screen and for the auditors' own eyes alone.",
            ),
        ),
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", help=tr("Skriv till fil.", "Write to a file."))
    ] = None,
) -> None:
    """Print the tables of an audit."""
    one_of("--format", form, ("table", "json", "csv", "xlsx"))
    from brukarrevision.cli import tally_steps as steps

    given = steps.Wish(audit, tuple(by or ()), form, output)
    if unprotected:
        steps.raw(given)
    else:
        steps.protected(given)


COMMAND = tally
