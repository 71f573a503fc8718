"""Who said what: the responses a quote can come from. Private."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukarrevision.audit import Audit
from brukarrevision.interviews import answers, folder
from brukarrevision.interviews.markup import Note
from brukarrevision.model import cell
from brukarrevision.model.instrument import Instrument
from brukarrevision.quotes.faithful import is_said
from brukarrevision.store import Origin, Store
from brukarrevision.store.quote_log import source_of_interview, sources_of
from brukarrevision.tally import column

if TYPE_CHECKING:
    import pandas as pd

_ROW = re.compile(r"([0-9]+):([0-9]+)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One response: what it may be called, and what was said in own words.

    The notes of an interview and the response that was made of them are one.
    """

    instrument: str
    sources: tuple[str, ...]
    answers: tuple[str, ...]


def speakers(audit: Audit, store: Store, named: str) -> Iterator[Speaker]:
    """Yield the responses and interviews that are named so.

    Args:
        audit: the audit.
        store: its responses.
        named: the id of a respondent or an interview, ``IMPORT:ROW``, or the mark
            of an open answer.
    """
    origins = answers.origins(audit, store, named.strip())
    yield from _found(
        audit,
        store,
        lambda one: one in origins or _is_named(one, named),
        named.strip(),
    )


def speakers_of(audit: Audit, store: Store, sources: Collection[str]) -> list[Speaker]:
    """Return who is called so in the log of quotes, as far as they are here."""
    known = set(sources)
    interview = next(filter(None, map(interview_in, sources)), "")
    found = _found(
        audit, store, lambda one: not known.isdisjoint(sources_of(one)), interview
    )
    return list(found)


def interview_in(source: str) -> str:
    """Return the id of the interview that a source is; nothing if it is none."""
    kind, _, rest = source.partition(":")
    return rest if kind == "interview" else ""


def _found(
    audit: Audit, store: Store, meant: Callable[[Origin], bool], interview: str
) -> Iterator[Speaker]:
    notes = notes_of(audit, interview) if interview else ()
    for instrument in audit.instruments.values():
        rows = list(_rows(store, instrument, meant))
        if noted := _noted(notes, instrument):
            yield _interviewed(instrument, interview, noted, rows)
        else:
            for origin, written in rows:
                yield Speaker(instrument.id, _names(audit, origin), written)


def _names(audit: Audit, origin: Origin) -> tuple[str, ...]:
    """Return what a response may be called: an interview, where there are notes of it.

    Whoever was interviewed may have said no since, or be quoted from the notes already.
    """
    who = origin.respondent or ""
    noted = (source_of_interview(who),) if folder.files(audit, {who}) else ()
    return (*noted, *sources_of(origin))


def _rows(
    store: Store, instrument: Instrument, meant: Callable[[Origin], bool]
) -> Iterator[tuple[Origin, tuple[str, ...]]]:
    """Yield the responses that are meant, with what is written in them."""
    origins = store.origins(instrument.id)
    places = [at for at, one in enumerate(origins) if meant(one)]
    if places:
        frame = store.frame(instrument.id)
        for at in places:
            yield origins[at], _written(frame, instrument, at)


def _interviewed(
    instrument: Instrument,
    interview: str,
    noted: tuple[str, ...],
    rows: Iterable[tuple[Origin, tuple[str, ...]]],
) -> Speaker:
    """Return an interview with the response that was made of its closed answers."""
    theirs = [(one, said) for one, said in rows if one.respondent == interview]
    names = (name for one, _ in theirs for name in sources_of(one))
    said = (text for _, texts in theirs for text in texts)
    sources = (source_of_interview(interview), *names)
    return Speaker(instrument.id, sources, (*noted, *said))


def notes_of(audit: Audit, interview: str) -> tuple[Note, ...]:
    """Return the notes of an interview with consent, the first coder's first."""
    found = folder.usable(folder.notes(audit, {interview})[0])
    return tuple(sorted(found, key=lambda note: note.coder))


def without_consent(audit: Audit, sources: Iterable[str]) -> bool:
    """Tell whether notes of an interview that are here tell of no consent."""
    interviews = set(filter(None, map(interview_in, sources)))
    if not interviews:
        return False
    heads = {note.name: note.head for note in folder.notes(audit, interviews)[0]}
    theirs = folder.files(audit, interviews)
    return any(name not in heads or not heads[name].consent for name in theirs)


def is_taken_back(
    audit: Audit, store: Store, sources: Collection[str], text: str
) -> bool:
    """Tell whether notes of an interview are here that a quote does not stand in.

    Whoever was interviewed may have corrected what they said.
    """
    if not folder.files(audit, set(filter(None, map(interview_in, sources)))):
        return False
    theirs = speakers_of(audit, store, sources)
    return not any(is_said(text, answer) for one in theirs for answer in one.answers)


def _noted(notes: Iterable[Note], instrument: Instrument) -> tuple[str, ...]:
    """Return what was noted at the questions of an instrument."""
    asked = {question.id for question in instrument.questions()}
    blocks = (block for note in notes for block in note.blocks)
    return tuple(block.text for block in blocks if block.question in asked)


def _is_named(origin: Origin, named: str) -> bool:
    row = _ROW.fullmatch(named)
    if row and (origin.number, origin.row) == (int(row[1]), int(row[2])):
        return True
    return bool(origin.respondent) and origin.respondent == named.strip()


def _written(frame: "pd.DataFrame", instrument: Instrument, at: int) -> tuple[str, ...]:
    texts = [q.id for q in instrument.questions() if q.type == "text"]
    here = frame.iloc[at : at + 1]
    values = (cell.value(column(here, name)[0]) for name in texts)
    return tuple(value for value in values if value)
