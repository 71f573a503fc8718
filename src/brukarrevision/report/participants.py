"""Who answered and who did not: respondents of each leaf beside those invited."""

from collections.abc import Sequence

from brukarrevision import wording
from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.partition import Leaf
from brukarrevision.report.blocks import Table
from brukarrevision.report.scope import Scope
from brukarrevision.results import Responses
from brukarrevision.wording import MARKER, said


def participants(
    audit: Audit, instrument: Instrument, answered: Sequence[Responses], scope: Scope
) -> Table:
    """Return the table of respondents; those in no number get the marker (R1, R7)."""
    language = audit.plan.language
    rows = [
        row
        for found in answered
        for row in _rows(audit, instrument, found, scope)
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
    )


def _rows(
    audit: Audit, instrument: Instrument, found: Responses, scope: Scope
) -> list[tuple[str, ...]]:
    split = instrument.partition
    wanted = [leaf for leaf in found.leaves if _is_about(leaf, split, scope)]
    rows = [_row(audit, instrument, found, leaf) for leaf in wanted]
    if not scope.units:
        names = wording.names(found.left_out, split, audit.plan, instrument)
        rows += [(name, MARKER, MARKER, MARKER) for name in dict.fromkeys(names)]
    return rows


def _is_about(leaf: Leaf, split: tuple[str, ...], scope: Scope) -> bool:
    if not scope.units or "unit" not in split:
        return True
    at = split.index("unit")
    return {key[at] for key in leaf.keys} <= set(scope.units)


def _row(
    audit: Audit, instrument: Instrument, found: Responses, leaf: Leaf
) -> tuple[str, ...]:
    name = _name(audit, instrument, found, leaf)
    invited = _invited(audit, instrument, leaf)
    if not invited or invited < leaf.size:
        return name, MARKER, str(leaf.size), MARKER
    share = f"{wording.percent(leaf.size, invited)} %"
    return name, str(invited), str(leaf.size), share


def _name(audit: Audit, instrument: Instrument, found: Responses, leaf: Leaf) -> str:
    names = wording.names(leaf.keys, instrument.partition, audit.plan, instrument)
    name = wording.listed(dict.fromkeys(names), audit.plan.language)
    if not instrument.partition and instrument.group:
        name = audit.plan.label("group", instrument.group)
    if found.round:
        name = f"{name}, {audit.plan.label('round', found.round)}"
    return name


def _invited(audit: Audit, instrument: Instrument, leaf: Leaf) -> int | None:
    """Return how many were invited, where the plan says it of every part."""
    groups = {group.id: group.invited for group in audit.plan.groups}
    units = {unit.id: unit.invited for unit in audit.plan.units}
    split = instrument.partition
    if not split:
        return groups.get(instrument.group or "")
    if split not in (("unit",), ("group",)):
        return None
    known = units if split == ("unit",) else groups
    numbers = [known.get(key[0] or "") for key in leaf.keys]
    told = [number for number in numbers if number is not None]
    return sum(told) if len(told) == len(numbers) else None
