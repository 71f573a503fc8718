"""Questions of an area that share a scale: one chart and one table for them."""

from collections.abc import Sequence
from itertools import groupby

from brukarrevision.model.plan import Plan
from brukarrevision.model.sides import side
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
    """Return a chart and a table for each run of questions on the same scale.

    Only questions of which something may be shown are drawn; order and choice follow
    the instrument and what is shown (R4).
    """
    pairs = [(r, scope.table(r)) for r in results if _on_scale(r)]
    shown = [pair for pair in pairs if pair[1].shown != "hidden"]
    grouped = [list(g) for _, g in groupby(shown, key=_kind)]
    parts = [
        part[at : at + _MOST] for part in grouped for at in range(0, len(part), _MOST)
    ]
    return tuple(_scale(part, label, plan) for part in parts if len(part) >= _FEWEST)


def _on_scale(result: Result) -> bool:
    question = result.question
    answers = result.instrument.answers(question)
    plain = question.type == "select_one" and not question.sensitive
    return plain and len(answers) <= _MOST_ANSWERS and bool(side(question, answers))


def _kind(pair: Pair) -> tuple[object, ...]:
    """Return what questions must share to stand in one chart."""
    result, _ = pair
    return result.question.choices, result.round, result.question.reversed


def _scale(pairs: Sequence[Pair], label: str, plan: Plan) -> Scale:
    rounds = pairs[0][0].round
    caption = f"{label}, {plan.label('round', rounds)}" if rounds else label
    return Scale(scale_chart(pairs, caption, plan), matrix(pairs, caption, plan))
