"""From an audit and its protected results to the content of one report."""

from collections.abc import Iterable, Sequence

from brukarrevision import prose, wording
from brukarrevision.audit import Audit
from brukarrevision.model.findings import Finding
from brukarrevision.model.instrument import Area, Instrument
from brukarrevision.report import text
from brukarrevision.report.blocks import Table
from brukarrevision.report.content import (
    Commission,
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
from brukarrevision.results import HOW, Result, Results
from brukarrevision.wording import said

_AREA_LEVEL = 2
_CHAPTER_LEVEL = 1


def content(audit: Audit, results: Results, scope: Scope) -> Content:
    """Return what the report of one scope says."""
    plan = audit.plan
    shown = [i for i in audit.instruments.values() if i.id in results.responses]
    return Content(
        title=_filled(plan.title) or audit.slug,
        units=_unit_names(audit, scope.units),
        every_unit=_unit_names(audit, [unit.id for unit in plan.units]),
        left_out=_left_out(audit, results.questions),
        commission=_commission(audit),
        auditors=sum(member.role == "auditor" for member in plan.team),
        min_group=audit.min_group,
        words=_words(audit),
        prose={
            name: text.prose(prose.written(said_text), _CHAPTER_LEVEL)
            for name, said_text in audit.texts.items()
        },
        instruments=tuple(_instrument(audit, i, results, scope) for i in shown),
        strengths=_findings(audit, scope, "strength"),
        developments=_findings(audit, scope, "development"),
        proposals=_findings(audit, scope, "proposal"),
        questionnaires=tuple(shown),
    )


def _filled(value: str) -> str:
    """Return a text of the plan, empty where it is still to be filled in."""
    return "" if prose.is_placeholder(value) else value


def _unit_names(audit: Audit, units: Iterable[str]) -> tuple[str, ...]:
    return tuple(_filled(audit.plan.label("unit", unit)) or unit for unit in units)


def _left_out(audit: Audit, results: Sequence[Result]) -> tuple[str, ...]:
    """Return the units that some result leaves out because they are too few."""
    names = [
        name
        for result in results
        if result.question.id not in HOW
        for name in wording.names(
            result.protected.left_out,
            result.protected.leaves[0].partition,
            audit.plan,
            result.instrument,
        )
    ]
    return tuple(dict.fromkeys(names))


def _commission(audit: Audit) -> Commission:
    given, erase = audit.plan.commission, audit.plan.anonymity.erase_raw_by
    return Commission(
        commissioner=_filled(given.commissioner),
        auditor=_filled(given.auditor),
        purpose=_filled(given.purpose),
        target_group=_filled(given.target_group),
        start=given.period.start.isoformat(),
        end=given.period.end.isoformat(),
        delimitations=tuple(d for d in given.delimitations if _filled(d)),
        reporting=tuple(
            f"{one.to}, {one.due.isoformat()}" for one in given.reporting if _filled(one.to)
        ),
        erase=erase.isoformat(),
    )


def _words(audit: Audit) -> Table:
    """Return the table that says what "most" and "a majority" mean here."""
    language = audit.plan.language
    return Table(
        caption=said(language, "Så används orden för andelar", "What the words mean"),
        header=(said(language, "Ord", "Word"), said(language, "Från", "From")),
        rows=tuple((w.word, f"{w.at_least} %") for w in wording.band_words(audit.plan)),
        align=("left", "right"),
    )


def _findings(audit: Audit, scope: Scope, kind: str) -> tuple[Finding, ...]:
    """Return the findings of a kind that are about this report's units."""
    units = set(scope.units)
    return tuple(
        finding
        for finding in audit.findings.findings
        if finding.kind == kind
        and (not units or not finding.units or units.intersection(finding.units))
    )


def _instrument(
    audit: Audit, instrument: Instrument, results: Results, scope: Scope
) -> ShownInstrument:
    own = [one for one in results.questions if one.instrument.id == instrument.id]
    answered = results.responses[instrument.id]
    background = {question.id for question in instrument.background}
    return ShownInstrument(
        instrument=instrument,
        participants=participants(audit, instrument, answered, scope),
        background=_questions(audit, own, scope, background),
        how=_told(_questions(audit, own, scope, set(HOW))),
        areas=tuple(_area(audit, area, own, scope) for area in instrument.areas),
    )


def _questions(
    audit: Audit, results: Sequence[Result], scope: Scope, wanted: set[str]
) -> tuple[ShownQuestion, ...]:
    return tuple(
        _question(audit, result, scope)
        for result in results
        if result.question.id in wanted
    )


def _question(audit: Audit, result: Result, scope: Scope) -> ShownQuestion:
    table, whole = scope.table(result), scope.is_whole(result)
    return ShownQuestion(
        question=result.question,
        choices=result.instrument.options(result.question),
        sentence=sentence(result, table, audit.plan),
        table=question_table(result, table, audit.plan, whole=whole),
        hidden=table.shown == "hidden",
        whole=whole,
        round=audit.plan.label("round", result.round) if result.round else "",
    )


def _told(questions: tuple[ShownQuestion, ...]) -> tuple[ShownQuestion, ...]:
    return tuple(one for one in questions if not one.hidden)


def _area(
    audit: Audit, area: Area, results: Sequence[Result], scope: Scope
) -> ShownArea:
    wanted = {question.id for question in area.questions}
    own = [result for result in results if result.question.id in wanted]
    written = prose.written(audit.texts.get(f"resultat-{area.id}", ""))
    return ShownArea(
        id=area.id,
        label=area.label,
        prose=text.prose(written, _AREA_LEVEL),
        scales=scales(own, scope, area.label, audit.plan),
        questions=_questions(audit, own, scope, wanted),
        strengths=_about(_findings(audit, scope, "strength"), area),
        developments=_about(_findings(audit, scope, "development"), area),
        whole=bool(scope.units) and all(scope.is_whole(result) for result in own),
    )


def _about(findings: tuple[Finding, ...], area: Area) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.area == area.id)
