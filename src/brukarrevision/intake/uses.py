"""Is a mapping sound: does it name questions and choices that exist, each once."""

from collections import Counter
from collections.abc import Iterator

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.intake import names
from brukarrevision.model.cell import number as _number
from brukarrevision.model.instrument import NUMERIC, SELECTING, Instrument, Question
from brukarrevision.model.mapping import RESPONSE_USES, Column, Mapping


def faults(mapping: Mapping, name: str, instrument: Instrument) -> Iterator[Problem]:
    """Yield what is wrong with a mapping in itself.

    Args:
        mapping: of the instrument.
        name: of the mapping's file, without ending.
        instrument: that it maps to.
    """
    place = Place(f"mappings/{name}.yaml")
    for column in mapping.columns:
        if column.use == "ignore" or column.use in RESPONSE_USES:
            continue
        question = instrument.question(column.use)
        if question is None:
            yield _unknown(column, name, instrument, place)
        elif wrong := _choice(column, question, instrument):
            facts = {"mapping": name, "column": column.at + 1, "question": question.id}
            known = ", ".join(c.id for c in instrument.options(question)) or "–"
            code = "map-unknown-choice"
            yield problem(code, place, **facts, choice=wrong, known=known)
    yield from _twice(mapping, instrument, place)
    for number, rule in enumerate(mapping.exclude, 1):
        if (rule.equals is None) == (rule.is_not is None):
            yield problem("map-one-rule", place, number=number)


def _unknown(
    column: Column, name: str, instrument: Instrument, place: Place
) -> Problem:
    known = [question.id for question in instrument.questions()]
    return problem(
        "map-unknown-question",
        place,
        mapping=name,
        column=column.at + 1,
        use=column.use,
        instrument=instrument.id,
        nearest=names.nearest(column.use, known),
        uses=", ".join(RESPONSE_USES),
    )


def _choice(column: Column, question: Question, instrument: Instrument) -> str:
    """Return a choice that the question lacks, ``""`` if all are there."""
    known = {choice.id for choice in instrument.options(question)}
    if column.choice is not None and column.choice not in known:
        return column.choice
    if question.type not in SELECTING:
        known = set()
    allowed = known | {"blank", "dont_know", "declined", "not_applicable"}
    if question.type in NUMERIC:
        allowed |= {one for one in column.values.values() if _number(one) is not None}
    return next((t for t in column.values.values() if t not in allowed), "")


def _twice(mapping: Mapping, instrument: Instrument, place: Place) -> Iterator[Problem]:
    """Yield questions and attributes that more columns claim than may."""
    claims = Counter(
        (column.use, column.choice)
        for column in mapping.columns
        if column.use != "ignore"
    )
    joined = {use for use, choice in claims if choice is None}
    for (use, choice), count in claims.items():
        question = instrument.question(use)
        ranked = question is not None and question.type == "rank" and choice is None
        if (count > 1 and not ranked) or (choice is not None and use in joined):
            columns = ", ".join(str(c.at + 1) for c in mapping.columns if c.use == use)
            yield problem("map-question-twice", place, question=use, columns=columns)
