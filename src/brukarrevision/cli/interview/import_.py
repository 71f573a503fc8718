"""``interview import``: conversations become notes, and interviews responses."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME, TEXT, Format
from brukarrevision.i18n import tr

HELP = tr(
    "Läs in ifyllda guider och utskrifter, och räkna intervjuerna som svar.",
    "Read guides that are filled in and transcripts; count interviews as responses.",
)
EXAMPLE = tr(
    "brukarrevision interview import sip-vast\n"
    "brukarrevision interview import sip-vast I-03.docx --consent yes\n"
    "brukarrevision interview import sip-vast samtal.vtt --id I-04 --unit affektiv",
    "brukarrevision interview import sip-west\n"
    "brukarrevision interview import sip-west I-03.docx --consent yes\n"
    "brukarrevision interview import sip-west talk.vtt --id I-04 --unit mood",
)


def import_(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] [FIL]", "[AUDIT] [FILE]"),
            help=tr(
                "Revisionen (behövs inte om du står i den), och filer eller mappar "
                "med samtal: .docx, .txt, .vtt, .srt. Utan filer läses de "
                "anteckningar in som finns.",
                "The audit (not needed inside it), and files or folders with "
                "conversations: .docx, .txt, .vtt, .srt. Without files the notes that "
                "there are are read in.",
            ),
        ),
    ] = None,
    *,
    id_: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar=NAME,
            help=tr("Samtalets id, som I-03.", "The conversation's id, such as I-03."),
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar=NAME, help=tr("Allas enhet.", "The unit of all.")),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar=NAME, help=tr("Allas grupp.", "The group of all.")),
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option(
            "--round", metavar=NAME, help=tr("Allas omgång.", "The round of all.")
        ),
    ] = None,
    auditor: Annotated[
        list[str] | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Alias för den som intervjuade; kan anges flera gånger.",
                "The alias of whoever interviewed; may be given several times.",
            ),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar=tr("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
            help=tr("Dagen för samtalet.", "The day of the conversation."),
        ),
    ] = None,
    consent: Annotated[
        str | None,
        typer.Option(
            metavar="yes|no",
            help=tr(
                "Om de som intervjuades har samtyckt, alla i filerna. Utan det "
                "används inget av det som sades.",
                "Whether those interviewed have consented, all in the files. Without "
                "it nothing that was said is used.",
            ),
        ),
    ] = None,
    guide: Annotated[
        str | None,
        typer.Option(
            metavar=NAME,
            help=tr(
                "Vilken guide (behövs inte om det bara finns en).",
                "Which guide (not needed if there is only one).",
            ),
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar=TEXT,
            help=tr("Textfilens teckenkodning.", "The encoding of the text file."),
        ),
    ] = None,
    form: Format = "text",
) -> None:
    """Write notes from files, if any; then read in all with consent and no errors."""
    from brukarrevision.cli.interview.bring_in import Wish, go

    wish = Wish(
        id=id_,
        unit=unit,
        group=group,
        round=round_,
        auditor=tuple(auditor or ()),
        date=date,
        consent=consent,
        guide=guide,
        encoding=encoding,
    )
    go(given or (), wish, form)


COMMAND = import_
