"""What the real protection shows, as the second opinion is given it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from brukarrevision.model.sides import ids, side
from brukarrevision.protect.attacker import Numbers, Shown
from brukarrevision.protect.table import ProtectedTable

from .attacker import World
from .surveys import UNITS, Survey, sums


def seen(survey: Survey, world: World) -> list[Shown]:
    """Return what the real protection lets a reader see of a world: leaves, totals."""
    return [
        _seen(survey, at, table)
        for at, found in enumerate(survey.protected(world))
        for table in (*found.leaves, *sums(found))
        if table.shown != "hidden"
    ]


def _seen(survey: Survey, at: int, of: ProtectedTable) -> Shown:
    question = survey.questions[at]
    sides = side(question, survey.instrument.answers(question))
    bad = ids(sides, "negative")
    return Shown(
        question.id,
        frozenset(str(key[0]) for key in of.keys),
        of.n or 0,
        tuple(option.id for option in of.options),
        tuple(Numbers(cell.options, cell.low, cell.high) for cell in of.cells),
        several=question.type == "select_multiple",
        sides=(bad, ids(sides, "positive")) if question.sensitive else (bad,),
        asked=of.asked,
        routed=next(iter(question.routing.items()), None),
    )


def apart(
    many: Iterable[Sequence[Shown]], sizes: Sequence[int]
) -> tuple[list[Shown], dict[str, int]]:
    """Return several outputs as if each were of other people and other questions.

    So all are tried at once; the first word of a name tells which output it is of.
    """
    tables: list[Shown] = []
    groups: dict[str, int] = {}
    for at, output in enumerate(many):
        groups |= {f"{at} {u}": n for u, n in zip(UNITS, sizes, strict=False)}
        for one in output:
            parent = one.routed and (f"{at} {one.routed[0]}", one.routed[1])
            inside = frozenset(f"{at} {group}" for group in one.groups)
            name = f"{at} {one.question}"
            tables.append(replace(one, question=name, groups=inside, routed=parent))
    return tables, groups
