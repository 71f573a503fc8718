"""From an audit and its protected results to the content of one report."""

from collections.abc import Iterable, Mapping, Sequence

from brukarrevision import prose, wording
from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Area, Instrument
from brukarrevision.quotes import ShownQuote, approved
from brukarrevision.report import text
from brukarrevision.report.around import (
    commission,
    filled,
    findings,
    left_out,
    unit_names,
    words,
)
from brukarrevision.report.content import (
    Content,
    ShownArea,
    ShownInstrument,
    ShownQuestion,
)
from brukarrevision.report.participants import participants
from brukarrevision.report.result_tables import question_table
from brukarrevision.report.scales import scales
from brukarrevision.report.scope import Scope
from brukarrevision.report.sentences import sentence
from brukarrevision.report.themed import themes
from brukarrevision.report.voices import by_area, by_theme, showable
from brukarrevision.results import HOW, Result, Results

_ByQuestion = Mapping[str, list[Result]]
_NEVER_TABULATED = ("text", "date")
_AREA_LEVEL = 2
_CHAPTER_LEVEL = 1


def content(
    audit: Audit,
    results: Results,
    scope: Scope,
    quoted: Sequence[ShownQuote] | None = None,
) -> Content:
    """Return what the report of one scope says.

    Args:
        audit: the audit; its quotes go through the gate here, unless they have already.
        results: what may be shown.
        scope: what the report is about.
        quoted: the quotes that came through the gate.

    Raises:
        Refused: a quote may not be shown.
    """
    plan = audit.plan
    every = approved(audit) if quoted is None else quoted
    voices = showable(audit, every, results, scope)
    shown = [i for i in audit.instruments.values() if i.id in results.responses]
    return Content(
        title=filled(plan.title) or audit.slug,
        units=unit_names(audit, scope.units),
        every_unit=unit_names(audit, [unit.id for unit in plan.units]),
        left_out=left_out(audit, results.questions),
        commission=commission(audit),
        auditors=sum(member.role == "auditor" for member in plan.team),
        min_group=audit.min_group,
        released=bool(results.released),
        words=words(audit),
        own_limits=bool(plan.words),
        prose={
            name: _prose(audit, name, _CHAPTER_LEVEL)
            for name in prose.sections(audit.instruments.values())
        },
        instruments=tuple(_instrument(audit, i, results, scope) for i in shown),
        strengths=findings(audit, scope, "strength"),
        developments=findings(audit, scope, "development"),
        proposals=findings(audit, scope, "proposal"),
        questionnaires=tuple(audit.instruments.values()),
        themes=themes(audit, results, scope, by_theme(voices)),
        quotes=by_area(audit, voices),
    )


def _prose(audit: Audit, section: str, below: int) -> text.Markdown:
    """Return a section of the auditors' own, empty while it is not written."""
    return text.prose(prose.written(audit.texts.get(section, "")), below)


def _instrument(
    audit: Audit, instrument: Instrument, results: Results, scope: Scope
) -> ShownInstrument:
    own: dict[str, list[Result]] = {}
    for result in results.questions:
        if result.instrument.id == instrument.id:
            own.setdefault(result.question.id, []).append(result)
    answered = results.responses[instrument.id]
    background = [question.id for question in instrument.background]
    of_interest = () if instrument.kind == "interview" else HOW
    how = _questions(audit, own, scope, of_interest)
    return ShownInstrument(
        instrument=instrument,
        participants=participants(audit, instrument, answered, scope),
        background=_questions(audit, own, scope, background),
        how=tuple(one for one in how if not one.hidden),
        areas=tuple(_area(audit, area, own, scope) for area in instrument.areas),
    )


def _questions(
    audit: Audit, results: _ByQuestion, scope: Scope, wanted: Iterable[str]
) -> tuple[ShownQuestion, ...]:
    """Return questions with their results, round by round; texts once."""
    return tuple(
        _question(audit, result, scope)
        for name in wanted
        for at, result in enumerate(results.get(name, ()))
        if at == 0 or result.question.type not in _NEVER_TABULATED
    )


def _question(audit: Audit, result: Result, scope: Scope) -> ShownQuestion:
    plan, table = audit.plan, scope.table(result)
    return ShownQuestion(
        question=result.question,
        sentence=sentence(result, table, plan),
        table=question_table(result, scope, plan),
        hidden=table.shown == "hidden",
        round=wording.label(plan, "round", result.round) if result.round else "",
    )


def _area(audit: Audit, area: Area, results: _ByQuestion, scope: Scope) -> ShownArea:
    wanted = [question.id for question in area.questions]
    own = [result for name in wanted for result in results.get(name, ())]
    strengths = findings(audit, scope, "strength")
    developments = findings(audit, scope, "development")
    return ShownArea(
        id=area.id,
        label=area.label,
        prose=_prose(audit, f"resultat-{area.id}", _AREA_LEVEL),
        scales=scales(own, scope, area.label, audit.plan),
        questions=_questions(audit, results, scope, wanted),
        strengths=tuple(one for one in strengths if one.area == area.id),
        developments=tuple(one for one in developments if one.area == area.id),
        whole=bool(scope.units and own)
        and all(scope.is_whole(result) for result in own),
    )
