"""A file made for somebody to fill in."""

from dataclasses import dataclass

from brukarrevision.errors import Problem


@dataclass(frozen=True, slots=True)
class Made:
    """A form, letter or other paper made from a plan and an instrument.

    Attributes:
        name: what the file is to be called, with its ending and without a folder.
        data: what stands in it.
        notes: what could not be said in that format, each with its place.
    """

    name: str
    data: bytes
    notes: tuple[Problem, ...] = ()
