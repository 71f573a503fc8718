"""What stands around the results of a report: commission, words, findings, left out."""

from collections.abc import Iterable, Sequence

from brukarrevision import prose, wording
from brukarrevision.audit import Audit
from brukarrevision.model.findings import Finding
from brukarrevision.report.blocks import Table
from brukarrevision.report.content import Commission, ShownFinding
from brukarrevision.report.scope import Scope
from brukarrevision.results import Result
from brukarrevision.tally import Key
from brukarrevision.wording import said

_FORMS = {
    "oral": {"sv": "muntligt", "en": "orally"},
    "written": {"sv": "skriftligt", "en": "in writing"},
}


def filled(value: str) -> str:
    """Return a text of the plan, empty where it is still to be filled in."""
    return "" if prose.is_placeholder(value) else value


def unit_names(audit: Audit, units: Iterable[str]) -> tuple[str, ...]:
    """Return what units are called."""
    return tuple(wording.label(audit.plan, "unit", unit) for unit in units)


def left_out(audit: Audit, results: Sequence[Result]) -> tuple[str, ...]:
    """Return those who are too few to be in any number."""
    out: dict[str, None] = {}
    shown: set[str] = set()
    for result in results:
        out |= dict.fromkeys(_names(audit, result, result.protected.left_out))
        for leaf in result.protected.leaves:
            shown.update(_names(audit, result, leaf.keys))
    return tuple(name for name in out if name not in shown)


def _names(audit: Audit, result: Result, keys: Iterable[Key]) -> tuple[str, ...]:
    split = result.protected.leaves[0].partition
    return wording.names(keys, split, audit.plan, result.instrument)


def commission(audit: Audit) -> Commission:
    """Return the commission, without what is still to be filled in."""
    given, erase = audit.plan.commission, audit.plan.anonymity.erase_raw_by
    return Commission(
        commissioner=filled(given.commissioner),
        auditor=filled(given.auditor),
        purpose=filled(given.purpose),
        target_group=filled(given.target_group),
        start=given.period.start.isoformat(),
        end=given.period.end.isoformat(),
        delimitations=tuple(d for d in given.delimitations if filled(d)),
        reporting=tuple(
            f"{one.to}, {one.due.isoformat()} ({_FORMS[one.form][audit.plan.language]})"
            for one in given.reporting
            if filled(one.to)
        ),
        erase=erase.isoformat(),
    )


def words(audit: Audit) -> Table:
    """Return the table that says what "most" and "a majority" mean here."""
    language = audit.plan.language
    return Table(
        caption=said(language, "Så används orden för andelar", "What the words mean"),
        header=(said(language, "Ord", "Word"), said(language, "Minst", "At least")),
        rows=tuple((w.word, f"{w.at_least} %") for w in wording.band_words(audit.plan)),
        align=("left", "right"),
    )


def findings(audit: Audit, scope: Scope, kind: str) -> tuple[ShownFinding, ...]:
    """Return the findings of a kind that are about this report's units."""
    every = {unit.id for unit in audit.plan.units}
    units = set(scope.units) or every
    return tuple(
        ShownFinding(one.text, _about_units(audit, one, units), one.area)
        for one in audit.findings.findings
        if one.kind == kind
        and filled(one.text)
        and (not one.units or not scope.units or units.intersection(one.units))
    )


def _about_units(audit: Audit, finding: Finding, units: set[str]) -> str:
    """Return the units a finding is about, if it is not about all or names them."""
    if not finding.units or units.issubset(finding.units):
        return ""
    names = unit_names(audit, [unit for unit in finding.units if unit in units])
    if all(name in finding.text for name in names):
        return ""
    return wording.listed(names, audit.plan.language)
