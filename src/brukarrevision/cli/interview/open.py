"""``interview open``: the notes of an interview in the user's own editor."""

from typing import Annotated

import typer

from brukarrevision.i18n import tr

HELP = tr(
    "Öppna en intervjus anteckningar i din textredigerare.",
    "Open the notes of an interview in your text editor.",
)
EXAMPLE = tr(
    "brukarrevision interview open sip-vast I-03",
    "brukarrevision interview open sip-west I-03",
)


def open_(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar=tr("[REVISION] INTERVJU", "[AUDIT] INTERVIEW"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och intervjuns id.",
                "The audit (not needed inside it) and the id of the interview.",
            ),
        ),
    ],
) -> int:
    """Wait until the editor is closed, and show what is wrong in the notes then."""
    from brukarrevision.cli.interview.editing import edit

    return edit(given)


COMMAND = open_
