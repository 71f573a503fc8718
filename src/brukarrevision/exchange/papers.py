"""Letters to those who are asked, and agreements with whoever commissions an audit.

They are filled with what the plan says. What only people know is marked to be filled
in; no name and no answer is in them.
"""

import datetime as dt
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.paper.layouts import LAYOUTS
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan, StepId
from brukarrevision.report import papers
from brukarrevision.report.around import filled
from brukarrevision.report.build import written
from brukarrevision.report.drafting import Template, drafted, to_fill_in
from brukarrevision.wording import said

KIND = "papers"
Kind = Literal["letter", "consent", "contract", "assignment"]
NAMES: dict[Kind, dict[Language, str]] = {
    "letter": {"sv": "informationsbrev", "en": "information-letter"},
    "consent": {"sv": "samtycke", "en": "consent"},
    "contract": {"sv": "avtal", "en": "contract"},
    "assignment": {"sv": "uppdragsplan", "en": "assignment"},
}
"""What each paper is called, its template and its file."""

TO_THOSE_ASKED: tuple[Kind, ...] = ("letter", "consent")
"""Papers for those who are asked; the others are for whoever commissions the audit."""

_STEPS: dict[StepId, tuple[str, str]] = {
    "anchoring": (
        "Förankring hos chef och personal",
        "Support of manager and staff is won",
    ),
    "questions": ("Frågorna är färdiga", "The questions are ready"),
    "information": (
        "Information till dem som tillfrågas",
        "Information to those who are asked",
    ),
    "collection": ("Insamlingen är klar", "The collection is done"),
    "analysis": (
        "Sammanställning och analys är klara",
        "Summary and analysis are done",
    ),
    "feedback": ("Återkoppling och dialogmöte", "Feedback and dialogue meeting"),
    "action_plan": ("Verksamhetens handlingsplan", "The service's action plan"),
    "follow_up": ("Uppföljning", "Follow-up"),
}

_MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
        *("september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}


@dataclass(frozen=True, slots=True)
class Errand:
    """What letters and agreements say beside what all papers say.

    Attributes:
        survey: whether questions are answered in writing; ``interview``: in talks.
        steps: each step of the audit and its day, or that it has to be filled in.
        feedback: the day of the feedback, empty if it is not set.
        merged: whether groups that are too few are put together with others.
        costs: what is paid for: activity, rate in kronor, times, sum.
        total: of the costs, in kronor; 0 if the plan has none.
    """

    survey: bool
    interview: bool
    steps: tuple[tuple[str, str], ...]
    feedback: str
    merged: bool
    costs: tuple[tuple[str, str, str, str], ...]
    total: int


def paper(
    audit: Audit,
    kind: Kind,
    *,
    instrument: Instrument | None = None,
    language: str | None = None,
    layout: str = "normal",
) -> Made:
    """Return a letter or an agreement as a Word file, a draft to be filled in.

    Args:
        audit: its plan is what the paper tells.
        kind: which paper.
        instrument: the one that a letter is about; all of them, if none is given.
        language: ``sv`` or ``en``; the plan's, if none is given.
        layout: one of ``LAYOUTS``.

    Raises:
        WrongUsage: there is no such paper in that language.
        FaultyFiles: a template or the base file is wrong.
    """
    spoken = _language(language or audit.plan.language)
    about = papers.of(audit)
    name = NAMES[kind][spoken]
    values = {
        "p": about,
        "x": errand(audit, instrument, spoken),
        "day": lambda iso: _day(iso, spoken),
    }
    document = drafted(
        audit,
        Template(name, KIND, spoken),
        values,
        title=about.title,
        author=about.commission.auditor,
        draft=False,
    )
    data = _larger(written(audit, document, "docx"), layout)
    return Made(_file(name, instrument, layout), data)


def _day(iso: str, language: Language) -> str:
    """Return a day in words: "14 oktober 2026"."""
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def _language(given: str) -> Language:
    if given == "sv":
        return "sv"
    if given == "en":
        return "en"
    raise WrongUsage(problem("form-paper-language", NOWHERE, language=given))


def _file(name: str, instrument: Instrument | None, layout: str) -> str:
    named = [instrument.id] if instrument else []
    set_apart = [layout] if layout != "normal" else []
    return f"{'-'.join([name, *named, *set_apart])}.docx"


def errand(audit: Audit, instrument: Instrument | None, language: Language) -> Errand:
    """Return what letters and agreements say of an audit."""
    asked = (instrument,) if instrument else tuple(audit.instruments.values())
    kinds = {one.kind for one in asked}
    plan = audit.plan
    due = {step.id: step.due.isoformat() for step in plan.steps if step.due}
    unset = f"{to_fill_in(language)}: {said(language, 'datum', 'date')}"
    told = [one.due for one in plan.commission.reporting if filled(one.to)]
    return Errand(
        survey="survey" in kinds,
        interview=bool(kinds - {"survey"}),
        steps=tuple(
            (said(language, *_STEPS[step.id]), due.get(step.id, unset))
            for step in plan.steps
        ),
        feedback=due.get("feedback", min(told).isoformat() if told else ""),
        merged=plan.anonymity.too_few == "merge",
        costs=_costs(plan),
        total=sum(one.rate * one.count for one in plan.honoraria),
    )


def _costs(plan: Plan) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (one.activity, str(one.rate), str(one.count), str(one.rate * one.count))
        for one in plan.honoraria
    )


def _larger(data: bytes, layout: str) -> bytes:
    """Return a Word file in the sizes of a layout."""
    if layout == "normal":
        return data
    import docx

    from brukarrevision.exchange.paper.styles import enlarge
    from brukarrevision.report.word.save import package_of, saved

    word = docx.Document(BytesIO(data))
    enlarge(word, LAYOUTS[layout])
    return saved(package_of(word))
