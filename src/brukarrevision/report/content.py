"""What a report says, before its wording: the only thing templates see.

Frozen and made of text, numbers that may be shown, and blocks; no raw count is in it.
Texts that are still to be filled in are empty here.
"""

from dataclasses import dataclass

from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.report.blocks import Chart, Heading, Table
from brukarrevision.report.text import Markdown


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its result: a sentence, a table, or neither."""

    question: Question
    sentence: str
    table: Table
    hidden: bool
    round: str

    @property
    def own_words(self) -> bool:
        """Tell whether it was answered in own words, which no table holds."""
        return self.question.type == "text"


@dataclass(frozen=True, slots=True)
class Scale:
    """Questions on one scale together: a chart and the table with the same numbers."""

    chart: Chart
    table: Table


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding; ``about`` names its units, if it is not plain which are meant."""

    text: str
    about: str
    area: str | None


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area: the auditors' prose, its scales, its questions and its findings.

    ``whole`` tells that it is shown for all units together in a unit's report.
    """

    id: str
    label: str
    prose: Markdown
    scales: tuple[Scale, ...]
    questions: tuple[ShownQuestion, ...]
    strengths: tuple[ShownFinding, ...]
    developments: tuple[ShownFinding, ...]
    whole: bool

    @property
    def sentences(self) -> tuple[ShownQuestion, ...]:
        """Return the questions that have a sentence."""
        return tuple(one for one in self.questions if one.sentence)

    @property
    def elsewhere(self) -> bool:
        """Tell whether its answers stand in tables alone."""
        told = any(not one.hidden for one in self.questions)
        return told and not (self.scales or self.sentences)

    @property
    def own_words(self) -> bool:
        """Tell whether all its questions were answered in own words."""
        return bool(self.questions) and all(one.own_words for one in self.questions)

    @property
    def hidden(self) -> bool:
        """Tell whether nothing can be shown of it."""
        return all(one.hidden for one in self.questions) and not self.own_words


@dataclass(frozen=True, slots=True)
class ShownInstrument:
    """An instrument: who answered, the background, and the areas."""

    instrument: Instrument
    participants: Table
    background: tuple[ShownQuestion, ...]
    how: tuple[ShownQuestion, ...]
    areas: tuple[ShownArea, ...]


@dataclass(frozen=True, slots=True)
class ShownQuotes:
    """Approved quotes on no theme: by area; those without one have no ``label``."""

    label: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """A theme in a chapter: what it means, how many mention it, quotes on it.

    ``mentioned`` has a sentence for each table that shows it.
    """

    heading: Heading
    definition: str
    mentioned: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """How many mention each theme: the table, and the chart if there is one."""

    table: Table
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Defined:
    """A theme as the codebook has it; the example is invented."""

    name: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class ShownThemes:
    """What was said in own words, by theme.

    Attributes:
        most: what most people mention, a sentence for each table that tells it.
        tables: how many mention each theme.
        themes: those of which there is something to say, each after its whole.
        leaves: the tables again, leaf by leaf, where there are several.
        codebook: all themes, each after its whole.
        talks: whether interviews were made.
    """

    most: tuple[str, ...] = ()
    tables: tuple[ThemeTable, ...] = ()
    themes: tuple[ShownTheme, ...] = ()
    leaves: tuple[Table, ...] = ()
    codebook: tuple[Defined, ...] = ()
    talks: bool = False

    @property
    def quoted(self) -> bool:
        """Tell whether any theme has a quote."""
        return any(one.quotes for one in self.themes)


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
        left_out: those who are too few to be in any number.
        released: whether numbers in it have been handed out, and stay as they are.
        auditors: how many peer auditors the team has.
        words: the words for shares with their limits, in percent.
        own_limits: the plan set the limits, not the program.
        prose: the auditors' own sections, empty where they are not written.
        instruments: those that somebody answered; ``questionnaires``: all of them.
        themes: what was said in own words, by theme.
        quotes: approved quotes on no theme.
    """

    title: str
    units: tuple[str, ...]
    every_unit: tuple[str, ...]
    left_out: tuple[str, ...]
    commission: Commission
    auditors: int
    min_group: int
    released: bool
    words: Table
    own_limits: bool
    prose: dict[str, Markdown]
    instruments: tuple[ShownInstrument, ...]
    strengths: tuple[ShownFinding, ...]
    developments: tuple[ShownFinding, ...]
    proposals: tuple[ShownFinding, ...]
    questionnaires: tuple[Instrument, ...]
    themes: ShownThemes = ShownThemes()
    quotes: tuple[ShownQuotes, ...] = ()
