"""``demo``: the example audit from start to Word report."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER
from brukarrevision.i18n import tr

HELP = tr(
    "Kör exempelrevisionen från plan till Word-rapporter, i egen mapp.",
    "Take the example audit from plan to reports, in its own folder.",
)
EXAMPLE = "brukarrevision demo"


def demo(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=FOLDER,
            help=tr(
                "En ny mapp (brukarrevision-demo om inget anges).",
                "A new folder (brukarrevision-demo if nothing is given).",
            ),
        ),
    ] = Path("brukarrevision-demo"),
) -> None:
    """Copy the example, read its responses and write its reports."""
    from brukarrevision.cli.demo_steps import run

    run(folder)


COMMAND = demo
