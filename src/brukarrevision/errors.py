"""Faults, in two kinds.

A :class:`Problem` is a value: something wrong or doubtful in somebody's file. Problems
are gathered and shown together. An :class:`AuditError` is raised and stops the work; it
carries one or more problems and the exit code of the process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brukarrevision import i18n
from brukarrevision.messages import Severity, catalogue


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: lines, columns and rows count from 1; 0 means "not given".

    Attributes:
        file: the file's name as the user knows it, never a path into private data.
        line: line of a text file; ``column``: character in that line.
        row: row of a table, the first header row being 1; ``cell``: as ``B2``, or the
            number of the column in a csv file.
        part: a sheet, a key or a question, where that helps more than a number.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    row: int = 0
    cell: str = ""
    part: str = ""

    def __str__(self) -> str:
        """Return ``file:line:column``, or file, part, row and column in words."""
        text = ":".join(str(p) for p in (self.file, self.line, self.column) if p)
        words = [text] if text else []
        if self.part:
            words.append(self.part)
        if self.row:
            words.append(i18n.tr(f"rad {self.row}", f"row {self.row}"))
        if self.cell:
            name = i18n.tr("kolumn", "column") if self.cell.isdigit() else "cell"
            words.append(f"{name} {self.cell}")
        return ", ".join(words)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong or doubtful, with its place and its remedy.

    Attributes:
        code: a code of :func:`brukarrevision.messages.catalogue`.
        place: where it is.
        facts: what the message's ``{names}`` stand for; never anybody's answer.
    """

    code: str
    place: Place = NOWHERE
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return ``error``, ``warning`` or ``note``."""
        return catalogue()[self.code].severity

    @property
    def message(self) -> str:
        """Return what is wrong, in the language in use."""
        entry = catalogue()[self.code]
        return i18n.tr(entry.sv, entry.en).format_map(self.facts)

    @property
    def remedy(self) -> str:
        """Return what to do, in the language in use."""
        entry = catalogue()[self.code]
        return i18n.tr(entry.sv_remedy, entry.en_remedy).format_map(self.facts)


def problem(code: str, place: Place = NOWHERE, **facts: object) -> Problem:
    """Return a problem whose message is filled with ``facts``."""
    return Problem(code, place, facts)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the work."""
    return any(one.severity == "error" for one in problems)


class AuditError(Exception):
    """What stops the work; the console prints its problems and ends with its code."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; the exception's own text is their codes alone."""
        super().__init__(", ".join(one.code for one in problems))
        self.problems = problems


class FaultyFiles(AuditError):
    """Something in the user's files has to be mended first."""


class WrongUsage(AuditError):
    """The command was given something it cannot use."""

    exit_code = 2


class Refused(AuditError):
    """The result would tell what somebody answered."""

    exit_code = 3


class MachineFault(AuditError):
    """The computer said no: a locked file, a full disk, a missing program."""

    exit_code = 4
