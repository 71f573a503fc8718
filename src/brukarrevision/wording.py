"""Numbers that may be shown, as words a person would write (ANONYMITY.md R4, 4).

Everything here is a function of what ``protect/`` returned, in the plan's language.
"""

from collections.abc import Iterable

from brukarrevision import prose
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import BandWord, Plan
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.tally import OUTSIDE, Key

MARKER = "–"
"""Stands for everything that is not shown (R7)."""

_ALMOST_ALL = 90
PERCENT_FROM = 10
"""Below this many answers no percentage is written (R4)."""

_WORDS: dict[Language, tuple[tuple[int, str], ...]] = {
    "sv": (
        (90, "nästan alla"),
        (67, "de flesta"),
        (51, "en majoritet"),
        (50, "hälften"),
        (40, "knappt hälften"),
        (20, "en mindre del"),
        (0, "få eller ingen"),
    ),
    "en": (
        (90, "almost all"),
        (67, "most"),
        (51, "a majority"),
        (50, "half"),
        (40, "just under half"),
        (20, "a smaller part"),
        (0, "few or none"),
    ),
}
"""Our own limits, in percent (no source gives any); a plan may set its own."""

_SURE: dict[Language, dict[str, str]] = {
    "sv": {"all": "alla", "none": "ingen", "få eller ingen": "få"},
    "en": {"all": "all", "none": "none", "few or none": "few"},
}
"""Words for what is certain: all, none, and our lowest word where it is not none."""


def said(language: Language, sv: str, en: str) -> str:
    """Return the text in the language of the plan."""
    return sv if language == "sv" else en


def percent(part: int, n: int) -> int:
    """Return whole percent, halves rounded up."""
    return (200 * part + n) // (2 * n)


def count(cell: Cell) -> str:
    """Return a number or an interval."""
    return str(cell.low) if cell.exact else f"{cell.low}–{cell.high}"


def share(cell: Cell, n: int) -> str:
    """Return a share in percent; the marker where the base is too small for one."""
    if n < PERCENT_FROM:
        return MARKER
    low, high = percent(cell.low, n), percent(cell.high, n)
    return f"{low} %" if low == high else f"{low}–{high} %"


def of(cell: Cell, n: int, language: Language) -> str:
    """Return "x av n"."""
    return f"{count(cell)} {said(language, 'av', 'of')} {n}"


def told(table: ProtectedTable) -> tuple[Cell, ...]:
    """Return the cells to show: all but "another number" where nobody gave one."""
    return tuple(c for c in table.cells if c.options != (OUTSIDE,) or c.high)


def labels(table: ProtectedTable, cell: Cell, language: Language) -> str:
    """Return what the answers of a cell are called, together."""
    return either(table, cell.options, language)


def either(table: ProtectedTable, options: tuple[str, ...], language: Language) -> str:
    """Return what some answers are called: "a, b eller c"."""
    known = {option.id: option.label for option in table.options}
    names = [known[option] for option in options]
    if len(names) == 1:
        return names[0]
    last = f" {said(language, 'eller', 'or')} {names[-1]}"
    return ", ".join(names[:-1]) + last


def phrase(table: ProtectedTable, language: Language) -> str | None:
    """Return a bounded table in words, None where numbers tell it or nothing does.

    A sum of several leaves is called "almost all" only where it is at least 90 percent.
    """
    if table.shown != "bounded" or not table.n or not table.keys:
        return None
    first = max(table.cells, key=lambda cell: cell.low)
    if first.high != table.n or first.exact:
        return None
    if table.leaves > 1 and percent(first.low, table.n) < _ALMOST_ALL:
        return None
    name = labels(table, first, language)
    return said(
        language,
        f"Alla eller nästan alla svarade: {name}.",
        f"All or almost all answered: {name}.",
    )


def word(cell: Cell, n: int, plan: Plan) -> str:
    """Return the band word of a share, empty where an interval spans two of them."""
    sure = _SURE[plan.language]
    if cell.low == n:
        return sure["all"]
    if cell.high == 0:
        return sure["none"]
    bands = [(w.at_least, w.word) for w in band_words(plan)]
    low, high = (_band(bands, percent(x, n)) for x in (cell.low, cell.high))
    if low != high:
        return ""
    if cell.high == n and not plan.words:
        return f"{sure['all']} {said(plan.language, 'eller', 'or')} {low}"
    return sure.get(low, low) if cell.low else low


def _band(bands: list[tuple[int, str]], value: int) -> str:
    return next((name for limit, name in bands if value >= limit), "")


def band_words(plan: Plan) -> tuple[BandWord, ...]:
    """Return the words in use with their limits, the largest share first."""
    if plan.words:
        return tuple(sorted(plan.words, key=lambda w: -w.at_least))
    words = _WORDS[plan.language]
    return tuple(BandWord(at_least=limit, word=name) for limit, name in words)


def names(
    keys: Iterable[Key], partition: tuple[str, ...], plan: Plan, instrument: Instrument
) -> tuple[str, ...]:
    """Return what each combination of the partition's attributes is called."""
    return tuple(_name(key, partition, plan, instrument) for key in keys)


def _name(
    key: Key, partition: tuple[str, ...], plan: Plan, instrument: Instrument
) -> str:
    none = {"unit": not plan.units, "group": not plan.groups}
    parts = [
        _value(attribute, value, plan, instrument)
        for attribute, value in zip(partition, key, strict=True)
        if value is not None or not none.get(attribute)
    ]
    return " / ".join(parts) or said(plan.language, "Alla", "All")


def _value(
    attribute: str, value: str | None, plan: Plan, instrument: Instrument
) -> str:
    if value is None:
        return said(plan.language, "uppgift saknas", "not given")
    question = instrument.question(attribute)
    if question is None:
        return label(plan, attribute, value)
    known = {choice.id: choice.label for choice in instrument.options(question)}
    return known.get(value, value)


def label(plan: Plan, attribute: str, value: str) -> str:
    """Return what a unit, group or round is called; its id while it has no name."""
    found = plan.label(attribute, value)
    return value if prose.is_placeholder(found) else found


def listed(items: Iterable[str], language: Language) -> str:
    """Return "a, b och c"."""
    every = list(items)
    if len(every) < 2:  # noqa: PLR2004
        return "".join(every)
    return f"{', '.join(every[:-1])} {said(language, 'och', 'and')} {every[-1]}"
