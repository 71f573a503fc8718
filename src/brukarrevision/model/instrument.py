"""``instruments/<id>.yaml``: a survey or a guide, in the words of XLSForm."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukarrevision.model.base import (
    Format,
    Id,
    Model,
    Number,
    QuestionId,
    Text,
    Translations,
    Truth,
)

QuestionType = Literal[
    "select_one",
    "select_multiple",
    "rank",
    "integer",
    "decimal",
    "range",
    "date",
    "text",
    "note",
]
Missing = Literal["dont_know", "declined", "not_applicable"]
Side = Literal["positive", "neutral", "negative"]
Rule = Literal["best", "top_two", "positive", "mean"]

SELECTING = frozenset({"select_one", "select_multiple", "rank"})
NUMERIC = frozenset({"integer", "decimal", "range"})


class Choice(Model):
    """One answer that can be chosen.

    A choice with ``missing`` is an answer that is counted apart and is in no base.
    """

    id: Id
    label: Text
    score: Number | None = None
    side: Side | None = None
    missing: Missing | None = None
    translations: Translations = {}


class Band(Model):
    """A band of numbers: from ``from`` to ``to``, both included."""

    id: Id
    label: Text
    start: Number | None = Field(default=None, alias="from")
    end: Number | None = Field(default=None, alias="to")
    side: Side | None = None

    def holds(self, value: float) -> bool:
        """Tell whether the number is in the band."""
        above = self.start is None or value >= self.start
        return above and (self.end is None or value <= self.end)


class Question(Model):
    """One question; ``choices`` is the name of a list, ``relevant`` the routing.

    ``relevant`` maps a question's id to those of its choices that lead here; with
    several questions all have to hold. ``none`` says that the question is put to all.
    ``translations`` are the label's, ``hint_translations`` the hint's.
    """

    id: QuestionId
    type: QuestionType
    label: Text
    choices: Id | None = None
    hint: Text | None = None
    required: Truth = False
    relevant: dict[QuestionId, tuple[Id, ...]] | Literal["none"] | None = None
    sensitive: Truth = False
    reversed: Truth = False
    observable: Truth = False
    indicator: Rule | None = None
    bands: tuple[Band, ...] = ()
    start: Number | None = None
    end: Number | None = None
    step: Number | None = None
    translations: Translations = {}
    hint_translations: Translations = {}

    @property
    def routing(self) -> dict[str, tuple[str, ...]]:
        """Return the answers that lead here, by question; empty if all are asked."""
        return dict(self.relevant) if isinstance(self.relevant, dict) else {}


class Area(Model):
    """Questions on one subject; ``level`` is where influence is meant (FIELD.md 1)."""

    id: Id
    label: Text
    level: Literal["individual", "service", "system"] | None = None
    partition: tuple[QuestionId, ...] | None = None
    questions: tuple[Question, ...] = Field(min_length=1)
    translations: Translations = {}


class Instrument(Model):
    """A questionnaire or an interview guide: areas of questions.

    ``group`` is the group of the plan that it is put to, if it is one.
    """

    format: Format
    id: Id
    kind: Literal["survey", "interview", "forum"]
    title: Text
    areas: tuple[Area, ...] = Field(min_length=1)
    draft: Truth = False
    group: Id | None = None
    partition: tuple[QuestionId, ...] = ("unit",)
    choices: dict[Id, tuple[Choice, ...]] = {}
    background: tuple[Question, ...] = ()
    translations: Translations = {}

    def questions(self) -> Iterator[Question]:
        """Yield every question, background first, in the instrument's order."""
        yield from self.background
        for area in self.areas:
            yield from area.questions

    def question(self, question: str) -> Question | None:
        """Return the question with that id, if there is one."""
        return next((q for q in self.questions() if q.id == question), None)

    def options(self, question: Question) -> tuple[Choice, ...]:
        """Return all choices of a question, those that mean "missing" too."""
        return self.choices.get(question.choices or "", ())

    def answers(self, question: Question) -> tuple[Choice, ...]:
        """Return the choices that are answers, without those that mean "missing"."""
        return tuple(c for c in self.options(question) if c.missing is None)

    def partition_of(self, question: str) -> tuple[str, ...]:
        """Return by what the question's results are split (ANONYMITY.md R1)."""
        for area in self.areas:
            if any(q.id == question for q in area.questions):
                return self.partition if area.partition is None else area.partition
        return self.partition
