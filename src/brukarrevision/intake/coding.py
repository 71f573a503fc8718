"""From the cells of one question's columns to coded cells, block by block.

Every distinct text of a column is coded once; the rest is looked up. A text that fits
nothing is counted and never guessed at.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from brukarrevision.intake.matching import known_choices, split
from brukarrevision.intake.names import fold, unmask
from brukarrevision.intake.ticks import TICKED, UNTICKED
from brukarrevision.model import cell as coded
from brukarrevision.model.instrument import NUMERIC, Choice, Instrument, Question
from brukarrevision.model.mapping import ANY, Column

Cells = Sequence[str]
_MOST_CACHED = 50_000
_MIDNIGHT = re.compile(r"(?<=\d) 00:00:00\Z")
_TEN_DECIMALS = re.compile(r"-?\d+\.\d{10}")

BLANK_TARGET = "blank"
"""What ``values`` of a mapping may say of a text that is no answer at all."""


class _Cache(dict[str, str]):
    """Codes of texts seen; those that fit nothing are kept apart."""

    def __init__(self, code: Callable[[str], str | None]) -> None:
        super().__init__()
        self._code = code
        self.odd: set[str] = set()

    def __missing__(self, text: str) -> str:
        found = self._code(text)
        if found is None:
            self.odd.add(text)
        self[text] = found or coded.BLANK
        return self[text]


class Lookup:
    """Codes one column by looking every text up.

    Attributes:
        unmatched: texts that fit nothing, with how often they stood.
    """

    def __init__(self, code: Callable[[str], str | None]) -> None:
        """Code with a function that returns None for a text that fits nothing."""
        self._cache = _Cache(code)
        self.unmatched: Counter[str] = Counter()

    def __call__(self, cells: Cells) -> list[str]:
        """Return the coded cells of one block, in order."""
        cache = self._cache
        found = list(map(cache.__getitem__, cells))
        if cache.odd:
            self.unmatched.update(text for text in cells if text in cache.odd)
        if len(cache) > _MOST_CACHED:
            cache.clear()
            cache.odd.clear()
        return found


class Coder:
    """Codes one question from all of its columns.

    Attributes:
        question: the id; ``columns``: of the mapping, in their order.
        parts: what looks up each column, for the unmatched texts.
    """

    def __init__(self, question: str, columns: Sequence[Column]) -> None:
        """Keep which columns answer the question."""
        self.question = question
        self.columns = tuple(columns)
        self.parts: tuple[Lookup, ...] = ()

    @property
    def ats(self) -> tuple[int, ...]:
        """Return the positions of the columns."""
        return tuple(column.at for column in self.columns)

    def __call__(self, columns: Sequence[Cells]) -> list[str]:
        """Return the coded cells of one block.

        Args:
            columns: all columns of the block, by position.
        """
        return self._code([columns[at] for at in self.ats])

    def unmatched(self) -> dict[int, Counter[str]]:
        """Return the texts that fit nothing, by position of the column."""
        pairs = zip(self.ats, self.parts, strict=False)
        return {at: part.unmatched for at, part in pairs if part.unmatched}

    def _code(self, columns: list[Cells]) -> list[str]:
        return self.parts[0](columns[0])


class _Text(Coder):
    """Free text, kept exactly."""

    def _code(self, columns: list[Cells]) -> list[str]:
        return [
            ("=" + text if text[0] != "'" else "=" + unmask(text))
            if text and not text.isspace()
            else coded.BLANK
            for text in columns[0]
        ]


class _Date(_Text):
    """Dates, kept exactly but for the midnight that databases put after a day."""

    def _code(self, columns: list[Cells]) -> list[str]:
        return super()._code([[_MIDNIGHT.sub("", text) for text in columns[0]]])


class _Ticked(Coder):
    """A select_multiple with a column for each option."""

    def __init__(
        self,
        question: Question,
        columns: Sequence[Column],
        options: Mapping[str, Choice],
    ) -> None:
        super().__init__(question.id, columns)
        self._joined: dict[tuple[str, ...], str] = {}
        self._options = options
        self.parts = tuple(
            Lookup(_tick(column, options[column.choice or ""])) for column in columns
        )

    def _code(self, columns: list[Cells]) -> list[str]:
        coded_columns = [part(c) for part, c in zip(self.parts, columns, strict=True)]
        joined = self._joined
        rows = list(zip(*coded_columns, strict=True))
        for row in set(rows) - joined.keys():
            chosen = [one[1:] for one in row if len(one) > 1]
            joined[row] = _joined(chosen, self._options) if any(row) else coded.BLANK
        return list(map(joined.__getitem__, rows))


class _Ranked(Coder):
    """A rank with a column for each place, or for each option with its place.

    What stands after a place left blank is not known to be second or third: it is not
    counted, and nothing is where the first place is blank.
    """

    def __init__(
        self, question: Question, columns: Sequence[Column], options: Sequence[Choice]
    ) -> None:
        super().__init__(question.id, columns)
        self.parts = tuple(
            Lookup(_place if column.choice else _one(column, options))
            for column in columns
        )

    def _code(self, columns: list[Cells]) -> list[str]:
        coded_columns = [part(c) for part, c in zip(self.parts, columns, strict=True)]
        return [self._row(row) for row in zip(*coded_columns, strict=True)]

    def _row(self, row: tuple[str, ...]) -> str:
        if not any(row):
            return coded.BLANK
        if not self.columns[0].choice:
            ranked = list(takewhile(lambda one: one[:1] == "=", row))
            if not ranked:
                return row[0]
            return coded.answered(" ".join(one[1:] for one in ranked))
        places = [
            (coded.number(one[1:]) or 0.0, column.choice or "")
            for one, column in zip(row, self.columns, strict=True)
            if one
        ]
        if min(places)[0] > 1:
            return coded.BLANK
        return coded.answered(" ".join(choice for _, choice in sorted(places)))


def coder(
    instrument: Instrument, question: Question, columns: Sequence[Column]
) -> Coder:
    """Return what codes a question from the columns that the mapping gives it."""
    options = instrument.options(question)
    several = len(columns) > 1 or columns[0].choice is not None
    if question.type == "select_multiple" and several:
        return _Ticked(question, columns, {one.id: one for one in options})
    if question.type == "rank" and several:
        return _Ranked(question, columns, options)
    if question.type in ("text", "date") and not columns[0].values:
        kind = _Date if question.type == "date" else _Text
        return kind(question.id, columns)
    found = Coder(question.id, columns)
    found.parts = (Lookup(_function(question, columns[0], options)),)
    return found


def _function(
    question: Question, column: Column, options: Sequence[Choice]
) -> Callable[[str], str | None]:
    if question.type in ("select_multiple", "rank"):
        return _several(column, options)
    if question.type == "select_one":
        return _one(column, options)
    return _plain(column, numeric=question.type in NUMERIC)


def _code_of(choice: str, by_id: Mapping[str, Choice]) -> str | None:
    """Return the coded cell for a choice or for what ``values`` calls missing."""
    if choice in by_id:
        state = by_id[choice].missing
        return coded.missing(state) if state else coded.answered(choice)
    if choice == BLANK_TARGET:
        return coded.BLANK
    state = next((state for state in coded.STATES if state == choice), None)
    return coded.missing(state) if state else None


def _one(column: Column, options: Sequence[Choice]) -> Callable[[str], str | None]:
    known = known_choices(options, column.values)
    by_id = {one.id: one for one in options}

    def code(text: str) -> str | None:
        key = fold(unmask(text))
        if not key:
            return coded.BLANK
        return _code_of(known[key], by_id) if key in known else None

    return code


def _several(column: Column, options: Sequence[Choice]) -> Callable[[str], str | None]:
    known = known_choices(options, column.values)
    by_id = {one.id: one for one in options}
    whole = _one(column, options)

    def code(text: str) -> str | None:
        plain = unmask(text)
        if not plain.strip():
            return coded.BLANK
        if fold(plain) in known or not column.separator:
            return whole(plain)
        chosen = split(plain, column.separator, known)
        if chosen is None or any(one not in by_id for one in chosen):
            return None
        return _joined(chosen, by_id)

    return code


def _joined(chosen: Sequence[str], options: Mapping[str, Choice]) -> str:
    """Return one coded cell for several options.

    An option that means missing counts only where it stands alone: who ticked
    something else too has answered.
    """
    answers = [one for one in chosen if options[one].missing is None]
    if chosen and not answers:
        return coded.missing(options[chosen[0]].missing or "not_applicable")
    return coded.answered(" ".join(answers))


def _tick(column: Column, choice: Choice) -> Callable[[str], str | None]:
    """Return the choice where it is ticked, ``=`` where it is not."""
    own = {fold(text) for text in column.ticked}
    ticked = own or TICKED | {fold(choice.label), fold(choice.id)}
    unticked = set(UNTICKED) - own

    def code(text: str) -> str | None:
        key = fold(unmask(text))
        if not key:
            return coded.BLANK
        if key in ticked or ANY in own:
            return coded.answered(choice.id)
        return coded.answered("") if key in unticked else None

    return code


def _place(text: str) -> str | None:
    """Return the place that an option was given in a ranking."""
    plain = unmask(text).strip()
    if not plain:
        return coded.BLANK
    return coded.answered(plain) if coded.number(plain) is not None else None


def _plain(column: Column, *, numeric: bool) -> Callable[[str], str | None]:
    """Return the text as it stood, if it is a number where one is asked for.

    LimeSurvey gives numbers as its database has them, with ten decimals: zeros at the
    end are dropped there.
    """
    values = {fold(text): target for text, target in column.values.items()}

    def code(text: str) -> str | None:
        plain = unmask(text)
        key = fold(plain)
        if not key:
            return coded.BLANK
        if key in values:
            target = values[key]
            whole = numeric and coded.number(target) is not None
            return coded.answered(target) if whole else _code_of(target, {})
        if numeric and coded.number(plain) is None:
            return None
        if numeric and _TEN_DECIMALS.fullmatch(plain):
            plain = plain.rstrip("0").rstrip(".")
        return coded.answered(plain)

    return code
