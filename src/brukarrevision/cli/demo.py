"""``demo``: the example audit from start to Word report."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.i18n import tr

HELP = tr(
    "Kör exempelrevisionen från plan till Word-rapporter, i en egen mapp.",
    "Take the example audit from plan to Word reports, in a folder of its own.",
)


def demo(
    folder: Annotated[
        Path, typer.Argument(help=tr("En ny mapp.", "A new folder."))
    ] = Path("brukarrevision-demo"),
) -> None:
    """Copy the example, read its responses and write its reports."""
    from brukarrevision.cli.demo_steps import run

    run(folder)


COMMAND = demo
