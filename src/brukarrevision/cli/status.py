"""``status``: all audits of the workspace, one line each."""

from typing import Annotated

import typer

from brukarrevision.cli.options import one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Visa alla revisioner: nästa steg, svar, publicerat och gallring.",
    "Show all audits: next step, responses, releases and erasure.",
)
EXAMPLE = "brukarrevision status\nbrukarrevision status --format json"


def status(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="table|json",
            help=tr("table om inget anges.", "table if nothing is given."),
        ),
    ] = "table",
) -> None:
    """Print how far each audit has come."""
    one_of("--format", form, ("table", "json"))
    from brukarrevision.cli.status_steps import tell

    tell(form)


COMMAND = status
