"""``new``: a new audit folder."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FILE, NAME, TEXT
from brukarrevision.i18n import tr

HELP = tr(
    "Skapa en revision från en mall, ett formulär eller en fil med svar.",
    "Make an audit from a template, a survey or a file of responses.",
)
EXAMPLE = tr(
    'brukarrevision new sip-vast --template sip --unit "vast=Västra mottagningen"\n'
    "brukarrevision new boende-2027 --from svar.xlsx",
    'brukarrevision new sip-west --template sip --unit "west=The west clinic"\n'
    "brukarrevision new homes-2027 --from answers.xlsx",
)


def new(
    audit: Annotated[
        str,
        typer.Argument(
            metavar=NAME,
            help=tr(
                "Mappens namn: små bokstäver a-z, siffror och bindestreck.",
                "The folder's name: small letters a-z, digits and hyphens.",
            ),
        ),
    ],
    *,
    template: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Mall: sip (om inget anges), boende eller en egen.",
                "Template: sip (if nothing is given), boende or your own.",
            ),
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar=FILE,
            help=tr(
                "Gör enkäten av ett frågeformulär (XLSForm, LimeSurvey .lss eller "
                ".txt, REDCap) eller av en fil med svar (csv, zip, xlsx, ods, "
                "sav), som inte sparas.",
                "Make the survey from a questionnaire (XLSForm, LimeSurvey .lss or "
                ".txt, REDCap) or from a file of responses (csv, zip, xlsx, ods, "
                "sav), which are not kept.",
            ),
        ),
    ] = None,
    tool: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Verktyget som skrev filen med svar.",
                "The tool that wrote the file of responses.",
            ),
        ),
    ] = None,
    title: Annotated[
        str, typer.Option(metavar=TEXT, help=tr("Revisionens titel.", "The title."))
    ] = "",
    commissioner: Annotated[
        str,
        typer.Option(
            metavar=TEXT, help=tr("Vem som beställer.", "Who commissions it.")
        ),
    ] = "",
    auditor: Annotated[
        str,
        typer.Option(metavar=TEXT, help=tr("Er organisation.", "Your organisation.")),
    ] = "",
    purpose: Annotated[
        str,
        typer.Option(
            metavar=TEXT, help=tr("Vad ni vill ta reda på.", "What you want to know.")
        ),
    ] = "",
    unit: Annotated[
        list[str] | None,
        typer.Option(
            metavar=tr("ID=NAMN", "ID=NAME"),
            help=tr(
                "En enhet; upprepa flaggan för flera.",
                "A unit; repeat the option for several.",
            ),
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="sv|en", help=tr("Rapportens språk.", "The report's language.")
        ),
    ] = None,
) -> None:
    """Make the folder and say what comes next."""
    from brukarrevision.cli import new_steps as steps
    from brukarrevision.scaffold import Answers, units_of

    known = Answers(title, commissioner, auditor, purpose, units_of(unit or ()))
    steps.make(steps.Wish(audit, template, source, known, language, tool))


COMMAND = new
