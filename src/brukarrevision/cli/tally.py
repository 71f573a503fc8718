"""``tally``: the tables."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, AuditName, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Visa svaren i tabeller, skyddade så att ingens svar kan utläsas.",
    "Show the answers in tables, so that nobody's can be told.",
)
EXAMPLE = tr(
    "brukarrevision tally sip-vast --by unit\n"
    "brukarrevision tally sip-vast --format xlsx -o tabeller.xlsx",
    "brukarrevision tally sip-west --by unit\n"
    "brukarrevision tally sip-west --format xlsx -o tables.xlsx",
)


def tally(
    audit: AuditName = None,
    *,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help=tr(
                "Dela upp efter unit, group eller en bakgrundsfråga; får upprepas.",
                "Split by unit, group or a background question; may be repeated.",
            ),
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="table|json|csv|xlsx",
            help=tr("table om inget anges.", "table if nothing is given."),
        ),
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
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=tr(
                "Vilken regel som skyddar vad, bara på skärmen.",
                "Which rule protects what, on the screen alone.",
            ),
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=FILE,
            help=tr("Skriv till en fil.", "Write to a file."),
        ),
    ] = None,
) -> None:
    """Print the tables of an audit."""
    one_of("--format", form, ("table", "json", "csv", "xlsx"))
    if explain:
        from brukarrevision.cli.explain_steps import explain as tell

        alone = not (by or output or unprotected) and form == "table"
        tell(audit, alone=alone)
        return
    from brukarrevision.cli import tally_steps as steps

    given = steps.Wish(audit, tuple(by or ()), form, output)
    if unprotected:
        steps.raw(given)
    else:
        steps.protected(given)


COMMAND = tally
