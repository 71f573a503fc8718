"""A question's result as one sentence, from what is shown alone (R4)."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.model import sides
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.results import Result
from brukarrevision.wording import said

_COMMON = {"sv": "Vanligast", "en": "Most common"}
_FIRST = {"sv": "Flest satte först", "en": "Most often put first"}
_CHOSEN = {"sv": "Flest valde", "en": "Most often chosen"}

_MOST_NAMED = 3
"""So many of the options that most chose are named at most."""


def sentence(result: Result, table: ProtectedTable, plan: Plan) -> str:
    """Return the sentence, empty where there is nothing to say in one."""
    if table.shown == "hidden" or not table.n:
        return ""
    if result.question.type == "select_multiple":
        return _most_chosen(table, plan)
    if result.question.type == "rank":
        return _most_common(table, plan, _FIRST[plan.language])
    return wording.phrase(table, plan.language) or _one_answer(result, table, plan)


def _one_answer(result: Result, table: ProtectedTable, plan: Plan) -> str:
    if cell := _together(table, _positive(result)):
        return _share(table, cell, plan)
    if result.question.sensitive:
        return ""
    return _most_common(table, plan, _COMMON[plan.language])


def _positive(result: Result) -> frozenset[str]:
    return sides.ids(sides.of(result.instrument, result.question), "positive")


def _together(table: ProtectedTable, options: frozenset[str]) -> Cell | None:
    """Return the answers of one side as one cell, if the table can tell of them."""
    cells = [cell for cell in table.cells if options.intersection(cell.options)]
    if not cells or not all(options.issuperset(cell.options) for cell in cells):
        return None
    named = tuple(option for cell in cells for option in cell.options)
    others = [cell for cell in table.cells if cell not in cells]
    n = table.n or 0
    low = max(sum(cell.low for cell in cells), n - sum(cell.high for cell in others))
    high = min(sum(cell.high for cell in cells), n - sum(cell.low for cell in others))
    return Cell(named, low, high)


def _share(table: ProtectedTable, cell: Cell, plan: Plan) -> str:
    n, language = table.n or 0, plan.language
    word = wording.word(cell, n, plan)
    number = wording.of(cell, n, language)
    name = wording.labels(table, cell, language)
    start = f"{word[0].upper()}{word[1:]} ({number})" if word else number
    return said(language, f"{start} svarade: {name}.", f"{start} answered: {name}.")


def _most_common(table: ProtectedTable, plan: Plan, start: str) -> str:
    """Name the commonest answer, or both where two are as common."""
    top = max(cell.low for cell in table.cells)
    first = [cell for cell in table.cells if cell.low == top]
    alike = len(first) == 1 or all(cell.exact for cell in first)
    single = all(len(cell.options) == 1 for cell in first)
    if not (top and alike and single and len(first) <= 2):  # noqa: PLR2004 - no news
        return ""
    if _highest(table, first) >= top:
        return ""
    return f"{start}: {_counted(table, first, plan)}."


def _most_chosen(table: ProtectedTable, plan: Plan) -> str:
    """Name up to three options that more chose than any other."""
    if chosen := leading(table):
        return f"{_CHOSEN[plan.language]}: {_counted(table, chosen, plan)}."
    return ""


def leading(table: ProtectedTable) -> tuple[Cell, ...]:
    """Return up to three cells that are larger than all others, as far as is shown.

    Never all there are: that is no news. Their order follows from what is shown, and
    from the instrument where that is equal.
    """
    ranked = sorted(table.cells, key=lambda cell: -cell.low)
    for many in range(min(_MOST_NAMED, len(ranked) - 1), 0, -1):
        chosen = tuple(ranked[:many])
        if chosen[-1].low > _highest(table, chosen):
            return chosen
    return ()


def _highest(table: ProtectedTable, apart: Sequence[Cell]) -> int:
    """Return how many at most gave any one of the answers that are not set apart."""
    return max((cell.high for cell in table.cells if cell not in apart), default=0)


def _counted(table: ProtectedTable, cells: Sequence[Cell], plan: Plan) -> str:
    """Return "a (9 av 20), b (7 av 20) och c (alla eller nästan alla)"."""
    parts = [
        f"{wording.labels(table, cell, plan.language)} ({number(table, cell, plan)})"
        for cell in cells
    ]
    return wording.listed(parts, plan.language)


def number(table: ProtectedTable, cell: Cell, plan: Plan) -> str:
    """Return how many, in words where a leaf is bounded upwards."""
    n = table.n or 0
    if table.leaves == 1 and cell.high == n and not cell.exact:
        return said(plan.language, "alla eller nästan alla", "all or almost all")
    return wording.of(cell, n, plan.language)
