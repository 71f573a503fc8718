"""Closed answers in notes: whether one fits its question. It is never repeated."""

import datetime as dt
from collections.abc import Callable, Iterator

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.interviews.markup import Block
from brukarrevision.model.instrument import SELECTING, Instrument, Question

EXAMPLES = {
    "integer": "3",
    "decimal": "1.5",
    "range": "3",
    "date": "2026-03-12",
}
"""An answer to each type of question that has no choices."""


def faults(
    instrument: Instrument, question: Question, block: Block, place: Place
) -> Iterator[Problem]:
    """Yield what is wrong with the answer of a block, if anything."""
    if question.type == "note":
        yield problem("note-question-note", place)
    elif question.type == "text":
        if block.answer is not None:
            yield problem("note-answer-open", place)
    elif question.type in SELECTING:
        yield from _chosen(instrument, question, block, place)
    elif block.answer and not is_of_kind(question, block.answer.strip()):
        facts = {"example": EXAMPLES[question.type]}
        yield problem("note-answer-kind", place, **facts)


def _chosen(
    instrument: Instrument, question: Question, block: Block, place: Place
) -> Iterator[Problem]:
    ids = [choice.id for choice in instrument.options(question)]
    facts = {"choices": ", ".join(ids) or "–"}
    if not set(block.chosen) <= set(ids):
        yield problem("note-answer-unknown", place, **facts)
    elif len(block.chosen) > (1 if question.type == "select_one" else len(ids)):
        yield problem("note-answer-many", place, **facts)


def is_of_kind(question: Question, answer: str) -> bool:
    """Tell whether an answer is a number or a date that a question can have."""
    read: dict[str, Callable[[str], object]] = {
        "integer": int,
        "date": dt.date.fromisoformat,
    }
    try:
        value = read.get(question.type, float)(answer)
    except ValueError:
        return False
    if not isinstance(value, (int, float)):
        return True
    low, high = question.start, question.end
    return (low is None or value >= low) and (high is None or value <= high)
