"""Options that the commands of raw data share."""

from typing import Annotated

import typer

from brukarrevision.cli.options import FILE
from brukarrevision.i18n import tr

PassphraseFile = Annotated[
    str | None,
    typer.Option(
        "--passphrase-file",
        metavar=FILE,
        help=tr(
            "Läs lösenfrasen ur en fil; - är det som skickas in.",
            "Read the passphrase from a file; - is what is piped in.",
        ),
    ),
]
