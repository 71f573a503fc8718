"""A mapping drafted from headers, for an instrument that exists already.

Headers that equal a question's id or label, in any language of the instrument, map by
themselves, as do columns that name an attribute of the response. What survey tools add
and what identifies people is ignored, and what is ignored is never stored.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.intake import declared, header, names, ticks
from brukarrevision.intake.attributes import SCOPES, known_values
from brukarrevision.intake.header import Heading
from brukarrevision.intake.matching import known_choices, split
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources import TABLE, Recogniser, named, role_of
from brukarrevision.intake.targets import Headers, Target
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.mapping import ANY, Column, Mapping, Source
from brukarrevision.model.plan import Plan

_SEPARATORS = (";", ", ", "|", "\n", " / ", " ")
_CUT = 80


@dataclass
class Drafted:
    """A mapping that was drafted, and what is to be said about it.

    Attributes:
        mapping: every column of the file; None where no question fits.
        fit: how many columns are questions.
        problems: errors that stop the import, and warnings.
    """

    mapping: Mapping | None
    fit: int
    problems: list[Problem] = field(default_factory=list)


def draft_mapping(
    sheet: Sheet, instrument: Instrument, plan: Plan, tool: Recogniser = TABLE
) -> Drafted:
    """Draft the mapping of a file to an instrument.

    Args:
        sheet: under the header rows that the tool gives it.
        instrument: what its columns may be questions of.
        plan: its units, groups and rounds tell which column names them.
        tool: that wrote the file.
    """
    return _Drafting(sheet, instrument, plan, tool).result()


class _Drafting:
    """Goes through the columns of one file and finds a use for each."""

    def __init__(
        self, sheet: Sheet, instrument: Instrument, plan: Plan, tool: Recogniser
    ) -> None:
        self.sheet, self.instrument, self.plan = sheet, instrument, plan
        self.tool = tool
        self.headers = Headers(instrument)
        self.headings = tool.headings(sheet)
        self.only = tool.only(self.headings, sheet.sample)
        self.sample = sheet.sample
        self.uses: dict[int, Target] = {}
        self.attributes: dict[str, Heading] = {}
        self.problems: list[Problem] = []

    def result(self) -> Drafted:
        for heading in self.headings:
            target = self.headers.target(heading)
            if target and self.tool.role(heading) in (None, "question"):
                self.uses[heading.at] = target
        self._find_others()
        fit = len(self.uses)
        if not fit:
            return Drafted(None, 0, [self._nothing()])
        self._drop_joined()
        self._find_attributes()
        self._check_twice()
        self._check_headers()
        return Drafted(self._mapping(), fit, self.problems)

    def _find_others(self) -> None:
        """Know "other" by the options beside it, where no header names the question."""
        beside = {
            self.headings[at].base: target.question
            for at, target in self.uses.items()
            if target.choice is not None
        }
        for heading in self.headings:
            free = heading.at not in self.uses and names.is_other(heading.option)
            question = beside.get(heading.base)
            target = self.headers.other(question) if free and question else None
            if target:
                self.uses[heading.at] = target

    def _place(self, heading: Heading) -> Place:
        row = self.sheet.skip_rows + 1
        return Place(self.sheet.name, row=row, cell=heading.number)

    def _nothing(self) -> Problem:
        known = ", ".join(q.id for q in self.instrument.questions())
        facts = {"instrument": self.instrument.id, "known": names.cut(known, 200)}
        return problem("map-nothing-fits", Place(self.sheet.name), **facts)

    def _drop_joined(self) -> None:
        """Count a question once where it stands both joined and option by option."""
        ticked = {t.question for t in self.uses.values() if t.choice is not None}
        for at, target in list(self.uses.items()):
            if target.choice is None and target.question in ticked:
                del self.uses[at]
                self.attributes[f"joined {at}"] = self.headings[at]

    def _find_attributes(self) -> None:
        free = [h for h in self.headings if h.at not in self.uses]
        for heading in free:
            if self.tool.role(heading) == "respondent" and self._cells(heading):
                self.attributes.setdefault("respondent", heading)
        for heading in free:
            use = names.response_use(heading.raw)
            if use and (use not in SCOPES or known_values(self.plan, use)):
                self.attributes.setdefault(use, heading)
        for heading in free:
            if names.is_key(heading.raw) and self._cells(heading):
                self.attributes.setdefault("respondent", heading)
        taken = {heading.at for heading in self.attributes.values()}
        for heading in free:
            use = "" if heading.at in taken else self._by_cells(heading)
            if use:
                self.attributes.setdefault(use, heading)

    def _cells(self, heading: Heading) -> set[str]:
        cells = {names.fold(row[heading.at]) for row in self.sample}
        return cells - {""}

    def _by_cells(self, heading: Heading) -> str:
        """Return the attribute whose values stand in at least half of the cells.

        The others are misspelt, and are asked about when the cells are coded.
        """
        every = [names.fold(row[heading.at]) for row in self.sample]
        cells = [cell for cell in every if cell]

        def fit(use: str) -> int:
            known = known_values(self.plan, use)
            return sum(cell in known for cell in cells)

        return next((use for use in SCOPES if cells and 2 * fit(use) >= len(cells)), "")

    def _check_twice(self) -> None:
        """Refuse a question that two columns claim."""
        claims: dict[Target, list[Heading]] = {}
        for at, target in self.uses.items():
            claims.setdefault(target, []).append(self.headings[at])
        for target, headings in claims.items():
            ranked = self.headers.question(target.question).type == "rank"
            if len(headings) > 1 and not ranked and len({h.raw for h in headings}) > 1:
                columns = ", ".join(h.number for h in headings)
                facts = {"question": target.question, "columns": columns}
                place = Place(self.sheet.name)
                self.problems.append(problem("map-question-twice", place, **facts))

    def _check_headers(self) -> None:
        """Refuse equal headers; name the columns that fit no question."""
        used = self.uses.keys() | {h.at for h in self.attributes.values()}
        unknown = [h for h in self.headings if h.at not in used and not self._aside(h)]
        same: dict[str, list[Heading]] = {}
        for heading in self.headings:
            if heading.raw.strip() and (heading.at in used or heading in unknown):
                same.setdefault(names.fold_header(heading.raw), []).append(heading)
        for headings in same.values():
            if len(headings) > 1:
                columns = ", ".join(h.number for h in headings)
                facts = {"header": names.cut(headings[0].raw, _CUT), "columns": columns}
                place = Place(self.sheet.name, row=self.sheet.skip_rows + 1)
                self.problems.append(problem("map-duplicate-header", place, **facts))
        self.problems.extend(self._unknown(heading) for heading in unknown)

    def _aside(self, heading: Heading) -> bool:
        """Tell whether a column is ignored without a word."""
        empty = not heading.raw.strip() and not self._cells(heading)
        empty = empty or self.headers.is_note(heading)
        role = role_of(self.tool, heading)
        return empty or role not in (None, "question") or header.is_own(heading.raw)

    def _unknown(self, heading: Heading) -> Problem:
        return problem(
            "map-not-a-question",
            self._place(heading),
            column=heading.number,
            header=names.cut(heading.raw, _CUT),
            nearest=names.nearest(heading.text or heading.raw, self.headers.known),
        )

    def _mapping(self) -> Mapping:
        uses = {heading.at: use for use, heading in self.attributes.items()}
        columns = [self._column(h, uses.get(h.at, "ignore")) for h in self.headings]
        found = Mapping(
            format=1,
            instrument=self.instrument.id,
            source=self._source(),
            columns=tuple(columns),
        )
        rules = self.tool.exclude(self.headings, self.sample)
        return found.model_copy(update={"exclude": rules} if rules else {})

    def _source(self) -> Source:
        stated: dict[str, object] = {"tool": self.tool.name}
        for name in ("skip_rows", "header_rows"):
            stated[name] = getattr(self.sheet, name)
        return Source.model_validate(stated)

    def _column(self, heading: Heading, attribute: str) -> Column:
        stated: dict[str, object] = {"at": heading.at, "header": heading.raw}
        target = self.uses.get(heading.at)
        if target is None:
            known = " " not in attribute
            return Column.model_validate(
                stated | {"use": attribute if known else "ignore"}
            )
        stated["use"] = target.question
        if heading.at in self.only:
            stated["only"] = self.only[heading.at]
        question = self.headers.question(target.question)
        if target.choice is not None:
            stated["choice"] = target.choice
            if ticks.written_out(heading, self._cells(heading)):
                stated["ticked"] = (ANY,)
            return Column.model_validate(stated)
        if values := self._values(heading, question):
            stated["values"] = values
        if question.type == "select_multiple" or self._joined_rank(target):
            stated["separator"] = self._separator(heading, question)
        return Column.model_validate(stated)

    def _values(self, heading: Heading, question: Question) -> dict[str, str]:
        """Return what the file declares no answer, and what the tool's texts mean."""
        options = self.instrument.options(question)
        known = known_choices(options)
        said = self.sheet.declared.get(heading.at)
        found = declared.values(said, known) if said else {}
        cells = Counter(row[heading.at].strip() for row in self.sample)
        del cells[""]
        own = self.tool.values(question, options, cells)
        return found | {t: one for t, one in own.items() if names.fold(t) not in known}

    def _joined_rank(self, target: Target) -> bool:
        """Tell whether a ranking stands in one column."""
        rank = self.headers.question(target.question).type == "rank"
        return rank and sum(one == target for one in self.uses.values()) == 1

    def _separator(self, heading: Heading, question: Question) -> str:
        """Return the separator that splits most cells into known options.

        Of several that do it as well, the one that the tool most likely writes.
        """
        known = known_choices(self.instrument.options(question))
        cells = {row[heading.at] for row in self.sample} - {""}
        scores = {
            separator: sum(_splits(cell, separator, known) for cell in cells)
            for separator in (*self.tool.separators, *_SEPARATORS)
        }
        return max(scores, key=lambda separator: scores[separator])


def _splits(cell: str, separator: str, known: dict[str, str]) -> int:
    """Return how convincing a separator is for one cell: 0, 1, or 2 if it splits."""
    chosen = split(names.unmask(cell), separator, known)
    return 0 if not chosen else 1 + (len(chosen) > 1)


def differences(
    sheet: Sheet, mapping: Mapping, name: str, headings: Sequence[Heading]
) -> Iterator[Problem]:
    """Yield where the headers of a file are not those of a mapping."""
    texts = [names.fold_header(heading.raw) for heading in headings]
    yield from _beyond(mapping, name, headings, sheet.name)
    for column in mapping.columns:
        place = Place(sheet.name, row=sheet.skip_rows + 1, cell=str(column.at + 1))
        if column.at >= len(headings):
            facts = {"column": column.at + 1, "columns": len(headings), "mapping": name}
            yield problem("map-no-column", place, **facts)
        elif texts[column.at] != names.fold_header(column.header):
            yield problem(
                "map-header-differs",
                place,
                mapping=name,
                column=column.at + 1,
                expected=names.cut(column.header, _CUT),
                nearest=_whereabouts(column.header, headings),
            )


def _beyond(
    mapping: Mapping, name: str, headings: Sequence[Heading], file: str
) -> Iterator[Problem]:
    """Yield rules about columns that the file does not have."""
    ruled = [rule.at for rule in mapping.exclude]
    ruled += [column.only.at for column in mapping.columns if column.only]
    for at in ruled:
        if at >= len(headings):
            facts = {"column": at + 1, "columns": len(headings), "mapping": name}
            yield problem("map-no-column", Place(file), **facts)


def _whereabouts(wanted: str, headings: Sequence[Heading]) -> str:
    """Name the column whose header is nearest to the one wanted, by its number."""
    raws = [heading.raw for heading in headings]
    near = names.nearest(wanted, raws)
    return str(raws.index(near) + 1) if near in raws else near


def beyond(
    mapping: Mapping, name: str, instrument: Instrument, sheet: Sheet
) -> Iterator[Problem]:
    """Yield what a mapping says nothing of: errors for questions that it lacks."""
    tool = named(mapping.source.tool)
    known = {column.at for column in mapping.columns}
    uses = {column.use for column in mapping.columns}
    headers = Headers(instrument)
    others = []
    for heading in tool.headings(sheet):
        filled = heading.raw.strip() or any(
            row[heading.at].strip() for row in sheet.sample if heading.at < len(row)
        )
        if heading.at in known or not filled:
            continue
        place = Place(sheet.name, row=sheet.skip_rows + 1, cell=heading.number)
        target = headers.target(heading)
        if target and target.question not in uses:
            facts = {"column": heading.number, "question": target.question}
            yield problem("map-new-question", place, mapping=name, **facts)
        else:
            others.append(heading.number)
    if others:
        facts = {"mapping": name, "columns": ", ".join(others)}
        yield problem("map-new-columns", Place(sheet.name), **facts)


def overlap(mapping: Mapping, headings: Sequence[Heading]) -> float:
    """Return the share of a mapping's used headers that a file has somewhere."""
    texts = {names.fold_header(heading.raw) for heading in headings}
    used = [c for c in mapping.columns if c.use != "ignore"]
    here = sum(names.fold_header(column.header) in texts for column in used)
    return here / len(used) if used else 0.0
