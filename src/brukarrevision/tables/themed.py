"""Tables of themes for the terminal, in the language the tool speaks."""

from collections.abc import Mapping
from dataclasses import replace

from brukarrevision.i18n import tr
from brukarrevision.model.codebook import Codebook
from brukarrevision.tables import as_text
from brukarrevision.tables.grid import Grid
from brukarrevision.tables.view import View


def grid(view: View, codebook: Codebook) -> Grid:
    """Return a table of themes; what is a part of another stands with its whole."""
    labels = codebook.called()
    table = as_text.grid(view)
    rows = [
        (labels.get(line.ids[0], row[0]), *row[1:])
        for line, row in zip(view.lines, table.rows, strict=False)
    ]
    title = " · ".join(filter(None, (view.question.label, view.round, view.name)))
    header = (tr("Tema", "Theme"), tr("Nämner det", "Mention it"), "%")
    note = _note(view)
    return replace(
        table, title=title, header=header, rows=rows or table.rows, note=note
    )


def _note(view: View) -> str:
    """Return of how many the numbers are, and who is in none."""
    parts = []
    if view.n is not None:
        parts.append(_of_how_many(view))
    if view.shown == "hidden":
        parts.append(tr("Visas inte", "Not shown"))
    if view.left_out and not view.name:
        left = ", ".join(view.left_out)
        parts.append(tr(f"Ingår inte: {left}", f"Not included: {left}"))
    return ". ".join(parts)


def _of_how_many(view: View) -> str:
    n, asked = view.n, view.asked
    if view.instrument.kind == "survey":
        return tr(
            f"Av {n} som har skrivit något, av {asked}",
            f"Of {n} who wrote anything, out of {asked}",
        )
    return tr(
        f"Av {n} som det finns anteckningar om, av {asked}",
        f"Of {n} whose words are noted, out of {asked}",
    )


def pairs(codebook: Codebook, found: Mapping[tuple[str, str], int]) -> Grid:
    """Return how many mention both of two themes, the most first. Raw counts."""
    labels = codebook.called()
    return Grid(
        title=tr(
            "Teman som samma personer nämner", "Themes that the same people mention"
        ),
        header=(tr("Tema", "Theme"), tr("och", "and"), tr("Personer", "People")),
        rows=[(labels[a], labels[b], str(n)) for (a, b), n in found.items()],
        right=frozenset({2}),
    )
