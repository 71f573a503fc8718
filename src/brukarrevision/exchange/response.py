"""The questions that a form asks first: unit, group, round, and how it was answered.

Their names are the headers that ``collect`` knows by themselves, and their choices are
named as the plan names them.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count

from brukarrevision.errors import WrongUsage
from brukarrevision.intake.attributes import SCOPES, given
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Choice, Instrument, Question
from brukarrevision.model.mapping import HELPS, MODES
from brukarrevision.model.plan import Group, Plan, Round, Unit

Two = tuple[str, str]
"""The same in Swedish and in English."""

_QUESTIONS: dict[str, tuple[Two, Two]] = {
    "unit": (("Enhet", "Unit"), ("Vilken enhet gäller svaren?", "About which unit?")),
    "group": (("Grupp", "Group"), ("Vilka hör du till?", "Who do you belong to?")),
    "round": (
        ("Omgång", "Round"),
        ("Vilken gång ställs frågorna?", "Which time are the questions asked?"),
    ),
    "mode": (
        ("Insamling", "Mode"),
        ("Hur lämnas svaren?", "How are the answers given?"),
    ),
    "help": (
        ("Hjälp", "Help"),
        ("Hjälper någon till med svaren?", "Does anybody help with the answers?"),
    ),
}
_WORDS: dict[str, Two] = {
    "paper": ("Papper", "Paper"),
    "phone": ("Telefon", "Phone"),
    "web": ("Webb", "Web"),
    "meeting": ("Möte", "Meeting"),
    "interview": ("Intervju", "Interview"),
    "none": ("Ingen hjälp", "None"),
    "staff": ("Personal", "Staff"),
    "family": ("Närstående", "Family"),
    "other": ("Någon annan", "Other"),
    "proxy": ("Ombud", "Proxy"),
}


@dataclass(frozen=True, slots=True)
class Response:
    """What a form says of a whole response.

    Attributes:
        questions: asked first.
        choices: the lists they choose from, called as no list of the instrument is.
        fixed: the ids that hold for every response of this form, by attribute.
    """

    questions: tuple[Question, ...]
    choices: dict[str, tuple[Choice, ...]]
    fixed: dict[str, str]


def response(
    plan: Plan,
    instrument: Instrument,
    stated: Mapping[str, str | None],
    ask: Iterable[str],
) -> Response:
    """Return what has to be asked so that every answer finds its place.

    Args:
        plan: what it has several of is asked about, what it has one of is not.
        instrument: is put to one group, or to whoever says.
        stated: what holds for the whole form (``unit``: ``norr`` or its label).
        ask: which of ``mode`` and ``help`` to ask about too.

    Raises:
        WrongUsage: something is stated that the plan does not have.
    """
    known, wrong = given(plan, stated)
    if wrong:
        raise WrongUsage(*wrong)
    if instrument.group:
        known.setdefault("group", instrument.group)
    every = _choices(plan)
    asked = [name for name in SCOPES if every[name] and name not in known]
    asked += [name for name in ("mode", "help") if name in ask and name not in known]
    fixed = {name: one for name, one in known.items() if stated.get(name)}
    lists = {name: _free(name, instrument.choices) for name in asked}
    questions = tuple(_question(name, lists[name], plan.language) for name in asked)
    return Response(questions, {lists[name]: every[name] for name in asked}, fixed)


def _free(name: str, taken: Container[str]) -> str:
    """Return what a list is called that no list of the instrument is called."""
    numbered = (f"{name}{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)


def _question(name: str, listed: str, language: Language) -> Question:
    label, hint = _QUESTIONS[name]
    return Question(
        id=name,
        type="select_one",
        label=_in(label, language),
        hint=_in(hint, language),
        choices=listed,
        required=name in SCOPES,
        translations=_both(label),
    )


def _choices(plan: Plan) -> dict[str, tuple[Choice, ...]]:
    items: dict[str, tuple[Unit | Group | Round, ...]] = {
        "unit": plan.units,
        "group": plan.groups,
        "round": plan.rounds,
    }
    found = {
        name: tuple(Choice(id=one.id, label=one.label) for one in some)
        for name, some in items.items()
    }
    for name, ids in (("mode", MODES), ("help", HELPS)):
        found[name] = tuple(_word(one, plan.language) for one in ids)
    return found


def _word(one: str, language: Language) -> Choice:
    label = _WORDS[one]
    return Choice(id=one, label=_in(label, language), translations=_both(label))


def _in(text: Two, language: Language) -> str:
    return text[0] if language == "sv" else text[1]


def _both(text: Two) -> dict[str, str]:
    return {"sv": text[0], "en": text[1]}
