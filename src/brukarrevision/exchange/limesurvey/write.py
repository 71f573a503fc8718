"""An instrument as LimeSurvey's tab-separated structure.

Questions keep their ids and choices have their short codes
(:mod:`brukarrevision.intake.codes`), so what comes back maps by itself, whichever way
it is exported.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.exchange.languages import shown, spoken
from brukarrevision.exchange.limesurvey.layout import groups
from brukarrevision.exchange.limesurvey.questions import Questions
from brukarrevision.exchange.limesurvey.rows import Line, dump
from brukarrevision.exchange.limesurvey.settings import languages_of, settings
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.response import response
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import cut
from brukarrevision.intake.sources.limesurvey import LimeSurvey
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.model.plan import Plan

_RESERVED = frozenset(
    {
        *RESPONSE_USES,
        *("lang", "sid", "savedid", "token", "qid", "gid", "sgq", "self", "that"),
        *("this", "other", "time", "id"),
    }
)
"""Names that mean something else to LimeSurvey, or to what comes back from it."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,10})*")


def to_limesurvey(
    plan: Plan,
    instrument: Instrument,
    *,
    given: Mapping[str, str | None] | None = None,
    ask: Collection[str] = (),
) -> Made:
    """Return the survey of an instrument, a .txt that LimeSurvey imports.

    Args:
        plan: gives the language of the labels, and the units, groups and rounds that
            are asked about first where there are several.
        instrument: what the survey asks.
        given: what holds for every response of this survey, by ``unit``, ``group``,
            ``round``, ``mode`` or ``help``: is not asked about.
        ask: ``mode`` and ``help``, where they are to be asked about.

    Raises:
        WrongUsage: ``given`` names what the plan does not have.
        FaultyFiles: a question has an id that LimeSurvey uses itself.
    """
    place = Place(f"instruments/{instrument.id}.yaml")
    _refuse_names(instrument, place)
    about = response(plan, instrument, given or {}, ask)
    lists = {**instrument.choices, **about.choices}
    whole = instrument.model_copy(update={"choices": lists})
    languages, unknown = _languages(instrument, plan.language)
    pages = groups(whole, about.questions, plan.language)
    questions = Questions(whole, languages, pages)
    lines = [*questions.lines(pages)]
    if about.fixed:
        lines[1:1] = _fixed(about.fixed)
    rows = [*settings(languages), *languages_of(instrument, languages)]
    rows += [line.row(code, at) for at, code in enumerate(languages) for line in lines]
    notes = (*questions.notes, *unknown, *_untranslated(instrument, languages))
    placed = tuple(replace(note, place=place) for note in notes)
    return Made(f"{instrument.id}-limesurvey.txt", dump(rows), placed)


def _refuse_names(instrument: Instrument, place: Place) -> None:
    """Refuse ids of questions that mean something else in LimeSurvey.

    Raises:
        FaultyFiles: there is such a question.
    """
    every = [question.id for question in instrument.questions()]
    tool = LimeSurvey()
    ids = [one for one in every if one.lower() in _RESERVED or _own(tool, one)]
    if ids:
        raise FaultyFiles(*(problem("limesurvey-name", place, id=one) for one in ids))


def _own(tool: LimeSurvey, name: str) -> bool:
    """Tell whether LimeSurvey has a column of that name in what it exports."""
    return tool.role(Heading(0, name, name, name)) is not None


def _languages(
    instrument: Instrument, base: str
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the languages that LimeSurvey can have, and notes on the others."""
    every = spoken(instrument, base)
    unknown = [code for code in every if not _LANGUAGE.fullmatch(code)]
    notes = [problem("limesurvey-language", language=code) for code in unknown]
    return tuple(code for code in every if code not in unknown), notes


def _fixed(fixed: Mapping[str, str]) -> Iterator[Line]:
    """Yield what holds for every response: hidden, and nobody is asked."""
    for name, one in fixed.items():
        cells = {"type/scale": "*", "name": name, "relevance": "1", "text": one}
        cells |= {"mandatory": "N", "other": "N", "same_default": "0", "hidden": "1"}
        yield Line("Q", cells)


def _untranslated(
    instrument: Instrument, languages: Sequence[str]
) -> Iterator[Problem]:
    """Note for each language which questions stand in the survey's own instead."""
    base, *others = languages
    for code in others:
        ids = [q.id for q in instrument.questions() if code not in q.translations]
        if ids:
            facts = {"language": shown(code), "base": shown(base)}
            facts["ids"] = cut(", ".join(ids))
            yield Problem("limesurvey-untranslated", facts=facts)
