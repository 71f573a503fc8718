"""Who mentions which theme, and at which question; it goes into counting alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brukarrevision.audit import Audit
from brukarrevision.interviews import lint
from brukarrevision.interviews.markup import Note
from brukarrevision.model.instrument import Instrument
from brukarrevision.store import Origin

Said = Mapping[str, frozenset[str]]
"""The codes at each question where something was noted, by the question's id."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What each respondent mentions, as the first coder has it. Private.

    Attributes:
        interviews: by the interview's id, which is the respondent's id, too.
        coded: whether there is a code anywhere. Without any, coding has not begun, and
            nothing is counted: not that nobody mentions a theme.
    """

    interviews: Mapping[str, Said] = field(default_factory=dict)
    coded: bool = True

    def of(self, origin: Origin, instrument: Instrument) -> Said:
        """Return what a respondent mentions; nothing where nothing was noted.

        A number on a paper form may be some interview's id, and is another person's.
        """
        if instrument.kind == "survey" or not self.coded:
            return {}
        return self.interviews.get(origin.respondent or "", {})


def read(audit: Audit) -> Mentions:
    """Return what the respondents of an audit mention.

    Raises:
        FaultyFiles: there is an error in any of the notes, so that something would be
            missed (R10).
    """
    if not audit.codebook.themes:
        return Mentions()
    found = of_notes(lint.sound(audit))
    return Mentions(found, any(codes for s in found.values() for codes in s.values()))


def of_notes(notes: Iterable[Note]) -> dict[str, Said]:
    """Return what is mentioned in notes, by interview.

    A second coder's file says how far two people agree, and is counted nowhere.
    """
    return {note.head.id: _said(note) for note in notes if not note.coder}


def _said(note: Note) -> Said:
    return {
        block.question: frozenset(code for span in block.spans for code in span.codes)
        for block in note.blocks
        if block.text.strip()
    }
