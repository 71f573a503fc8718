"""Words that may be names. They can only be guessed at, so rather one too many.

A word is looked at for where it stands, how it ends, and whether it is in the lists.
Only a person can say what it is.
"""

import re
from collections.abc import Iterator

from brukarrevision.quotes.lists import first_names, names_and_words, surnames
from brukarrevision.quotes.possible import Possible, Reason

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W\d_]+)*")
_CAPITAL = re.compile(r"[^\W\d_a-zåäöé][\w'’-]*[^\W\d_A-ZÅÄÖÉ]")
_BEGINS = re.compile(r"(?:\A|[.!?:…–\n]|\[ *\])[\s\"'”“»(-]*\Z")
_SURNAME = re.compile(
    r"(?:sson|sdotter|ström|berg|lund|qvist|kvist|gren|blom|stedt)s?\Z"
)
_SURE_SURNAME = re.compile(r"(?:sson|sdotter|qvist|quist)s?\Z")
_CALLED = re.compile(
    r"(?i:\b(?:heter|kallas|hette|heta|namnet|namn|named|called|name is):?\s+)\Z"
)
_SIGNED = re.compile(
    r"(?i:(?:(?<!\w)/{1,2}|\b(?:mvh|hälsningar|hälsn|vänligen|hej|regards)[,:]?)\s*)\Z"
)
_TITLED = re.compile(
    r"(?i:\b(?:doktor|dr\.?|syster|fru|herr|doctor|mrs?\.?|nurse))\s\Z"
)
_RELATED = re.compile(
    r"(?i:\b(?:mamma|pappa|mor|far|bror|syster|dotter|dottern|son|sonen|man|fru|frun"
    r"|sambo|kompis|vän|granne|grannen|moster|faster|farbror|morbror|mormor|morfar"
    r"|farmor|farfar|lille|lilla|handläggare|läkaren|läkare|chefen|chef|kollega"
    r"|kollegan|klient|elev|patient|mother|father|brother|sister|son|daughter)),?\s\Z"
)
_FILLERS = re.compile(
    r"att|av|bara|både|då|den|det|du|en|ett|fortfarande|för|från|han|hon|hos|i|idag"
    r"|inget|ingenting|inte|istället|jag|ju|låter|mer|något|någonting|nu|också|om|oss"
    r"|på|samma|som|så|själv|till|tydligen|ut|vad|verkligen|vi|väl|är|a|as|for|her|him|in"
    r"|it|me|not|on|so|that|the|them|to|us"
)
"""What may come after "is called" and is no name."""
_NO_NAMES = frozenset({"I'm", "I've", "I'd", "I'll"})
_FEWEST_LETTERS = 2


def names(plain: str) -> Iterator[Possible]:
    """Yield the words that may be names, in order.

    Args:
        plain: a text without what stands in brackets (``possible.py``).
    """
    words = list(_WORD.finditer(plain))
    last: re.Match[str] | None = None
    for at, match in enumerate(words):
        after = words[at + 1][0] if at + 1 < len(words) else ""
        reason = _reason(match[0], after, plain[: match.start()])
        if not reason and last and _beside(plain, last, match):
            reason = _second(match[0])
        if reason:
            yield Possible(*match.span(), match[0], reason)
        last = match if reason in ("listed", "introduced", "follows") else None


def _reason(word: str, after: str, before: str) -> Reason | None:
    if word in _NO_NAMES or len(word) < _FEWEST_LETTERS or word.isdigit():
        return None
    capital = bool(_CAPITAL.match(word))
    if _CALLED.search(before) and (capital or not _FILLERS.fullmatch(word)):
        return "introduced"
    if _is_listed(word, after):
        return "listed"
    if _is_introduced(before, capital=capital):
        return "introduced"
    if (_SURNAME if capital else _SURE_SURNAME).search(word):
        return "surname"
    return "inside" if capital and not _BEGINS.search(before) else None


def _is_introduced(before: str, *, capital: bool) -> bool:
    """Tell whether what stands before a word makes it a name; a slash always does."""
    if _SIGNED.search(before) and (capital or before.rstrip().endswith("/")):
        return True
    return capital and bool(_TITLED.search(before) or _RELATED.search(before))


def _beside(plain: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether nothing but space stands between two words."""
    return plain[last.end() : match.start()] in (" ", "\xa0", " - ")


def _second(word: str) -> Reason | None:
    """Tell of a word after a name whether it may be one more, or an initial."""
    plain = word.casefold()
    initial = len(plain) == 1 and plain.isalpha() and plain not in "iåö"
    known = initial or plain in surnames() or _SURNAME.search(plain)
    return "follows" if known or _CAPITAL.match(word) else None


def _is_listed(word: str, after: str) -> bool:
    """Tell whether a word is a known name, in the genitive or in parts too.

    A name that is an ordinary word too counts with a capital, or before another name.
    """
    known = [one for one in _forms(word) if one in first_names() or one in surnames()]
    if not known or (word.isupper() and len(word) < 3):  # noqa: PLR2004
        return False
    if word[0].isupper() or not set(known) <= names_and_words():
        return True
    return any(one in surnames() for one in _forms(after))


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: ``Lenas`` of Lena, ``Eva-Li`` of Eva."""
    for part in dict.fromkeys((word, *re.split(r"['’-]", word))):
        plain = part.casefold()
        yield plain
        if plain.endswith("s") and len(plain) > 3:  # noqa: PLR2004
            yield plain[:-1]
