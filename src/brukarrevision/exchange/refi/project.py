"""A coded project in plain values, in the audit's words: written as REFI-QDA."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from brukarrevision.model.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Coding:
    """A code on a stretch of a passage.

    Attributes:
        start: the first character, ``end``: the one after the last, counted in code
            points of the passage's text.
        code: the theme's id; ``coder``: the alias, ``""`` for the first coder.
    """

    start: int
    end: int
    code: str
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one respondent said about one question.

    Attributes:
        who: the respondent, as in :class:`Case`.
        question: the question's id.
        heading: what stands above it in the document, as the question's label.
        text: what was noted, without markup.
    """

    who: str
    question: str
    heading: str
    text: str
    codings: tuple[Coding, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text of its own: the notes of an interview, or all answers to a question.

    Attributes:
        coders: who have read it, whether or not they found anything.
    """

    name: str
    passages: tuple[Passage, ...]
    coders: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Case:
    """A respondent, and what is known of who that is: unit, group, round."""

    who: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """All that is handed over.

    Attributes:
        key: what tells this audit from all others; the identifiers are made of it.
        language: ``sv`` or ``en``, of the words that are ours.
        coders: what each coder's alias is shown as, the first coder's being ``""``.
    """

    key: str
    title: str
    language: str
    codebook: Codebook
    documents: tuple[Document, ...] = ()
    cases: tuple[Case, ...] = ()
    coders: Mapping[str, str] = field(default_factory=dict)

    def shown(self, coder: str) -> str:
        """Return what a coder is called."""
        known = self.coders.get(coder, coder)
        return known or self.said("Första kodaren", "First coder")

    def said(self, swedish: str, english: str) -> str:
        """Return a text in the language of the audit, whoever makes the file."""
        return swedish if self.language == "sv" else english


class Guids:
    """Identifiers that are the same each time, so that two exports can be compared."""

    def __init__(self, key: str) -> None:
        """Make them for one audit."""
        self._home = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:brukarrevision:{key}")

    def __call__(self, kind: str, *parts: object) -> str:
        """Return the identifier of a thing of some kind, by what names it."""
        name = "\0".join((kind, *map(str, parts)))
        return str(uuid.uuid5(self._home, name))
