"""What an import did: everything the console shows, and the same for programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from brukarrevision.errors import FaultyFiles, Problem
from brukarrevision.model import mapping as models

Outcome = Literal["imported", "recoded", "unchanged"]
REASONS = (
    "blank",
    "excluded",
    "repeated",
    "already_imported",
    "changed",
    "replaced",
    "withdrawn",
)


@dataclass(frozen=True, slots=True)
class Unused:
    """A column that was not read: its number from 1, its header, and whether known.

    ``known`` columns are ignored on purpose; others fit no question.
    """

    column: int
    header: str
    known: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A row of somebody who answered otherwise in an earlier import.

    Attributes:
        row: its number in the file.
        number: of the earlier import; ``earlier_row``: in its file.
        questions: ids of the questions and attributes that differ, never how.
        taken: whether it stands in the place of the earlier row now.
    """

    row: int
    number: int
    earlier_row: int
    questions: tuple[str, ...]
    taken: bool

    def to_json(self) -> dict[str, object]:
        """Return the same as plain values."""
        return {
            "row": self.row,
            "import": self.number,
            "earlier_row": self.earlier_row,
            "questions": list(self.questions),
            "replaced": self.taken,
        }


@dataclass(frozen=True, slots=True)
class Removed:
    """Rows of an earlier import that a newer export of the survey lacks.

    Attributes:
        number: of the earlier import; ``file``: its name.
        rows: numbers in its file; they are kept.
    """

    number: int
    file: str
    rows: tuple[int, ...]

    def to_json(self) -> dict[str, object]:
        """Return the same as plain values."""
        return {"import": self.number, "file": self.file, "rows": list(self.rows)}


@dataclass(frozen=True, slots=True)
class ImportLog:
    """One file's import. No answer is in it.

    Attributes:
        file: the name; ``sha256``: of its bytes.
        outcome: ``imported``; ``recoded`` in place of an earlier import of the same
            file; ``unchanged`` where nothing had to be done.
        dry_run: nothing was written.
        instrument: the id; ``mapping``: the name of the mapping file.
        new_mapping: whether the mapping was drafted by this import.
        questions: how many questions got answers, ``rows_in``: data rows of the file.
        rows_used: rows stored; with the refused they are the rows that came in.
        refused: row numbers by reason (:data:`REASONS`).
        skip_rows: rows above the header, ``header_rows``: rows of it.
        unused: columns that were not read.
        changed: rows that differ from those of the same people in earlier imports.
        removed: rows of earlier imports that this export lacks.
        warnings: what is doubtful.
    """

    file: str
    sha256: str
    outcome: Outcome
    dry_run: bool
    instrument: str
    mapping: str
    new_mapping: bool
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    skip_rows: int
    header_rows: int
    questions: int
    rows_in: int
    rows_used: int
    refused: Mapping[str, tuple[int, ...]]
    unused: tuple[Unused, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Removed, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def rows_refused(self) -> int:
        """Return how many rows were refused, whatever the reason."""
        return sum(map(len, self.refused.values()))

    def to_json(self) -> dict[str, object]:
        """Return the same facts as plain values, for ``--format json``.

        The hash of the file stays here: short answers could be guessed from it.
        """
        plain = {
            name: getattr(self, name)
            for name in self.__slots__
            if name not in _BY_THEMSELVES
        }
        return plain | {
            "rows_refused": self.rows_refused,
            "refused": {reason: list(rows) for reason, rows in self.refused.items()},
            "unused": [
                {"column": one.column, "header": one.header, "known": one.known}
                for one in self.unused
            ],
            "changed": [one.to_json() for one in self.changed],
            "removed": [one.to_json() for one in self.removed],
            "warnings": [
                {
                    "code": one.code,
                    "place": str(one.place),
                    "message": one.message,
                    "remedy": one.remedy,
                }
                for one in self.warnings
            ],
        }


_BY_THEMSELVES = ("sha256", "refused", "unused", "changed", "removed", "warnings")


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Texts of one column that fit nothing in their question. PRIVATE: answers.

    For the person at the terminal alone, so that the mapping can be corrected; never
    for a file, a log or an error report, so they are not in ``repr`` either.

    Attributes:
        column: its number from 1; ``question``: the id or attribute it answers.
        values: each text, cut to 60 characters, with how often it stood.
    """

    file: str
    column: int
    header: str
    question: str
    values: tuple[tuple[str, int], ...] = field(repr=False)


class UnmatchedAnswers(FaultyFiles):
    """Some cells fit no choice: nothing was imported.

    Attributes:
        unmatched: what did not fit; private.
        mappings: the mappings drafted for the files, by name, as they would have been
            written.
    """

    def __init__(
        self,
        *problems: Problem,
        unmatched: tuple[Unmatched, ...],
        mappings: Mapping[str, models.Mapping],
    ) -> None:
        """Keep the problems, and apart from them the private texts."""
        super().__init__(*problems)
        self.unmatched = unmatched
        self.mappings = dict(mappings)
