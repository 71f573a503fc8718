"""``form``: a questionnaire to fill in, on paper or in another tool; and its papers."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.options import FOLDER, NAME, Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Skriv enkäter, intervjuguider, brev och avtal som ska fyllas i.",
    "Write surveys, interview guides, letters and contracts to fill in.",
)
EXAMPLE = tr(
    "brukarrevision form sip-vast enkat --layout easy --language ar\n"
    "brukarrevision form sip-vast enkat --to xlsform\n"
    "brukarrevision form sip-vast --paper letter",
    "brukarrevision form sip-west survey --layout easy --language ar\n"
    "brukarrevision form sip-west survey --to xlsform\n"
    "brukarrevision form sip-west --paper letter",
)


def form(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] [ENKÄT]", "[AUDIT] [SURVEY]"),
            help=tr(
                "Revisionen (behövs inte om du står i den), och vilken enkät eller "
                "guide (behövs inte om det bara finns en).",
                "The audit (not needed inside it), and which survey or guide (not "
                "needed if there is only one).",
            ),
        ),
    ] = None,
    *,
    to: Annotated[
        str,
        typer.Option(
            metavar="docx|xlsform|limesurvey",
            help=tr(
                "Word (om inget anges), KoboToolbox och ODK, eller LimeSurvey.",
                "Word (if nothing is given), KoboToolbox and ODK, or LimeSurvey.",
            ),
        ),
    ] = "docx",
    paper: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "questionnaire (enkät), guide (intervjuguide), letter "
                "(informationsbrev), consent (samtycke), contract (avtal) eller "
                "assignment (uppdragsplan).",
                "questionnaire, guide (for interviews), letter (of information), "
                "consent, contract or assignment.",
            ),
        ),
    ] = None,
    layout: Annotated[
        str,
        typer.Option(
            metavar=NAME,
            help=tr(
                "normal (om inget anges), large (stor stil) eller easy (lättläst).",
                "normal (if nothing is given), large (print) or easy (to read).",
            ),
        ),
    ] = "normal",
    language: Annotated[
        str | None,
        typer.Option(
            metavar=tr("KOD", "CODE"),
            help=tr(
                "Språket, som ar; annars planens.",
                "The language, as ar; else the plan's.",
            ),
        ),
    ] = None,
    pictures: Annotated[
        Path | None,
        typer.Option(
            metavar=FOLDER,
            help=tr(
                "Bilder med frågans id till namn; lättläst tar annars revisionens "
                "egna i mappen pictures.",
                "Pictures named after the question's id; easy-read else takes the "
                "audit's own in the folder pictures.",
            ),
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Enheten formuläret är till, så att den inte frågas efter.",
                "The unit that the form is for, so that it is not asked about.",
            ),
        ),
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option(
            metavar="mode|help",
            help=tr(
                "Fråga på webben också hur svaret lämnas (mode) eller om någon "
                "hjälpte till (help); upprepa flaggan för båda.",
                "On the web, ask too how the answer is given (mode) or if somebody "
                "helped (help); repeat the option for both.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=tr("FIL|MAPP", "FILE|FOLDER"),
            help=tr(
                "Var filen skrivs; annars i mappen du står i.",
                "Where the file is written; else in the folder you are in.",
            ),
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Write the form and say where it is."""
    from brukarrevision.cli.form_steps import Wish, write

    wish = Wish(
        given=tuple(given or ()),
        to=to,
        paper=paper,
        layout=layout,
        language=language,
        pictures=pictures,
        unit=unit,
        ask=tuple(ask or ()),
        output=output,
    )
    write(wish, overwrite=yes)


COMMAND = form
