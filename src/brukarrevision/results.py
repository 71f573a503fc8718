"""From the store to results: raw for the auditors' own eyes, protected for all else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukarrevision import checks
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Choice, Instrument, Question
from brukarrevision.model.mapping import HELPS, MODES
from brukarrevision.protect.partition import Leaf, partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion, plan_order, protect
from brukarrevision.store import Store
from brukarrevision.tally import Key, QuestionTally, sizes, tally
from brukarrevision.wording import said

if TYPE_CHECKING:
    import pandas as pd

HOW = ("mode", "help")
"""What is known of how a response came about, tallied as questions are."""


@dataclass(frozen=True, slots=True)
class Result:
    """What may be shown of one question of one instrument in one round."""

    instrument: Instrument
    question: Question
    round: str | None
    protected: ProtectedQuestion


@dataclass(frozen=True, slots=True)
class Responses:
    """How many responded to an instrument in one round, by leaf (R1)."""

    round: str | None
    leaves: tuple[Leaf, ...]
    left_out: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All that may be shown of an audit, and who responded, by instrument."""

    questions: tuple[Result, ...]
    responses: Mapping[str, tuple[Responses, ...]]


def policy(audit: Audit) -> Policy:
    """Return the numbers that protect the respondents of an audit."""
    given = audit.plan.anonymity
    return Policy(audit.min_group, given.coalition, given.too_few)


def raw(audit: Audit) -> tuple[QuestionTally, ...]:
    """Return raw counts of all questions. They must not leave the terminal."""
    return tuple(
        one
        for instrument, frame in _frames(audit)
        for one in tally(frame, instrument, audit.plan, distinct=True)
    )


def protected(audit: Audit) -> Results:
    """Return what may be shown of all questions.

    Raises:
        FaultyFiles: ``check`` finds errors, so that protection would stand on sand
            (R10), or nothing has been collected.
    """
    if faults := checks.blocking(audit):
        raise FaultyFiles(*faults)
    questions: list[Result] = []
    found = {}
    for instrument, frame in _frames(audit):
        questions.extend(_results(audit, instrument, frame))
        found[instrument.id] = _responses(audit, instrument, frame)
    if not questions:
        raise FaultyFiles(problem("responses-missing", Place(audit.slug)))
    return Results(tuple(questions), found)


def _responses(
    audit: Audit, instrument: Instrument, frame: "pd.DataFrame"
) -> tuple[Responses, ...]:
    order = plan_order(instrument, instrument.partition, audit.plan)
    found = []
    for name, counts in sizes(frame, instrument, audit.plan):
        split = partition(counts, order, policy(audit))
        found.append(Responses(name, split.leaves, split.left_out))
    return tuple(found)


def _results(
    audit: Audit, instrument: Instrument, frame: "pd.DataFrame"
) -> Iterator[Result]:
    how = _how_instrument(audit, instrument)
    coded = frame.assign(**{name: _coded(frame, name) for name in HOW})
    for source, data in ((instrument, frame), (how, coded)):
        tallies = tally(data, source, audit.plan)
        if source is how:
            tallies = tuple(one for one in tallies if one.question.id in HOW)
        shown = protect(tallies, audit.plan, policy(audit))
        for one, table in zip(tallies, shown, strict=True):
            yield Result(instrument, one.question, one.round, table)


def _coded(frame: "pd.DataFrame", name: str) -> list[str]:
    return [f"={v}" if isinstance(v, str) and v else "" for v in frame[name]]


def _how_instrument(audit: Audit, instrument: Instrument) -> Instrument:
    """Return the instrument with questions of how the responses came about.

    Its background stays, so that the respondents are split as they are elsewhere (R1).
    """
    language = audit.plan.language
    words = {
        "mode": said(language, "Hur svaret lämnades", "How the response was given"),
        "help": said(language, "Hjälp med att svara", "Help with answering"),
    }
    questions = tuple(
        Question.model_construct(
            id=i, type="select_one", label=words[i], choices=f"_{i}"
        )
        for i in HOW
    )
    lists = {
        "_mode": _how_choices(MODES, language),
        "_help": _how_choices(HELPS, language),
    }
    return Instrument.model_construct(
        **{
            **dict(instrument),
            "background": (*instrument.background, *questions),
            "areas": (),
            "choices": {**instrument.choices, **lists},
        }
    )


def _how_choices(values: tuple[str, ...], language: Language) -> tuple[Choice, ...]:
    return tuple(
        Choice.model_construct(id=v, label=said(language, *_HOW_WORDS[v]))
        for v in values
    )


_HOW_WORDS = {
    "paper": ("På papper", "On paper"),
    "phone": ("Per telefon", "By phone"),
    "web": ("På webben", "On the web"),
    "meeting": ("På ett möte", "At a meeting"),
    "interview": ("I en intervju", "In an interview"),
    "none": ("Svarade utan hjälp", "Answered without help"),
    "staff": ("Hjälp av personal", "Help from staff"),
    "family": ("Hjälp av närstående", "Help from family"),
    "other": ("Hjälp av någon annan", "Help from somebody else"),
    "proxy": ("Någon annan svarade", "Somebody else answered"),
}


def _frames(audit: Audit) -> "Iterator[tuple[Instrument, pd.DataFrame]]":
    """Yield each instrument that has responses, with them."""
    if not audit.store_path.exists():
        return
    with Store.open(audit.store_path) as store:
        for instrument in audit.instruments.values():
            frame = store.frame(instrument.id)
            if len(frame):
                yield instrument, frame


def columns(audit: Audit) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return where each question stands in the newest source file, from 0."""
    if not audit.store_path.exists():
        return {}
    with Store.open(audit.store_path) as store:
        return {
            (instrument, question): at
            for instrument in audit.instruments
            for question, at in store.source_columns(instrument).items()
        }
