"""Which answers are favourable and which are not (ANONYMITY.md R2b)."""

from brukarrevision.model.instrument import (
    NUMERIC,
    Band,
    Choice,
    Instrument,
    Question,
    Side,
)

_OTHER: dict[Side, Side] = {
    "negative": "positive",
    "positive": "negative",
    "neutral": "neutral",
}


def of(instrument: Instrument, question: Question) -> dict[str, Side]:
    """Return the side of each answer to a question of an instrument that has one.

    The answers to a question for numbers are its bands.
    """
    if question.type in NUMERIC:
        return side(question, question.bands)
    return side(question, instrument.answers(question))


def side(
    question: Question, options: tuple[Choice, ...] | tuple[Band, ...]
) -> dict[str, Side]:
    """Return the side of each answer that has one, by the answer's id.

    The choices' own marks hold; where only favourable ones are marked, the unmarked are
    unfavourable. A scale that marks none has its lower half by score as negative and
    its upper half as positive. ``reversed`` turns both about.
    """
    marked = {o.id: o.side for o in options if o.side is not None}
    found = _whole(marked, options) or _by_score(options)
    if question.reversed:
        return {option: _OTHER[mark] for option, mark in found.items()}
    return found


def _whole(
    marked: dict[str, Side], options: tuple[Choice, ...] | tuple[Band, ...]
) -> dict[str, Side]:
    """Return the marks, with the side that nobody marked."""
    if "positive" not in marked.values() or "negative" in marked.values():
        return marked
    rest: dict[str, Side] = {o.id: "negative" for o in options if o.id not in marked}
    return marked | rest


def _by_score(options: tuple[Choice, ...] | tuple[Band, ...]) -> dict[str, Side]:
    """Return the halves of a scale; the middle of an odd one has no side."""
    scored = [o for o in options if isinstance(o, Choice) and o.score is not None]
    ordered = sorted(scored, key=lambda choice: choice.score or 0)
    half = len(ordered) // 2
    low: dict[str, Side] = {c.id: "negative" for c in ordered[:half]}
    high: dict[str, Side] = {c.id: "positive" for c in ordered[len(ordered) - half :]}
    return low | high


def ids(sides: dict[str, Side], which: Side) -> frozenset[str]:
    """Return the ids of the answers on one side."""
    return frozenset(option for option, mark in sides.items() if mark == which)
