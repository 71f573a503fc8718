"""Who answered and who did not: respondents of each leaf beside those invited."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.audit import Audit
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.partition import Leaf
from brukarrevision.report.blocks import Table
from brukarrevision.report.result_tables import LATE, all_units
from brukarrevision.report.scope import Scope
from brukarrevision.results import Responses
from brukarrevision.tally import Key
from brukarrevision.wording import MARKER, said


def participants(
    audit: Audit, instrument: Instrument, answered: Sequence[Responses], scope: Scope
) -> Table:
    """Return the table of respondents; those in no number get the marker (R1, R7)."""
    language = audit.plan.language
    rows = [row for found in answered for row in _rows(audit, instrument, found, scope)]
    whole = scope.units and "unit" not in instrument.partition
    split = instrument.partition
    late = any(scope.covers(key, split) for one in answered for key in one.late)
    notes = [
        all_units(language) if whole else "",
        LATE[language] if late else "",
        _ELSEWHERE[language] if _elsewhere(answered, split, scope) else "",
    ]
    return Table(
        caption=f"{instrument.title}: {said(language, 'svarande', 'respondents')}",
        header=(
            said(language, "Svarande", "Respondents"),
            said(language, "Tillfrågade", "Invited"),
            said(language, "Svarade", "Answered"),
            said(language, "Andel", "Share"),
        ),
        rows=tuple(rows),
        align=("left", "right", "right", "right"),
        note=" ".join(filter(None, notes)),
    )


_ELSEWHERE: dict[Language, str] = {
    "sv": "Några som svarade senare är bara med i rapporten för alla enheter.",
    "en": "Some who answered later are only in the report on all units.",
}


def _elsewhere(
    answered: Sequence[Responses], split: tuple[str, ...], scope: Scope
) -> bool:
    """Tell whether a leaf has some of this report's people and some of others'."""
    inside = (
        {scope.covers(key, split) for key in leaf.keys}
        for one in answered
        for leaf in one.leaves
    )
    return any(len(some) > 1 for some in inside)


def _rows(
    audit: Audit, instrument: Instrument, found: Responses, scope: Scope
) -> list[tuple[str, ...]]:
    def about(key: Key) -> bool:
        return scope.covers(key, instrument.partition)

    shown = [leaf for leaf in found.leaves if all(map(about, leaf.keys))]
    left = [key for key in found.left_out if about(key) and key not in found.late]
    names = dict.fromkeys(_name(audit, instrument, found, (key,)) for key in left)
    return [
        *(_row(audit, instrument, found, leaf) for leaf in shown),
        *((name, MARKER, MARKER, MARKER) for name in names),
    ]


def _row(
    audit: Audit, instrument: Instrument, found: Responses, leaf: Leaf
) -> tuple[str, ...]:
    name = _name(audit, instrument, found, leaf.keys)
    invited = _invited(audit, instrument, leaf)
    others = {key for one in found.leaves if one is not leaf for key in one.keys}
    if not invited or invited < leaf.size or not others.isdisjoint(leaf.keys):
        return name, MARKER, str(leaf.size), MARKER
    enough = invited >= wording.PERCENT_FROM
    share = f"{wording.percent(leaf.size, invited)} %" if enough else MARKER
    return name, str(invited), str(leaf.size), share


def _name(
    audit: Audit, instrument: Instrument, found: Responses, keys: Sequence[Key]
) -> str:
    names = wording.names(keys, instrument.partition, audit.plan, instrument)
    name = wording.listed(dict.fromkeys(names), audit.plan.language)
    if not instrument.partition and instrument.group:
        name = wording.label(audit.plan, "group", instrument.group)
    if found.round:
        name = f"{name}, {wording.label(audit.plan, 'round', found.round)}"
    return name


def _invited(audit: Audit, instrument: Instrument, leaf: Leaf) -> int | None:
    """Return how many were invited, where the plan says it of every part."""
    groups = {group.id: group.invited for group in audit.plan.groups}
    units = {unit.id: unit.invited for unit in audit.plan.units}
    if not instrument.partition:
        return groups.get(instrument.group or "")
    if len(instrument.partition) > 1 or _several_groups(audit):
        return None
    if instrument.kind != "survey" and _has_survey(audit):
        return None  # so many were asked to answer that, and not to be interviewed
    known = {"unit": units, "group": groups}.get(instrument.partition[0], {})
    numbers = [known.get(key[0] or "") for key in leaf.keys]
    told = [number for number in numbers if number is not None]
    return sum(told) if len(told) == len(numbers) else None


def _several_groups(audit: Audit) -> bool:
    """Tell whether a unit's number of invited is of several groups together."""
    by_unit = [i for i in audit.instruments.values() if i.partition == ("unit",)]
    return len({instrument.group for instrument in by_unit}) > 1


def _has_survey(audit: Audit) -> bool:
    """Tell whether a unit's number of invited is of a survey."""
    every = audit.instruments.values()
    return any(one.kind == "survey" and "unit" in one.partition for one in every)
