"""Boxes on a form that was filled in: which choice a line is, and whether it is ticked.

A box is ticked by a sign of its own (☒), by a cross put in its place or beside it, or
by a number where choices are put in order. One that is filled in (■) was a mistake, as
the form says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brukarrevision.keying.asking import options_of
from brukarrevision.model.instrument import SELECTING, Instrument, Question

_BOXES = "☐□▢◻⬜■◼⬛"
_TICKS = "☑☒✓✔✗✘✕✖×⊠🗹🗷xX"
_AROUND = "()[]"
_STEPS = 11
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Option:
    """A choice on paper: its id, the small key beside its box, and what it may say."""

    id: str
    key: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A line that is a choice.

    Attributes:
        option: its id.
        ticked: whether its box is.
        place: the number in its box, 0 for none.
        rest: what is written after it.
    """

    option: str
    ticked: bool
    place: int
    rest: str


def options(instrument: Instrument, question: Question) -> tuple[Option, ...]:
    """Return the choices that the boxes of a question stand for."""
    if question.type == "range":
        return tuple(_steps(question))
    if question.type not in SELECTING:
        return ()
    every = instrument.options(question)
    keys = options_of([(one.id, one.label) for one in every])
    return tuple(
        Option(one.id, key.key, (one.label, *one.translations.values()))
        for one, key in zip(every, keys, strict=True)
    )


def _steps(question: Question) -> Iterator[Option]:
    low, high, step = question.start, question.end, question.step or 1
    if low is None or high is None or step <= 0 or (high - low) / step > _STEPS:
        return
    for at in range(int((high - low) / step) + 1):
        value = f"{low + at * step:g}"
        yield Option(value, "", (value, value.replace(".", ",")))


def seen(text: str, every: Sequence[Option], *, ordered: bool = False) -> Seen | None:
    """Return the choice that a line is, if it has a box or a tick.

    Args:
        text: the line.
        every: the choices there are.
        ordered: whether numbers are written in the boxes.
    """
    labels = sorted(
        ((label, one) for one in every for label in one.labels),
        key=lambda pair: -len(pair[0]),
    )
    plain = " ".join(text.split(" ")).replace("\u00a0", " ").strip()
    for label, option in labels:
        match = re.fullmatch(_pattern(label), plain, re.DOTALL | re.IGNORECASE)
        if match and (found := _seen(match, option, ordered=ordered)):
            return found
    return None


def _pattern(label: str) -> str:
    words = r"\s+".join(map(re.escape, label.split()))
    return rf"(?P<before>.{{0,{_BEFORE}}}?)(?<!\w){words}(?!\w)(?P<after>.*)"


def _seen(match: re.Match[str], option: Option, *, ordered: bool) -> Seen | None:
    before, after = match["before"], match["after"].strip()
    if option.key and not ordered:
        key = re.escape(option.key)
        before = re.sub(
            rf"(?<=[{_BOXES}{_TICKS}\])])\s*{key}(?!\w)", "", before, count=1
        )
    number = "".join(re.findall("[0-9]+", before)) if ordered else ""
    signs = re.sub(r"\s", "", before.replace(number, "") if number else before)
    first, _, more = after.partition(" ")
    crossed = _is_tick(first)
    if signs.strip(_BOXES + _TICKS + _AROUND) or not (signs or number or crossed):
        return None
    ticked = any(sign in _TICKS for sign in signs) or crossed
    return Seen(
        option.id, ticked, int(number[:3] or 0), more.strip() if crossed else after
    )


def _is_tick(word: str) -> bool:
    plain = word.strip(_AROUND)
    return bool(plain) and all(sign in _TICKS for sign in plain)
