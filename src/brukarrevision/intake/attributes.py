"""What is said of a whole response: who, unit, group, round, how, with what help."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.errors import NOWHERE, Problem, problem
from brukarrevision.intake.codes import short_codes
from brukarrevision.intake.coding import Cells, Lookup
from brukarrevision.intake.names import cut, fold, unmask
from brukarrevision.model.mapping import HELPS, MODES, RESPONSE_USES, Column
from brukarrevision.model.plan import Group, Plan, Round, Unit

SCOPES = ("unit", "group", "round")

_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "mode": {
        "paper": ("papper", "pappersenkät", "post", "brev"),
        "phone": ("telefon", "telefonintervju", "telephone"),
        "web": ("webb", "webbenkät", "online", "internet", "dator", "surfplatta"),
        "meeting": ("möte", "träff", "grupp"),
        "interview": ("intervju", "besök"),
    },
    "help": {
        "none": ("ingen", "nej", "no", "ingen hjälp", "själv"),
        "staff": ("personal", "personalen"),
        "family": ("närstående", "anhörig", "familj", "relative"),
        "other": ("annan", "annan person", "någon annan"),
        "proxy": ("ombud", "företrädare", "någon annan svarade"),
    },
}
_IDS = {"mode": MODES, "help": HELPS}


def known_values(plan: Plan, attribute: str) -> dict[str, str]:
    """Return the ids an attribute may have, by every text that means them, folded."""
    if attribute in _IDS:
        words = _WORDS[attribute]
        known = {fold(word): one for one, many in words.items() for word in many}
        codes = short_codes(words)
        known |= {code: one for one, code in codes.items() if code not in known}
        return known | {one: one for one in _IDS[attribute]}
    every: dict[str, tuple[Unit | Group | Round, ...]] = {
        "unit": plan.units,
        "group": plan.groups,
        "round": plan.rounds,
    }
    items = every[attribute]
    codes = short_codes({item.id: (item.label,) for item in items})
    known = {fold(code): one for one, code in codes.items()}
    known |= {fold(item.id): item.id for item in items}
    return known | {fold(item.label): item.id for item in items}


def given(
    plan: Plan, stated: Mapping[str, str | None]
) -> tuple[dict[str, str], list[Problem]]:
    """Return the ids that options give the whole file, or that the plan implies.

    A plan with exactly one unit, group or round implies it.
    """
    found: dict[str, str] = {}
    problems = []
    for attribute in RESPONSE_USES[1:]:
        known = known_values(plan, attribute)
        text = stated.get(attribute)
        only = set(known.values())
        if text is not None and fold(text) in known:
            found[attribute] = known[fold(text)]
        elif text is not None:
            facts = {"attribute": attribute, "value": cut(text)}
            listed = ", ".join(dict.fromkeys(known.values())) or "–"
            problems.append(
                problem("map-unknown-value", NOWHERE, **facts, known=listed)
            )
        elif attribute in SCOPES and len(only) == 1:
            found[attribute] = only.pop()
    return found, problems


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of every response: from a column, from what is given, or none."""

    name: str
    column: Column | None
    default: str | None
    lookup: Lookup

    def __call__(self, columns: Sequence[Cells], rows: int) -> list[str | None]:
        """Return the attribute of every row of a block, None where nobody knows."""
        if self.column is None:
            return [self.default] * rows
        found = self.lookup(columns[self.column.at])
        default = self.default
        return [value or default for value in found]


def attributes(
    plan: Plan, columns: Mapping[str, Column], defaults: Mapping[str, str]
) -> tuple[Attribute, ...]:
    """Return what reads the six attributes of a response, in the store's order."""
    return tuple(
        Attribute(
            name,
            columns.get(name),
            defaults.get(name),
            Lookup(_code(plan, name, columns)),
        )
        for name in RESPONSE_USES
    )


def _code(
    plan: Plan, name: str, columns: Mapping[str, Column]
) -> Callable[[str], str | None]:
    if name == "respondent":
        return lambda text: unmask(text).strip()
    known = known_values(plan, name)
    valid = set(known.values())
    if column := columns.get(name):
        known |= {fold(text): target for text, target in column.values.items()}

    def code(text: str) -> str | None:
        key = fold(unmask(text))
        if not key:
            return ""
        found = known.get(key)
        return found if found in valid else None

    return code
