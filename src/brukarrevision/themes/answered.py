"""How far coders agree on the answers to closed questions, by question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from brukarrevision.interviews.markup import Block, Note
from brukarrevision.model.instrument import NUMERIC, Choice, Instrument, Question
from brukarrevision.themes.agreement import (
    Agreement,
    Metric,
    Ratings,
    alpha,
    percent,
)

_ALL: tuple[Metric, ...] = ("nominal", "ordinal", "interval")

Given = dict[str, dict[str, str]]
"""Of each respondent the answer of every coder who has put one."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A closed question that two coders or more have put answers to.

    Attributes:
        percent: the share of pairs of answers that are the same.
        alpha: Krippendorff's, by what the answers allow: always ``nominal``; also
            ``ordinal`` where they have an order, and ``interval`` where they are
            numbers or have scores. Only nominal counts "do not know" and the like.
    """

    question: Question
    percent: Agreement
    alpha: Mapping[Metric, Agreement]


def by_question(
    instruments: Iterable[Instrument], notes: Sequence[Note]
) -> Iterator[Answered]:
    """Yield every closed question that two have put answers to, in its order."""
    for instrument in instruments:
        for question in instrument.questions():
            given = _given(notes, question)
            if question.type not in ("text", "note") and _is_shared(given):
                yield _answered(instrument, question, given)


def levels(instrument: Instrument, question: Question) -> tuple[Metric, ...]:
    """Return the kinds of alpha that the answers to a question allow."""
    if question.type in NUMERIC:
        return _ALL
    if question.type != "select_one":
        return _ALL[:1]
    answers = instrument.answers(question)
    if answers and all(one.score is not None for one in answers):
        return _ALL
    return _ALL[:2] if _is_scale(answers) else _ALL[:1]


def _given(notes: Sequence[Note], question: Question) -> Given:
    found: Given = {}
    for note in notes:
        for block in note.blocks:
            if block.question == question.id and (answer := _answer(question, block)):
                found.setdefault(note.head.id, {})[note.coder] = answer
    return found


def _answer(question: Question, block: Block) -> str:
    """Return an answer as it is compared, nothing where there is none."""
    if question.type in NUMERIC:
        number = _number(block.answer or "")
        return "" if number is None else str(number)
    ordered = block.chosen if question.type == "rank" else sorted(block.chosen)
    return ",".join(ordered)


def _number(text: str) -> float | None:
    """Return what a text says as a number; ``check`` tells where it says none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _is_shared(given: Given) -> bool:
    return any(len(coders) > 1 for coders in given.values())


def _answered(instrument: Instrument, question: Question, given: Given) -> Answered:
    every = sorted(
        {answer for answers in given.values() for answer in answers.values()}
    )
    plain = _ratings(given, {answer: at for at, answer in enumerate(every)})
    values = _values(instrument, question, every)
    measures = {
        metric: alpha(plain if metric == "nominal" else _ratings(given, values), metric)
        for metric in levels(instrument, question)
    }
    return Answered(question, percent(plain), measures)


def _ratings(given: Given, values: Mapping[str, float]) -> Ratings:
    """Return a row a coder and a column a respondent."""
    coders = sorted({coder for answers in given.values() for coder in answers})
    return [
        [values.get(answers.get(coder, "")) for answers in given.values()]
        for coder in coders
    ]


def _values(
    instrument: Instrument, question: Question, every: Sequence[str]
) -> dict[str, float]:
    """Return what answers count as: the number, the score or the place on the scale."""
    if question.type in NUMERIC:
        return {answer: float(answer) for answer in every}
    answers = instrument.answers(question)
    return {
        one.id: at if one.score is None else one.score for at, one in enumerate(answers)
    }


def _is_scale(answers: Sequence[Choice]) -> bool:
    """Tell whether answers go from one side to the other in the order they stand."""
    rank = {"negative": 0, "neutral": 1, "positive": 2}
    sides = [rank[one.side] for one in answers if one.side is not None]
    ends = {*sides[:1], *sides[-1:]} == {rank["negative"], rank["positive"]}
    whole = len(sides) == len(answers)
    return whole and ends and sides in (sorted(sides), sorted(sides, reverse=True))
