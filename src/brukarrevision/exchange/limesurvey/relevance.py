"""LimeSurvey's conditions said as XLSForm says them, for ``exchange/conditions.py``.

``((q1.NAOK == "A1"))`` is ``((${q1} = 'A1'))``; a ticked option ``q2_SQ1.NAOK == "Y"``
is ``selected(${q2}, 'SQ1')``. What is not that simple stays as it is, and is listed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NAME = r"(?P<name>[A-Za-z]\w*|\d+X\d+X\w+)(?:\.(?:NAOK|value|code))?"
_CODE = r"(?:\"(?P<two>[^\"']*)\"|'(?P<one>[^\"']*)'|(?P<number>\d+))"
_COMPARED = re.compile(rf"{_NAME}\s*(?P<sign>==?|!=|\beq\b|\bne\b)\s*{_CODE}")
_WORD = re.compile(r"\b(?:and|or|not)\b", re.IGNORECASE)
_SIGNS = (("&&", " and "), ("||", " or "))
OTHER = "other"
"""What the answer in own words is called here."""

_ALWAYS = frozenset({"", "1", "(1)"})
_LONGEST = 4_000


@dataclass(slots=True)
class Names:
    """What conditions may name, and what it is called where they are said again.

    Attributes:
        single: questions and rows with one answer.
        ticked: question and option of ``q_option``; ``ranked``: question and place.
        places: how many places a ranking has, by its question.
        aliases: other names of questions.
    """

    single: dict[str, str] = field(default_factory=dict)
    ticked: dict[str, tuple[str, str]] = field(default_factory=dict)
    ranked: dict[str, tuple[str, int]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


def condition(text: str, names: Names) -> str:
    """Return a condition as XLSForm says it, ``""`` for one that always holds."""
    plain = " ".join(text.split())
    if plain in _ALWAYS or len(plain) > _LONGEST:
        return "" if plain in _ALWAYS else plain
    seen: dict[tuple[str, str], set[int]] = {}

    def said(match: re.Match[str]) -> str:
        name = _known(match["name"], names)
        code = match["two"] or match["one"] or match["number"] or ""
        code = OTHER if code == "-oth-" else code
        but = match["sign"] in ("!=", "ne")
        if name in names.single:
            return f"${{{names.single[name]}}} {'!=' if but else '='} '{code}'"
        if name in names.ticked and code == "Y" and not but:
            question, option = names.ticked[name]
            return f"selected(${{{question}}}, '{option}')"
        if name in names.ranked and not but:
            question, place = names.ranked[name]
            seen.setdefault((question, code), set()).add(place)
            return f"selected(${{{question}}}, '{code}')"
        return match[0]

    found = _COMPARED.sub(said, plain)
    if any(len(seen[q, code]) < names.places[q] for q, code in seen):
        return plain  # it is the place that counts, which a routing cannot say
    for sign, word in _SIGNS:
        found = found.replace(sign, word)
    return _WORD.sub(lambda word: word[0].lower(), found)


def _known(name: str, names: Names) -> str:
    """Return the code that a condition means by a name, also by one of numbers."""
    for end in range(len(name), 0, -1) if names.aliases else ():
        if code := names.aliases.get(name[:end]):
            return f"{code}_{name[end:]}" if name[end:] else code
    return name
