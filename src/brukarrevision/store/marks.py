"""Who a response is from, as keyed hashes that tell nothing without their key.

A response is known again by where it lies in the file it came from, and by the id of
its respondent where there is one. Both are kept, so that a corrected mapping makes
nobody a new person.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from brukarrevision.normal import normal

_LENGTH = 16
_BETWEEN = "\x1f"
_WHOLE = re.compile(r"^([0-9]+)\.0+$")
"""A number as a spreadsheet writes it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one response came from. Private: it can hold a respondent's id.

    Attributes:
        number: of the import; ``row``: in its file.
        sha256: of the file; ``sheet``: of the workbook, if it was one.
        scope: what was given for the whole file, as text; ids are unique within it.
        respondent: the id, if there is one; ``round``: the round answered in.
    """

    instrument: str
    number: int
    row: int
    sha256: str
    sheet: str | None
    scope: str
    respondent: str | None
    round: str | None

    def located(self, key: bytes) -> bytes:
        """Return the mark of the row in its file, the same for every instrument."""
        return mark(key, "row", self.sha256, self.sheet or "", str(self.row))

    def named(self, key: bytes) -> bytes | None:
        """Return the mark of the respondent in an instrument and a round, if named."""
        if not self.respondent:
            return None
        of = (self.instrument, self.scope, self.round or "", self.respondent)
        return mark(key, "respondent", *of)

    def marks(self, key: bytes) -> tuple[bytes, ...]:
        """Return all marks."""
        named = self.named(key)
        return (self.located(key), *((named,) if named else ()))


def mark(key: bytes, *parts: str) -> bytes:
    """Return a keyed hash (HMAC-SHA256, 16 bytes) of some texts."""
    text = _BETWEEN.join(parts).encode("utf-8", "surrogatepass")
    return hmac.digest(key, text, hashlib.sha256)[:_LENGTH]


def folded(respondent: str) -> str:
    """Return what two spellings of an id have in common: 001 and 1, R1 and r1."""
    return _WHOLE.sub(r"\1", normal(respondent)).lstrip("0") or "0"


def new_key() -> bytes:
    """Return a key that nobody can guess (32 bytes)."""
    return secrets.token_bytes(32)
