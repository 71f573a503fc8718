"""Something found: by its message's code and its place, never by what it says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a content.

    Attributes:
        code: of the message.
        line: of a text, or ``row``: of a table; 0 where neither is known.
        count: how many there are in the content; the first stands there.
    """

    code: str
    line: int = 0
    row: int = 0
    count: int = 1
