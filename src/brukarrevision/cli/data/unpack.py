"""``data unpack``: put a packed file together with what is here."""

from pathlib import Path
from typing import Annotated

import typer

from brukarrevision.cli.data.options import PassphraseFile
from brukarrevision.cli.options import FILE
from brukarrevision.i18n import tr

HELP = tr(
    "Packa upp rådata från en annan dator och slå ihop dem med dem som finns här.",
    "Unpack raw data of another computer and merge it with what is here.",
)
EXAMPLE = tr(
    "brukarrevision data unpack sip-vast /media/usb/sip-vast.age\n"
    "brukarrevision data unpack sip-vast sip.age --identity nyckel.txt",
    "brukarrevision data unpack sip-west /media/usb/sip-west.age\n"
    "brukarrevision data unpack sip-west sip.age --identity key.txt",
)


def unpack(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] FIL", "[AUDIT] FILE"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och filen.",
                "The audit (not needed inside it) and the file.",
            ),
        ),
    ] = None,
    *,
    identity: Annotated[
        list[Path] | None,
        typer.Option(
            "--identity",
            "-i",
            metavar=FILE,
            help=tr(
                "Filen med din hemliga nyckel; får upprepas. Annars en lösenfras.",
                "The file of your secret key; may be repeated. Else a passphrase.",
            ),
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
    prefer: Annotated[
        str | None,
        typer.Option(
            "--prefer",
            metavar="mine|theirs",
            help=tr(
                "Vad som gäller där datorerna skiljer sig: mine är det som finns här.",
                "What stands where the computers differ: mine is what is here.",
            ),
        ),
    ] = None,
) -> None:
    """Merge and say what came of it."""
    from brukarrevision.cli.data.unpack_steps import unpack

    unpack(given or [], tuple(identity or ()), passphrase_file, prefer)


COMMAND = unpack
