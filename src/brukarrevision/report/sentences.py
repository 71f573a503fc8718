"""A question's result as one sentence, from what is shown alone (R4)."""

from brukarrevision import wording
from brukarrevision.model.instrument import Question
from brukarrevision.model.plan import Plan
from brukarrevision.model.sides import ids, side
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.results import Result
from brukarrevision.wording import said


def sentence(result: Result, table: ProtectedTable, plan: Plan) -> str:
    """Return the sentence, empty where there is nothing to say in one."""
    if table.shown == "hidden" or not table.n:
        return ""
    if bounded := wording.phrase(table, plan.language):
        return bounded
    if result.question.type == "select_multiple":
        return _most_chosen(table, plan)
    positive = _positive(result)
    cell = _together(table, positive)
    if cell is None:
        return _most_common(result.question, table, plan)
    return _share(table, cell, plan)


def _positive(result: Result) -> frozenset[str]:
    question = result.question
    options = question.bands or result.instrument.answers(question)
    return ids(side(question, options), "positive")


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


def _most_common(question: Question, table: ProtectedTable, plan: Plan) -> str:
    """Name the commonest answer, or all of them where several are as common."""
    if question.sensitive or not all(cell.exact for cell in table.cells):
        return ""
    top = max(cell.low for cell in table.cells)
    first = [cell for cell in table.cells if cell.low == top]
    if not top or len(first) > 2:  # noqa: PLR2004 - three equals are no news
        return ""
    names = [wording.labels(table, cell, plan.language) for cell in first]
    number = wording.of(first[0], table.n or 0, plan.language)
    each = said(plan.language, " vardera", " each") if len(first) > 1 else ""
    name = wording.listed(names, plan.language)
    return said(
        plan.language,
        f"Vanligast var {name} ({number}{each}).",
        f"Most common was {name} ({number}{each}).",
    )


def _most_chosen(table: ProtectedTable, plan: Plan) -> str:
    """Name up to three of the options that most chose, where it is known how many."""
    exact = [cell for cell in table.cells if cell.exact]
    limit = sorted((cell.low for cell in exact), reverse=True)[:3]
    if not limit:
        return ""
    chosen = [cell for cell in exact if cell.low >= limit[-1]]
    if len(chosen) > 3:  # noqa: PLR2004
        return ""
    ranked = sorted(chosen, key=lambda cell: -cell.low)
    parts = [
        f"{wording.labels(table, cell, plan.language)} "
        f"({wording.of(cell, table.n or 0, plan.language)})"
        for cell in ranked
    ]
    names = wording.listed(parts, plan.language)
    return said(plan.language, f"Flest valde: {names}.", f"Most chose: {names}.")
