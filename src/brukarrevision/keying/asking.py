"""What is asked of one paper form, in its order: attributes first, then questions.

Pure: an instrument and a plan in, items out.
"""

import re
import string
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from brukarrevision.i18n import tr
from brukarrevision.model.instrument import Area, Instrument, Question
from brukarrevision.model.plan import Group, Plan, Round, Unit

Kind = Literal["one", "several", "order", "line"]
Answers = Mapping[str, str]
"""By question or attribute: the cell as it would stand in a file, ``""`` if blank.

What has not been asked, or not yet, has no entry.
"""

SEPARATOR = "|"
"""Between the choices of one cell; no id of a choice can hold it."""

ASKED_ATTRIBUTES = ("unit", "group", "round")

_KEYS = string.digits[1:] + string.ascii_lowercase
_NUMBERED = re.compile(r"([0-9]{1,9})(?![0-9.,])")
_KINDS: dict[str, Kind] = {
    "select_one": "one",
    "select_multiple": "several",
    "rank": "order",
}


@dataclass(frozen=True, slots=True)
class Option:
    """A choice and the key that gives it."""

    key: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to key in.

    Attributes:
        id: of the question, or the name of an attribute.
        kind: ``one`` keystroke, ``several`` or choices in ``order`` and then Enter, or
            a ``line`` and Enter.
        area: the heading that it stands under.
        number: of the question on the form, from 1; 0 for an attribute.
        notes: what stands before it on the form and is not asked.
        question: None for an attribute.
        routing: the answers that lead here, by question.
    """

    id: str
    kind: Kind
    label: str
    area: str = ""
    number: int = 0
    hint: str = ""
    notes: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    question: Question | None = None
    routing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def option(self, key: str) -> Option | None:
        """Return what a key gives."""
        return next((one for one in self.options if one.key == key), None)

    def shown(self, cell: str) -> str:
        """Return an answer in words: labels for choices. Private."""
        if not cell:
            return tr("tomt", "blank")
        labels = {one.id: one.label for one in self.options}
        if not labels:
            return cell
        return ", ".join(labels.get(one, one) for one in cell.split(SEPARATOR))


def items(
    instrument: Instrument, plan: Plan, given: Collection[str] = ()
) -> tuple[Item, ...]:
    """Return all that is keyed in of a form.

    Args:
        instrument: the form.
        plan: has the units, groups and rounds.
        given: attributes that nobody has to be asked about.
    """
    return (*_attributes(instrument, plan, given), *_questions(instrument))


def is_asked(item: Item, answers: Answers) -> bool:
    """Tell whether the answers lead to an item: all its conditions have to hold."""
    return all(
        not set(answers.get(by, "").split(SEPARATOR)).isdisjoint(wanted)
        for by, wanted in item.routing.items()
    )


def without_unasked(
    every: Sequence[Item], answers: Answers
) -> tuple[dict[str, str], tuple[Item, ...]]:
    """Return the answers to what is asked, and the items whose answers were dropped.

    Blank answers are dropped without being named.
    """
    kept, dropped = dict(answers), []
    for _ in every:  # what one answer led to may have led on
        gone = [one for one in every if one.id in kept and not is_asked(one, kept)]
        dropped += [one for one in gone if kept[one.id]]
        for one in gone:
            del kept[one.id]
        if not gone:
            break
    return kept, tuple(dropped)


def _attributes(
    instrument: Instrument, plan: Plan, given: Collection[str]
) -> Iterator[Item]:
    """Yield what has to be asked of the respondent: what the plan has several of."""
    every: dict[str, tuple[str, Sequence[Unit | Group | Round]]] = {
        "unit": (tr("Enhet", "Unit"), plan.units),
        "group": (tr("Grupp", "Group"), plan.groups),
        "round": (tr("Omgång", "Round"), plan.rounds),
    }
    known = {*given, *(("group",) if instrument.group else ())}
    for name, (label, listed) in every.items():
        if len(listed) > 1 and name not in known:
            options = options_of([(one.id, one.label) for one in listed])
            yield Item(name, _fitting("one", options), label, options=options)


def _questions(instrument: Instrument) -> Iterator[Item]:
    """Yield the questions with their numbers; notes go with what comes after them."""
    number = 0
    notes: tuple[str, ...] = ()
    for area, question in _placed(instrument):
        if question.type == "note":
            notes = (*notes, question.label)
            continue
        number += 1
        options = options_of([(c.id, c.label) for c in instrument.options(question)])
        kind = _KINDS.get(question.type, "line")
        yield Item(
            id=question.id,
            kind=_fitting(kind, options),
            label=question.label,
            area=area.label if area else "",
            number=number,
            hint=question.hint or "",
            notes=notes,
            options=options,
            question=question,
            routing=question.routing,
        )
        notes = ()


def _placed(instrument: Instrument) -> Iterator[tuple[Area | None, Question]]:
    for question in instrument.background:
        yield None, question
    for area in instrument.areas:
        for question in area.questions:
            yield area, question


def _fitting(kind: Kind, options: Sequence[Option]) -> Kind:
    """Return ``line`` where there are more choices than single keys."""
    return "line" if any(len(one.key) > 1 for one in options) else kind


def options_of(choices: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    """Give every choice a key: its place, or the figure that its label begins with.

    On a scale from 0 to 10 the key 3 means 3, whatever its place. Where there are more
    choices than digits and letters, their numbers are written in full.
    """
    figures = [_NUMBERED.match(label) for _, label in choices]
    own = sorted(int(found[1]) for found in figures if found)
    steps = 2 * len(own) > len(choices) and own == list(range(own[0], own[-1] + 1))
    if len(choices) > len(_KEYS):
        keys = [str(at) for at, _ in enumerate(choices, start=1)]
    elif steps:
        taken = {str(one) for one in own}
        free = iter([key for key in _KEYS if key not in taken])
        keys = [m[1] if m and len(m[1]) == 1 else next(free) for m in figures]
    else:
        keys = list(_KEYS[: len(choices)])
    pairs = zip(keys, choices, strict=True)
    return tuple(Option(key, one, label) for key, (one, label) in pairs)
