"""From coded responses to tables of plain integers.

Nothing here may be shown: a tally holds raw counts. What may be shown is made of it in
``protect/``. Tallies of parts add up, so leaves, files and chunks can be summed.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukarrevision.errors import NOWHERE, FaultyFiles, problem
from brukarrevision.model.base import Language
from brukarrevision.model.cell import number
from brukarrevision.model.instrument import NUMERIC, Instrument, Question
from brukarrevision.model.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

Key = tuple[str | None, ...]
"""The values of the partition's attributes, in the partition's order."""

REASONS = ("blank", "not_asked", "dont_know", "declined", "not_applicable")
AS_IT_STOOD = NUMERIC | {"date", "text"}
"""Types whose every distinct value is counted in unprotected output."""

OUTSIDE = "outside"
"""The answers to a banded question that lie in none of its bands."""

_OUTSIDE_LABEL: dict[Language, str] = {"sv": "Annat tal", "en": "Another number"}


@dataclass(frozen=True, slots=True)
class Option:
    """One row of a table: the id and the label of an answer."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were asked, answered, gave no answer and why, and chose what.

    ``counts`` are in the order of the table's options; of a select_one they sum to
    ``n``, of a select_multiple they may be more.
    """

    asked: int
    n: int
    missing: Mapping[str, int]
    counts: tuple[int, ...]

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both parts together."""
        missing = {r: self.missing[r] + other.missing[r] for r in REASONS}
        counts = tuple(a + b for a, b in zip(self.counts, other.counts, strict=True))
        return Counts(self.asked + other.asked, self.n + other.n, missing, counts)


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """One question in one round: counts for each combination of the partition.

    Attributes:
        partition: the attributes that the respondents are split by.
        parts: counts by the attributes' values; ``sizes``: respondents likewise.
    """

    instrument: Instrument
    question: Question
    round: str | None
    options: tuple[Option, ...]
    partition: tuple[str, ...]
    parts: Mapping[Key, Counts]
    sizes: Mapping[Key, int]

    def total(self) -> Counts:
        """Return the counts of all parts together."""
        zero = Counts(0, 0, dict.fromkeys(REASONS, 0), (0,) * len(self.options))
        return sum(self.parts.values(), start=zero)


def tally(
    frame: "pd.DataFrame", instrument: Instrument, plan: Plan, *, distinct: bool = False
) -> tuple[QuestionTally, ...]:
    """Count every question of an instrument, round by round.

    Args:
        frame: the store's frame: ``round``, ``unit``, ``group`` and a column of coded
            cells for each question.
        instrument: the questions; notes are left out.
        plan: gives the order of the rounds.
        distinct: count every distinct value of numbers, dates and texts instead of
            bands; only for output that is marked as unprotected.

    Raises:
        FaultyFiles: a stored answer is none of the question's choices any more.
    """
    questions = [q for q in instrument.questions() if q.type != "note"]
    return tuple(
        _question(part, instrument, plan, question, name, distinct=distinct)
        for name, part in _rounds(frame, plan)
        for question in questions
    )


def grouped(
    frame: "pd.DataFrame",
    instrument: Instrument,
    partition: tuple[str, ...],
    plan: Plan,
) -> tuple[tuple[str | None, dict[Key, tuple[int, ...]]], ...]:
    """Return the rows of each round, by the values of some attributes.

    Rows are named as in the frame's index.
    """
    return tuple(
        (name, {key: tuple(map(int, part.index[rows])) for key, rows in groups.items()})
        for name, part in _rounds(frame, plan)
        for groups in [_groups(part, instrument, partition)]
    )


def empty(
    instrument: Instrument, question: Question, name: str | None, language: Language
) -> QuestionTally:
    """Return the tally of a question that nobody is there to be counted for."""
    options = _reader(instrument, question, language, None).options
    partition = instrument.partition_of(question.id)
    return QuestionTally(instrument, question, name, options, partition, {}, {})


def _rounds(
    frame: "pd.DataFrame", plan: Plan
) -> "list[tuple[str | None, pd.DataFrame]]":
    """Return the responses of each round, the plan's rounds first."""
    import pandas as pd

    present = {None if pd.isna(r) else str(r) for r in frame["round"].unique()}
    planned: list[str | None] = [r.id for r in plan.rounds if r.id in present]
    others = sorted((r for r in present if r not in planned), key=str)
    names = planned + others
    mask: Callable[[str | None], pd.Series[bool]] = lambda name: (  # noqa: E731
        frame["round"].isna() if name is None else frame["round"] == name
    )
    return [(name, frame[mask(name)]) for name in names]


def _question(
    frame: "pd.DataFrame",
    instrument: Instrument,
    plan: Plan,
    question: Question,
    name: str | None,
    *,
    distinct: bool,
) -> QuestionTally:
    cells = column(frame, question.id)
    asked = _asked(frame, question, cells)
    as_it_stood = cells if distinct and question.type in AS_IT_STOOD else None
    reader = _reader(instrument, question, plan.language, as_it_stood)
    partition = instrument.partition_of(question.id)
    groups = _groups(frame, instrument, partition)
    parts = {
        key: _count(reader, [(cells[at], asked[at]) for at in rows])
        for key, rows in groups.items()
    }
    sizes = {key: len(rows) for key, rows in groups.items()}
    return QuestionTally(
        instrument, question, name, reader.options, partition, parts, sizes
    )


def column(frame: "pd.DataFrame", name: str) -> list[str | None]:
    """Return a column as plain text, None where nothing is known."""
    if name not in frame.columns:
        return [None] * len(frame)
    return [None if v is None or v != v else str(v) for v in frame[name]]  # noqa: PLR0124 - NaN


def _groups(
    frame: "pd.DataFrame", instrument: Instrument, partition: tuple[str, ...]
) -> dict[Key, list[int]]:
    """Return the row numbers of each combination of the partition's values."""
    values = [_attribute(frame, instrument, name) for name in partition]
    groups: dict[Key, list[int]] = {}
    for at in range(len(frame)):
        groups.setdefault(tuple(v[at] for v in values), []).append(at)
    return groups


def _attribute(
    frame: "pd.DataFrame", instrument: Instrument, name: str
) -> list[str | None]:
    """Return what each respondent is, by unit, group or a background question."""
    cells = column(frame, name)
    if instrument.question(name) is None:
        return cells
    return [cell[1:] if cell and cell.startswith("=") else None for cell in cells]


def _asked(
    frame: "pd.DataFrame", question: Question, cells: list[str | None]
) -> list[bool]:
    """Tell to whom the question was put; whoever answered it was asked."""
    asked = [True] * len(cells)
    for parent, wanted in question.routing.items():
        for at, cell in enumerate(column(frame, parent)):
            given = set(cell[1:].split(" ")) if cell and cell[0] == "=" else set()
            asked[at] &= not given.isdisjoint(wanted)
    return [was or bool(cell) for was, cell in zip(asked, cells, strict=True)]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Which options a cell's value counts for; None means that it counts nowhere."""

    options: tuple[Option, ...]
    read: Callable[[str], tuple[str, ...] | None]


def _reader(
    instrument: Instrument,
    question: Question,
    language: Language,
    as_it_stood: list[str | None] | None,
) -> _Reader:
    """Return how the cells of a question are read; given cells count as they are."""
    if as_it_stood is not None:
        cells = as_it_stood
        values = dict.fromkeys(c[1:] for c in cells if c and c[0] == "=")
        return _Reader(tuple(Option(v, v) for v in values), lambda text: (text,))
    if question.type in AS_IT_STOOD:
        other = Option(OUTSIDE, _OUTSIDE_LABEL[language])
        inside = tuple(Option(b.id, b.label) for b in question.bands)
        rows = (*inside, other) if inside else ()
        return _Reader(rows, lambda text: _band(question, text))
    answers = instrument.answers(question)
    options = tuple(Option(c.id, c.label) for c in answers)
    if question.type == "select_one":
        return _Reader(options, lambda text: (text,))
    if question.type == "rank":
        return _Reader(options, lambda text: tuple(text.split()[:1]) or None)
    return _Reader(options, lambda text: tuple(dict.fromkeys(text.split())))


def _band(question: Question, text: str) -> tuple[str, ...] | None:
    """Return the band of a number; an answer in none is an answer all the same."""
    value = number(text)
    if value is None or not question.bands:
        return None
    return (next((b.id for b in question.bands if b.holds(value)), OUTSIDE),)


def _count(reader: _Reader, cells: list[tuple[str | None, bool]]) -> Counts:
    """Count one part; an answer that fits no option is missing, never guessed."""
    missing = dict.fromkeys(REASONS, 0)
    chosen: Counter[str] = Counter()
    known = {option.id for option in reader.options}
    n = 0
    for (cell, asked), times in Counter(cells).items():
        values = reader.read(cell[1:]) if cell and cell[0] == "=" else None
        if values is None:
            missing[_reason(cell, asked=asked)] += times
            continue
        if not known.issuperset(values):
            raise FaultyFiles(problem("tally-stale", NOWHERE))
        n += times
        for value in values:
            chosen[value] += times
    counts = tuple(chosen[option.id] for option in reader.options)
    return Counts(len(cells) - missing["not_asked"], n, missing, counts)


def _reason(cell: str | None, *, asked: bool) -> str:
    """Return why there is no answer that counts."""
    if cell and cell[0] == "!":
        return cell[1:]
    return "blank" if asked else "not_asked"
