"""A questionnaire read from somebody else's file."""

from dataclasses import dataclass

from brukarrevision.errors import Problem
from brukarrevision.model.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """An instrument as another tool's file gives it.

    Attributes:
        instrument: what was kept of it; a draft that somebody has to look through.
        notes: each thing that could not be kept or was changed, with its place (sheet
            and row, or line).
    """

    instrument: Instrument
    notes: tuple[Problem, ...] = ()
