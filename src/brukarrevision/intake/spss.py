"""Rows of an SPSS file as text, with what the file says of its columns.

Labels stand in the cells where the answers have labels, else the numbers. Values that
are declared missing keep their label or number, and are named, so that a mapping can
say what they mean; one without a label in a missing range is blank. Variables of a set
become columns of one question, or one column with their labels joined.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from brukarrevision.intake import spssfile
from brukarrevision.intake.declared import Declared, state_of
from brukarrevision.intake.spssfile import Set, Variable
from brukarrevision.intake.spsstext import Value, plain, same, text

JOINED = ";"

_ENDS = 2
_FAR = 3


@dataclass(frozen=True, slots=True)
class Table:
    """What an SPSS file holds.

    Attributes:
        cells: the header and then one row a case, as text.
        declared: what the file says of its columns, by position.
        encoding: of its texts.
    """

    cells: list[list[str]]
    declared: dict[int, Declared]
    encoding: str

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the header as row 0, then every case with the number SPSS shows."""
        return iter(enumerate(self.cells))


def read(path: Path, encoding: str | None = None) -> Table:
    """Read all cases of a file (.sav, .zsav).

    Args:
        path: the file.
        encoding: of its texts, where the file does not say it right.

    Raises:
        FaultyFiles: it is no such file, damaged, or too large.
        MachineFault: what reads such files is not installed.
    """
    found = spssfile.load(path, encoding)
    columns = list(_columns(found))
    header = [column.header for column in columns]
    cases = map(list, zip(*(column.texts for column in columns), strict=True))
    declared = {at: c.declared for at, c in enumerate(columns) if c.declared}
    return Table([header, *cases], declared, found.encoding)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column on its way to text."""

    header: str
    texts: list[str]
    declared: Declared | None = None


def _columns(found: spssfile.File) -> Iterator[_Column]:
    """Yield the columns in the file's order, those of a set as one question."""
    member: dict[str, Set] = {}
    for one in found.sets:
        for name in one.variables:
            member.setdefault(name, one)
    answers = {one.name: _Answers(one) for one in found.variables}
    done: set[str] = set()
    for name, own in answers.items():
        kind = member.get(name)
        if kind is None:
            yield own.column()
        elif kind.ticked is not None:
            yield own.option(kind)
        elif kind.name not in done:
            done.add(kind.name)
            yield _joined(kind, [answers[n] for n in answers if member.get(n) is kind])


def _joined(kind: Set, parts: Sequence["_Answers"]) -> _Column:
    """Return variables that each hold one answer as one column, their labels joined."""
    header = f"{kind.name}. {kind.label}" if kind.label else kind.name
    texts = [
        "".join(f"{label}{JOINED}" for label in dict.fromkeys(row) if label)
        for row in zip(*(part.answers() for part in parts), strict=True)
    ]
    return _Column(header, texts)


class _Answers:
    """The values of one variable, as text."""

    def __init__(self, variable: Variable) -> None:
        self.variable = variable
        self._labels = variable.labels
        self._distinct = set(variable.values)

    def column(self) -> _Column:
        """Return the variable as a question of its own."""
        name, label = self.variable.name, self.variable.label
        known = {value: self._text(value) for value in self._distinct}
        texts = [known[value] for value in self.variable.values]
        return _Column(f"{name}. {label}" if label else name, texts, self._declared())

    def option(self, kind: Set) -> _Column:
        """Return the variable as one option of a question: 1, 0 or blank."""
        name = self.variable.name
        header = f"{kind.name}[{name}]. {kind.label} [{self.variable.label or name}]"
        known = {value: self._tick(value, kind) for value in self._distinct}
        return _Column(header, [known[value] for value in self.variable.values])

    def answers(self) -> list[str]:
        """Return what was answered in every case, blank where it is missing."""
        known = {
            value: "" if self._is_missing(value) else self._answer(value)
            for value in self._distinct
        }
        return [known[value] for value in self.variable.values]

    def _tick(self, value: Value, kind: Set) -> str:
        if _nothing(value) or self._is_missing(value):
            return ""
        return "1" if same(value, kind.ticked or "") else "0"

    def _text(self, value: Value) -> str:
        if self._is_missing(value):
            return self._own_label(value) if self._named(value) else ""
        return self._answer(value)

    def _answer(self, value: Value) -> str:
        if _nothing(value):
            return ""
        if self._labelled and value in self._labels:
            return self._own_label(value)
        return text(value, self.variable.shape)

    def _own_label(self, value: Value) -> str:
        label = "" if value is None else self._labels.get(value, "").strip()
        return label or text(value, self.variable.shape)

    def _is_missing(self, value: Value) -> bool:
        """Tell whether a value is no answer: by declaration, or by its label."""
        if value is not None and state_of(self._labels.get(value, "")):
            return True
        return any(_within(value, *one) for one in self.variable.missing)

    def _named(self, value: Value) -> bool:
        """Tell whether a missing value has a label or is declared by itself."""
        alone = [low for low, high in self.variable.missing if low == high]
        return value in self._labels or any(_within(value, one, one) for one in alone)

    @cached_property
    def _choices(self) -> list[float | str]:
        """Return the values with labels that are answers, in the file's order."""
        return [value for value in self._labels if not self._is_missing(value)]

    @cached_property
    def _labelled(self) -> bool:
        """Tell whether the answers are their labels, and not steps between two ends."""
        numbers = [one for one in self._choices if not isinstance(one, str)]
        ends = len(self._choices) == len(numbers) == _ENDS
        if ends and abs(numbers[1] - numbers[0]) >= _FAR:
            return False
        bare = sum(
            not _nothing(value) and not self._is_missing(value)
            for value in self._distinct - self._labels.keys()
        )
        return bare < len(self._choices)

    def _declared(self) -> Declared | None:
        """Return the choices, and the missing values that have a name."""
        choices = [self._own_label(one) for one in self._choices if self._labelled]
        alone = [low for low, high in self.variable.missing if low == high]
        named = [one for one in self._labels if self._is_missing(one)]
        missing = dict.fromkeys(self._own_label(one) for one in (*named, *alone))
        missing.pop("", None)
        if not choices and not missing:
            return None
        return Declared(tuple(dict.fromkeys(choices)), tuple(missing))


def _nothing(value: Value) -> bool:
    """Tell whether a value is what SPSS calls system-missing, or a blank text."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or math.isnan(value)


def _within(value: Value, low: float | str, high: float | str) -> bool:
    if isinstance(value, str) or isinstance(low, str) or isinstance(high, str):
        return plain(value) == plain(low) != ""
    return value is not None and low <= value <= high
