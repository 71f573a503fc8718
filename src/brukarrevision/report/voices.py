"""Approved quotes in a report: under their theme, else under their area (R8).

Every report shows the same quotes, whichever unit it is about: if a unit's report had
its own, it would tell where the speaker is.
"""

from collections.abc import Sequence

from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Area
from brukarrevision.quotes import ShownQuote
from brukarrevision.report.content import ShownQuotes
from brukarrevision.report.scope import Scope
from brukarrevision.results import Results


def by_theme(quotes: Sequence[ShownQuote]) -> dict[str, tuple[str, ...]]:
    """Return the quotes of each theme that has any, by its id, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for one in quotes:
        if one.theme:
            found[one.theme] = (*found.get(one.theme, ()), one.text)
    return found


def by_area(audit: Audit, quotes: Sequence[ShownQuote]) -> tuple[ShownQuotes, ...]:
    """Return the quotes on no theme: by area, then those without a place."""
    areas = (area for i in audit.instruments.values() for area in i.areas)
    order = dict.fromkeys([*(area.label for area in areas), ""])
    placed: dict[str, list[str]] = {label: [] for label in order}
    for quote in quotes:
        if not quote.theme:
            placed[_label(audit, quote)].append(quote.text)
    return tuple(ShownQuotes(one, tuple(said)) for one, said in placed.items() if said)


def showable(
    audit: Audit, quotes: Sequence[ShownQuote], results: Results, scope: Scope
) -> tuple[ShownQuote, ...]:
    """Return the quotes of instruments that enough have answered.

    Args:
        audit: whose quotes they are.
        quotes: those that are approved, in an order that tells nothing.
        results: who answered what.
        scope: what the report is about, where there have to be enough.
    """
    names = {one.instrument for one in quotes}
    enough = {name for name in names if _are_enough(audit, results, scope, name)}
    return tuple(one for one in quotes if one.instrument in enough)


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
    """Return the area a quote stands under; never one whose questions are routed."""
    areas = audit.instruments[quote.instrument].areas
    area = next((one for one in areas if one.id == quote.area), None)
    return area.label if area and not _is_routed(area) else ""


def _is_routed(area: Area) -> bool:
    return any(question.routing for question in area.questions)
