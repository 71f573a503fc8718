"""The steps of ``themes``: how many mention each theme."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brukarrevision import checks, console, results
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Refused,
    WrongUsage,
    problem,
)
from brukarrevision.i18n import tr
from brukarrevision.interviews import answerlint, taking
from brukarrevision.results import Result, themes
from brukarrevision.tables import as_json, as_sheet, split, themed, view
from brukarrevision.tables.view import View
from brukarrevision.workspace import CODEBOOK

_QUESTION, _ROUND = "question", "round"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    audit: str | None
    by: tuple[str, ...]
    form: str
    together: bool
    unprotected: bool


def count(wish: Wish) -> None:
    """Print how many mention each theme.

    Raises:
        FaultyFiles: there are no themes, or faults in codebook or notes.
        Refused: pairs of themes without ``--unprotected``.
        WrongUsage: raw counts split by something.
    """
    if wish.together and not wish.unprotected:
        raise Refused(problem("themes-together", NOWHERE))
    audit = opened(wish.audit)
    if not audit.codebook.themes:
        raise FaultyFiles(problem("codebook-empty", Place(CODEBOOK)))
    if faults := checks.uncodable(audit):
        raise FaultyFiles(*faults)
    if names := _raw(wish, audit) if wish.unprotected else _protected(wish, audit):
        facts = {"names": ", ".join(names)}
        console.show([problem("themes-uncoded", NOWHERE, **facts)])
    if missing := taking.unread(audit):
        facts = {"ids": ", ".join(missing), "audit": audit.slug}
        console.show([problem("themes-uncounted", NOWHERE, **facts)])
    console.show(answerlint.problems(audit))


def _protected(wish: Wish, audit: Audit) -> tuple[str, ...]:
    """Print what may be shown; return the instruments that wait to be coded."""
    found = results.protected(audit)
    shown = [one for one in found.questions if _wanted(one, wish.by)]
    by = tuple(name for name in wish.by if name not in {_QUESTION, _ROUND})
    _print(wish, audit, split.views(audit, shown, by))
    return found.uncoded


def _wanted(result: Result, by: Sequence[str]) -> bool:
    name = result.question.id
    at = themes.at_question(name) is not None
    return themes.is_theme(name) and at == (_QUESTION in by)


def _raw(wish: Wish, audit: Audit) -> tuple[str, ...]:
    """Print raw counts on the screen, and say what they are; as :func:`_protected`."""
    if wish.by:
        raise WrongUsage(problem("by-unprotected", NOWHERE))
    console.warn(
        tr(
            "OSKYDDADE SIFFROR. De kan avslöja vad någon har sagt: visa dem inte, "
            "spara dem inte, skicka dem inte vidare.",
            "UNPROTECTED NUMBERS. They can tell what somebody said: do not show, save "
            "or send them.",
        )
    )
    if wish.together:
        console.grid(themed.pairs(audit.codebook, results.together(audit)))
    else:
        _print(wish, audit, [view.of_raw(one) for one in results.raw_themes(audit)])
    return results.uncoded(audit)


def _print(wish: Wish, audit: Audit, views: Sequence[View]) -> None:
    """Draw tables for people; write the rest to the byte."""
    if wish.form == "csv":
        console.out_data(as_sheet.as_csv(views).encode())
    elif wish.form == "json":
        protected = not wish.unprotected
        data = as_json.document(audit, views, {}, protected=protected)
        console.out_data(as_json.text(data).encode())
    else:
        several = len({one.instrument.id for one in views}) > 1
        for one in views:
            grid = themed.grid(one, audit.codebook)
            title = f"{one.instrument.title} · {grid.title}"
            console.grid(replace(grid, title=title) if several else grid)
