"""``guard scan``: raw data in the work tree, the index or the history."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Leta efter rådata: svar, intervjuer, personnummer, telefonnummer, e-post.",
    "Look for raw data: responses, interviews, personal numbers, phone, e-mail.",
)
EXAMPLE = "brukarrevision guard scan\nbrukarrevision guard scan --history"


def scan(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar=FOLDER,
            help=tr(
                "En mapp i det som ska gås igenom; behövs inte om du står i den.",
                "A folder in what is to be looked through; not needed inside it.",
            ),
        ),
    ] = None,
    *,
    staged: Annotated[
        bool,
        typer.Option(
            "--staged",
            help=tr(
                "Bara det som nästa commit skulle spara.",
                "Only what the next commit would keep.",
            ),
        ),
    ] = False,
    history: Annotated[
        bool,
        typer.Option(
            "--history",
            help=tr(
                "Även alla tidigare versioner, också borttagna.",
                "All earlier versions too, removed ones as well.",
            ),
        ),
    ] = False,
    form: Format = "text",
) -> int:
    """Show what is found; the exit code is 1 if any of it may not be in git."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision.cli.guard import steps

    wish = steps.Wish(steps.existing(folder), staged=staged, history=history)
    return steps.scan(wish, as_json=form == "json")


COMMAND = scan
