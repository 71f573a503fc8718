"""A survey of LimeSurvey as its files have it, whichever of the two they are."""

from dataclasses import dataclass, field

from brukarrevision.errors import Place, Problem

Said = dict[str, str]
"""A text as it stands, HTML and all, by language."""


@dataclass(slots=True)
class Part:
    """A row of a question (a subquestion) or an answer of it."""

    code: str
    place: Place
    texts: Said = field(default_factory=dict)
    relevance: str = ""


@dataclass(slots=True)
class Item:
    """A question.

    Attributes:
        letter: its type.
        required, other: whether it must be answered; whether own words may be.
        settings: the attributes it has, with ``validation`` and ``default``.
        parts, answers: its rows and answers by their codes, in order; those of a second
            scale are left out.
    """

    code: str
    letter: str
    place: Place
    texts: Said = field(default_factory=dict)
    helps: Said = field(default_factory=dict)
    relevance: str = ""
    required: bool = False
    other: bool = False
    settings: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    answers: dict[str, Part] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """A group of questions."""

    place: Place
    texts: Said = field(default_factory=dict)
    relevance: str = ""
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Survey:
    """All of it.

    Attributes:
        base: its own language.
        titles: what it is called, by language.
        aliases: names that conditions use beside the codes of questions.
        notes: what is doubtful about the file.
    """

    base: str
    titles: Said = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
