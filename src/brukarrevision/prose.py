"""The auditors' own prose: which sections there are, and what is still unwritten."""

import re
from collections.abc import Iterable

from brukarrevision.model.instrument import Instrument

PLACEHOLDERS = ("FYLL I", "FILL IN")
"""Marks what is still to be written, in a value, a comment or a section."""

_FIRST = ("inledning", "metod")
_LAST = ("diskussion", "slutord")


def sections(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """Return the names of all sections, in the order of the report."""
    areas = [area.id for instrument in instruments for area in instrument.areas]
    results = (f"resultat-{area}" for area in areas)
    return (*_FIRST, *dict.fromkeys(results), *_LAST)


def is_placeholder(text: str) -> bool:
    """Tell whether a text is still to be filled in."""
    return any(mark in text for mark in PLACEHOLDERS)


def wanted(text: str) -> str:
    """Return what a placeholder asks for, in its own words."""
    after = re.split("|".join(PLACEHOLDERS), text, maxsplit=1)[-1]
    return after.strip(" :\"'.\n") or "…"


def is_instruction(text: str) -> bool:
    """Tell whether a section still holds what to write, or nothing at all."""
    return not text.strip() or is_placeholder(text)


def written(text: str) -> str:
    """Return a section's prose; empty where it is still to be written."""
    return "" if is_instruction(text) else text.strip()
