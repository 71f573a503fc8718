"""Finds what names a person outright: personal numbers, phone numbers, e-mail.

By shape and check digit alone: names and addresses are for people to look for.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["personal_number", "phone", "email"]


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """Where an identifier stands in a text; what it says is not kept.

    Attributes:
        start: position of its first character; ``end``: after its last one.
        kind: what it is.
        certain: False for a personal number whose check digit is wrong.
    """

    start: int
    end: int
    kind: Kind
    certain: bool = True


def find(text: str, *, strict: bool = True) -> tuple[Identifier, ...]:
    """Return every identifier in a text, in order.

    Args:
        text: any text.
        strict: leave out what has the shape of a personal number and the wrong check
            digit. People misremember numbers, so texts about people want those too.
    """
    numbers = list(_personal_numbers(text))
    found = [one for one in numbers if one.certain]
    found += _emails(text)
    found += _apart(_phones(text), found)
    doubtful = (one for one in numbers if not one.certain and not strict)
    return tuple(sorted([*found, *_apart(doubtful, found)]))


def _apart(some: Iterable[Identifier], others: list[Identifier]) -> list[Identifier]:
    """Return those that share no character with the others."""
    taken = {at for one in others for at in range(one.start, one.end)}
    return [one for one in some if taken.isdisjoint(range(one.start, one.end))]


# -- personal numbers -----------------------------------------------------------

_SIGN = r"[ \u00a0]?[-+\u2010-\u2015\u2212][ \u00a0]?"
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:[06][1-9]|[1278][0-9]|[39][01])"
_ALONE = "(?<![A-Za-z])(?<![0-9A-Fa-f]{4}-)"
_SHAPES = (
    # YYMMDD-NNNN, YYYYMMDD+NNNN, YYMMDD NNNN, YY YYMMDD-NNNN
    rf"(?:(?:18|19|20)[ ]?)?[0-9]{{2}}{_MONTH}{_DAY}(?:{_SIGN}|[ \u00a0])[0-9]{{4}}",
    # YYYY-MM-DD-NNNN, YY MM DD-NNNN
    rf"(?:18|19|20)?[0-9]{{2}}(?P<gap>[-/. ]){_MONTH}(?P=gap){_DAY}{_SIGN}[0-9]{{4}}",
    # YYYY MM DD NNNN
    rf"(?:(?:18|19|20)[0-9]{{2}}|[0-9]{{2}})[ ]{_MONTH}[ ]?{_DAY}[ ][0-9]{{4}}",
    # YYYY MMDD-NNNN
    rf"(?:18|19|20)[0-9]{{2}}[ ]{_MONTH}{_DAY}(?:{_SIGN}|[ ])[0-9]{{4}}",
    # YYMMDDNNNN, YYYYMMDDNNNN: never a part of a hash or another long code
    rf"{_ALONE}(?:18|19|20)?[0-9]{{2}}{_MONTH}{_DAY}[0-9]{{4}}(?![A-Za-z])",
)
_PERSONAL = re.compile(
    rf"(?<![0-9])(?<![0-9][.])(?:{'|'.join(_SHAPES)})"
    r"(?![0-9])(?![.][0-9])(?!-[0-9A-Fa-f]{3})"
)
_LONG = 12
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_RECENT_YEARS = 5


def _personal_numbers(text: str) -> Iterator[Identifier]:
    """Yield personal and coordination numbers with 10 or 12 digits."""
    for match in _PERSONAL.finditer(text):
        digits = re.sub("[^0-9]", "", match[0])
        if not _is_time(digits):
            yield Identifier(*match.span(), "personal_number", _is_valid(digits))


def _is_valid(digits: str) -> bool:
    """Tell whether the date is one and the check digit right."""
    from personnummer import personnummer

    return bool(personnummer.valid(digits))


def _is_time(digits: str) -> bool:
    """Tell whether this is a point of time of late: ``202604031522``."""
    if len(digits) < _LONG or not _CLOCK.fullmatch(digits[-4:]):
        return False
    return int(digits[:4]) >= dt.datetime.now(dt.UTC).year - _RECENT_YEARS


# -- e-mail ---------------------------------------------------------------------

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+\Z")
_DOMAIN = re.compile(r"@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_LONGEST_LOCAL = 64
_NO_ADDRESS = re.compile(r"(?i)git@|\.(?:png|jpe?g|gif|svg|webp|css|js)\Z")


def _emails(text: str) -> Iterator[Identifier]:
    """Yield e-mail addresses, those with å, ä and ö too."""
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(0, at - _LONGEST_LOCAL), at)
        domain = _DOMAIN.match(text, at)
        if local and domain:
            start = at - len(local[0].lstrip(".'`*=/{|}"))
            if start < at and not _NO_ADDRESS.search(text[start : domain.end()]):
                yield Identifier(start, domain.end(), "email")
        at = text.find("@", at + 1)


# -- phone numbers --------------------------------------------------------------

_MAYBE_PHONE = re.compile(
    r"(?<![\w+/-])(?<![0-9][.:])(?:\+|0|\((?=[+0][0-9]{1,4}\)))"
    r"(?:[ \u00a0()/.\u2010-\u2015-]{0,3}[0-9]){6,14}(?![\w])(?![.:/-][0-9])"
)
_NO_PHONE = re.compile(
    r"0?[0-9][-/.](?:0?[0-9]|[12][0-9]|3[01])[-/.](?:[0-9]{2}|[12][0-9]{3})"
    r"|0[0-9]\.[0-5][0-9] ?[-\u2013] ?[0-2][0-9]\.[0-5][0-9]"
)
"""A date, or from when to when."""


def _phones(text: str) -> Iterator[Identifier]:
    """Yield phone numbers with an area or country code."""
    for match in _MAYBE_PHONE.finditer(text):
        if not _NO_PHONE.fullmatch(match[0]) and _is_phone(match[0]):
            yield Identifier(*match.span(), "phone")


def _is_phone(said: str) -> bool:
    """Tell whether a number can be dialled, from Sweden."""
    import phonenumbers

    try:
        number = phonenumbers.parse(said, "SE")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


# -- what nobody has ------------------------------------------------------------

_NOBODYS = re.compile(
    r"(?i)@(?:[\w-]+\.)*(?:example\.(?:com|net|org)|[\w-]+\.(?:example|test"
    r"|invalid|localhost))\Z"
)
_FILM = (
    (313900600, 313900699),
    (406280400, 406280499),
    (846500400, 846500499),
    (980319200, 980319299),
    (701740605, 701740699),
)
"""PTS's numbers for books and films, without the leading 0."""


def reserved(text: str) -> bool:
    """Tell whether an e-mail address or phone number is one that nobody has.

    Args:
        text: the identifier as it stands.
    """
    if "@" in text:
        return bool(_NOBODYS.search(text))
    digits = re.sub("[^0-9]", "", text.replace("(0)", ""))
    number = int(re.sub(r"\A(?:0046|46|0)", "", digits) or 0)
    return any(first <= number <= last for first, last in _FILM)
