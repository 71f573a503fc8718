"""Themes in a report: how many mention each, what they mean, and quotes on them."""

from collections.abc import Mapping, Sequence

from brukarrevision import wording
from brukarrevision.audit import Audit
from brukarrevision.model.codebook import Theme
from brukarrevision.model.plan import Plan
from brukarrevision.model.release import THEMES
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report.blocks import Heading
from brukarrevision.report.content import Defined, ShownTheme, ShownThemes, ThemeTable
from brukarrevision.report.scope import Scope
from brukarrevision.report.sentences import leading, number
from brukarrevision.report.theme_tables import (
    at_the_top,
    leaf_tables,
    name,
    theme_chart,
    theme_table,
)
from brukarrevision.results import Result, Results
from brukarrevision.wording import said

_TOP_LEVEL, _DEEPEST = 2, 4

Pairs = Sequence[tuple[Result, ProtectedTable]]


def themes(
    audit: Audit,
    results: Results,
    scope: Scope,
    quoted: Mapping[str, tuple[str, ...]],
) -> ShownThemes:
    """Return what a report says of themes; nothing where there is nothing to tell.

    Args:
        audit: whose codebook gives the themes and their order.
        results: what may be shown.
        scope: what the report is about.
        quoted: approved quotes, by theme.
    """
    pairs = _pairs(results, scope)
    if not (pairs or quoted):
        return ShownThemes()
    plan, codebook = audit.plan, audit.codebook
    of = scope, plan, codebook
    return ShownThemes(
        most=tuple(filter(None, (_most(*pair, audit, pairs) for pair in pairs))),
        tables=tuple(
            ThemeTable(theme_table(one, *of), theme_chart(one, *of)) for one, _ in pairs
        ),
        themes=_themes(audit, pairs, quoted),
        leaves=tuple(table for one, _ in pairs for table in leaf_tables(one, *of)),
        codebook=_defined(audit),
        talks=any(one.instrument.kind != "survey" for one, _ in pairs),
    )


def _pairs(results: Results, scope: Scope) -> Pairs:
    """Return the tables over all questions of which something may be shown."""
    found = [one for one in results.questions if one.question.id == THEMES]
    pairs = [(one, scope.table(one)) for one in found]
    return [(o, t) for o, t in pairs if t.shown != "hidden" and t.n and t.cells]


def _themes(
    audit: Audit, pairs: Pairs, quoted: Mapping[str, tuple[str, ...]]
) -> tuple[ShownTheme, ...]:
    """Return the themes that have a number or a quote, and those they are a part of."""
    line = audit.codebook.upwards()
    told = {one: _mentioned(one, pairs, audit.plan) for one in line}
    wanted = {up for one in line if told[one] or one in quoted for up in line[one]}
    return tuple(
        ShownTheme(
            heading=_heading(one, len(line[one.id]) - 1, audit.plan),
            definition=one.definition or "",
            mentioned=told[one.id],
            quotes=quoted.get(one.id, ()),
        )
        for one in audit.codebook.tree()
        if one.id in wanted
    )


def _heading(theme: Theme, depth: int, plan: Plan) -> Heading:
    level = min(_TOP_LEVEL + depth, _DEEPEST)
    label = theme.label
    return Heading(level, said(plan.language, f"Tema: {label}", f"Theme: {label}"))


def _mentioned(theme: str, pairs: Pairs, plan: Plan) -> tuple[str, ...]:
    """Return how many mention a theme, in a sentence for each table."""
    return tuple(
        _of(result, pairs, plan, _sentence(cell, table, plan))
        for result, table in pairs
        if (cell := table.cell(theme))
    )


def _of(result: Result, pairs: Pairs, plan: Plan, sentence: str) -> str:
    """Return a sentence after what it is of, where that could be several things."""
    return sentence if len(pairs) == 1 else f"{name(result, plan)}: {sentence}"


def _sentence(cell: Cell, table: ProtectedTable, plan: Plan) -> str:
    word, counted = _word(cell, table, plan), number(table, cell, plan)
    start = f"{word} ({counted})" if word else counted
    start = f"{start[0].upper()}{start[1:]}"
    return said(plan.language, f"{start} tar upp det.", f"{start} bring it up.")


def _most(result: Result, table: ProtectedTable, audit: Audit, pairs: Pairs) -> str:
    """Name up to three themes that more mention than any other (R4)."""
    plan = audit.plan
    top = at_the_top(table, audit.codebook)
    parts = [_in_words(cell, top, plan) for cell in leading(top)]
    if not parts:
        return ""
    listed = wording.listed(parts, plan.language)
    start = said(plan.language, "Flest tar upp", "Most often brought up")
    return _of(result, pairs, plan, f"{start}: {listed}.")


def _in_words(cell: Cell, table: ProtectedTable, plan: Plan) -> str:
    label = wording.labels(table, cell, plan.language)
    word, counted = _word(cell, table, plan), number(table, cell, plan)
    return f"{label} ({', '.join(filter(None, (word, counted)))})"


def _word(cell: Cell, table: ProtectedTable, plan: Plan) -> str:
    """Return the word for a share, empty where the number is told in words already."""
    n = table.n or 0
    is_number = number(table, cell, plan) == wording.of(cell, n, plan.language)
    return wording.word(cell, n, plan) if is_number else ""


def _defined(audit: Audit) -> tuple[Defined, ...]:
    called = audit.codebook.called()
    return tuple(
        Defined(called[one.id], one.definition or "", one.example or "")
        for one in audit.codebook.tree()
    )
