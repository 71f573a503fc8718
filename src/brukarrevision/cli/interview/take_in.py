"""Reading interviews in, and saying what came of it: ids and numbers alone."""

from collections.abc import Sequence

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, problem
from brukarrevision.i18n import tr
from brukarrevision.interviews import taking
from brukarrevision.interviews.taking import Taken


def take_in(audit: Audit) -> Taken:
    """Make responses of the interviews, and say which.

    Raises:
        FaultyFiles: plan or guides have errors.
        Refused: people who have been released would be counted again (R9).
    """
    if faults := checks.unreadable(audit):
        raise FaultyFiles(*faults)
    taken = taking.take_in(audit)
    for text, ids in _said(taken):
        if ids:
            console.say(f"{text}: {', '.join(ids)}")
    _doubts(audit, taken)
    return taken


def _said(taken: Taken) -> Sequence[tuple[str, tuple[str, ...]]]:
    return (
        (tr("Inlästa", "Read in"), taken.new),
        (
            tr("Lästa om, svaren har ändrats", "Read anew, answers changed"),
            taken.changed,
        ),
        (tr("Inlästa förut", "Read in before"), taken.same),
    )


def _doubts(audit: Audit, taken: Taken) -> None:
    """Say which interviews are left out, and why."""
    facts = {"audit": audit.slug}
    for code, ids in (
        ("interview-left-consent", taken.without_consent),
        ("interview-left-faulty", tuple(taken.faulty)),
        ("interview-consent-gone", taken.consent_gone),
        ("interview-notes-gone", taken.without_notes if taken.new else ()),
    ):
        if ids:
            console.show([problem(code, NOWHERE, ids=", ".join(ids), **facts)])


def to_json(audit: Audit, taken: Taken) -> dict[str, object]:
    """Return what came of the interviews, for programs."""
    return {
        "format": 1,
        "audit": audit.slug,
        "new": list(taken.new),
        "changed": list(taken.changed),
        "same": list(taken.same),
        "without_consent": list(taken.without_consent),
        "consent_gone": list(taken.consent_gone),
        "faulty": list(taken.faulty),
        "without_notes": list(taken.without_notes),
    }
