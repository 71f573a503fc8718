"""``data pack``: raw data as one encrypted file."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.data.options import PassphraseFile
from brukarrevision.cli.options import FILE, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Packa svar och intervjuer i en krypterad fil, att lämna över eller spara.",
    "Pack responses and interviews into an encrypted file, to hand over or to keep.",
)
EXAMPLE = tr(
    "brukarrevision data pack sip-vast -o /media/usb/sip-vast.age\n"
    "brukarrevision data pack sip-vast -o sip.age --to @mottagare.txt",
    "brukarrevision data pack sip-west -o /media/usb/sip-west.age\n"
    "brukarrevision data pack sip-west -o sip.age --to @recipients.txt",
)


def pack(
    audit: AuditName = None,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar=FILE,
            help=tr(
                "Filen som skrivs; en som redan finns ersätts.",
                "The file that is written; one that is there is replaced.",
            ),
        ),
    ],
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar=tr("NYCKEL", "KEY"),
            help=tr(
                "Vem som kan öppna den: en nyckel som börjar med age1 eller ssh-, "
                "eller @FIL med flera; får upprepas. Annars en lösenfras.",
                "Who can open it: a key that begins with age1 or ssh-, or @FILE with "
                "several; may be repeated. Else a passphrase.",
            ),
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Pack the raw data and say where the file is."""
    from brukarrevision.cli.data.pack_steps import pack

    pack(audit, output, tuple(to or ()), passphrase_file)


COMMAND = pack
