"""From an instrument to what stands on its form."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from brukarrevision import wording
from brukarrevision.exchange.paper.content import (
    Asked,
    Form,
    Grid,
    Item,
    Kind,
    Option,
    Part,
)
from brukarrevision.exchange.paper.layouts import Layout
from brukarrevision.exchange.paper.routes import Routes
from brukarrevision.exchange.paper.speaking import Speaker
from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.exchange.paper.words import Phrases, Word
from brukarrevision.keying.asking import options_of
from brukarrevision.model.instrument import Area, Choice, Instrument, Question
from brukarrevision.model.plan import Group, Plan, Round, Unit
from brukarrevision.prose import is_placeholder

_LINES = 4
_MANY = 10
_WIDEST = 6  # choices in a table
_LONGEST = 26  # letters of a choice in a table
_FEWEST = 2  # questions in a table
_STEPS = 11  # boxes in a row
_ATTRIBUTES: tuple[Word, ...] = ("unit", "group", "round")
Pictures = Callable[[str], bytes | None]
"""Gives the picture of a question (``t1``) or of a choice of it (``t1-ja``)."""


@dataclass(frozen=True)
class Makings:
    """What a form is built from.

    Attributes:
        unit: the one that the form is for, None to ask about it.
        pictures: by the name they are looked for.
    """

    plan: Plan
    instrument: Instrument
    layout: Layout
    speaker: Speaker
    phrases: Phrases
    unit: str | None = None
    pictures: Pictures = lambda _name: None


def form(made: Makings) -> Form:
    """Return what stands on a form."""
    one, say = made.instrument, made.phrases.say
    auditor = made.plan.commission.auditor
    who = [] if is_placeholder(auditor) else [say("who", auditor=auditor)]
    return Form(
        title=made.speaker.say(one.title, one.translations, "title"),
        facts=dict(_facts(made)),
        attributes=tuple(_attributes(made)),
        before=(*who, say("voluntary"), say("how"), say("mistake")),
        parts=tuple(part for part in _parts(made) if part.items),
        after=(say("thanks"),),
    )


def _facts(made: Makings) -> Iterator[tuple[str, Said]]:
    """Yield what holds for the whole form: the unit and the group, if it is one."""
    known = {"unit": made.unit, "group": made.instrument.group}
    for name, items in _listed(made.plan).items():
        value = known.get(name) or (items[0][0] if len(items) == 1 else None)
        if value:
            label = wording.label(made.plan, name, value)
            yield name, Said(label, made.speaker.base)


def _listed(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    """Return what is called what, by attribute."""
    every: dict[str, Sequence[Unit | Group | Round]] = {
        "unit": plan.units,
        "group": plan.groups,
        "round": plan.rounds,
    }
    return {
        name: [(one.id, wording.label(plan, name, one.id)) for one in items]
        for name, items in every.items()
    }


def _attributes(made: Makings) -> Iterator[Asked]:
    """Yield the questions about what the plan has several of."""
    known = {"unit": made.unit, "group": made.instrument.group}
    for name in _ATTRIBUTES:
        items = _listed(made.plan)[name]
        if len(items) > 1 and not known.get(name):
            base = made.speaker.base
            options = tuple(
                Option(o.id, Said(o.label, base), o.key) for o in options_of(items)
            )
            yield Asked(name, 0, "one", made.phrases.say(name), options=options)


def _parts(made: Makings) -> Iterator[Part]:
    asked = _every(made)
    one = made.instrument
    about = made.phrases.say("about_you")
    yield Part(about, _items(made, [asked[q.id] for q in one.background]))
    for area in one.areas:
        heading = _heading(made, area)
        yield Part(heading, _items(made, [asked[q.id] for q in area.questions]))


def _heading(made: Makings, area: Area) -> Said:
    return made.speaker.say(area.label, area.translations, area.id)


def _every(made: Makings) -> dict[str, Asked]:
    """Return all questions by id, numbered and routed."""
    real = [q for q in made.instrument.questions() if q.type != "note"]
    plain = {q.id: _asked(made, q) for q in made.instrument.questions()}
    labels = {
        (q.id, option.id): option.said.text
        for q in real
        for option in plain[q.id].options
    }
    routes = Routes(real, labels, made.phrases)
    last = real[-1].id if real else ""
    for at, one in enumerate(real, start=1):
        plain[one.id] = replace(
            plain[one.id],
            number=at,
            when=routes.when(one),
            after=routes.after(one),
            lines=_MANY
            if one.id == last and plain[one.id].lines
            else plain[one.id].lines,
        )
    return plain


def _asked(made: Makings, question: Question) -> Asked:
    options = _options(made, question)
    kind = _kind(question)
    if kind == "row":
        options = _steps(made, question)
    hint = None
    if question.hint:
        translations = question.hint_translations
        hint = made.speaker.say(question.hint, translations, question.id)
    return Asked(
        id=question.id,
        number=0,
        kind=kind,
        label=made.speaker.say(question.label, question.translations, question.id),
        hint=hint,
        how=_how(made, question, kind),
        scale=question.choices or "",
        options=options,
        lines=_LINES if kind == "lines" else 0,
        picture=made.pictures(question.id),
    )


def _options(made: Makings, question: Question) -> tuple[Option, ...]:
    choices = made.instrument.options(question)
    keys = options_of([(one.id, one.label) for one in choices])
    return tuple(
        Option(
            choice.id,
            _choice(made, choice, question),
            option.key,
            made.pictures(f"{question.id}-{choice.id}"),
        )
        for choice, option in zip(choices, keys, strict=True)
    )


def _choice(made: Makings, choice: Choice, question: Question) -> Said:
    part = f"choices.{question.choices}"
    return made.speaker.say(choice.label, choice.translations, part)


def _kind(question: Question) -> Kind:
    kinds: dict[str, Kind] = {
        "select_one": "one",
        "select_multiple": "several",
        "rank": "order",
        "text": "lines",
        "note": "note",
    }
    steps = question.type == "range" and len(_values(question)) <= _STEPS
    return "row" if steps and _values(question) else kinds.get(question.type, "line")


def _values(question: Question) -> Sequence[float]:
    """Return the values of a range with whole steps; none if it has no ends."""
    low, high, step = question.start, question.end, question.step or 1
    if low is None or high is None or step <= 0 or (high - low) / step > _STEPS:
        return ()
    count = int((high - low) / step)
    return [low + at * step for at in range(count + 1)]


def _steps(made: Makings, question: Question) -> tuple[Option, ...]:
    written = (_figure(made, value) for value in _values(question))
    return tuple(Option(one, Said(one, made.speaker.wanted), "") for one in written)


def _figure(made: Makings, value: float) -> str:
    """Return a number as it is written in the plan's language."""
    return f"{value:g}".replace(".", "," if made.plan.language == "sv" else ".")


def _how(made: Makings, question: Question, kind: Kind) -> Said | None:
    """Return what to do, where it is not just a tick or a text."""
    say = made.phrases.say
    if kind in ("several", "order"):
        return say("several" if kind == "several" else "order")
    if kind != "line":
        return None
    if question.start is not None and question.end is not None:
        low, high = (_figure(made, one) for one in (question.start, question.end))
        return say("between", low=low, high=high)
    names: dict[str, Word] = {"integer": "whole", "date": "date"}
    return say(names.get(question.type, "decimal"))


def _items(made: Makings, asked: Sequence[Asked]) -> tuple[Item, ...]:
    """Return the questions, those on one scale in tables where the layout has them."""
    if not made.layout.grids:
        return tuple(asked)
    found: list[Item] = []
    for _, run in groupby(asked, key=_together):
        some = list(run)
        found += [_grid(made, some)] if _fits(some) else some
    return tuple(found)


def _together(one: Asked) -> tuple[object, ...]:
    """Return what questions have in common that may share a table."""
    alone = one.kind != "one" or one.after or one.picture or _has_pictures(one)
    return (one.id if alone else "", one.scale, one.when)


def _has_pictures(one: Asked) -> bool:
    return any(option.picture for option in one.options)


def _fits(some: Sequence[Asked]) -> bool:
    options = some[0].options
    short = all(len(option.said.text) <= _LONGEST for option in options)
    return len(some) >= _FEWEST and short and len(options) <= _WIDEST


def _grid(made: Makings, some: Sequence[Asked]) -> Grid:
    how = made.phrases.say("each_row")
    return Grid(some[0].when, how, some[0].options, tuple(some))
