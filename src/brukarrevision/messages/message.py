"""What one message of the tool consists of."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Message:
    """A text with a code, in Swedish and English, and what to do about it.

    Attributes:
        code: the name of the message, kept for good: programs and docs refer to it.
        sv: what is wrong, in Swedish; ``{name}`` is filled from the problem's facts.
        en: the same in English.
        sv_remedy: what to do, in Swedish.
        en_remedy: the same in English.
        severity: an error stops the work, a warning does not, a note only informs.
    """

    code: str
    sv: str
    en: str
    sv_remedy: str
    en_remedy: str
    severity: Severity = "error"
