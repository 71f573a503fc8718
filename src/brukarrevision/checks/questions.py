"""Checks of single questions: type, choices, routing, partition, protection."""

import math
from collections.abc import Iterator
from itertools import pairwise

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import Found, every_question, file_of
from brukarrevision.errors import Problem, problem
from brukarrevision.model import sides
from brukarrevision.model.instrument import NUMERIC, SELECTING, Instrument
from brukarrevision.modelfile import hint
from brukarrevision.workspace import PLAN

_RESERVED = frozenset(
    {"unit", "group", "round", "respondent", "mode", "help", "themes"}
)


def has_choices(audit: Audit) -> Iterator[Problem]:
    """A question to choose from has its list; others have none."""
    for found in every_question(audit):
        question = found.question
        lists = list(found.instrument.choices)
        if question.id.lower() in _RESERVED:
            yield problem("question-reserved", found.place("id"), id=question.id)
        if question.type not in SELECTING:
            if question.choices:
                yield problem(
                    "question-choices-extra", found.place("choices"), type=question.type
                )
        elif not question.choices:
            yield problem("question-choices-missing", found.place(), id=question.id)
        elif question.choices not in lists:
            yield problem(
                "question-choices-unknown",
                found.place("choices"),
                name=question.choices,
                hint=hint(question.choices, lists),
            )


def routing_exists(audit: Audit) -> Iterator[Problem]:
    """``relevant`` names earlier questions and their choices (R6)."""
    for found in every_question(audit):
        for parent, wanted in found.question.routing.items():
            yield from _routed(found, parent, wanted)


def _routed(found: Found, parent: str, wanted: tuple[str, ...]) -> Iterator[Problem]:
    instrument, place = found.instrument, found.place("relevant")
    order = [question.id for question in instrument.questions()]
    question = instrument.question(parent)
    if question is None:
        facts = {"id": parent, "hint": hint(parent, order)}
        yield problem("relevant-unknown-question", place, **facts)
        return
    if order.index(parent) >= order.index(found.question.id):
        yield problem("relevant-later", place, id=found.question.id, parent=parent)
    if question.type not in SELECTING:
        yield problem("relevant-not-choice", place, parent=parent)
    if instrument.partition_of(parent) != instrument.partition_of(found.question.id):
        yield problem("relevant-other-partition", place, parent=parent)
    known = {choice.id: choice for choice in instrument.options(question)}
    for one in wanted:
        if one not in known:
            facts = {"id": one, "hint": hint(one, known)}
            yield problem("relevant-unknown-choice", place, **facts)
        elif known[one].missing:
            yield problem("relevant-missing", place, id=one)


def partition_is_observable(audit: Audit) -> Iterator[Problem]:
    """Results are split by unit, group or what staff know anyway (R1)."""
    for key, instrument in audit.instruments.items():
        name = file_of(key)
        yield from _partition(audit, instrument, instrument.partition, name, ())
        for at, area in enumerate(instrument.areas):
            if area.partition is not None:
                path = ("areas", at)
                yield from _partition(audit, instrument, area.partition, name, path)


def _partition(
    audit: Audit,
    instrument: Instrument,
    names: tuple[str, ...],
    file: str,
    path: tuple[str | int, ...],
) -> Iterator[Problem]:
    background = {q.id: q for q in instrument.background}
    for name in names:
        question = background.get(name)
        place = audit.place(file, (*path, "partition"))
        if name in ("unit", "group"):
            continue
        if question is None:
            known = ["unit", "group", *background]
            facts = {"name": name, "hint": hint(name, known)}
            yield problem("partition-unknown", place, **facts)
        elif not question.observable or question.type != "select_one":
            yield problem("partition-not-observable", place, name=name)


def can_be_shown(audit: Audit) -> Iterator[Problem]:
    """Say which questions will never be shown as they are written (R5)."""
    for found in every_question(audit):
        question = found.question
        options = found.instrument.answers(question)
        marks = sides.of(found.instrument, question)
        if question.sensitive and not sides.ids(marks, "negative"):
            yield problem("sensitive-no-side", found.place("sensitive"), id=question.id)
        elif not marks and _wants_sides(found):
            yield problem("sides-none", found.place("choices"), id=question.id)
        if question.type in NUMERIC and not question.bands:
            yield problem("number-no-bands", found.place(), id=question.id)
        marked = {option.side for option in question.bands or options}
        guessed = "positive" in marked and "negative" not in marked
        one_sided = sides.ids(marks, "positive") and not sides.ids(marks, "negative")
        if one_sided or (guessed and None in marked):
            yield problem("sides-no-negative", found.place("choices"), id=question.id)
        if question.indicator and not (marks or question.indicator == "mean"):
            yield problem("indicator-no-side", found.place("indicator"), id=question.id)


def _wants_sides(found: Found) -> bool:
    """Tell whether some answer to a question could be worse than another (R2b)."""
    question, instrument = found.question, found.instrument
    if question.type != "select_one" or found.area is None or instrument.draft:
        return False
    return len(instrument.answers(question)) > 1


def bands_fit(audit: Audit) -> Iterator[Problem]:
    """Bands follow each other without overlap, and leave no whole number out."""
    for found in every_question(audit):
        bands = found.question.bands
        for at, (one, two) in enumerate(pairwise(bands)):
            if one.end is None or two.start is None or two.start <= one.end:
                place = found.place("bands", at + 1)
                yield problem("bands-overlap", place, one=one.label, two=two.label)
            elif found.question.type == "integer" and _between(one.end, two.start):
                place = found.place("bands", at + 1)
                yield problem("bands-gap", place, one=one.label, two=two.label)


def _between(end: float, start: float) -> bool:
    """Tell whether a whole number lies between two bands."""
    return math.floor(end) + 1 < math.ceil(start)


def units_in_plan(audit: Audit) -> Iterator[Problem]:
    """A partition by unit or group has units or groups in the plan to name."""
    for key, items in (("unit", audit.plan.units), ("group", audit.plan.groups)):
        wanted = any(
            key in (instrument.partition_of(question.id))
            for instrument in audit.instruments.values()
            for question in instrument.questions()
        )
        if wanted and not items:
            yield problem("plan-nothing-to-split", audit.place(PLAN), key=f"{key}s")


CHECKS = (
    has_choices,
    routing_exists,
    partition_is_observable,
    can_be_shown,
    bands_fit,
    units_in_plan,
)
