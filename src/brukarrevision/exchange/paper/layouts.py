"""How large and how spread out a paper is set."""

from dataclasses import dataclass
from typing import Literal

Name = Literal["normal", "large", "easy"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; measures are in half points or, where said, twentieths of a point.

    Attributes:
        size: of the text, in half points.
        box: of a box to tick, in half points.
        leading: of the lines, in 240ths of a line.
        gap: above a question, in twentieths of a point.
        between: between two choices, in twentieths of a point.
        narrow: what lines are shortened by, in twentieths of a point.
        rule: the height of a line to write on, in twentieths of a point.
        grids: whether questions on one scale share a table.
        ruled: whether a line is drawn above each question.
        keys: whether the keys of key entry stand beside the choices.
        picture: the height of a picture, in millimetres.
    """

    name: Name
    size: int
    box: int
    leading: int
    gap: int
    between: int
    narrow: int
    rule: int
    grids: bool
    ruled: bool
    keys: bool
    picture: int


LAYOUTS: dict[str, Layout] = {
    "normal": Layout("normal", 22, 32, 252, 240, 20, 0, 480, True, False, True, 18),
    "large": Layout("large", 36, 48, 300, 360, 80, 0, 760, False, True, False, 28),
    "easy": Layout("easy", 30, 44, 312, 360, 80, 900, 640, False, True, False, 26),
}
