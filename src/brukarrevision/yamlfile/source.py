"""What a YAML file holds, and where each part of it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from brukarrevision.errors import Place, Problem

Key = str | int
Keys = tuple[Key, ...]
"""The way to a value: keys of mappings and positions in lists."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A value that YAML reads as something else than it looks (``012``, ``~``, .inf).

    It fits no model, so the fault asks for quotes; ``text`` is what stands in the file.
    """

    text: str


@dataclass(frozen=True)
class Source:
    """The content of one file and where each part of it stands.

    Attributes:
        name: what messages call the file, relative to the audit.
        raw: the bytes as read, to notice later changes.
        data: mappings, lists and plain values; None where the text has faults.
        problems: what is wrong with the text itself.
        marks: line and column (from 1) of each value, by its path of keys.
    """

    name: str
    raw: bytes
    data: object
    problems: tuple[Problem, ...]
    marks: dict[Keys, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Sequence[Key] = ()) -> Place:
        """Return where the value stands, or the nearest known thing around it."""
        known = tuple(path)
        while known and known not in self.marks:
            known = known[:-1]
        line, column = self.marks.get(known, (1, 1))
        return Place(self.name, line, column)

    @property
    def text(self) -> str:
        """Return the file as text."""
        return self.raw.decode("utf-8-sig", errors="replace")
