"""The steps of ``themes --agreement``: how far the coders agree."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.agreement_tables import all_themes, of_questions, of_themes
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, has_errors, problem
from brukarrevision.i18n import tr
from brukarrevision.interviews import answerlint, folder
from brukarrevision.themes import agreeing
from brukarrevision.themes.agreeing import Measured
from brukarrevision.themes.answered import Answered, by_question
from brukarrevision.themes.coding import Matrix, matrix
from brukarrevision.workspace import CODEBOOK

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """How far coders agree: on all themes, and what is for the auditors alone."""

    audit: Audit
    matrix: Matrix
    every: Measured
    themes: Mapping[str, Measured]
    questions: Sequence[Answered]


def show(name: str | None, *, unprotected: bool, form: str) -> None:
    """Print how far the coders of an audit agree.

    Args:
        name: the audit, as in all commands.
        unprotected: also kappa and alpha, and all by theme and closed question. From
            these it may be worked out that nobody, or everybody, has said something:
            they depend on how often a theme is found. The share that is the same does
            not, but on how often the coders differ alone.
        form: ``table`` or ``json``.
    """
    found = _found(opened(name), unprotected=unprotected)
    if form == "json":
        console.out_json(_as_json(found, unprotected=unprotected))
    else:
        _show_tables(found, unprotected=unprotected)
    if unprotected:
        console.warn(
            tr(
                "Kappa, alfa och det som är per tema eller fråga är bara för "
                "revisorernas egna ögon: det kan visa att ingen, eller alla, har sagt "
                "något.",
                "Kappa, alpha and what is by theme or question are for the auditors' "
                "own eyes alone: they may show that nobody, or everybody, has said "
                "something.",
            )
        )


def _show_tables(found: _Found, *, unprotected: bool) -> None:
    of_all = {all_themes(): found.every}
    console.grid(of_themes(of_all, found.matrix, chance=unprotected))
    if unprotected:
        labels = {theme.id: theme.label for theme in found.audit.codebook.themes}
        named = {f"{labels[code]} ({code})": one for code, one in found.themes.items()}
        console.grid(of_themes(named, found.matrix, chance=True))
    if found.questions:
        console.grid(of_questions(found.questions))


def _found(audit: Audit, *, unprotected: bool) -> _Found:
    """Return what all coders say of all that two of them may have read.

    Raises:
        FaultyFiles: the notes have faults, there is no theme, or only one coder.
    """
    notes, problems = folder.notes(audit)
    problems = (*checks.uncodable(audit), *problems)
    if has_errors(problems):
        raise FaultyFiles(*problems)
    if not audit.codebook.themes:
        raise FaultyFiles(problem("codebook-empty", Place(CODEBOOK)))
    codes = [theme.id for theme in audit.codebook.themes]
    usable = folder.usable(notes)
    found = matrix((*usable, *answerlint.sound(audit)), codes)
    if len(agreeing.coders(found)) < _PAIR:
        raise FaultyFiles(problem("agreement-one-coder", NOWHERE))
    themes = agreeing.by_code(found) if unprotected else {}
    asked = by_question(audit.instruments.values(), usable) if unprotected else ()
    return _Found(audit, found, agreeing.measured(found), themes, tuple(asked))


def _as_json(found: _Found, *, unprotected: bool) -> dict[str, object]:
    """Return the same for programs; the first coder has no alias."""
    return {
        "format": 1,
        "audit": found.audit.slug,
        "coders": agreeing.coders(found.matrix),
        "answers": agreeing.answers(found.matrix),
        "all": _measures(found.every, chance=unprotected),
        "themes": {
            code: _measures(one, chance=True) for code, one in found.themes.items()
        },
        "questions": {
            one.question.id: {
                "percent": asdict(one.percent),
                "alpha": {kind: asdict(value) for kind, value in one.alpha.items()},
            }
            for one in found.questions
        },
    }


def _measures(one: Measured, *, chance: bool) -> dict[str, object]:
    """Return the measures, those that take away what chance gives if they may be."""
    percent: dict[str, object] = {"percent": asdict(one.percent)}
    if not chance:
        return percent
    return {
        **percent,
        "kappa": asdict(one.kappa),
        "alpha": {"nominal": asdict(one.alpha)},
    }
