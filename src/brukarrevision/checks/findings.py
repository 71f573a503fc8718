"""Checks of ``findings.yaml`` against plan and instruments."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import repeated
from brukarrevision.errors import Problem, problem
from brukarrevision.modelfile import hint
from brukarrevision.workspace import FINDINGS


def ids_are_unique(audit: Audit) -> Iterator[Problem]:
    """No finding has another's id."""
    for at, one in repeated(f.id for f in audit.findings.findings):
        place = audit.place(FINDINGS, ("findings", at, "id"))
        yield problem("plan-duplicate-id", place, id=one)


def name_what_exists(audit: Audit) -> Iterator[Problem]:
    """Findings are about units of the plan and areas of the instruments."""
    units = [unit.id for unit in audit.plan.units]
    areas = [a.id for i in audit.instruments.values() for a in i.areas]
    for at, finding in enumerate(audit.findings.findings):
        wrong = [("units", unit, units) for unit in finding.units if unit not in units]
        if finding.area and finding.area not in areas:
            wrong.append(("area", finding.area, areas))
        for key, given, known in wrong:
            place = audit.place(FINDINGS, ("findings", at, key))
            facts = {"key": key, "given": given, "hint": hint(given, known)}
            yield problem("finding-unknown", place, **facts)


CHECKS = (ids_are_unique, name_what_exists)
