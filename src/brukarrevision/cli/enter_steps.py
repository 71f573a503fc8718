"""The steps of ``collect --enter``: a sitting at the terminal, and what came of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.boundary import telling
from brukarrevision.cli.keyboard import keyboard
from brukarrevision.errors import (
    NOWHERE,
    AuditError,
    FaultyFiles,
    Place,
    WrongUsage,
    problem,
)
from brukarrevision.i18n import tr
from brukarrevision.keying.desk import Desk, alone
from brukarrevision.keying.taking import Taken, take_in
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.workspace import INSTRUMENTS


class Stopped(AuditError):
    """Somebody stopped at the keys; everything answered is kept."""

    exit_code = 130


def enter(
    given: Sequence[str],
    instrument: str | None,
    stated: Mapping[str, str | None],
    *,
    second: bool,
    unfit: Sequence[str] = (),
) -> None:
    """Key in forms until somebody ends, and take in those that are done.

    Args:
        given: the audit, if it was named.
        instrument: the id of the form, None where --enter is missing.
        stated: attributes of all forms that are begun.
        second: whether forms that were keyed in once are keyed in again.
        unfit: options that were given and say nothing of keying in.
    """
    if instrument is None:
        raise WrongUsage(problem("enter-second", NOWHERE))
    if unfit:
        facts = {"one": "--enter", "other": unfit[0]}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    if len(given) > 1:
        raise WrongUsage(problem("enter-files", NOWHERE, files=len(given) - 1))
    if not console.can_ask():
        raise WrongUsage(problem("enter-terminal", NOWHERE))
    audit = audits.require(given[0] if given else None, Path.cwd())
    audit.refuse_if_erased()
    if faults := checks.unreadable(audit):
        raise FaultyFiles(*faults)
    desk = Desk.of(audit, _instrument(audit, instrument), stated, second=second)
    with alone(audit, instrument):
        try:
            _sit(desk, second=second)
        except KeyboardInterrupt:
            raise Stopped(problem("enter-stopped", NOWHERE)) from None


def _instrument(audit: Audit, name: str) -> Instrument:
    if found := audit.instruments.get(name):
        ids = [one.id for one in found.questions() if one.id in RESPONSE_USES]
        if ids:
            place = Place(f"{INSTRUMENTS}/{name}.yaml")
            raise FaultyFiles(problem("question-reserved", place, id=ids[0]))
        return found
    facts = {"instrument": name, "known": ", ".join(audit.instruments)}
    raise WrongUsage(problem("map-unknown-instrument", NOWHERE, **facts))


def _sit(desk: Desk, *, second: bool) -> None:
    """Key in, then take in; a second entry is compared with the first as well."""
    from brukarrevision.cli.enter_sitting import Sitting
    from brukarrevision.cli.settle_steps import settle

    if second:
        _tell(take_in(desk))
    with console.private_screen(), keyboard() as key:
        Sitting(desk, key).run()
        summary = settle(desk, key) if second else ""
    if second:
        with telling(tr("Formulären är jämförda.", "The forms are compared.")):
            console.say(summary)
    else:
        _tell(take_in(desk))


def _tell(taken: Taken) -> None:
    """Say what became of the forms, by their numbers and never by their answers."""
    with telling(tr("Formulären är sparade.", "The forms are kept.")):
        _show(taken)


def _show(taken: Taken) -> None:
    if taken.log:
        console.show(taken.log.warnings)
        used = taken.log.rows_used
        console.say(tr(f"{used} formulär inlästa.", f"{used} forms read."))
        if gone := len(taken.log.refused.get("withdrawn", ())):
            console.say(
                tr(
                    f"{gone} återkallade, inte inlästa.",
                    f"{gone} withdrawn, not read.",
                )
            )
    for code, numbers in (
        ("enter-again", taken.again),
        ("enter-opened", taken.opened),
    ):
        if numbers:
            facts = {"forms": ", ".join(map(str, numbers))}
            console.show([problem(code, NOWHERE, **facts)])
