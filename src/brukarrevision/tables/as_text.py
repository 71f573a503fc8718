"""Tables for the terminal, in the language the tool speaks."""

from collections.abc import Sequence

from brukarrevision.i18n import tr
from brukarrevision.tables.grid import Grid
from brukarrevision.tables.view import Line, View
from brukarrevision.wording import MARKER


def grid(view: View) -> Grid:
    """Return a table for the terminal."""
    return Grid(
        title=_title(view),
        header=(tr("Svar", "Answer"), tr("Antal", "Count"), "%"),
        rows=[_row(line) for line in view.lines] or [(MARKER, MARKER, MARKER)],
        right=frozenset({1, 2}),
        note=_note(view),
    )


def _title(view: View) -> str:
    parts = [f"{view.question.id} {view.question.label}"]
    if view.round:
        parts.append(view.round)
    if view.name:
        parts.append(view.name)
    return " · ".join(parts)


def _row(line: Line) -> tuple[str, str, str]:
    count = str(line.low) if line.exact else f"{line.low}–{line.high}"
    percent = MARKER if line.percent is None else str(line.percent)
    return line.label, count, percent


def _note(view: View) -> str:
    if view.question.type == "text" and view.shown == "hidden":
        return tr("Besvarades med egna ord", "Answered in one's own words")
    parts = []
    if view.n is not None:
        n, asked = view.n, view.asked
        parts.append(tr(f"{n} svarade av {asked}", f"{n} of {asked} answered"))
    if view.shown == "hidden":
        parts.append(tr("Visas inte", "Not shown"))
    if view.phrase:
        parts.append(view.phrase)
    if view.left_out and not view.name:
        left = ", ".join(view.left_out)
        parts.append(tr(f"Ingår inte: {left}", f"Not included: {left}"))
    return ". ".join(parts)


def plain(views: Sequence[View]) -> str:
    """Return all tables as plain text, cells divided by tabs."""
    lines: list[str] = []
    for view in views:
        table = grid(view)
        lines += [table.title, *("\t".join(row) for row in (table.header, *table.rows))]
        lines += [table.note, ""]
    return "\n".join(lines) + "\n"
