"""Encryption with age: to recipients, or with a passphrase."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem

Recipient = Any
Identity = Any
"""Public and private keys of the library, which has no types of its own."""

SHORTEST = 12
"""A passphrase of fewer characters can be guessed."""

Opener = Callable[[bytes], bytes]
Sealer = Callable[[bytes], tuple[bytes, Opener]]
"""Gives the sealed bytes, and what opens them again to see that they are whole."""

_SECRET = ("AGE-SECRET-KEY-", "-----BEGIN")


def passphrase(text: str) -> str:
    """Return a passphrase as it is used: the same however the letters were typed."""
    return unicodedata.normalize("NFC", text.rstrip("\r\n"))


def to_recipients(given: Sequence[str]) -> Sealer:
    """Return what seals for some recipients (``age1...`` or public SSH keys).

    Raises:
        WrongUsage: one of them is no such key.
    """
    from pyrage import decrypt, encrypt, x25519

    wanted = [_recipient(text, number) for number, text in enumerate(given, 1)]

    def seal(data: bytes) -> tuple[bytes, Opener]:
        once = x25519.Identity.generate()
        sealed = encrypt(data, [*wanted, once.to_public()])
        return sealed, lambda there: decrypt(there, [once])

    return seal


def by_passphrase(phrase: str) -> Sealer:
    """Return what seals with a passphrase."""
    from pyrage import passphrase as age

    def seal(data: bytes) -> tuple[bytes, Opener]:
        return age.encrypt(data, phrase), lambda there: age.decrypt(there, phrase)

    return seal


def _recipient(text: str, number: int) -> Recipient:
    from pyrage import RecipientError, ssh, x25519

    if text.startswith(_SECRET):
        raise WrongUsage(problem("pack-secret-key", NOWHERE, number=number))
    try:
        if text.startswith("ssh-"):
            return ssh.Recipient.from_str(text)
        return x25519.Recipient.from_str(text)
    except RecipientError:
        raise WrongUsage(problem("pack-recipient", NOWHERE, number=number)) from None


def identities(text: bytes, name: str) -> list[Identity]:
    """Return the private keys of a file: of age, or one of SSH.

    Raises:
        FaultyFiles: there is none, or one that is not known.
    """
    from pyrage import IdentityError, ssh, x25519

    fault = FaultyFiles(problem("unpack-identity", Place(name)))
    try:
        if text.lstrip().startswith(b"-----BEGIN"):
            return [ssh.Identity.from_buffer(text)]
        lines = [line.strip() for line in text.decode().splitlines()]
        keys = [line for line in lines if line and not line.startswith("#")]
        found: list[Identity] = [x25519.Identity.from_str(one) for one in keys]
    except (IdentityError, UnicodeDecodeError):
        raise fault from None
    if not found:
        raise fault
    return found


def opened(sealed: bytes, keys: Sequence[Identity], name: str) -> bytes:
    """Return what was sealed for the owner of one of the keys.

    Raises:
        FaultyFiles: it was not, or the file is damaged.
    """
    from pyrage import decrypt

    with _age(name):
        data: bytes = decrypt(sealed, keys)
    return data


def opened_by(sealed: bytes, phrase: str, name: str) -> bytes:
    """Return what was sealed with a passphrase.

    Raises:
        FaultyFiles: it is another passphrase, or the file is damaged.
    """
    from pyrage import passphrase as age

    with _age(name):
        data: bytes = age.decrypt(sealed, phrase)
    return data


@contextmanager
def _age(name: str) -> Iterator[None]:
    from pyrage import DecryptError

    try:
        yield
    except DecryptError:
        raise FaultyFiles(problem("unpack-locked", Place(name))) from None
