"""What a guide says of its conversation, as the head of a note.

What cannot be understood stays empty, and is told by its key alone: somebody may have
written a name.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brukarrevision import wording
from brukarrevision.audit import Audit
from brukarrevision.interviews import folder
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Group, Plan, Round, Unit
from brukarrevision.normal import normal

PLACES = ("unit", "group", "round")
_BETWEEN = re.compile(r"[,;/&+\s]+(?:(?:och|and)\s+)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_IN_WORDS = re.compile(
    r"(?:den )?([0-9]{1,2})(?::?[ae]|st|nd|rd|th)?\.? ([a-z]+),? ([0-9]{4})"
)
_MONTHS: dict[Language, str] = {
    "sv": "januari februari mars april maj juni juli augusti september oktober "
    "november december",
    "en": "january february march april may june july august september october "
    "november december",
}


@dataclass(frozen=True)
class Front:
    """What is known of a conversation; what is not known is None.

    Attributes:
        id: nothing if the file has none.
        unclear: keys with something that cannot be understood.
    """

    id: str = ""
    date: dt.date | None = None
    auditors: tuple[str, ...] = ()
    unit: str | None = None
    group: str | None = None
    round: str | None = None
    unclear: tuple[str, ...] = ()


def understood(
    audit: Audit, guide: Instrument, written: Mapping[str, str], name: str
) -> Front:
    """Return what was written of a conversation.

    Args:
        audit: its plan says what there is.
        guide: has the group, where all are of one.
        written: by key; ``interviewers`` for the auditors.
        name: of the file, which may be the conversation's id.
    """
    plan = audit.plan
    said = {key: " ".join(text.split()) for key, text in written.items()}
    places = {one: _place(plan, one, said.get(one, "")) for one in PLACES}
    front = Front(
        id=_id(said.get("id", "")),
        date=_date(said.get("date", ""), plan.language),
        auditors=_aliases(plan, said.get("interviewers", "")),
        unit=places["unit"],
        group=places["group"],
        round=places["round"],
    )
    known = {**vars(front), "interviewers": front.auditors}
    return replace(
        front,
        id=front.id or _of_name(name),
        unit=front.unit or _only(plan, "unit"),
        group=front.group or guide.group or _only(plan, "group"),
        round=front.round or _only(plan, "round"),
        unclear=tuple(key for key, text in said.items() if text and not known.get(key)),
    )


def _id(text: str) -> str:
    return text if folder.parts(folder.file_name(text)) else ""


def _of_name(name: str) -> str:
    """Return the id that a file is called by, such as ``I-03.docx``."""
    stem = name.rpartition(".")[0]
    return stem if re.fullmatch(r"I-[0-9]{1,6}", stem) else ""


def _place(plan: Plan, key: str, text: str) -> str | None:
    """Return the unit, group or round that is called so."""
    ids = listed(plan, key)
    wanted = normal(text)
    found = (
        i for i in ids if wanted in (normal(i), normal(wording.label(plan, key, i)))
    )
    return next(found, None) if wanted else None


def listed(plan: Plan, key: str) -> tuple[str, ...]:
    """Return the ids of the plan's units, groups or rounds."""
    every: dict[str, Sequence[Unit | Group | Round]] = {
        "unit": plan.units,
        "group": plan.groups,
        "round": plan.rounds,
    }
    return tuple(one.id for one in every[key])


def _only(plan: Plan, key: str) -> str | None:
    ids = listed(plan, key)
    return ids[0] if len(ids) == 1 else None


def _aliases(plan: Plan, text: str) -> tuple[str, ...]:
    """Return the aliases that are named, if nothing else is."""
    team = {normal(one.alias): one.alias for one in plan.team}
    words = [normal(word) for word in _BETWEEN.split(text) if word]
    if not all(word in team for word in words):
        return ()
    return tuple(dict.fromkeys(team[word] for word in words))


def _date(text: str, language: Language) -> dt.date | None:
    for year, month, day in _dates(normal(text), language):
        try:
            return dt.date(year, month, day)
        except ValueError:
            continue
    return None


def _dates(text: str, language: Language) -> Iterator[Sequence[int]]:
    """Yield year, month and day; the month first, as in America, is not read."""
    months = _MONTHS[language].split()
    if found := _YEAR_FIRST.fullmatch(text):
        yield tuple(map(int, found.groups()))
    if language == "sv" and (found := _DAY_FIRST.fullmatch(text)):
        yield tuple(map(int, reversed(found.groups())))
    if (found := _IN_WORDS.fullmatch(text)) and found[2] in months:
        yield int(found[3]), months.index(found[2]) + 1, int(found[1])
