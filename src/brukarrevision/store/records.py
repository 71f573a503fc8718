"""What the store knows of imports, as frozen values."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.model.instrument import Instrument

_BETWEEN = "\x1f"
_AS_JSON = "\x1e"


def pack(cells: Sequence[str]) -> str:
    """Return the cells of a row as one text.

    They are joined by the unit separator, which takes a fifth of the time of JSON; a
    row with such a sign in a cell is JSON after a record separator.
    """
    text = _BETWEEN.join(cells)
    if text.count(_BETWEEN) != len(cells) - 1 or text[:1] == _AS_JSON:
        return _AS_JSON + json.dumps(list(cells), ensure_ascii=False)
    return text


def unpack(text: str) -> tuple[str, ...]:
    """Return the cells of a row that :func:`pack` made into one text."""
    if text[:1] == _AS_JSON:
        return tuple(json.loads(text[1:]))
    return tuple(text.split(_BETWEEN))


def answers_of(instrument: Instrument) -> str:
    """Return a hash of the questions of an instrument and what could be answered."""
    asked = {
        question.id: [
            question.type,
            [
                (one.id, " ".join(one.label.split()).casefold(), one.missing)
                for one in instrument.options(question)
            ],
        ]
        for question in instrument.questions()
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class NewImport:
    """What is said of a file when its rows go in.

    Attributes:
        file: its name; ``sha256``: of its bytes.
        instrument: which instrument its columns answer; ``mapping``: by which mapping.
        scope: the unit, group and round given for the whole file; a respondent's id is
            unique within one scope.
        coding: hash of mapping, instrument and the plan's units, groups and rounds.
        encoding: and ``delimiter``, ``sheet``: how it was read.
        headers: of the columns whose cells are kept, by position.
        questions: positions of the columns of each question.
        answers: what could be answered (:func:`answers_of`); ``""`` is not known.
    """

    file: str
    sha256: str
    instrument: str
    mapping: str
    scope: Mapping[str, str]
    coding: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    headers: Mapping[int, str]
    questions: Mapping[str, tuple[int, ...]]
    answers: str = ""

    @property
    def scope_key(self) -> str:
        """Return the scope as text, the same for the same scope."""
        return json.dumps(dict(sorted(self.scope.items())), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import as it stands in the store.

    Attributes:
        number: counts from 1; ``when``: ISO time, UTC.
        rows_in: data rows of the file, blank ones too; ``rows_used``: those stored.
        refused: rows of the file by reason.
    """

    number: int
    file: str
    sha256: str
    instrument: str
    mapping: str
    scope: str
    coding: str
    when: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    rows_in: int
    rows_used: int
    refused: Mapping[str, tuple[int, ...]]
    headers: Mapping[int, str]
    questions: Mapping[str, tuple[int, ...]]
    answers: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A row that is in the store already: who, from where, and its kept cells."""

    number: int
    respondent: str | None
    unit: str | None
    group: str | None
    round: str | None
    cells: tuple[str, ...]
