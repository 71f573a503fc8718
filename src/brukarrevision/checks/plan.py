"""Checks of ``plan.yaml``."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import repeated
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.normal import normal
from brukarrevision.protect.policy import Policy
from brukarrevision.rawdata.contents import counts, holds_unerased
from brukarrevision.rawdata.purge import state
from brukarrevision.workspace import ERASURE, PLAN, is_device

WHOLE = "alla"
"""What the report on all units together is called."""


def name_is_folder(audit: Audit) -> Iterator[Problem]:
    """The plan's id is the name of the folder."""
    if audit.plan.id != audit.slug:
        place = audit.place(PLAN, ("id",))
        yield problem("plan-id-differs", place, id=audit.plan.id, slug=audit.slug)


def ids_are_unique(audit: Audit) -> Iterator[Problem]:
    """No unit, group, round, member or instrument has another's id."""
    plan = audit.plan
    lists: dict[str, list[str]] = {
        "units": [u.id for u in plan.units],
        "groups": [g.id for g in plan.groups],
        "rounds": [r.id for r in plan.rounds],
        "steps": [str(s.id) for s in plan.steps],
        "team": [m.alias for m in plan.team],
        "instruments": list(plan.instruments),
    }
    for key, ids in lists.items():
        for at, one in repeated(ids):
            yield problem("plan-duplicate-id", audit.place(PLAN, (key, at)), id=one)


def labels_are_unique(audit: Audit) -> Iterator[Problem]:
    """No two units, and no two groups, are called the same."""
    lists = {
        "units": [unit.label for unit in audit.plan.units],
        "groups": [group.label for group in audit.plan.groups],
    }
    for key, labels in lists.items():
        for at, _ in repeated(map(normal, labels)):
            place = audit.place(PLAN, (key, at, "label"))
            yield problem("plan-same-label", place, key=key, label=labels[at])


def ids_can_name_files(audit: Audit) -> Iterator[Problem]:
    """No unit or instrument has an id that a file cannot have, or that means all."""
    plan = audit.plan
    units = [(("units", at, "id"), one.id) for at, one in enumerate(plan.units)]
    named = [(("instruments", at), one) for at, one in enumerate(plan.instruments)]
    for path, one in (*units, *named):
        if is_device(one) or (path[0] == "units" and one.lower() == WHOLE):
            yield problem("id-reserved", audit.place(PLAN, path), id=one)


def dates_in_order(audit: Audit) -> Iterator[Problem]:
    """The audit ends after it begins, and raw data is erased after it ends."""
    period, erase = audit.plan.commission.period, audit.plan.anonymity.erase_raw_by
    if period.end < period.start:
        yield problem(
            "plan-period-backwards",
            audit.place(PLAN, ("commission", "period", "end")),
            start=period.start,
            end=period.end,
        )
    place = audit.place(PLAN, ("anonymity", "erase_raw_by"))
    if erase < period.end:
        yield problem("plan-erase-early", place, erase=erase, end=period.end)


def raw_data_is_erased_in_time(audit: Audit) -> Iterator[Problem]:
    """Raw data goes when the plan says so, and is gone where that is recorded."""
    if not counts(audit):
        return
    erase = audit.plan.anonymity.erase_raw_by
    place = audit.place(PLAN, ("anonymity", "erase_raw_by"))
    match state(audit):
        case "due":
            yield problem("plan-erase-due", place, erase=erase)
        case "overdue":
            yield problem("plan-erase-overdue", place, erase=erase)
    if audit.erasure and holds_unerased(audit):
        facts = {"erased": audit.erasure.erased}
        yield problem("plan-erase-unfinished", Place(ERASURE), **facts)


def groups_are_large_enough(audit: Audit) -> Iterator[Problem]:
    """``min_group`` and ``coalition`` are no lower than the rules allow (R1)."""
    given = audit.plan.anonymity
    if given.coalition < 1:
        place = audit.place(PLAN, ("anonymity", "coalition"))
        yield problem("plan-coalition-low", place)
    safe = Policy(coalition=max(1, given.coalition)).smallest_safe
    floor = max(safe, audit.workspace.settings.anonymity.min_group)
    if given.min_group < floor:
        place = audit.place(PLAN, ("anonymity", "min_group"))
        yield problem("plan-min-group-low", place, given=given.min_group, floor=floor)


def words_in_order(audit: Audit) -> Iterator[Problem]:
    """The words for shares begin at zero and no limit stands twice."""
    limits = [word.at_least for word in audit.plan.words]
    if limits and (0 not in limits or len(set(limits)) != len(limits)):
        yield problem("plan-words-gap", audit.place(PLAN, ("words",)))


CHECKS = (
    name_is_folder,
    ids_are_unique,
    labels_are_unique,
    ids_can_name_files,
    dates_in_order,
    raw_data_is_erased_in_time,
    groups_are_large_enough,
    words_in_order,
)
