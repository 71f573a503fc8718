"""Tables of a report, from what may be shown; every number has its base beside it."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.model.base import Language
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report.blocks import Table
from brukarrevision.results import Result
from brukarrevision.wording import MARKER, said


def question_table(
    result: Result, table: ProtectedTable, plan: Plan, *, whole: bool
) -> Table:
    """Return a question's answers: count and share of those who answered.

    Args:
        whole: the table is of all units, so that those left out are named.
    """
    language = plan.language
    rows = [_row(table, cell, language) for cell in table.cells]
    if not rows:
        rows = [(option.label, MARKER, MARKER) for option in table.options]
    if not rows:
        rows = [(said(language, "Svaren visas inte", "Answers are not shown"), MARKER, MARKER)]
    return Table(
        caption=result.question.label,
        header=(
            said(language, "Svar", "Answer"),
            said(language, "Antal", "Number"),
            said(language, "Andel", "Share"),
        ),
        rows=tuple(rows),
        align=("left", "right", "right"),
        note=_base(result, table, plan, whole=whole),
    )


def _row(
    table: ProtectedTable, cell: Cell, language: Language
) -> tuple[str, str, str]:
    name = wording.labels(table, cell, language)
    if len(cell.options) > 1:
        name += said(language, " (tillsammans)", " (together)")
    return name, wording.count(cell), wording.share(cell, table.n or 0)


def _base(result: Result, table: ProtectedTable, plan: Plan, *, whole: bool) -> str:
    """Return who is in the numbers and who is not."""
    language = plan.language
    parts = []
    if table.n is not None:
        parts.append(
            said(
                language,
                f"{table.n} svarade av {table.asked} som fick frågan.",
                f"{table.n} answered of {table.asked} who were asked.",
            )
        )
    if result.question.type == "select_multiple" and table.cells:
        parts.append(
            said(
                language,
                "Flera svar kunde väljas, så andelarna blir mer än 100 procent.",
                "Several answers could be chosen, so shares add up to more than 100.",
            )
        )
    if whole and (left := _left_out(result, table, plan)):
        parts.append(left)
    return " ".join(parts)


def _left_out(result: Result, table: ProtectedTable, plan: Plan) -> str:
    """Return a sentence that names those in no number, empty if there are none."""
    if not table.left_out or not table.keys:
        return ""
    names = wording.names(table.left_out, table.partition, plan, result.instrument)
    listed = wording.listed(dict.fromkeys(names), plan.language)
    return said(plan.language, f"Ingår inte: {listed}.", f"Not included: {listed}.")


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
        align=("left", *("right" for _ in options), "right"),
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
