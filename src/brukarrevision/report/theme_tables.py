"""Tables and charts of themes, from what may be shown."""

from collections.abc import Iterator, Sequence

from brukarrevision import wording
from brukarrevision.model.base import Language
from brukarrevision.model.codebook import Codebook
from brukarrevision.model.plan import Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report.blocks import Chart, Series, Table
from brukarrevision.report.result_tables import all_units, left_out, numbers
from brukarrevision.report.scope import Scope
from brukarrevision.results import Result
from brukarrevision.tally import Key
from brukarrevision.wording import MARKER, said

_FEWEST = 2
"""A chart is of so many themes at least."""

_WIDE = 4
"""So many leaves stand beside each other in a table."""


def name(result: Result, plan: Plan) -> str:
    """Return what a table is of: the instrument, and the round if there are any."""
    title = result.instrument.title
    if result.round is None:
        return title
    return f"{title} ({wording.label(plan, 'round', result.round)})"


def theme_table(result: Result, scope: Scope, plan: Plan, codebook: Codebook) -> Table:
    """Return how many mention each theme, each after the one it is a part of."""
    table, language = scope.table(result), plan.language
    percent = (table.n or 0) >= wording.PERCENT_FROM
    header = (
        *_header(language),
        *((said(language, "Andel", "Share"),) if percent else ()),
    )
    return Table(
        caption=_caption(result, plan),
        header=header,
        rows=tuple(_rows(table, codebook, percent=percent)),
        align=numbers(len(header)),
        note=_note(result, table, scope, plan),
    )


def _header(language: Language) -> tuple[str, str]:
    return said(language, "Tema", "Theme"), said(language, "Nämner det", "Mention it")


def _caption(result: Result, plan: Plan) -> str:
    of = name(result, plan)
    return said(plan.language, f"Teman: {of}", f"Themes: {of}")


def _rows(
    table: ProtectedTable, codebook: Codebook, *, percent: bool
) -> Iterator[tuple[str, ...]]:
    called = codebook.called()
    for theme in codebook.tree():
        cell = table.cell(theme.id)
        share = wording.share(cell, table.n or 0) if cell else MARKER
        yield called[theme.id], _count(cell), *((share,) if percent else ())


def _count(cell: Cell | None) -> str:
    return wording.count(cell) if cell else MARKER


def _note(result: Result, table: ProtectedTable, scope: Scope, plan: Plan) -> str:
    """Return of how many the numbers are, and who is in none."""
    n, asked, language = table.n, table.asked, plan.language
    base = said(
        language,
        f"{n} av {asked} har sagt eller skrivit något med egna ord.",
        f"{n} of {asked} said or wrote something in their own words.",
    )
    how = said(
        language,
        "En person kan nämna flera teman.",
        "One person may mention several themes.",
    )
    whole = bool(scope.units) and scope.is_whole(result)
    parts = (
        base,
        how,
        all_units(language) if whole else "",
        left_out(result, table, scope, plan),
    )
    return " ".join(filter(None, parts))


def leaf_tables(
    result: Result, scope: Scope, plan: Plan, codebook: Codebook
) -> tuple[Table, ...]:
    """Return how many mention each theme in each leaf, where there are several (R1)."""
    every = [table for table in _leaves(result, scope) if table.n]
    if len(every) < _FEWEST:
        return ()
    size = -(-len(every) // -(-len(every) // _WIDE))
    parts = [every[at : at + size] for at in range(0, len(every), size)]
    return tuple(_beside(result, part, plan, codebook) for part in parts)


def _leaves(result: Result, scope: Scope) -> Iterator[ProtectedTable]:
    """Yield the table of each leaf; those that cover the same are one (R3)."""
    split = result.protected.leaves[0].partition
    sets = dict.fromkeys(table.keys for table in result.protected.leaves)
    for keys in sets:
        if keys and (
            scope.is_whole(result) or all(scope.covers(key, split) for key in keys)
        ):
            yield _of(result, keys)


def _of(result: Result, keys: tuple[Key, ...]) -> ProtectedTable:
    return result.protected.over(lambda one: one == keys)


def _beside(
    result: Result, tables: Sequence[ProtectedTable], plan: Plan, codebook: Codebook
) -> Table:
    """Return leaves beside each other; the last row has how many each is of."""
    language, called = plan.language, codebook.called()
    themes = [
        (called[theme.id], *(_count(table.cell(theme.id)) for table in tables))
        for theme in codebook.tree()
    ]
    base = said(language, "Har sagt eller skrivit något", "Said or wrote something")
    return Table(
        caption=_caption(result, plan),
        header=(_header(language)[0], *(_leaf(result, one, plan) for one in tables)),
        rows=(*themes, (base, *(str(table.n) for table in tables))),
        align=numbers(len(tables) + 1),
    )


def _leaf(result: Result, table: ProtectedTable, plan: Plan) -> str:
    names = wording.names(table.keys, table.partition, plan, result.instrument)
    return wording.listed(dict.fromkeys(names), plan.language)


def at_the_top(table: ProtectedTable, codebook: Codebook) -> ProtectedTable:
    """Return a table with the themes that are no part of another, in their order."""
    return table.only([one.id for one in codebook.tree() if one.parent is None])


def theme_chart(
    result: Result, scope: Scope, plan: Plan, codebook: Codebook
) -> Chart | None:
    """Return a bar for each theme at the top of the tree, if any number is shown."""
    table, language = at_the_top(scope.table(result), codebook), plan.language
    cells = table.cells
    if len(cells) < _FEWEST or not any(cell.low for cell in cells):
        return None
    known = Series(
        said(language, "Nämner det", "Mention it"),
        tuple(cell.low or None for cell in cells),
    )
    between = tuple(cell.high - cell.low or None for cell in cells)
    hidden = Series(said(language, "Skyddat", "Protected"), between, "protected")
    return Chart(
        caption=_caption(result, plan),
        alt=_alt(table, plan),
        categories=tuple(wording.labels(table, cell, language) for cell in cells),
        series=(known, hidden) if any(between) else (known,),
        axis=said(language, "Antal personer", "Number of people"),
    )


def _alt(table: ProtectedTable, plan: Plan) -> str:
    """Describe the chart: each theme with how many mention it."""
    language = plan.language
    parts = [
        f"{wording.labels(table, cell, language).rstrip('.:')}: "
        f"{wording.of(cell, table.n or 0, language)}."
        for cell in table.cells
    ]
    start = said(language, "Liggande staplar.", "Horizontal bars.")
    see = said(
        language,
        "Alla siffror står i tabellen under diagrammet.",
        "All numbers are in the table below the chart.",
    )
    return " ".join((start, *parts, see))
