"""What in a quote could tell who somebody is: what is certain blocks, else we ask.

An address is found by its shape. A name can only be guessed at: a person decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from brukarrevision.identifiers import find

Reason = Literal["inside", "surname", "introduced"]

_STREETS = "gatan|gata|vägen|gränd|stigen|backen|allén|torget|esplanaden"
_BEFORE = "På|Längs|Vid|Efter|Under"
_ADDRESSES = (
    rf"(?i:\b\w{{2,}}(?:{_STREETS}))\s+[0-9]{{1,4}}\b",
    rf"\b(?!(?:{_BEFORE})\b)[A-ZÅÄÖ]\w+\s(?:väg|gata|gatan|vägen|torg)\s[0-9]{{1,4}}\b",
    r"\b[0-9]{1,4}[A-Za-z]?\s(?:[A-Z]\w+\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close)\b",
    r"(?<![0-9+-])[1-9][0-9]{2}\s?[0-9]{2}\s{1,2}[A-ZÅÄÖ][a-zåäöé]{2,}",
)
_ADDRESS = re.compile("|".join(f"(?:{one})" for one in _ADDRESSES))

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_NAME = re.compile(r"[A-ZÅÄÖÉ][\w'-]*[a-zåäöé]")
_ENDS = re.compile(r"(?:\A|[.!?:…–\n]|\[[^\[\]]*\])[\s\"'”“»(-]*\Z")
_SURNAME = re.compile(
    r"(?:sson|sdotter|ström|berg|lund|qvist|kvist|gren|blom|stedt|ssen)s?\Z"
)
_CALLED = re.compile(r"(?i:\b(?:heter|kallas|hette|named|called))\s\Z")
_TITLED = re.compile(
    r"(?i:\b(?:doktor|dr\.?|syster|fru|herr|doctor|mrs?\.?|nurse))\s\Z"
)
_NO_NAMES = frozenset({"I", "I'm", "I've", "I'd", "I'll"})


@dataclass(frozen=True, slots=True)
class PossibleName:
    """A word that may be somebody's name, and why it is thought so."""

    word: str
    reason: Reason


def identifying(text: str) -> tuple[str, ...]:
    """Return the kinds of what tells who somebody is outright.

    Some of ``personal_number``, ``phone``, ``email`` and ``address``.
    """
    kinds: list[str] = [one.kind for one in find(text, strict=False)]
    if _ADDRESS.search(text):
        kinds.append("address")
    return tuple(dict.fromkeys(kinds))


def possible_names(text: str) -> tuple[PossibleName, ...]:
    """Return the words that may be names, each once, in order.

    What stands in brackets is the auditors' own. A first name that begins a sentence
    looks like any other word: this list replaces no reading.
    """
    found = {one.word: one for one in reversed(list(_possible(text)))}
    return tuple(reversed(found.values()))


def _possible(text: str) -> Iterator[PossibleName]:
    plain = _BRACKETS.sub(lambda match: "[" + " " * (len(match[0]) - 2) + "]", text)
    for match in re.finditer(r"[\w'-]+", plain):
        word, before = match[0], plain[: match.start()]
        reason = _reason(word, before)
        if reason:
            yield PossibleName(word, reason)


def _reason(word: str, before: str) -> Reason | None:
    if _CALLED.search(before):
        return "introduced"
    if word in _NO_NAMES or not _NAME.match(word):
        return None
    if _TITLED.search(before):
        return "introduced"
    if _SURNAME.search(word):
        return "surname"
    return None if _ENDS.search(before) else "inside"
