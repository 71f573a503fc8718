"""``interview new``: an empty note made from the guide."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME
from brukarrevision.i18n import tr

HELP = tr(
    "Börja anteckna en intervju: en fil med guidens frågor.",
    "Begin the notes of an interview: a file with the guide's questions.",
)
EXAMPLE = tr(
    "brukarrevision interview new sip-vast\n"
    "brukarrevision interview new sip-vast intervju --unit affektiv --auditor R1",
    "brukarrevision interview new sip-west\n"
    "brukarrevision interview new sip-west interview --unit mood --auditor R1",
)


def new(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] [GUIDE]", "[AUDIT] [GUIDE]"),
            help=tr(
                "Revisionen (behövs inte om du står i den), och vilken guide (behövs "
                "inte om det bara finns en).",
                "The audit (not needed inside it), and which guide (not needed if "
                "there is only one).",
            ),
        ),
    ] = None,
    *,
    unit: Annotated[
        str | None,
        typer.Option(metavar=NAME, help=tr("Enheten, ur planen.", "The plan's unit.")),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar=NAME, help=tr("Gruppen, ur planen.", "The plan's group.")),
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option(
            "--round",
            metavar=NAME,
            help=tr("Omgången, ur planen.", "The plan's round."),
        ),
    ] = None,
    auditor: Annotated[
        list[str] | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Alias för den som intervjuar; kan anges flera gånger.",
                "The alias of whoever interviews; may be given several times.",
            ),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar=tr("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
            help=tr("Dagen för intervjun.", "The day of the interview."),
        ),
    ] = None,
) -> None:
    """Write the file and say where it is."""
    from brukarrevision.cli.interview.steps import Wish, begin

    wish = Wish(unit, group, round_, tuple(auditor or ()), date)
    begin(given or (), wish)


COMMAND = new
