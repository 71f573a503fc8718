"""Whether a line that was typed can be the answer to a question."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from brukarrevision.keying.asking import SEPARATOR, Item, Option
from brukarrevision.model.cell import number
from brukarrevision.model.instrument import Question

Fault = Literal["key", "whole", "number", "range", "date", "choice"]
"""Why something is no answer: no such key, or what the line should have been."""


@dataclass(frozen=True, slots=True)
class Read:
    """The cell that a line means, or why it means none."""

    cell: str = ""
    fault: Fault | None = None


def read(item: Item, line: str) -> Read:
    """Return the answer that a line is; a blank line is a blank answer."""
    text = " ".join(line.split())
    if not text:
        return Read()
    if item.options:
        return _choices(item, text)
    if item.question is None or item.question.type == "text":
        return Read(text)
    if item.question.type == "date":
        return Read(text) if _is_day(text) else Read(fault="date")
    return _number(item.question, text)


def takes_minus(item: Item) -> bool:
    """Tell whether an answer can begin with a minus."""
    of = item.question
    return of is not None and of.start is not None and of.start < 0


def _choices(item: Item, text: str) -> Read:
    """Read the numbers of choices where there are too many for single keys.

    A long list does not fit on a screen: the beginning of one label does as well.
    """
    found = [item.option(word) for word in text.replace(",", " ").split()]
    several = item.question is not None and item.question.type != "select_one"
    chosen = list(dict.fromkeys(one.id for one in found if one))
    if None in found or (len(chosen) > 1 and not several):
        begun = _begun(item, text)
        return Read(begun.id) if begun else Read(fault="choice")
    return Read(SEPARATOR.join(chosen))


def _begun(item: Item, text: str) -> Option | None:
    """Return the only choice whose label begins so, None if there are several."""
    start = text.casefold()
    found = [one for one in item.options if one.label.casefold().startswith(start)]
    return found[0] if len(found) == 1 else None


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2026-01-31") and bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _number(question: Question, text: str) -> Read:
    value = number(text)
    if value is None:
        return Read(fault="number")
    if question.type == "integer" and not value.is_integer():
        return Read(fault="whole")
    low = question.start is not None and value < question.start
    high = question.end is not None and value > question.end
    return Read(fault="range") if low or high else Read(text)
