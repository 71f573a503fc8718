"""Masks: what stands in a quote in place of words that could tell who somebody is.

The same words have the same mask in every quote of an audit: ``[NAMN_1]`` is one person
throughout. Which words those are is known to the private store alone.
"""

import re
from typing import Literal

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.model.base import Language
from brukarrevision.modelfile import hint
from brukarrevision.normal import normal
from brukarrevision.rawdata.withdraw import key_of
from brukarrevision.store import Store, masks
from brukarrevision.store.marks import mark

Kind = Literal[
    "name",
    "place",
    "unit",
    "role",
    "age",
    "date",
    "phone",
    "email",
    "number",
    "address",
    "postcode",
    "illness",
    "event",
]

_WORDS: dict[Language, dict[Kind, str]] = {
    "sv": {
        "name": "NAMN",
        "place": "PLATS",
        "unit": "ENHET",
        "role": "ROLL",
        "age": "ÅLDER",
        "date": "DATUM",
        "phone": "TELEFON",
        "email": "MEJL",
        "number": "PNR",
        "address": "ADRESS",
        "postcode": "POSTNR",
        "illness": "SJUKDOM",
        "event": "HÄNDELSE",
    },
    "en": {
        "name": "NAME",
        "place": "PLACE",
        "unit": "UNIT",
        "role": "ROLE",
        "age": "AGE",
        "date": "DATE",
        "phone": "PHONE",
        "email": "EMAIL",
        "number": "NUMBER",
        "address": "ADDRESS",
        "postcode": "POSTCODE",
        "illness": "ILLNESS",
        "event": "EVENT",
    },
}

_BRACKETS = re.compile(r"(\[[^\[\]]*\])")


def kinds(language: Language) -> tuple[str, ...]:
    """Return the words for all kinds of masks, as they stand in a quote."""
    return tuple(_WORDS[language].values())


def kind_of(given: str, language: Language) -> Kind:
    """Return the kind that somebody named, in either language.

    Raises:
        WrongUsage: there is no such kind.
    """
    for words in _WORDS.values():
        for kind, word in words.items():
            if normal(given) == normal(word):
                return kind
    known = kinds(language)
    facts = {"hint": hint(given.upper(), known), "known": ", ".join(known)}
    raise WrongUsage(problem("quote-mask-kind", NOWHERE, **facts))


def places(text: str, words: str) -> int:
    """Return how many times words stand in a quote, outside brackets."""
    return sum(len(list(_pattern(words).finditer(part))) for part in _open(text))


def masked(text: str, words: str, mask: str) -> str:
    """Return a quote with a mask in place of words, each time they stand in it.

    Capitals make no difference, nor does the s of the genitive.
    """
    parts = _BRACKETS.split(text)
    pattern = _pattern(words)
    return "".join(
        part if at % 2 else pattern.sub(lambda _: mask, part)
        for at, part in enumerate(parts)
    )


def mask_of(audit: Audit, store: Store, kind: Kind, words: str) -> str:
    """Return the mask of some words, the one they have or a new one.

    Needs a transaction.
    """
    marks = [_mark(audit, kind, one) for one in _forms(words)]
    known = (masks.number(store, kind, one) for one in marks)
    number = next((one for one in known if one is not None), None)
    if number is None:
        number = masks.give(store, kind, marks[0])
    return token(kind, number, audit.plan.language)


def token(kind: str, number: int, language: Language) -> str:
    """Return a mask as it stands in a quote."""
    words = {str(name): word for name, word in _WORDS[language].items()}
    return f"[{words.get(kind, kind)}_{number}]"


def _mark(audit: Audit, kind: Kind, words: str) -> bytes:
    return mark(key_of(audit), "mask", kind, words)


def _forms(words: str) -> tuple[str, ...]:
    """Return words without case, and without or with the s of the genitive."""
    plain = normal(words)
    return (plain, plain.removesuffix("s") if plain.endswith("s") else f"{plain}s")


def _open(text: str) -> list[str]:
    """Return what stands outside brackets."""
    return _BRACKETS.split(text)[::2]


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?i)(?<!\w){spaced}s?(?!\w)")
