"""Checks of an instrument as a whole: its lists of choices and its areas."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import every_question, file_of, repeated
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.model.instrument import Choice, Instrument
from brukarrevision.modelfile import hint
from brukarrevision.normal import normal
from brukarrevision.workspace import INSTRUMENTS


def id_is_file(audit: Audit) -> Iterator[Problem]:
    """An instrument's id is the name of its file."""
    for name, instrument in audit.instruments.items():
        if instrument.id != name:
            place = audit.place(file_of(name), ("id",))
            yield problem("instrument-id-differs", place, id=instrument.id, name=name)


def is_in_plan(audit: Audit) -> Iterator[Problem]:
    """Every instrument of the folder is one that the plan names."""
    for name in audit.sources:
        folder, _, file = name.partition("/")
        if (
            folder == INSTRUMENTS
            and file.removesuffix(".yaml") not in audit.instruments
        ):
            yield problem("instrument-unlisted", Place(name), name=Path(file).stem)


def ids_are_unique(audit: Audit) -> Iterator[Problem]:
    """Questions are unique in the audit, areas, choices and bands where they stand."""
    found = list(every_question(audit))
    for at, one in repeated(f.question.id for f in found):
        yield problem("question-duplicate-id", found[at].place("id"), id=one)
    for key, instrument in audit.instruments.items():
        name = file_of(key)
        for at, one in repeated(area.id for area in instrument.areas):
            place = audit.place(name, ("areas", at, "id"))
            yield problem("instrument-duplicate-id", place, id=one)
        yield from _choices(audit, instrument, name)
    for question in found:
        for at, one in repeated(band.id for band in question.question.bands):
            place = question.place("bands", at, "id")
            yield problem("instrument-duplicate-id", place, id=one)


def _choices(audit: Audit, instrument: Instrument, name: str) -> Iterator[Problem]:
    for key, choices in instrument.choices.items():
        for at, one in repeated(choice.id for choice in choices):
            place = audit.place(name, ("choices", key, at, "id"))
            yield problem("instrument-duplicate-id", place, id=one)
        for at, _ in repeated(normal(choice.label) for choice in choices):
            place = audit.place(name, ("choices", key, at, "label"))
            yield problem("choice-same-label", place, label=choices[at].label)
        yield from _texts_that_are_ids(audit, choices, name, key)


def _texts_that_are_ids(
    audit: Audit, choices: Sequence[Choice], name: str, key: str
) -> Iterator[Problem]:
    """Yield choices that say what another is called: in a cell it may mean both."""
    ids = {normal(choice.id): choice.id for choice in choices}
    for at, choice in enumerate(choices):
        for text in (choice.label, *choice.translations.values()):
            if ids.get(normal(text), choice.id) != choice.id:
                place = audit.place(name, ("choices", key, at, "label"))
                facts = {"label": text, "id": choice.id}
                yield problem("choice-label-is-id", place, **facts)


def lists_are_used(audit: Audit) -> Iterator[Problem]:
    """Every list of choices has answers and some question uses it."""
    for name, instrument in audit.instruments.items():
        used = {question.choices for question in instrument.questions()}
        for key, choices in instrument.choices.items():
            place = audit.place(file_of(name), ("choices", key))
            if key not in used:
                yield problem("choices-unused", place, name=key)
            if all(choice.missing for choice in choices):
                yield problem("choices-no-answer", place, name=key)


def group_is_in_plan(audit: Audit) -> Iterator[Problem]:
    """The group an instrument is put to is one of the plan's."""
    known = [group.id for group in audit.plan.groups]
    for name, instrument in audit.instruments.items():
        if instrument.group and instrument.group not in known:
            place = audit.place(file_of(name), ("group",))
            facts = {"name": instrument.group, "hint": hint(instrument.group, known)}
            yield problem("instrument-group", place, **facts)


def is_read(audit: Audit) -> Iterator[Problem]:
    """Somebody has read an instrument that was drafted from responses."""
    for name, instrument in audit.instruments.items():
        if instrument.draft:
            place = audit.place(file_of(name), ("draft",))
            yield problem("instrument-draft", place)


CHECKS = (
    id_is_file,
    is_in_plan,
    ids_are_unique,
    lists_are_used,
    group_is_in_plan,
    is_read,
)
