"""A conversation that was read from a file, before it is a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from brukarrevision.errors import Problem
from brukarrevision.model.instrument import Instrument

Said = dict[str, list[str]]
"""Paragraphs by question."""


@dataclass(frozen=True)
class Talk:
    """What a file holds.

    Attributes:
        file: its name.
        guide: the instrument whose questions were asked.
        said: what was noted, by question.
        answers: closed answers as a note has them, by question.
        left: what fits no question.
        front: what was written of the conversation, by key of a note's head; as
            written.
        doubtful: questions whose answer cannot be told for certain.
        problems: what is to be told of the file itself.
    """

    file: str
    guide: Instrument
    said: Mapping[str, list[str]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    front: Mapping[str, str] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def told(self, problems: Sequence[Problem]) -> "Talk":
        """Return the same with what is to be told of the file."""
        return replace(self, problems=(*self.problems, *problems))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was noted or answered."""
        said = any(self.said.values()) or self.left
        return not (said or self.answers or self.doubtful)
