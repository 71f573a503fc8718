"""Tables of a report, from what may be shown; every number has its base beside it."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.model.base import Language
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report.blocks import Align, Table
from brukarrevision.report.scope import Scope
from brukarrevision.results import Result
from brukarrevision.tally import Option
from brukarrevision.wording import MARKER, said

LATE: dict[Language, str] = {
    "sv": "Svar som kom in senare ingår inte än.",
    "en": "Answers that came later are not included yet.",
}
"""What is said where respondents wait until they are enough (R9)."""


def question_table(result: Result, scope: Scope, plan: Plan) -> Table:
    """Return a question's answers: how many gave each, and their share.

    Shares have a column of their own only where there are enough answers for one (R4).
    """
    table, language = scope.table(result), plan.language
    percent = (table.n or 0) >= wording.PERCENT_FROM
    header = (
        said(language, "Svar", "Answer"),
        said(language, "Antal", "Number"),
        *((said(language, "Andel", "Share"),) if percent else ()),
    )
    return Table(
        caption=_caption(result, plan),
        header=header,
        rows=_rows(table, language, percent=percent),
        align=numbers(len(header)),
        note=_note(result, table, scope, plan),
    )


def numbers(columns: int) -> tuple[Align, ...]:
    """Return how the columns stand: names to the left, numbers to the right."""
    right: list[Align] = ["right"] * (columns - 1)
    return ("left", *right)


def _caption(result: Result, plan: Plan) -> str:
    if result.round is None:
        return result.question.label
    return f"{result.question.label} ({wording.label(plan, 'round', result.round)})"


def _rows(
    table: ProtectedTable, language: Language, *, percent: bool
) -> tuple[tuple[str, ...], ...]:
    """Return a row for each cell, in the order of the instrument's answers."""
    if not table.cells:
        nothing = Option("", said(language, "Svaren visas inte", "Answers not shown"))
        return tuple((o.label, MARKER) for o in table.options or (nothing,))
    place = {option.id: at for at, option in enumerate(table.options)}
    cells = sorted(wording.told(table), key=lambda cell: place[cell.options[0]])
    return tuple(
        (
            _name(table, cell, language),
            wording.count(cell),
            *((wording.share(cell, table.n or 0),) if percent else ()),
        )
        for cell in cells
    )


def _name(table: ProtectedTable, cell: Cell, language: Language) -> str:
    name = wording.labels(table, cell, language)
    together = said(language, " (tillsammans)", " (together)")
    return name + together if len(cell.options) > 1 else name


def _note(result: Result, table: ProtectedTable, scope: Scope, plan: Plan) -> str:
    """Return what the numbers stand for, who is in them and who is not."""
    language, kind = plan.language, result.question.type
    parts = [_base(table, language)]
    if kind == "rank" and table.cells:
        parts.append(
            said(
                language,
                "Tabellen visar vad som sattes först.",
                "The table shows what was put first.",
            )
        )
    if kind == "select_multiple" and table.cells:
        parts.append(
            said(
                language,
                "Flera svar kunde väljas.",
                "Several answers could be chosen.",
            )
        )
    if scope.units and scope.is_whole(result):
        parts.append(all_units(language))
    parts.append(left_out(result, table, scope, plan))
    return " ".join(part for part in parts if part)


def all_units(language: Language) -> str:
    """Return what is said of a number in a unit's report that is for all units."""
    return said(language, "Gäller alla enheter tillsammans.", "For all units together.")


def _base(table: ProtectedTable, language: Language) -> str:
    if table.n is None:
        return ""
    return said(
        language,
        f"{table.n} av {table.asked} som fick frågan svarade.",
        f"{table.n} of {table.asked} who were asked answered.",
    )


def left_out(result: Result, table: ProtectedTable, scope: Scope, plan: Plan) -> str:
    """Return what is said of those in no number, empty if there are none.

    Those whose like are in it came after they were released, and are too few yet (R9).
    """
    if not table.keys:
        return ""
    left = [key for key in table.left_out if scope.covers(key, table.partition)]
    late = LATE[plan.language] if set(left).intersection(table.keys) else ""
    keys = [key for key in left if key not in table.keys]
    names = wording.names(keys, table.partition, plan, result.instrument)
    listed = wording.listed(dict.fromkeys(names), plan.language)
    out = said(plan.language, f"Ingår inte: {listed}.", f"Not included: {listed}.")
    return " ".join(filter(None, [out if keys else "", late]))


def matrix(
    pairs: Sequence[tuple[Result, ProtectedTable]], caption: str, plan: Plan
) -> Table:
    """Return several questions with the same answers in one table.

    Where several answers are told only together their interval is marked with a star.
    """
    options = pairs[0][1].options
    language = plan.language
    rows = [_matrix_row(result, table) for result, table in pairs]
    starred = any("*" in cell for row in rows for cell in row[1:])
    note = said(
        language,
        "* Gäller tillsammans för de svar i raden som har samma tal.",
        "* Holds for those answers of the row together that have the same number.",
    )
    return Table(
        caption=caption,
        header=(
            said(language, "Fråga", "Question"),
            *(option.label for option in options),
            said(language, "Svarade", "Answered"),
        ),
        rows=tuple(rows),
        align=numbers(len(options) + 2),
        note=note if starred else "",
    )


def _matrix_row(result: Result, table: ProtectedTable) -> tuple[str, ...]:
    cells = (_matrix_cell(table.cell(option.id)) for option in table.options)
    n = MARKER if table.n is None else str(table.n)
    return (result.question.label, *cells, n)


def _matrix_cell(cell: Cell | None) -> str:
    if cell is None:
        return MARKER
    return wording.count(cell) + ("*" if len(cell.options) > 1 else "")
