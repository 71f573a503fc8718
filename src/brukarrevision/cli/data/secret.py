"""Asking for a passphrase, or reading it from a file; it is never shown."""

import getpass
import sys
from pathlib import Path

from brukarrevision import console
from brukarrevision.errors import NOWHERE, FaultyFiles, WrongUsage, problem
from brukarrevision.files import read_bytes
from brukarrevision.i18n import tr
from brukarrevision.rawdata.encryption import SHORTEST, passphrase

_MOST = 10_000
_PACK, _UNPACK = "pack-key-missing", "unpack-key-missing"


def new(file: str | None) -> str:
    """Return a passphrase to lock with; warn of one that can be guessed.

    Raises:
        WrongUsage: nobody can be asked, or it was not the same twice.
    """
    found = _read(file) if file else _asked(tr("Lösenfras", "Passphrase"), _PACK)
    again = tr("Samma lösenfras igen", "The same passphrase again")
    if not file and _asked(again, _PACK) != found:
        raise WrongUsage(problem("pack-passphrases-differ", NOWHERE))
    if len(found) < SHORTEST:
        console.show([problem("passphrase-short", NOWHERE, least=SHORTEST)])
    return found


def known(file: str | None) -> str:
    """Return the passphrase that opens a file."""
    return _read(file) if file else _asked(tr("Lösenfras", "Passphrase"), _UNPACK)


def _asked(question: str, code: str) -> str:
    if not console.can_ask():
        raise WrongUsage(problem(code, NOWHERE))
    try:
        return _filled(passphrase(getpass.getpass(f"{question}: ", sys.stderr)))
    except EOFError:
        raise KeyboardInterrupt from None


def _read(file: str) -> str:
    raw = sys.stdin.buffer.read(_MOST) if file == "-" else read_bytes(Path(file))
    try:
        return _filled(passphrase(raw.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return _filled("")


def _filled(phrase: str) -> str:
    if not phrase:
        raise FaultyFiles(problem("passphrase-empty", NOWHERE))
    return phrase
