"""What a report says, before its wording: the only thing templates see.

Frozen and made of text, numbers that may be shown, and blocks; no raw count is in it.
Texts that are still to be filled in are empty here.
"""

from dataclasses import dataclass

from brukarrevision.model.findings import Finding
from brukarrevision.model.instrument import Choice, Instrument, Question
from brukarrevision.report.blocks import Chart, Table
from brukarrevision.report.text import Markdown


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its result: a sentence, a table, or neither."""

    question: Question
    choices: tuple[Choice, ...]
    sentence: str
    table: Table
    hidden: bool
    whole: bool
    round: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Questions on one scale together: a chart and the table with the same numbers."""

    chart: Chart
    table: Table


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area: the auditors' prose, its scales, its questions and its findings."""

    id: str
    label: str
    prose: Markdown
    scales: tuple[Scale, ...]
    questions: tuple[ShownQuestion, ...]
    strengths: tuple[Finding, ...]
    developments: tuple[Finding, ...]
    whole: bool

    @property
    def sentences(self) -> tuple[ShownQuestion, ...]:
        """Return the questions that have a sentence."""
        return tuple(one for one in self.questions if one.sentence)


@dataclass(frozen=True, slots=True)
class ShownInstrument:
    """An instrument: who answered, the background, and the areas."""

    instrument: Instrument
    participants: Table
    background: tuple[ShownQuestion, ...]
    how: tuple[ShownQuestion, ...]
    areas: tuple[ShownArea, ...]


@dataclass(frozen=True, slots=True)
class Commission:
    """The commission, without what is still to be filled in."""

    commissioner: str
    auditor: str
    purpose: str
    target_group: str
    start: str
    end: str
    delimitations: tuple[str, ...]
    reporting: tuple[str, ...]
    erase: str


@dataclass(frozen=True, slots=True)
class Content:
    """One report.

    Attributes:
        units: the names of the units it is about; empty for all together.
        left_out: units whose respondents are too few to be in any number.
        auditors: how many peer auditors the team has.
        words: the words for shares with their limits, in percent.
    """

    title: str
    units: tuple[str, ...]
    every_unit: tuple[str, ...]
    left_out: tuple[str, ...]
    commission: Commission
    auditors: int
    min_group: int
    words: Table
    prose: dict[str, Markdown]
    instruments: tuple[ShownInstrument, ...]
    strengths: tuple[Finding, ...]
    developments: tuple[Finding, ...]
    proposals: tuple[Finding, ...]
    questionnaires: tuple[Instrument, ...]
