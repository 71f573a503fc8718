"""What a reader found in somebody's questionnaire, under the names it has there."""

from dataclasses import dataclass, field

from brukarrevision.errors import NOWHERE, Place, Problem
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import QuestionType


@dataclass(slots=True)
class Option:
    """A choice: its name in the file, and what it says."""

    name: str
    label: str
    translations: Translations = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to hold for a question to be asked, as in ``conditions.py``.

    Attributes:
        group: what the group is called that it was said of; "" for a question's own.
    """

    text: str
    place: Place
    group: str = ""


@dataclass(slots=True)
class Asked:
    """A question.

    Attributes:
        name: what the file calls it; ``place``: where it stands.
        id: what it is called here, once that is known.
        listed: the name of its list of choices, if it has one.
        conditions: all that have to hold for it to be asked.
    """

    name: str
    type: QuestionType
    label: str
    place: Place
    hint: str | None = None
    translations: Translations = field(default_factory=dict)
    hint_translations: Translations = field(default_factory=dict)
    listed: str | None = None
    required: bool = False
    conditions: tuple[Condition, ...] = ()
    start: int | float | None = None
    end: int | float | None = None
    step: int | float | None = None
    id: str = ""


@dataclass(slots=True)
class Section:
    """Questions under one heading.

    Attributes:
        name: what the file calls it; ``label``: its heading, "" if it has none.
        background: whether the questions are about who answers.
    """

    name: str
    label: str
    place: Place
    translations: Translations = field(default_factory=dict)
    questions: list[Asked] = field(default_factory=list)
    background: bool = False


@dataclass(slots=True)
class Found:
    """A whole questionnaire.

    Attributes:
        title: what it is called; ``language``: of the labels, ``sv`` or ``en``, in
            which what has no heading is given one.
        lists: the choices by the name of their list.
        notes: what could not be kept, so far.
    """

    title: str
    language: str
    place: Place
    sections: list[Section] = field(default_factory=list)
    lists: dict[str, list[Option]] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
