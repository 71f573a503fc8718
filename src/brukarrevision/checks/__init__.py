"""Everything wrong or doubtful in an audit, as problems with places and remedies.

A check is a function from an audit to problems; it reads nothing but the audit and its
responses. A new one is added to its module's ``CHECKS`` and gets its message in
``messages/audit.py``.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision.audit import Audit
from brukarrevision.checks import (
    codebook,
    data,
    findings,
    instrument,
    mapping,
    notes,
    plan,
    questions,
    quotes,
    releases,
    texts,
)
from brukarrevision.checks.data import data_is_own
from brukarrevision.errors import Problem
from brukarrevision.workspace import CODEBOOK

__all__ = ["blocking", "data_is_own", "everything", "run", "uncodable", "unreadable"]

Check = Callable[[Audit], Iterator[Problem]]

BEFORE_READING: tuple[Check, ...] = (
    *plan.CHECKS,
    *instrument.CHECKS,
    *questions.CHECKS,
    *mapping.CHECKS,
)
CHECKS: tuple[Check, ...] = (
    *BEFORE_READING,
    *findings.CHECKS,
    *codebook.CHECKS,
    *quotes.CHECKS,
    *texts.CHECKS,
    *notes.CHECKS,
    *data.CHECKS,
    *releases.CHECKS,
)


def everything(folder: Path) -> tuple[Audit | None, tuple[Problem, ...]]:
    """Read an audit, if it can be read, with all problems of its files and content."""
    audit, problems = audits.load(folder)
    return audit, (*problems, *(run(audit) if audit else ()))


def run(audit: Audit, checks: tuple[Check, ...] = CHECKS) -> tuple[Problem, ...]:
    """Return all problems, errors and doubts, in the order of files and places."""
    found = {(p.code, p.place, p.message): p for check in checks for p in check(audit)}
    return tuple(sorted(found.values(), key=lambda p: (p.place.file, p.place, p.code)))


def blocking(audit: Audit) -> tuple[Problem, ...]:
    """Return the errors alone: while there are any, no report is made (R10).

    Quotes that are not approved are left to the gate of the reports, which refuses, and
    notes to what counts them: neither is in a number of a survey.
    """
    others = (quotes.are_approved, *notes.CHECKS)
    of_numbers = tuple(one for one in CHECKS if one not in others)
    return tuple(p for p in run(audit, of_numbers) if p.severity == "error")


def uncodable(audit: Audit) -> tuple[Problem, ...]:
    """Return the errors of the codebook: with them a code may mean two things."""
    own = (*codebook.CHECKS, quotes.ids_are_unique)
    found = run(audit, own)
    return tuple(one for one in found if one.place.file == CODEBOOK)


def unreadable(audit: Audit) -> tuple[Problem, ...]:
    """Return the errors alone that make it wrong to read any responses."""
    return tuple(p for p in run(audit, BEFORE_READING) if p.severity == "error")
