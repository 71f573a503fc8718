"""Questions of an area that share a scale: one chart and one table for them."""

from collections.abc import Sequence
from math import ceil

from brukarrevision import wording
from brukarrevision.model.plan import Plan
from brukarrevision.report.content import Scale
from brukarrevision.report.result_charts import Pair, scale_chart
from brukarrevision.report.result_tables import matrix
from brukarrevision.report.scope import Scope
from brukarrevision.results import Result

_FEWEST, _MOST = 2, 8
"""A chart is of so many questions; more are divided."""

_MOST_ANSWERS = 6
"""A scale with more answers does not fit the width of a page."""


def scales(
    results: Sequence[Result], scope: Scope, label: str, plan: Plan
) -> tuple[Scale, ...]:
    """Return a chart and a table for the questions of an area on each scale.

    Only questions of which something may be shown are drawn; order and choice follow
    the instrument and what is shown (R4).
    """
    kinds: dict[tuple[object, ...], list[Pair]] = {}
    for result in filter(_on_scale, results):
        table = scope.table(result)
        if table.shown != "hidden":
            kinds.setdefault(_kind(result), []).append((result, table))
    return tuple(
        _scale(part, label, plan)
        for pairs in kinds.values()
        if len(pairs) >= _FEWEST
        for part in _parts(pairs)
    )


def _parts(pairs: list[Pair]) -> list[list[Pair]]:
    """Return the questions divided as evenly as can be, in their order."""
    size = ceil(len(pairs) / ceil(len(pairs) / _MOST))
    return [pairs[at : at + size] for at in range(0, len(pairs), size)]


def _on_scale(result: Result) -> bool:
    question = result.question
    plain = question.type == "select_one" and not question.sensitive
    return plain and len(result.instrument.answers(question)) <= _MOST_ANSWERS


def _kind(result: Result) -> tuple[object, ...]:
    """Return what questions must share to stand in one chart."""
    return result.round, result.question.choices, result.question.reversed


def _scale(pairs: Sequence[Pair], label: str, plan: Plan) -> Scale:
    name = pairs[0][0].round
    caption = f"{label}, {wording.label(plan, 'round', name)}" if name else label
    return Scale(scale_chart(pairs, caption, plan), matrix(pairs, caption, plan))
