"""What stands on a form, before it is a Word file: numbered questions in parts.

Numbers and keys are those of key entry (``keying.asking``), so that paper and screen
say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brukarrevision.exchange.paper.tongues import Said

Kind = Literal["one", "several", "order", "line", "lines", "row", "note"]
"""How a question is answered on paper.

``one`` box, ``several`` boxes, an ``order`` written in boxes, a short ``line``, several
``lines``, boxes in a ``row``; a ``note`` is not answered.
"""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: what it says, and the key that gives it at key entry."""

    id: str
    said: Said
    key: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on paper.

    Attributes:
        id: of the question, or the name of an attribute.
        number: from 1; 0 for an attribute and a note.
        how: what to do, such as "write a whole number".
        when: who answers it; None if all do.
        after: where to go on after some answers.
        scale: the list of choices, where it has one.
        lines: how many lines to write on.
    """

    id: str
    number: int
    kind: Kind
    label: Said
    hint: Said | None = None
    how: Said | None = None
    when: Said | None = None
    after: Said | None = None
    scale: str = ""
    options: tuple[Option, ...] = ()
    lines: int = 0
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Questions on one scale, which share a table; ``how`` says how to answer."""

    when: Said | None
    how: Said
    options: tuple[Option, ...]
    questions: tuple[Asked, ...]


Item = Asked | Grid


@dataclass(frozen=True, slots=True)
class Part:
    """An area with its heading."""

    heading: Said
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form.

    Attributes:
        title: what it is called.
        facts: what holds for all of it, by attribute, such as the unit.
        attributes: those that are asked about.
        before: how to answer; ``after``: what stands at its end.
    """

    title: Said
    facts: Mapping[str, Said]
    attributes: tuple[Asked, ...]
    before: tuple[Said, ...]
    parts: tuple[Part, ...]
    after: tuple[Said, ...]
