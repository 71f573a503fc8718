"""How large a number may be: ``start=0 end=10``, or ``. >= 0 and . <= 10``."""

import re
from dataclasses import dataclass

from brukarrevision.model.cell import number
from brukarrevision.model.instrument import QuestionType

Number = int | float

_PART = r"\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)"
_LIMITS = re.compile(rf"\s*{_PART}(?:\s+and\s+{_PART})?\s*")
_ENDS = {">=": "start", "<=": "end"}
_PARAMETER = re.compile(r"(start|end|step)\s*=\s*([^\s,;]+)")
_MOST = 10**9
"""A number beyond this is no limit of an answer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From where to where a number goes, in what steps.

    Attributes:
        kept: the columns that say no more than this.
    """

    start: Number | None = None
    end: Number | None = None
    step: Number | None = None
    kept: tuple[str, ...] = ()


def limits(kind: QuestionType, parameters: str, constraint: str) -> Limits:
    """Return the limits of a question, as far as they are that simple."""
    if kind == "range":
        said = {name: as_number(text) for name, text in _PARAMETER.findall(parameters)}
        return Limits(**said, kept=() if None in said.values() else ("parameters",))
    found = _LIMITS.fullmatch(constraint)
    if kind not in ("integer", "decimal") or found is None:
        return Limits()
    first, one, second, two = found.groups()
    if first == second:
        return Limits()
    every = ((first, one), (second, two))
    said = {_ENDS[sign]: as_number(text) for sign, text in every if sign}
    return Limits(**said, kept=("constraint",))


def as_number(text: str) -> Number | None:
    """Return the number that a text says, whole if it is; None if it says none.

    One that is beyond any answer is none.
    """
    found = number(text)
    if found is None or abs(found) > _MOST:
        return None
    return int(found) if found.is_integer() else found
