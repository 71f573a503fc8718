"""What was marked as quotable in the notes of interviews: candidates, and no more (R8).

Private: nothing of it may be shown to anybody but the auditors.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import WrongUsage, problem
from brukarrevision.interviews import answers, folder
from brukarrevision.interviews.markup import Note
from brukarrevision.model.codebook import Codebook
from brukarrevision.quotes.plain import visible
from brukarrevision.quotes.speakers import notes_of

_PLACE = re.compile(r"([^:\s]+):([^:\s]+):([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that were marked ``.quote``.

    Attributes:
        interview: whose words they are; ``question``: what they were said to.
        number: counts from 1 within the interview's answer to the question.
        codes: that stand on them, or on words around or in them.
    """

    interview: str
    question: str
    number: int
    codes: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        """Return how it is named: ``I-03:lakarbesok:1``."""
        return f"{self.interview}:{self.question}:{self.number}"


def candidates(audit: Audit, theme: str | None = None) -> tuple[Candidate, ...]:
    """Return what was marked as quotable by those who consented.

    Args:
        audit: the audit.
        theme: only what is coded with this theme or one under it.
    """
    found = (*folder.usable(folder.notes(audit)[0]), *answers.notes(audit))
    interviews = sorted({note.head.id for note in found})
    every = (
        one
        for interview in interviews
        for one in _of(note for note in found if note.head.id == interview)
    )
    return tuple(one for one in every if _is_of(audit.codebook, one.codes, theme))


def candidate(audit: Audit, place: str) -> Candidate | None:
    """Return the words at a place; None where ``place`` names no such thing.

    Raises:
        WrongUsage: it is the name of a place where nothing is marked.
    """
    match = _PLACE.fullmatch(place.strip())
    if not match:
        return None
    said = notes_of(audit, match[1])
    answered = (one for one in answers.notes(audit) if one.head.id == match[1])
    for one in _of((*said, *answered)):
        if one.place == match[0]:
            return one
    raise WrongUsage(problem("quote-no-candidate"))


def under(codebook: Codebook, theme: str) -> set[str]:
    """Return a theme and all themes under it."""
    found, size = {theme}, 0
    while len(found) > size:
        size = len(found)
        found |= {one.id for one in codebook.themes if one.parent in found}
    return found


def _is_of(codebook: Codebook, codes: Iterable[str], theme: str | None) -> bool:
    return theme is None or not under(codebook, theme).isdisjoint(codes)


def _of(notes: Iterable[Note]) -> Iterator[Candidate]:
    """Yield the candidates of one interview, alike ones of two coders once."""
    texts: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    for note in sorted(notes, key=lambda note: note.coder):
        for block in note.blocks:
            for span in block.spans:
                text = visible(span.text)
                if span.quote and text:
                    near = (
                        code
                        for other in block.spans
                        if other.start < span.end and span.start < other.end
                        for code in other.codes
                    )
                    before = texts.get((block.question, text), (note.head.id, ()))
                    codes = tuple(dict.fromkeys((*before[1], *near)))
                    texts[block.question, text] = (note.head.id, codes)
    count: dict[str, int] = {}
    for (question, text), (interview, codes) in texts.items():
        count[question] = count.get(question, 0) + 1
        yield Candidate(interview, question, count[question], codes, text)
