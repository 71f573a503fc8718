"""The steps of ``data pack``."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import checks, console
from brukarrevision.cli.data import secret
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import read_bytes
from brukarrevision.i18n import tr
from brukarrevision.rawdata import encryption, packing


def pack(
    name: str | None, output: Path, to: Sequence[str], passphrase_file: str | None
) -> None:
    """Pack the raw data of an audit into a file and say what is in it."""
    if to and passphrase_file:
        facts = {"one": "--to", "other": "--passphrase-file"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    audit = opened(name)
    packing.outside_git(audit, output)
    packing.outside_data(audit, output)
    packing.gathered(audit)
    if to:
        seal = encryption.to_recipients([key for one in to for key in _keys(one)])
    else:
        seal = encryption.by_passphrase(secret.new(passphrase_file))
    packed = packing.pack(audit, output, seal)
    console.show(checks.data_is_own(audit))
    console.out(str(output))
    notes = len(packed.notes)
    console.say(
        tr(
            "Packat och kontrollerat: alla svar, och filer med anteckningar och kodade "
            f"fritextsvar: {notes}. Utkast till rapporter följer inte med. Förstör "
            "filen när den är uppackad, och senast när rådata gallras.",
            "Packed and checked: all responses, and files of notes and coded open "
            f"answers: {notes}. Draft reports are not in it. Destroy the file when "
            "it is unpacked, and by the time raw data is erased.",
        )
    )


def _keys(given: str) -> list[str]:
    """Return the keys that an option means: itself, or those in a file."""
    if not given.startswith("@"):
        return [given.strip()]
    path = Path(given[1:])
    try:
        lines = [line.strip() for line in read_bytes(path).decode().splitlines()]
    except UnicodeDecodeError:
        raise FaultyFiles(problem("yaml-not-utf8", Place(path.name))) from None
    return [line for line in lines if line and not line.startswith("#")] or [""]
