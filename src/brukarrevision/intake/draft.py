"""An instrument and a mapping drafted from a file of responses, with no question asked.

The draft says ``draft: true``: until somebody has read it, its choices are people's
own words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.intake import (
    aggregate,
    header,
    kinds,
    multiples,
    names,
    noted,
    ranks,
    ticks,
    together,
)
from brukarrevision.intake.drafted import (
    DraftedQuestion,
    choices_of,
    declare,
    merged,
    question_of,
)
from brukarrevision.intake.header import Heading
from brukarrevision.intake.ids import choice_ids
from brukarrevision.intake.noted import BLANK
from brukarrevision.intake.rules import Rules
from brukarrevision.intake.sheet import Sheet, open_sheet
from brukarrevision.intake.sources import Recogniser, recognise, role_of
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Area, Choice, Instrument, Question
from brukarrevision.model.mapping import ANY, Column, Mapping, Source
from brukarrevision.routing import routes

_ROLES = {"identifying": "identifying", "meta": "tool"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was drafted.

    Attributes:
        instrument: one question for each column, or for the columns of its options.
        mapping: every column of the file, by position.
        notes: what a person should know, and look at.
    """

    instrument: Instrument
    mapping: Mapping
    notes: tuple[Problem, ...]


def draft(
    path: Path,
    *,
    instrument_id: str,
    language: Language,
    source: Source | None = None,
    tool: str | None = None,
) -> Draft:
    """Draft an instrument and a mapping from a file of responses.

    Args:
        path: the file; all of it is read.
        instrument_id: the id the instrument gets.
        language: of the audit; used for the titles that are ours.
        source: how the file is read, where the user knows; else it is found out.
        tool: the survey tool's name, where the user knows.

    Raises:
        FaultyFiles: the file cannot be read, is a finished table or a questionnaire.
    """
    sheet = open_sheet(path, source)
    wrote = recognise(sheet, tool)
    if source is None:
        sheet = sheet.under(wrote.source(sheet))
    aggregate.refuse(sheet)
    header.require(sheet)
    return _Drafting(sheet, wrote, instrument_id, language, source).result()


class _Drafting:
    """Holds the columns of one file while they become questions."""

    def __init__(
        self,
        sheet: Sheet,
        tool: Recogniser,
        instrument: str,
        language: Language,
        source: Source | None,
    ) -> None:
        self.sheet, self.instrument, self.language = sheet, instrument, language
        self.tool, self.source = tool, source
        self.headings = tool.headings(sheet)
        self.only = tool.only(self.headings, sheet.sample)
        self.exclude = tool.exclude(self.headings, sheet.sample)
        self.rows = self._counted()
        if not self.rows:
            raise FaultyFiles(problem("csv-no-rows", Place(sheet.name)))
        self.cells = self._distinct()
        self.ignored: dict[int, str] = {}
        self.columns: dict[int, Column] = {}
        self.notes: list[Problem] = list(sheet.warnings)
        self.drafted: list[DraftedQuestion] = []

    def _counted(self) -> list[list[str]]:
        """Return the rows and cells that the tool's rules let count."""
        columns = [
            Column(at=at, header="", use="ignore", only=one)
            for at, one in self.only.items()
        ]
        rules = Rules(self.exclude, columns)
        return [
            rules.counted(row)
            for _, row in self.sheet.rows()
            if any(map(str.strip, row)) and not rules.excluded(row)
        ]

    def _distinct(self) -> dict[int, Counter[str]]:
        """Count the distinct cells of every column that are not blank."""
        found = {}
        for heading, column in zip(
            self.headings, zip(*self.rows, strict=True), strict=True
        ):
            counts = Counter(names.unmask(cell).strip() for cell in column)
            counts.pop("", None)
            said = self.sheet.declared.get(heading.at)
            for text in said.missing if said else ():
                counts.pop(text, None)
            found[heading.at] = counts
        return found

    def result(self) -> Draft:
        """Put the draft together."""
        self._set_aside()
        self._ranked()
        self._ticked()
        for heading in self.headings:
            if heading.at not in self.columns and heading.at not in self.ignored:
                self.drafted.append(self._single(heading))
        self.drafted.sort(key=lambda one: one.heading.at)
        if not self.drafted:
            raise FaultyFiles(problem("draft-nothing", Place(self.sheet.name)))
        together.name(self.drafted)
        instrument = self._instrument()
        self.notes += noted.notes(self.sheet, self.ignored, self.drafted)
        return Draft(instrument, self._mapping(), tuple(self.notes))

    def _set_aside(self) -> None:
        """Find the respondent's key and the columns that are never read."""
        for heading in self.headings:
            if why := self._why_ignored(heading):
                self.ignored[heading.at] = why
        key = self._key()
        if key is not None:
            self.ignored.pop(key.at, None)
            self.columns[key.at] = Column(at=key.at, header=key.raw, use="respondent")

    def _why_ignored(self, heading: Heading) -> str:
        if not self.cells[heading.at]:
            return BLANK
        role = role_of(self.tool, heading)
        if role in _ROLES:
            return _ROLES[role]
        if role is None and self._is_of_persons(heading):
            return _ROLES["identifying"]
        if all(map(kinds.is_upload, self.cells[heading.at])):
            return "uploads"
        return "" if heading.raw.strip() else "nameless"

    def _is_of_persons(self, heading: Heading) -> bool:
        """Tell whether the cells say who somebody is, or where to reach them.

        A part of a question called so is no row or option if it has no answer in
        common with the other parts.
        """
        cells = self.cells[heading.at]
        part = heading.option or heading.sub
        if not names.is_identifying(part):
            named = names.is_identifying(heading.code) and kinds.kind(cells) == "text"
            return named or kinds.are_of_persons(cells)
        others = [one for one in self.headings if one.base == heading.base]
        shared = {
            names.fold(cell)
            for one in others
            if one is not heading
            for cell in self.cells[one.at]
        }
        known = shared | ticks.TICKED | ticks.UNTICKED.keys() | {names.fold(part)}
        return known.isdisjoint(map(names.fold, cells))

    def _key(self) -> Heading | None:
        """Return the column that says who answers: a plain one, else a technical id."""
        own = [h for h in self.headings if self.tool.role(h) == "respondent"]
        plain = [h for h in self.headings if names.response_use(h.raw) == "respondent"]
        technical = [h for h in self.headings if names.is_key(h.raw)]
        filled = [h for h in (*own, *plain, *technical) if self.cells[h.at]]
        return filled[0] if filled else None

    def _free(self) -> list[Heading]:
        """Return the columns that may be questions, blank ones too."""
        return [
            heading
            for heading in self.headings
            if heading.at not in self.columns
            and self.ignored.get(heading.at, "") in ("", BLANK)
        ]

    def _ranked(self) -> None:
        """Make one question of the columns of its places."""
        for group in ranks.groups(self._free(), self.rows):
            columns = [Column(at=h.at, header=h.raw, use="ignore") for h in group]
            cells: Counter[str] = Counter()
            for heading in group:
                self.ignored.pop(heading.at, None)
                cells.update(self.cells[heading.at])
            self.columns |= {column.at: column for column in columns}
            one = DraftedQuestion(group[0], "rank", columns, merged(cells))
            self.drafted.append(one)

    def _ticked(self) -> None:
        """Make one question of the columns of its options."""
        free = self._free()
        found = ticks.groups(free, self.cells) if self.tool.may_tick else []
        for group in found:
            first = group.headings[0]
            labels = [h.option or h.sub or h.text for h in group.headings]
            one = DraftedQuestion(first, "select_multiple", [], labels)
            one.codes = [h.sub for h in group.headings]
            ids = choice_ids(labels, one.codes)
            for heading, choice, marks in zip(
                group.headings, ids, group.ticked, strict=True
            ):
                self.ignored.pop(heading.at, None)
                column = Column(
                    at=heading.at,
                    header=heading.raw,
                    use="ignore",
                    choice=choice,
                    ticked=marks,
                )
                one.columns.append(column)
                self.columns[heading.at] = column
                if marks == (ANY,):
                    self.drafted.append(self._own_words(heading))
            self.drafted.append(one)
            self._drop_joined(first)

    def _own_words(self, heading: Heading) -> DraftedQuestion:
        """Return the question of what people wrote under an option such as "Other"."""
        column = Column(at=heading.at, header=heading.raw, use="ignore")
        return DraftedQuestion(heading, "text", [column])

    def _drop_joined(self, first: Heading) -> None:
        """Leave out the column that repeats, joined, what the ticks already say."""
        for heading in self.headings:
            same = heading.base == first.base and not heading.sub and not heading.option
            if same and heading.at not in self.columns:
                self.ignored[heading.at] = "joined"

    def _single(self, heading: Heading) -> DraftedQuestion:
        cells = self.cells[heading.at]
        column = Column(at=heading.at, header=heading.raw, use="ignore")
        joined = multiples.find(cells, self.tool.separators)
        if joined:
            separator, options = joined
            column = column.model_copy(update={"separator": separator})
            ranked = multiples.ranked(cells, separator, options)
            several = "rank" if ranked else "select_multiple"
            return DraftedQuestion(heading, several, [column], kinds.in_order(options))
        kind = kinds.kind(cells)
        one = DraftedQuestion(heading, kind, [column])
        if kind == "select_one":
            one.labels = merged(cells)
        declare(one, self.sheet.declared.get(heading.at))
        return one

    def _instrument(self) -> Instrument:
        choices: dict[str, tuple[Choice, ...]] = {}
        lists: dict[str, str] = {}
        together.share_scales(self.drafted, self.cells)
        for one in self.drafted:
            if one.labels:
                made = choices_of(one)
                same = next((name for name, c in choices.items() if c == made), one.id)
                choices.setdefault(same, made)
                lists[one.id] = same
        relevant = self._relevant(lists, choices)
        questions = {
            one.id: question_of(one, lists.get(one.id), relevant.get(one.id))
            for one in self.drafted
        }
        return Instrument(
            format=1,
            id=self.instrument,
            kind="survey",
            title="Enkät" if self.language == "sv" else "Survey",
            draft=True,
            choices=choices,
            areas=tuple(self._areas(questions)),
        )

    def _relevant(
        self, lists: dict[str, str], choices: dict[str, tuple[Choice, ...]]
    ) -> dict[str, dict[str, tuple[str, ...]]]:
        """Read off who was led past which questions."""
        coded = {}
        for one in self.drafted:
            columns = [[row[c.at].strip() for row in self.rows] for c in one.columns]
            if one.type == "select_one":
                known = {
                    names.fold(c.label): f"={c.id}" for c in choices[lists[one.id]]
                }
                coded[one.id] = [known.get(names.fold(cell), "") for cell in columns[0]]
            else:
                coded[one.id] = [
                    "=" if any(row) else "" for row in zip(*columns, strict=True)
                ]
        leading = [one.id for one in self.drafted if one.type == "select_one"]
        return {
            name: {route.by: tuple(sorted(cell[1:] for cell in route.open))}
            for name, route in routes(coded, leading).items()
        }

    def _areas(self, questions: dict[str, Question]) -> Iterator[Area]:
        """Yield one area of all questions, and one for each array."""
        plain = [questions[one.id] for one in self.drafted if not one.array]
        swedish = self.language == "sv"
        if plain:
            yield Area(
                id="fragor" if swedish else "questions",
                label="Frågor" if swedish else "Questions",
                questions=tuple(plain),
            )
        arrays: dict[str, list[DraftedQuestion]] = {}
        for one in self.drafted:
            if one.array:
                arrays.setdefault(one.array, []).append(one)
        for number, rows in enumerate(arrays.values(), 1):
            first = rows[0].heading
            label = first.text if first.text != first.option else first.code
            parts = tuple(questions[one.id] for one in rows)
            named = f"{'del' if swedish else 'part'}{number}"
            yield Area(
                id=first.code[:40] or named, label=label or named, questions=parts
            )

    def _mapping(self) -> Mapping:
        used = {at: [one] for at, one in self.columns.items() if one.use != "ignore"}
        for one in self.drafted:
            for column in one.columns:
                used.setdefault(column.at, []).append(self._used(column, one.id))
        every = [
            column
            for h in self.headings
            for column in used.get(h.at, [Column(at=h.at, header=h.raw, use="ignore")])
        ]
        found = Mapping(
            format=1,
            instrument=self.instrument,
            source=self._source(),
            columns=tuple(every),
        )
        rules = {"exclude": self.exclude} if self.exclude else {}
        return found.model_copy(update=rules)

    def _used(self, column: Column, question: str) -> Column:
        """Return a column as the mapping has it."""
        stated = column.model_dump(exclude_unset=True) | {"use": question}
        if column.at in self.only:
            stated["only"] = self.only[column.at]
        return Column.model_validate(stated)

    def _source(self) -> Source:
        stated: dict[str, object] = {"tool": self.tool.name}
        if self.source is not None:
            stated |= self.source.model_dump(exclude_unset=True)
        stated |= {
            "skip_rows": self.sheet.skip_rows,
            "header_rows": self.sheet.header_rows,
        }
        return Source.model_validate(stated)
