"""``themes``: what people said in their own words, by theme."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, FOLDER, AuditName, Yes, one_of
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr

HELP = tr(
    "Räkna vilka teman som nämns, jämför kodare, lämna över texter.",
    "Count who mentions each theme, compare coders, hand texts over.",
)
EXAMPLE = tr(
    "brukarrevision themes sip-vast --by unit\n"
    "brukarrevision themes sip-vast --agreement\n"
    "brukarrevision themes sip-vast --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-vast --to csv -o /media/usb",
    "brukarrevision themes sip-west --by unit\n"
    "brukarrevision themes sip-west --agreement\n"
    "brukarrevision themes sip-west --to refi-qda -o /media/usb\n"
    "brukarrevision themes sip-west --to csv -o /media/usb",
)


def themes(
    audit: AuditName = None,
    *,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help=tr(
                "Dela upp efter unit, group eller question; får upprepas. Varje "
                "omgång har alltid sin egen tabell.",
                "Split by unit, group or question; may be repeated. Every round always "
                "has a table of its own.",
            ),
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="table|json|csv",
            help=tr("table om inget anges.", "table if nothing is given."),
        ),
    ] = "table",
    together: Annotated[
        bool,
        typer.Option(
            "--together",
            help=tr(
                "Vilka teman samma personer nämner, bara på skärmen; kräver "
                "--unprotected.",
                "Which themes the same people mention, on the screen alone; needs "
                "--unprotected.",
            ),
        ),
    ] = False,
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
                "Råa antal, och med --agreement kappa och alfa, också per tema: bara "
                "på skärmen och bara för revisorernas egna ögon.",
                "Raw counts, and with --agreement kappa and alpha, also by theme: on "
                "the screen and for the auditors' own eyes alone.",
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
    """Count who mentions each theme, compare coders, or hand coded texts over."""
    given = {
        "--agreement": agreement,
        "--to": to is not None,
        "--together": together,
        "--by": bool(by),
    }
    _alone(given, ("--agreement", "--to", "--together", "--by"))
    _alone({**given, "-o": output is not None}, ("--agreement", "-o"))
    if to:
        _alone({**given, "--unprotected": unprotected}, ("--to", "--unprotected"))
        from brukarrevision.cli.leaving_steps import leave

        leave(audit, to, output, yes=yes)
    elif agreement:
        from brukarrevision.cli.agreement_steps import show

        one_of("--format", form, ("table", "json"))
        show(audit, unprotected=unprotected, form=form)
    else:
        from brukarrevision.cli import themes_steps as steps

        one_of("--format", form, ("table", "json", "csv"))
        steps.count(steps.Wish(audit, tuple(by or ()), form, together, unprotected))


def _alone(given: dict[str, bool], names: tuple[str, ...]) -> None:
    """Refuse two options that say different things to do.

    Raises:
        WrongUsage: more than one of these is given.
    """
    said = [name for name in names if given[name]]
    if len(said) > 1:
        facts = {"one": said[0], "other": said[1]}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))


COMMAND = themes
