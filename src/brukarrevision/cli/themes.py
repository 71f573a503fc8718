"""``themes``: what people said in their own words, by theme."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, FOLDER, AuditName, Yes
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr

HELP = tr(
    "Jämför hur olika personer har kodat, och lämna över kodade texter.",
    "Compare how people have coded, and hand coded texts over.",
)
EXAMPLE = tr(
    "brukarrevision themes sip-vast --agreement\n"
    "brukarrevision themes sip-vast --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-vast --to csv -o /media/usb",
    "brukarrevision themes sip-west --agreement\n"
    "brukarrevision themes sip-west --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-west --to csv -o /media/usb",
)


def themes(
    audit: AuditName = None,
    *,
    agreement: Annotated[
        bool,
        typer.Option(
            "--agreement",
            help=tr(
                "Visa hur väl de som har kodat samma samtal stämmer överens.",
                "Show how far those who have coded the same conversations agree.",
            ),
        ),
    ] = False,
    unprotected: Annotated[
        bool,
        typer.Option(
            "--unprotected",
            help=tr(
                "Med --agreement: per tema, bara för revisorernas egna ögon.",
                "With --agreement: by theme, for the auditors' own eyes alone.",
            ),
        ),
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="refi-qda|csv",
            help=tr(
                "Ett projekt (.qdpx) för NVivo, MAXQDA, QualCoder och andra, eller två "
                "tabeller: varje kodat ställe, och 0 eller 1 för person och tema.",
                "A project (.qdpx) for NVivo, MAXQDA, QualCoder and others, or two "
                "tables: every coded stretch, and 0 or 1 for person and theme.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=f"{FILE}|{FOLDER}",
            help=tr(
                "Var det skrivs: utanför git och den privata mappen.",
                "Where it is written: outside git and the private directory.",
            ),
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Show how far coders agree, or write coded texts for another program."""
    if agreement == (to is not None):
        raise WrongUsage(problem("themes-what", NOWHERE))
    if agreement and output:
        facts = {"one": "--agreement", "other": "-o"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    if to and unprotected:
        facts = {"one": "--to", "other": "--unprotected"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    if to is None:
        from brukarrevision.cli.agreement_steps import show

        show(audit, unprotected=unprotected)
    else:
        from brukarrevision.cli.leaving_steps import leave

        leave(audit, to, output, yes=yes)


COMMAND = themes
