"""``guard install``: the hook that git runs before each commit."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER
from brukarrevision.i18n import tr

HELP = tr(
    "Lägg till en kontroll i git, som stoppar en commit med rådata.",
    "Add a check to git that stops a commit that holds raw data.",
)
EXAMPLE = "brukarrevision guard install"


def install(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar=FOLDER,
            help=tr(
                "En mapp i git; behövs inte om du står i den.",
                "A folder in git; not needed inside it.",
            ),
        ),
    ] = None,
) -> None:
    """Add the hook, or say that it is there."""
    from brukarrevision import console
    from brukarrevision.cli.guard import steps
    from brukarrevision.guard import hook

    done = hook.install(steps.existing(folder))
    said = {
        "installed": tr(
            "Klart: git kontrollerar nu varje commit.",
            "Done: git now checks every commit.",
        ),
        "renewed": tr(
            "Kontrollen är förnyad.",
            "The check has been renewed.",
        ),
        "already": tr("Kontrollen finns redan.", "The check is there already."),
    }
    console.say(said[done])


COMMAND = install
