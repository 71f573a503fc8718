"""Identifiers in odd writing: other signs between the figures, or spelled out in part.

They are stopped in quotes alone: in any other text too much would look like one.
"""

import re
from collections.abc import Iterator

from brukarrevision.identifiers import find

_RUN = re.compile(r"[0-9]+(?:(?:\W|_){1,3}[0-9]+)*")
_FIGURES = re.compile(r"[0-9]+")
_FEWEST, _MOST = 9, 14
_HOURS = re.compile(r"[0-2]?[0-9][.:][0-5][0-9]\W")
_SWEDEN = "46"
_AT = r"(?:\s*(?:@|[(\[{]\s*(?:at|a|snabel-?a)\s*[)\]}])\s*|\s+snabel-?a\s+)"
_DOT = r"(?:\s?[.,\u3002]|\s*[(\[{]?\b(?:dot|punkt)\b[)\]}]?\s*)"
_MAIL = re.compile(
    rf"(?i)\w@\w|\w{_AT}[\w-]+{_DOT}[^\W\d_]{{2}}|\w\sat\s[\w-]+\sdot\s[a-z]{{2}}"
)


def oddly_written(plain: str) -> Iterator[str]:
    """Yield the kinds of identifiers that a text may hold, any of them repeatedly.

    Args:
        plain: a text as :func:`.plain.folded` gives it.
    """
    for run in _RUN.finditer(plain):
        for number in _numbers(run[0]):
            yield from (one.kind for one in find(number))
    if _MAIL.search(plain):
        yield "email"


def _numbers(run: str) -> Iterator[str]:
    """Yield the numbers that figures next to each other may be, read together."""
    groups = list(_FIGURES.finditer(run))
    for at, first in enumerate(groups):
        number = ""
        if _HOURS.match(run, first.start()):
            continue
        for one in groups[at:]:
            number += one[0]
            if len(number) > _MOST:
                break
            if len(number) >= _FEWEST:
                yield f"+{number}" if number.startswith(_SWEDEN) else number
