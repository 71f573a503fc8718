"""Charts of a report: a bar for each question, bounded answers drawn as bounded."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.model.plan import Plan
from brukarrevision.model.sides import side
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.report.blocks import Chart, Role, Series
from brukarrevision.results import Result
from brukarrevision.wording import said

Pair = tuple[Result, ProtectedTable]


def scale_chart(pairs: Sequence[Pair], caption: str, plan: Plan) -> Chart:
    """Return a chart of questions that share one scale.

    A part of a bar is at least so many; what is between "at least" and "at most" is
    one part of its own, for which no answer is told.
    """
    groups = _groups(pairs)
    series = [
        Series(
            name=wording.either(pairs[0][1], group, plan.language),
            values=tuple(_low(table, group) for _, table in pairs),
            role=_role(pairs[0][0], group),
        )
        for group in groups
    ]
    rest = tuple(_rest(table) for _, table in pairs)
    if any(rest):
        name = said(plan.language, "Skyddat", "Protected")
        series.append(Series(name, tuple(r or None for r in rest), "protected"))
    return Chart(
        caption=caption,
        alt=_alt(pairs, plan),
        categories=tuple(result.question.label for result, _ in pairs),
        series=tuple(series),
        axis=said(plan.language, "Antal svarande", "Number of respondents"),
    )


def _groups(pairs: Sequence[Pair]) -> list[tuple[str, ...]]:
    """Return the answers that get a colour: each alone, and those told together."""
    singles = [(option.id,) for option in pairs[0][1].options]
    joined = [
        cell.options
        for _, table in pairs
        for cell in table.cells
        if len(cell.options) > 1 and cell.low
    ]
    return list(dict.fromkeys([*singles, *joined]))


def _role(result: Result, group: tuple[str, ...]) -> Role:
    """Return the side of answers that a colour tells; none where the scale has none."""
    sides = side(result.question, result.instrument.answers(result.question))
    found = {sides.get(option, "neutral") for option in group}
    return found.pop() if sides and len(found) == 1 else "plain"


def _low(table: ProtectedTable, group: tuple[str, ...]) -> int | None:
    cell = next((c for c in table.cells if c.options == group), None)
    return cell.low or None if cell else None


def _rest(table: ProtectedTable) -> int:
    """Return how many of a bar are not told apart."""
    return (table.n or 0) - sum(cell.low for cell in table.cells)


def _alt(pairs: Sequence[Pair], plan: Plan) -> str:
    """Describe the chart: each question with its largest part and its base."""
    parts = [_alt_part(result, table, plan) for result, table in pairs]
    start = said(plan.language, "Liggande staplar.", "Horizontal bars.")
    see = said(
        plan.language,
        "Alla siffror står i tabellen under diagrammet.",
        "All numbers are in the table below the chart.",
    )
    return " ".join((start, *parts, see))


def _alt_part(result: Result, table: ProtectedTable, plan: Plan) -> str:
    asked = result.question.label.strip().rstrip(".:")
    top = max(table.cells, key=lambda cell: cell.low, default=None)
    if top is None:
        return f"{asked} – {said(plan.language, 'visas inte', 'not shown')}."
    name = wording.labels(table, top, plan.language).strip().rstrip(".:")
    return f"{asked} – {name}: {wording.of(top, table.n or 0, plan.language)}."
