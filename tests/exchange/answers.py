"""Answers to any instrument, invented by dice, that follow its routing."""

import csv
import io
import random
from collections.abc import Sequence

from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.plan import Plan

Response = dict[str, tuple[str, ...]]
"""What one person answered: the ids chosen, in order, or one text; by question."""


def responses(instrument: Instrument, plan: Plan, many: int) -> list[Response]:
    """Return the answers of so many people; nobody of them exists."""
    dice = random.Random(11)  # noqa: S311 - invented answers need no secrecy
    found = []
    for number in range(many):
        one: Response = {"respondent": (f"uuid:{number:04}",)}
        if len(plan.units) > 1:
            one["unit"] = (dice.choice(plan.units).id,)
        if len(plan.groups) > 1 and not instrument.group:
            one["group"] = (dice.choice(plan.groups).id,)
        for question in instrument.questions():
            if _asked(question, one) and dice.random() > 0.1:
                one[question.id] = _answer(dice, instrument, question)
        found.append({name: some for name, some in one.items() if some})
    return found


def _asked(question: Question, before: Response) -> bool:
    return question.type != "note" and all(
        set(wanted) & set(before.get(parent, ()))
        for parent, wanted in question.routing.items()
    )


def _answer(
    dice: random.Random, instrument: Instrument, question: Question
) -> tuple[str, ...]:
    options = [one.id for one in instrument.options(question)]
    answers = [one.id for one in instrument.answers(question)]
    if question.type == "select_one":
        return (dice.choice(options),)
    if question.type == "select_multiple":
        some = dice.sample(answers, dice.randint(1, len(answers)))
        return tuple(one for one in answers if one in some)
    if question.type == "rank":
        return tuple(dice.sample(answers, len(answers)))
    number = dice.randint(1, 10)
    texts = {
        "decimal": f"{number / 5}",
        "date": f"2026-03-{number:02}",
        "text": f'Ord {number}; "citat"\noch en rad till',
    }
    return (texts.get(question.type, str(number)),)


def as_csv(
    instrument: Instrument, several: Sequence[str], found: Sequence[Response]
) -> bytes:
    """Return the answers as a table of ids, which reads itself."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    asked = [q.id for q in instrument.questions() if q.type != "note"]
    header = ["respondent", *several, *asked]
    writer.writerow(header)
    for one in found:
        writer.writerow(["|".join(one.get(name, ())) for name in header])
    return out.getvalue().encode()
