"""One person's answers, notes and quotes out of everything that is kept (R8, R9)."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, problem
from brukarrevision.files import read_bytes
from brukarrevision.interviews import taking
from brukarrevision.interviews.folder import paragraphs
from brukarrevision.rawdata import traces
from brukarrevision.rawdata.contents import interview_of, notes
from brukarrevision.store import (
    ImportRecord,
    Origin,
    Store,
    keyed,
    people,
    quote_log,
    releases,
    replaced,
    tombstones,
)
from brukarrevision.store.tombstones import Tombstone, Withdrawn

_BY_ROW = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
_NO_SCOPE = "{}"


Form = tuple[str, str]
"""An instrument, and the id of whoever answered the form."""


@dataclass(frozen=True, slots=True)
class Found:
    """All there is of one person.

    Attributes:
        given: the id, as the user wrote it.
        at: name of the file and number of the row, where these were given and no id.
        interview: the id of the interview, where it is one.
        origins: of the responses in use; ``older``: of those that others have taken
            the place of.
        forms: keyed in on paper and not taken in yet: instrument and id.
        notes: files of an interview.
        quotes: ids of quotes that are tied to the person.
        drafts: how many drafts there are, of anybody.
        releases: names of those in which the person was counted.
        again: whether the person was withdrawn before, and only traces may be left.
    """

    given: str
    at: tuple[str, int] | None = None
    interview: str | None = None
    origins: tuple[Origin, ...] = ()
    older: tuple[Origin, ...] = ()
    forms: tuple[Form, ...] = ()
    notes: tuple[Path, ...] = ()
    quotes: tuple[str, ...] = ()
    drafts: int = 0
    releases: tuple[str, ...] = ()
    again: bool = False

    @property
    def every(self) -> tuple[Origin, ...]:
        """Return the origins of all responses, in use or not."""
        return (*self.origins, *self.older)

    @property
    def responses(self) -> dict[tuple[str, str | None], int]:
        """Return how many responses there are to an instrument in a round."""
        return dict(Counter((one.instrument, one.round) for one in self.origins))


def look(audit: Audit, given: str) -> Found:
    """Return all there is of the person with an id, and change nothing.

    Args:
        audit: where to look.
        given: a respondent's id as in the data; ``IMPORT:ROW``, where there is none or
            several have the same; the id of an interview, or the name of its notes.

    Raises:
        FaultyFiles: there is nobody of that id, or there are several.
    """
    with Store.open(audit.store_path) as store:
        return _look(audit, store, given)


def withdraw(audit: Audit, given: str) -> Found:
    """Take the person with an id out of the store, the notes and the quotes.

    Marks of the person are kept, so that no file brings the answers back. If this is
    stopped half-way, doing it again completes it.

    Returns:
        What was taken away.

    Raises:
        FaultyFiles: as :func:`look`.
        MachineFault: the disk says no.
    """
    look(audit, given)
    with Store.writing(audit.store_path) as store:
        found = _look(audit, store, given)
        with store.transaction(lock=False):
            tombstones.enter(store, _stones(audit, store, found))
            quote_log.withdraw_of(store, _sources(store, found))
            people.remove(store, found.every)
            for form in found.forms:
                keyed.remove(store, *form)
        traces.clear(audit, store, Withdrawn(tombstones.entered(store)).has_interview)
        people.compact(store)
    return found


def _look(audit: Audit, store: Store, given: str) -> Found:
    if releases.pending(store):
        raise FaultyFiles(problem("withdraw-pending", NOWHERE))
    used, older = people.origins(store), replaced.origins(store)
    every = (*used, *older)
    named = [one for one in every if one.respondent == given]
    place = None if named else _BY_ROW.fullmatch(given)
    if place:
        where = (int(place[1]), int(place[2]))
        named = [one for one in every if (one.number, one.row) == where]
        found = _of_row(store, given, *where)
    else:
        found = _of_interview(audit, store, given)
        if any(_was_interviewed(audit, one) for one in named):
            found = replace(found, interview=given)
    origins = people.all_of(every, _of_one(store, named))
    forms = tuple(_forms(store, given, origins))
    again = not place and _is_withdrawn(audit, store, given)
    _refuse_several(audit, found, named, origins, again=again)
    _refuse_forms(given, origins, forms)
    found = replace(
        found,
        origins=tuple(one for one in origins if one in set(used)),
        older=tuple(one for one in origins if one in set(older)),
        forms=forms,
        releases=releases.counted_in(store, origins),
        again=found.again or again,
    )
    found = replace(found, quotes=quote_log.tied(store, _sources(store, found)))
    if not (origins or forms or found.notes or found.quotes or found.again):
        raise FaultyFiles(problem("withdraw-unknown", NOWHERE, given=given))
    return replace(found, drafts=len(traces.drafts(audit)))


def _of_one(store: Store, named: Sequence[Origin]) -> Sequence[Origin]:
    """Return responses that are one person's for sure: the first of them.

    Or all, where they were read in from the notes of one interview by several guides.
    """
    noted = {one.number for one in store.imports() if taking.is_taken(one)}
    return named if all(one.number in noted for one in named) else named[:1]


def _forms(store: Store, given: str, origins: Collection[Origin]) -> Iterator[Form]:
    """Yield the forms keyed in of somebody, by the id, as ``P17`` or ``enkat:P17``."""
    known = {(one.instrument, one.respondent) for one in origins}
    for form in dict.fromkeys((o.instrument, o.form) for o in keyed.forms(store)):
        if form in known or given in (form[1], ":".join(form)):
            yield form


def _refuse_forms(
    given: str, origins: Collection[Origin], forms: Collection[Form]
) -> None:
    """Refuse to guess where forms of several instruments have the same number."""
    known = {(one.instrument, one.respondent) for one in origins}
    others = [form for form in forms if form not in known]
    if others and (origins or len(others) > 1):
        places = [f"{one.number}:{one.row}" for one in sorted(origins, key=_place)]
        places += [":".join(form) for form in sorted(forms)]
        facts = {"given": given, "places": ", ".join(places)}
        raise FaultyFiles(problem("withdraw-ambiguous", NOWHERE, **facts))


def _of_row(store: Store, given: str, number: int, row: int) -> Found:
    """Return what is known of a row by its place alone."""
    withdrawn = Withdrawn(tombstones.entered(store))
    for one in store.imports():
        if one.number == number:
            gone = withdrawn.has_row(one.sha256, one.sheet, row)
            return Found(given, at=(one.file, row), again=gone)
    return Found(given)


def _of_interview(audit: Audit, store: Store, given: str) -> Found:
    """Return what there is of an interview, called by its id or the file of its notes.

    What was said in it may be known here though the notes are on another computer.
    """
    name = interview_of(given) if given.endswith(".md") else given
    notes = traces.notes_of(audit, name)
    said = quote_log.tied(store, [quote_log.source_of_interview(name)])
    gone = Withdrawn(tombstones.entered(store)).has_interview(name)
    interview = name if notes or said or gone else None
    return Found(given, notes=notes, interview=interview, again=gone)


def _was_interviewed(audit: Audit, origin: Origin) -> bool:
    """Tell whether a response is the closed answers of an interview."""
    guide = audit.instruments.get(origin.instrument)
    return guide is not None and guide.kind != "survey"


def _refuse_several(
    audit: Audit,
    found: Found,
    named: Collection[Origin],
    origins: Collection[Origin],
    *,
    again: bool,
) -> None:
    """Refuse to guess which of several people is meant.

    Args:
        audit: tells which instruments are guides.
        found: what there is of an interview.
        named: the responses of that id.
        origins: those of the person that the first of them is from.
        again: whether a respondent of that id has withdrawn; whoever is left that has
            the same id is somebody else.
    """
    places = [f"{one.number}:{one.row}" for one in sorted(named, key=_place)]
    others = [one for one in named if not _was_interviewed(audit, one)]
    if found.interview:
        places.append(f"{found.interview}.md")
    code = "withdraw-again" if again else "withdraw-ambiguous"
    one_person = set(named) <= set(origins) and not (others and found.interview)
    if (places and again and not found.again) or not one_person:
        facts = {"given": found.given, "places": ", ".join(places)}
        raise FaultyFiles(problem(code, NOWHERE, **facts))


def _place(one: Origin) -> tuple[int, int]:
    return (one.number, one.row)


def _is_withdrawn(audit: Audit, store: Store, given: str) -> bool:
    """Tell whether the id is of a respondent who has withdrawn already."""
    withdrawn = Withdrawn(tombstones.entered(store))
    imports = store.imports()
    scopes = {_NO_SCOPE, *(one.scope for one in imports)}
    asked = {*audit.instruments, *(one.instrument for one in imports)}
    return any(withdrawn.has_respondent(i, s, given) for i in asked for s in scopes)


def _sources(store: Store, found: Found) -> set[str]:
    """Return what the person, and nobody else, may be called in the log of quotes."""
    every = {*people.origins(store), *replaced.origins(store)}
    named = quote_log.sources_of_all(found.every, every - set(found.every))
    if found.interview:
        named.add(quote_log.source_of_interview(found.interview))
    return named


def _stones(audit: Audit, store: Store, found: Found) -> Iterator[Tombstone]:
    """Yield the marks by which the person is known again."""
    key = key_of(audit)
    imports = {one.number: one for one in store.imports()}
    for one in found.every:
        yield from tombstones.of_response(key, one)
        kept = people.cells_of(store, one)
        record = imports[one.number]
        cells = dict(zip(sorted(record.headers), kept, strict=False))
        cells.pop(_id_column(audit, record), None)
        if cells:
            headers = {at: record.headers[at] for at in cells}
            yield tombstones.of_cells(key, one, headers, list(cells.values()))
    for form in found.forms:
        yield tombstones.of_respondent(key, *form)
    if found.interview:
        yield tombstones.of_interview(key, found.interview)
        yield from (tombstones.of_said(key, one) for one in _own_words(audit, found))


def _own_words(audit: Audit, found: Found) -> Iterator[str]:
    """Yield the sentences of an interview that stand in no other.

    By them it is known again where its file comes without an id, or under another.
    """
    rest = [path for path in notes(audit).values() if path not in found.notes]
    yield from sorted(_sentences(found.notes) - _sentences(rest))


def _sentences(paths: Collection[Path]) -> set[str]:
    texts = (text for path in paths for text in paragraphs(read_bytes(path)))
    return {one for text in texts for one in tombstones.telling(text)}


def _id_column(audit: Audit, record: ImportRecord) -> int:
    """Return the position of the column of ids, -1 if there is none."""
    if record.mapping == keyed.NO_MAPPING:
        return next((at for at, n in record.headers.items() if n == "respondent"), -1)
    mapping = audit.mappings.get(record.mapping)
    columns = mapping.columns if mapping else ()
    return next((one.at for one in columns if one.use == "respondent"), -1)


def key_of(audit: Audit) -> bytes:
    """Return the key of the audit's tombstones."""
    return tombstones.key_of(audit.workspace.settings.id, audit.slug)
