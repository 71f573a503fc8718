"""Checks of an instrument as a whole: its lists of choices and its areas."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import every_question, file_of, repeated
from brukarrevision.errors import Problem, problem
from brukarrevision.model.instrument import Instrument
from brukarrevision.normal import normal


def id_is_file(audit: Audit) -> Iterator[Problem]:
    """An instrument's id is the name of its file."""
    for name, instrument in audit.instruments.items():
        if instrument.id != name:
            place = audit.place(f"instruments/{name}.yaml", ("id",))
            yield problem("instrument-id-differs", place, id=instrument.id, name=name)


def ids_are_unique(audit: Audit) -> Iterator[Problem]:
    """Questions are unique in the audit, areas and choices in the instrument."""
    found = list(every_question(audit))
    for at, one in repeated(f.question.id for f in found):
        yield problem("question-duplicate-id", found[at].place("id"), id=one)
    for instrument in audit.instruments.values():
        name = file_of(instrument)
        for at, one in repeated(area.id for area in instrument.areas):
            place = audit.place(name, ("areas", at, "id"))
            yield problem("instrument-duplicate-id", place, id=one)
        yield from _choices(audit, instrument, name)


def _choices(audit: Audit, instrument: Instrument, name: str) -> Iterator[Problem]:
    for key, choices in instrument.choices.items():
        for at, one in repeated(choice.id for choice in choices):
            place = audit.place(name, ("choices", key, at, "id"))
            yield problem("instrument-duplicate-id", place, id=one)
        for at, one in repeated(normal(choice.label) for choice in choices):
            place = audit.place(name, ("choices", key, at, "label"))
            yield problem("choice-same-label", place, label=choices[at].label)
            del one


def lists_are_used(audit: Audit) -> Iterator[Problem]:
    """Every list of choices has answers and some question uses it."""
    for instrument in audit.instruments.values():
        used = {question.choices for question in instrument.questions()}
        for key, choices in instrument.choices.items():
            place = audit.place(file_of(instrument), ("choices", key))
            if key not in used:
                yield problem("choices-unused", place, name=key)
            if all(choice.missing for choice in choices):
                yield problem("choices-no-answer", place, name=key)


def is_read(audit: Audit) -> Iterator[Problem]:
    """Somebody has read an instrument that was drafted from responses."""
    for instrument in audit.instruments.values():
        if instrument.draft:
            place = audit.place(file_of(instrument), ("draft",))
            yield problem("instrument-draft", place)


CHECKS = (id_is_file, ids_are_unique, lists_are_used, is_read)
