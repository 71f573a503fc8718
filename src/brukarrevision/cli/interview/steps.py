"""The steps of ``interview new``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli.interview.options import among
from brukarrevision.cli.opening import with_word
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.interviews import blank, folder
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.note import Head


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line of the interview."""

    unit: str | None
    group: str | None
    round: str | None
    auditors: tuple[str, ...]
    date: str | None


def begin(given: Sequence[str], wish: Wish) -> None:
    """Write an empty note from the guide, with what is known filled in."""
    audit, name = with_word(given)
    audit.refuse_if_erased()
    guide = _guide(audit, name)
    head = _head(audit, guide, wish)
    text = blank.page(audit.plan, guide, head)
    path = folder.write(audit, folder.file_name(head.id), text)
    console.out(str(path))
    following = f"brukarrevision interview open {audit.slug} {head.id}"
    console.say(
        tr(
            f"Intervjun är {head.id}. Nästa kommando: {following}",
            f"The interview is {head.id}. Next command: {following}",
        )
    )


def _guide(audit: Audit, name: str | None) -> Instrument:
    """Return the instrument that is meant: the only guide, unless one is named."""
    every = audit.instruments
    known = ", ".join(every)
    if name is not None:
        if name not in every:
            facts = {"name": name, "known": known}
            raise WrongUsage(problem("form-no-instrument", NOWHERE, **facts))
        return every[name]
    guides = [one for one in every.values() if one.kind != "survey"]
    if not guides:
        raise WrongUsage(problem("interview-no-guide", NOWHERE, known=known))
    if len(guides) > 1:
        known = ", ".join(one.id for one in guides)
        raise WrongUsage(problem("form-instrument", NOWHERE, known=known))
    return guides[0]


def _head(audit: Audit, guide: Instrument, wish: Wish) -> Head:
    plan = audit.plan
    aliases = [one.alias for one in plan.team]
    for alias in wish.auditors:
        among("--auditor", alias, aliases)
    return Head(
        id=blank.next_id(audit),
        date=day(wish.date),
        auditors=wish.auditors,
        unit=_only("--unit", wish.unit, [one.id for one in plan.units]),
        group=_only("--group", wish.group or guide.group, [g.id for g in plan.groups]),
        round=_only("--round", wish.round, [one.id for one in plan.rounds]),
    )


def _only(option: str, given: str | None, ids: Sequence[str]) -> str | None:
    """Return what was given, or the only one there is."""
    if given is not None:
        return among(option, given, ids)
    return ids[0] if len(ids) == 1 else None


def day(given: str | None) -> dt.date | None:
    """Return a day as it is written on the command line.

    Raises:
        WrongUsage: it is none.
    """
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise WrongUsage(problem("interview-date")) from None
