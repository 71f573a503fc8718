"""What in a quote could tell who somebody is: what is certain blocks, else we ask.

An address is found by its shape. A name can only be guessed at: a person decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from brukarrevision.identifiers import find
from brukarrevision.quotes.names import names
from brukarrevision.quotes.oddly import oddly_written
from brukarrevision.quotes.plain import folded
from brukarrevision.quotes.possible import BRACKETS, Possible, without_brackets
from brukarrevision.quotes.traits import traits

_STREETS = (
    "gatan|gata|vägen|väg|gränd|gränden|stigen|stig|backen|backe|allén|allé|torget|torg"
    "|esplanaden|leden|kajen|platsen|plats"
)
_BEFORE = "På|Längs|Vid|Efter|Under"
_ROADS = "(?:riks|motor|europa|läns|järn|om|huvud|arbets|sitt)"
_NUMBER = r"(?:(?i:nr|nummer|no)\.?\s*)?[0-9]{1,4}(?:\s?[A-Za-z])?\b"
_ADDRESSES = (
    rf"(?i:\b(?!{_ROADS}(?:väg|plats))[\w-]{{2,}}(?:{_STREETS}))\s+{_NUMBER}",
    rf"\b(?!(?:{_BEFORE})\b)[A-ZÅÄÖ]\w+\s(?:väg|gata|gatan|vägen|torg)\s{_NUMBER}",
    r"(?i:\b(?:lgh|lägenhet)\.?\s*(?:nr\.?\s*)?[0-9]{1,4}\b)",
    r"\b[0-9]{1,4}[A-Za-z]?\s(?:[A-Z]\w+\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close)\b",
    r"(?<![0-9+-])[1-9][0-9]{2}\s?[0-9]{2}\s{1,2}[A-ZÅÄÖ][a-zåäöé]{2,}",
)
_ADDRESS = re.compile("|".join(f"(?:{one})" for one in _ADDRESSES))


def identifying(text: str) -> tuple[str, ...]:
    """Return the kinds of what tells who somebody is outright.

    Some of ``personal_number``, ``phone``, ``email`` and ``address``, also in odd
    writing.
    """
    plain = folded(text)
    kinds: list[str] = [one.kind for one in find(plain, strict=False)]
    if not kinds:
        kinds += oddly_written(plain)
    if addresses(plain):
        kinds.append("address")
    return tuple(dict.fromkeys(kinds))


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where addresses stand, from the first character to after the last."""
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def possible(text: str, units: Iterable[str] = ()) -> tuple[Possible, ...]:
    """Return the words that may tell who somebody is, in order.

    What stands in brackets is the auditors' own: there known names alone are looked
    for. These lists replace no reading: what nobody thought of is in none of them.

    Args:
        text: a quote.
        units: what the units and groups of the audit are called.
    """
    plain = _without_addresses(without_brackets(text))
    found = [*traits(plain, units), *names(plain), *_in_brackets(text)]
    return tuple(sorted(_widest(found)))


def _in_brackets(text: str) -> Iterator[Possible]:
    """Yield the known names in brackets: who took notes may have put some there."""
    for match in BRACKETS.finditer(text):
        for one in names(match[0][1:-1]):
            if one.reason == "listed":
                start, end = (match.start() + 1 + at for at in (one.start, one.end))
                yield replace(one, start=start, end=end)


def _without_addresses(plain: str) -> str:
    """Blank addresses: they stop a quote, and are not to be asked about as well."""
    return _ADDRESS.sub(lambda match: "-" * len(match[0]), plain)


def _widest(found: Iterable[Possible]) -> Iterator[Possible]:
    """Yield what stands apart: the widest first, and of two alike the first."""
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: one.start - one.end):
        where = range(one.start, one.end)
        if taken.isdisjoint(where):
            taken.update(where)
            yield one
