"""Which question leads to which, told by who left what blank.

Pure: coded cells in, suggestions out. A suggestion is for a person to judge.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOSTLY = 0.9
"""The share of blanks from which an answer is taken to lead past a question."""

SELDOM = 0.1
"""The share of blanks up to which an answer is taken to lead to a question."""

FEWEST = 2
"""So many blanks there must be where the question is led past."""

Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Route:
    """A question that seems to be put only after certain answers to another.

    Attributes:
        by: the question that leads there.
        open: coded cells of ``by`` that lead to it, ``shut``: those that lead past.
        exact: whether nobody answered after ``shut`` or was blank after ``open``.
    """

    by: str
    open: tuple[str, ...]
    shut: tuple[str, ...]
    exact: bool


def routes(
    columns: Mapping[str, Cells | None], leading: Iterable[str]
) -> dict[str, Route]:
    """Find for each question the one that leads to it, if any does.

    Args:
        columns: coded cells (``model/cell.py``) of each question, in the order of the
            questionnaire; None for a question without data. None in a cell is blank.
        leading: ids of the questions that may lead, the select_one.

    Returns:
        By question, the nearest question before it that explains its blanks exactly;
        if none does, the nearest that explains them.
    """
    present = {name: cells for name, cells in columns.items() if cells is not None}
    blanks = {
        name: _bits(not cell for cell in cells) for name, cells in present.items()
    }
    may_lead = set(leading)
    found: dict[str, Route] = {}
    before: list[tuple[str, dict[str, int]]] = []
    for name, cells in present.items():
        if blanks[name].bit_count() >= FEWEST:
            route = _nearest(before, blanks[name])
            if route:
                found[name] = route
        if name in may_lead:
            before.append((name, _answers(cells)))
    return found


def _bits(flags: Iterable[bool]) -> int:
    """Return an integer with one bit a row."""
    return int("".join("1" if flag else "0" for flag in flags) or "0", 2)


def _answers(cells: Cells) -> dict[str, int]:
    """Return for each answer the rows that gave it."""
    distinct = dict.fromkeys(cell for cell in cells if cell)
    return {answer: _bits(cell == answer for cell in cells) for answer in distinct}


def _nearest(before: list[tuple[str, dict[str, int]]], blank: int) -> Route | None:
    first: Route | None = None
    for by, answers in reversed(before):
        route = _route(by, answers, blank)
        if route and route.exact:
            return route
        first = first or route
    return first


def _route(by: str, answers: Mapping[str, int], blank: int) -> Route | None:
    """Tell whether the answers to ``by`` explain the blanks of a question."""
    opened, shut = [], []
    blank_open = blank_shut = answered_shut = 0
    for answer, rows in answers.items():
        count, blanks = rows.bit_count(), (rows & blank).bit_count()
        if blanks <= SELDOM * count:
            opened.append(answer)
            blank_open += blanks
        elif blanks >= MOSTLY * count:
            shut.append(answer)
            blank_shut += blanks
            answered_shut += count - blanks
        else:
            return None
    few = blank_open <= SELDOM * blank.bit_count()
    if not opened or blank_shut < FEWEST or not few:
        return None
    exact = not blank_open and not answered_shut
    return Route(by, tuple(opened), tuple(shut), exact)
