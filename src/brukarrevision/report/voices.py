"""Approved quotes in a report: by theme, in a chapter of their own (R8).

Every report shows the same quotes, whichever unit it is about: if a unit's report had
its own, it would tell where the speaker is.
"""

from collections.abc import Sequence

from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Area
from brukarrevision.quotes import ShownQuote
from brukarrevision.report.content import ShownTheme
from brukarrevision.report.scope import Scope
from brukarrevision.results import Results


def themes(
    audit: Audit, quotes: Sequence[ShownQuote], results: Results, scope: Scope
) -> tuple[ShownTheme, ...]:
    """Return the quotes by theme: the codebook's, then areas, then what has neither.

    Args:
        audit: whose codebook and instruments give the order.
        quotes: those that are approved, in an order that tells nothing.
        results: who answered what.
        scope: an instrument is only quoted where enough have answered it.
    """
    labels = [one.label for one in audit.codebook.themes]
    areas = (area for i in audit.instruments.values() for area in i.areas)
    order = dict.fromkeys([*labels, *(area.label for area in areas), ""])
    placed: dict[str, list[str]] = {label: [] for label in order}
    for quote in quotes:
        if _are_enough(audit, results, scope, quote.instrument):
            placed[_label(audit, quote)].append(quote.text)
    return tuple(ShownTheme(one, tuple(said)) for one, said in placed.items() if said)


def _are_enough(audit: Audit, results: Results, scope: Scope, instrument: str) -> bool:
    """Tell whether enough have answered in what the report is about."""
    of = audit.instruments[instrument]
    sizes = [
        leaf.size
        for found in results.responses.get(instrument, ())
        for leaf in found.leaves
        if all(scope.covers(key, of.partition) for key in leaf.keys)
    ]
    return sum(sizes) >= audit.min_group


def _label(audit: Audit, quote: ShownQuote) -> str:
    """Return what a quote stands under; never an area whose questions are routed."""
    named = {one.id: one.label for one in audit.codebook.themes}
    if quote.theme:
        return named[quote.theme]
    areas = audit.instruments[quote.instrument].areas
    area = next((one for one in areas if one.id == quote.area), None)
    return area.label if area and not _is_routed(area) else ""


def _is_routed(area: Area) -> bool:
    return any(question.routing for question in area.questions)
