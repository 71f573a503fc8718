"""``interview open``: the notes of an interview in the user's own editor."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME
from brukarrevision.i18n import tr

HELP = tr(
    "Öppna en intervjus anteckningar, eller fritextsvar, i din textredigerare.",
    "Open the notes of an interview, or open answers, in your text editor.",
)
EXAMPLE = tr(
    "brukarrevision interview open sip-vast I-03\n"
    "brukarrevision interview open sip-vast I-03 --coder R2\n"
    "brukarrevision interview open sip-vast enkat.s2",
    "brukarrevision interview open sip-west I-03\n"
    "brukarrevision interview open sip-west I-03 --coder R2\n"
    "brukarrevision interview open sip-west survey.s2",
)


def open_(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar=tr("[REVISION] INTERVJU", "[AUDIT] INTERVIEW"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och intervjuns id, eller "
                "filen med fritextsvar.",
                "The audit (not needed inside it) and the id of the interview, or the "
                "file of open answers.",
            ),
        ),
    ],
    *,
    coder: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Alias för den som kodar en andra gång, i en egen fil; den skapas utan "
                "koder om den saknas.",
                "The alias of whoever codes a second time, in a file of its own; it is "
                "made without codes if it is missing.",
            ),
        ),
    ] = None,
) -> int:
    """Wait until the editor is closed, and show what is wrong in the notes then."""
    from brukarrevision.cli.interview.editing import edit

    return edit(given, coder)


COMMAND = open_
