"""What is to be imported and how, and what came of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from brukarrevision.errors import Problem
from brukarrevision.intake.choose import Choice
from brukarrevision.intake.log import ImportLog, Unmatched
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan

Progress = Callable[[int], None]


@dataclass(slots=True)
class Result:
    """What came of one file: its log, or what is wrong with it."""

    log: ImportLog | None
    problems: list[Problem] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported and how.

    Attributes:
        choice: the file and its mapping; ``plan``: of the audit.
        given: ids of the attributes that hold for the whole file.
        scope: those of them that the user stated, so that ids of respondents are
            unique within it.
        instruments: of the audit, by id.
        dry_run: goes into the log.
        progress: called with the number of rows done.
        replace: whether changed answers take the place of earlier ones.
    """

    choice: Choice
    plan: Plan
    given: dict[str, str]
    scope: dict[str, str]
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    dry_run: bool = False
    progress: Progress | None = None
    replace: bool = False


def coding_hash(order: Order) -> str:
    """Return a hash of all that decides how cells are coded, headers left out."""
    mapping, plan = order.choice.mapping, order.plan
    columns = [column.model_dump(exclude={"header"}) for column in mapping.columns]
    source = mapping.source.model_dump(include={"skip_rows", "header_rows", "sheet"})
    parts: list[object] = [columns, source, sorted(order.given.items())]
    parts.append([one.model_dump() for one in mapping.exclude])
    parts.append(order.choice.instrument.model_dump(mode="json"))
    named = (plan.units, plan.groups, plan.rounds)
    parts += [[(one.id, one.label) for one in items] for items in named]
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
