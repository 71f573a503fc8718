"""Checks of ``quotes.yaml`` and ``codebook.yaml`` (R8)."""

from collections.abc import Iterator

from brukarrevision import quotes
from brukarrevision.audit import Audit
from brukarrevision.checks.walk import repeated
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.modelfile import hint
from brukarrevision.quotes.gate import can_tell
from brukarrevision.workspace import CODEBOOK, QUOTES


def ids_are_unique(audit: Audit) -> Iterator[Problem]:
    """No quote, and no theme, has another's id."""
    lists = (
        (QUOTES, "quotes", [one.id for one in audit.quotes.quotes]),
        (CODEBOOK, "themes", [one.id for one in audit.codebook.themes]),
    )
    for file, key, ids in lists:
        for at, one in repeated(ids):
            place = audit.place(file, (key, at, "id"))
            yield problem("plan-duplicate-id", place, id=one)


def name_what_exists(audit: Audit) -> Iterator[Problem]:
    """Quotes are placed by themes and areas that there are."""
    themes = [one.id for one in audit.codebook.themes]
    for at, one in enumerate(audit.quotes.quotes):
        of = audit.instruments.get(one.instrument)
        areas = [area.id for area in of.areas] if of else []
        named: list[tuple[str, str | None, list[str]]] = [
            ("instrument", one.instrument, list(audit.instruments)),
            ("theme", one.theme, themes),
            ("area", one.area if of else None, areas),
        ]
        for key, given, known in named:
            if given is not None and given not in known:
                place = audit.place(QUOTES, ("quotes", at, key))
                facts = {"key": key, "given": given, "hint": hint(given, known)}
                yield problem("quote-place", place, **facts)


def are_approved(audit: Audit) -> Iterator[Problem]:
    """Every quote may be shown, as far as can be told here."""
    if audit.quotes.quotes and not can_tell(audit):
        yield problem("quote-unchecked", Place(QUOTES))
    yield from quotes.problems(audit)


CHECKS = (ids_are_unique, name_what_exists, are_approved)
