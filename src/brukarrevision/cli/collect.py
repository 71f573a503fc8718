"""``collect``: read responses into the private store."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.i18n import tr

HELP = tr(
    "Läs in svar från filer: allt eller inget, och samma fil bara en gång.",
    "Read responses from files: all or nothing, and the same file only once.",
)


def collect(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[AUDIT] FIL..." if tr("sv", "en") == "sv" else "[AUDIT] FILE...",
            help=tr(
                "Revisionen (behövs inte om du står i den) och filerna.",
                "The audit (not needed inside it) and the files.",
            ),
        ),
    ] = None,
    *,
    instrument: Annotated[
        str | None, typer.Option(help=tr("Vilken enkät.", "Which survey."))
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help=tr("Enhet för alla svar.", "Unit of all responses."))
    ] = None,
    group: Annotated[
        str | None, typer.Option(help=tr("Grupp för alla svar.", "Group of all responses."))
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option("--round", help=tr("Omgång för alla svar.", "Round of all responses.")),
    ] = None,
    mode: Annotated[
        str | None,
        typer.Option(
            help=tr(
                "Hur de svarade: paper, phone, web, meeting, interview.",
                "How they answered: paper, phone, web, meeting, interview.",
            )
        ),
    ] = None,
    helped: Annotated[
        str | None,
        typer.Option(
            help=tr(
                "Vem som hjälpte: none, staff, family, other, proxy.",
                "Who helped: none, staff, family, other, proxy.",
            )
        ),
    ] = None,
    mapping: Annotated[
        str | None, typer.Option(help=tr("Vilken mappning.", "Which mapping."))
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help=tr("Teckenkodning.", "Encoding."))
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option(help=tr("Avgränsare.", "Delimiter."))
    ] = None,
    sheet: Annotated[str | None, typer.Option(help=tr("Blad.", "Sheet."))] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=tr("Pröva utan att spara.", "Try without storing.")),
    ] = False,
    form: Annotated[
        str, typer.Option("--format", help=tr("text eller json.", "text or json."))
    ] = "text",
) -> None:
    """Read the files and show what became of their rows."""
    from brukarrevision.cli import collect_steps as steps

    steps.read(
        given or [],
        form,
        {
            "instrument": instrument,
            "unit": unit,
            "group": group,
            "round": round_,
            "mode": mode,
            "help": helped,
            "mapping": mapping,
            "encoding": encoding,
            "delimiter": delimiter,
            "sheet": sheet,
            "dry_run": dry_run,
        },
    )


COMMAND = collect
