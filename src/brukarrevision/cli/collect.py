"""``collect``: read responses into the private store."""

from typing import Annotated, Any

import typer

from brukarrevision.cli.options import NAME, TEXT, Format, Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Läs in svar från filer: allt eller inget, samma fil en gång.",
    "Read responses from files: all or nothing, and no file twice.",
)
EXAMPLE = tr(
    "brukarrevision collect sip-vast svar.xlsx --unit vast --mode web\n"
    "brukarrevision collect sip-vast --enter enkat\n"
    "brukarrevision collect sip-vast --log",
    "brukarrevision collect sip-west answers.xlsx --unit west --mode web\n"
    "brukarrevision collect sip-west --enter enkat\n"
    "brukarrevision collect sip-west --log",
)


def _option(name: str, metavar: str, sv: str, en: str) -> Any:  # noqa: ANN401
    """Return an option that takes a word."""
    return typer.Option(name, metavar=metavar, help=tr(sv, en))


def collect(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] FIL", "[AUDIT] FILE"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och filerna.",
                "The audit (not needed inside it) and the files.",
            ),
        ),
    ] = None,
    *,
    instrument: Annotated[
        str | None, _option("--instrument", NAME, "Vilken enkät.", "Which survey.")
    ] = None,
    unit: Annotated[
        str | None, _option("--unit", NAME, "Allas enhet.", "The unit of all.")
    ] = None,
    group: Annotated[
        str | None, _option("--group", NAME, "Allas grupp.", "The group of all.")
    ] = None,
    round_: Annotated[
        str | None, _option("--round", NAME, "Allas omgång.", "The round of all.")
    ] = None,
    mode: Annotated[
        str | None,
        _option(
            "--mode",
            TEXT,
            "Hur alla svarade: paper, phone, web, meeting, interview.",
            "How all answered: paper, phone, web, meeting, interview.",
        ),
    ] = None,
    helped: Annotated[
        str | None,
        _option(
            "--helped",
            TEXT,
            "Vem som hjälpte alla: none, staff, family, other, proxy.",
            "Who helped all: none, staff, family, other, proxy.",
        ),
    ] = None,
    mapping: Annotated[
        str | None,
        _option(
            "--mapping",
            NAME,
            "Vilken fil i mappings, utan ändelse.",
            "Which file in mappings, without its ending.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        _option("--encoding", TEXT, "Filens teckenkodning.", "The file's encoding."),
    ] = None,
    delimiter: Annotated[
        str | None,
        _option("--delimiter", TEXT, "Filens avgränsare.", "The file's delimiter."),
    ] = None,
    sheet: Annotated[
        str | None,
        _option("--sheet", TEXT, "Arbetsbokens blad.", "The sheet of the workbook."),
    ] = None,
    tool: Annotated[
        str | None,
        _option(
            "--tool", NAME, "Verktyget som skrev filen.", "The tool that wrote it."
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=tr(
                "Låt ändrade svar ersätta samma persons tidigare.",
                "Let changed answers replace earlier ones of the same person.",
            ),
        ),
    ] = False,
    enter: Annotated[
        str | None,
        _option(
            "--enter",
            NAME,
            "Mata in pappersformulär till den enkäten, vid en terminal.",
            "Key in paper forms of that questionnaire, at a terminal.",
        ),
    ] = None,
    second: Annotated[
        bool,
        typer.Option(
            "--second",
            help=tr(
                "Med --enter: samma formulär en gång till, för att hitta fel.",
                "With --enter: the same forms once more, to find mistakes.",
            ),
        ),
    ] = False,
    log: Annotated[
        bool,
        typer.Option("--log", help=tr("Visa alla importer.", "Show all imports.")),
    ] = False,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo",
            help=tr("Ta tillbaka den sista importen.", "Take the last import back."),
        ),
    ] = False,
    yes: Yes = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help=tr("Pröva utan att spara.", "Try, store nothing.")
        ),
    ] = False,
    form: Format = "text",
) -> None:
    """Read files or forms, or show or undo what was read."""
    from brukarrevision.cli.collect_ways import go

    wishes = {
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
        "tool": tool,
        "replace": replace,
        "dry_run": dry_run,
    }
    ways = {
        "--enter": enter,
        "--second": second,
        "--log": log,
        "--undo": undo,
        "--yes": yes,
    }
    go(given or [], form, wishes, ways)


COMMAND = collect
