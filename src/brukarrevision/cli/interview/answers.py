"""``interview answers``: open survey answers as files to be coded."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv ut fritextsvaren från enkäter för att kodas, en fil per fråga.",
    "Write out the open answers of surveys to be coded, one file a question.",
)
EXAMPLE = tr(
    "brukarrevision interview answers sip-vast\n"
    "brukarrevision interview answers sip-vast --coder R2",
    "brukarrevision interview answers sip-west\n"
    "brukarrevision interview answers sip-west --coder R2",
)


def answers(
    audit: AuditName = None,
    *,
    coder: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Alias för den som kodar en andra gång, i egna filer.",
                "The alias of whoever codes a second time, in files of their own.",
            ),
        ),
    ] = None,
    drop: Annotated[
        bool,
        typer.Option(
            "--drop",
            help=tr(
                "Ta också bort kodade svar som inte längre finns bland svaren.",
                "Also take away coded answers that are no longer among the data.",
            ),
        ),
    ] = False,
) -> None:
    """Write the files anew, with every code that stands in them."""
    from brukarrevision import console
    from brukarrevision.cli.interview.options import among
    from brukarrevision.cli.opening import opened
    from brukarrevision.errors import WrongUsage, problem
    from brukarrevision.interviews import answersheet

    found = opened(audit)
    if coder is not None:
        among("--coder", coder, [one.alias for one in found.plan.team])
    paths = answersheet.write_out(found, coder or "", drop=drop)
    if not paths:
        raise WrongUsage(problem("answers-none"))
    for path in paths:
        console.out(str(path))


COMMAND = answers
