"""Conditions of the simple kind: which answers to earlier questions lead here.

Written as XLSForm does: ``${q} = 'a'``, ``selected(${q}, 'a')``, ``!=``, ``not()``,
``or`` between answers to one question, ``and`` between questions. Whatever else a
condition holds makes it one that cannot be kept.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^}]*?)\s*\}|'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\"|"
    r"(?P<number>-?\d+)(?![\d.])|(?P<sign>!=|=|\(|\)|,)|"
    r"(?P<word>selected|not|and|or)\b)"
)
_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_LONGEST = 4_000
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Term:
    """What is asked of the answer to one question.

    Attributes:
        question: its name; ``codes``: the choices meant.
        but: whether any answer but those leads here.
        ticked: whether others may be chosen beside them.
    """

    question: str
    codes: frozenset[str]
    but: bool = False
    ticked: bool = False


class _Unkept(Exception):
    """Something that no routing of ours can say."""


Terms = tuple[Term, ...]


def parse(text: str) -> Terms | None:
    """Return the terms that all have to hold, None for a condition not so simple."""
    try:
        reader = _Reader(_tokens(text))
        terms = reader.either()
    except _Unkept:
        return None
    return terms if reader.done else None


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return the kinds and texts of all tokens."""
    plain, at = text.translate(_CURLY).strip(), 0
    found: list[tuple[str, str]] = []
    if len(plain) > _LONGEST:
        raise _Unkept
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if match is None:
            raise _Unkept
        kind = match.lastgroup or ""
        value = match[kind]
        if kind in ("sign", "word"):
            found.append((value, value))
        else:
            found.append(("name" if kind == "name" else "code", value))
        at = match.end()
    return found


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    @property
    def done(self) -> bool:
        return self._at == len(self._tokens)

    def _next(self) -> str:
        return "" if self.done else self._tokens[self._at][0]

    def _take(self, kind: str) -> str:
        if self._next() != kind:
            raise _Unkept
        self._at += 1
        return self._tokens[self._at - 1][1]

    def either(self) -> Terms:
        """Read what stands between ``or``."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Unkept
        found = self._all()
        while self._next() == "or":
            self._take("or")
            found = _union(found, self._all())
        self._depth -= 1
        return found

    def _all(self) -> Terms:
        found = self._one()
        while self._next() == "and":
            self._take("and")
            found += self._one()
        return found

    def _one(self) -> Terms:
        if self._next() == "not":
            self._take("not")
            return (_turned(self._bracketed()),)
        if self._next() == "(":
            return self._bracketed()
        return (self._selected() if self._next() == "selected" else self._compared(),)

    def _bracketed(self) -> Terms:
        self._take("(")
        found = self.either()
        self._take(")")
        return found

    def _selected(self) -> Term:
        self._take("selected")
        self._take("(")
        name = self._take("name")
        self._take(",")
        code = self._take("code")
        self._take(")")
        return Term(name, frozenset({code}), ticked=True)

    def _compared(self) -> Term:
        first = self._next()
        left = self._take("name" if first == "name" else "code")
        but = self._next() == "!="
        self._take("!=" if but else "=")
        right = self._take("code" if first == "name" else "name")
        name, code = (left, right) if first == "name" else (right, left)
        return Term(name, frozenset({code}), but=but)


def _union(one: Terms, two: Terms) -> Terms:
    """Return either of two terms, if both ask alike of the same question."""
    if len(one) != 1 or len(two) != 1:
        raise _Unkept
    (a,), (b,) = one, two
    if a.question != b.question or a.ticked != b.ticked or a.but or b.but:
        raise _Unkept
    return (Term(a.question, a.codes | b.codes, ticked=a.ticked),)


def _turned(terms: Terms) -> Term:
    if len(terms) != 1:
        raise _Unkept
    (one,) = terms
    return Term(one.question, one.codes, but=not one.but, ticked=one.ticked)
