"""One person's answers, notes and quotes out of everything that is kept (R8, R9)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, problem
from brukarrevision.rawdata import traces
from brukarrevision.store import (
    ImportRecord,
    Origin,
    Store,
    people,
    quote_log,
    releases,
    tombstones,
)
from brukarrevision.store.tombstones import Tombstone, Withdrawn

_BY_ROW = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
_NO_SCOPE = "{}"


@dataclass(frozen=True, slots=True)
class Found:
    """All there is of one person.

    Attributes:
        given: the id, as the user wrote it.
        origins: of the responses.
        notes: files of an interview.
        quotes: ids of quotes that are tied to the person.
        drafts: how many drafts there are, of anybody.
        releases: names of those in which the person was counted.
        again: whether the person was withdrawn before, and only traces may be left.
    """

    given: str
    origins: tuple[Origin, ...]
    notes: tuple[Path, ...]
    quotes: tuple[str, ...]
    drafts: int
    releases: tuple[str, ...]
    again: bool

    @property
    def responses(self) -> dict[tuple[str, str | None], int]:
        """Return how many responses there are to an instrument in a round."""
        return dict(Counter((one.instrument, one.round) for one in self.origins))


def look(audit: Audit, given: str) -> Found:
    """Return all there is of the person with an id, and change nothing.

    Args:
        audit: where to look.
        given: a respondent's id as in the data; ``IMPORT:ROW``, where there is none or
            several have the same; or the id of an interview.

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
            quote_log.withdraw_of(store, _sources(found))
            people.remove(store, found.origins)
        traces.clear(audit, store, Withdrawn(tombstones.entered(store)).has_interview)
        people.compact(store)
    return found


def _look(audit: Audit, store: Store, given: str) -> Found:
    if releases.pending(store):
        raise FaultyFiles(problem("withdraw-pending", NOWHERE))
    origins = _origins(store, given)
    notes = traces.notes_of(audit, given)
    again = _is_withdrawn(store, given)
    if not (origins or notes or again):
        raise FaultyFiles(problem("withdraw-unknown", NOWHERE, given=given))
    found = Found(
        given=given,
        origins=origins,
        notes=notes,
        quotes=(),
        drafts=len(traces.drafts(audit)),
        releases=tuple(_counted_in(store, origins)),
        again=again,
    )
    return replace(found, quotes=quote_log.tied(store, _sources(found)))


def _origins(store: Store, given: str) -> tuple[Origin, ...]:
    """Return the responses of the one person meant."""
    every = people.origins(store)
    named = [one for one in every if one.respondent == given]
    if not named and (place := _BY_ROW.fullmatch(given)):
        where = (int(place[1]), int(place[2]))
        named = [one for one in every if (one.number, one.row) == where]
    found = people.all_of(every, named[:1])
    if not set(named) <= set(found):
        places = sorted((one.number, one.row) for one in named)
        facts = {"given": given, "places": ", ".join(f"{n}:{row}" for n, row in places)}
        raise FaultyFiles(problem("withdraw-ambiguous", NOWHERE, **facts))
    return found


def _is_withdrawn(store: Store, given: str) -> bool:
    """Tell whether the id is of somebody who has withdrawn already."""
    withdrawn = Withdrawn(tombstones.entered(store))
    imports = store.imports()
    scopes = {_NO_SCOPE, *(one.scope for one in imports)}
    if withdrawn.has_interview(given):
        return True
    asked = {one.instrument for one in imports}
    if any(withdrawn.has_respondent(i, s, given) for i in asked for s in scopes):
        return True
    place = _BY_ROW.fullmatch(given)
    return bool(place) and any(
        withdrawn.has_row(one.sha256, one.sheet, int(place[2]))
        for one in imports
        if place and one.number == int(place[1])
    )


def _counted_in(store: Store, origins: tuple[Origin, ...]) -> Iterator[str]:
    """Yield the releases in which any of the responses was counted."""
    for release in releases.kept(store):
        members = {one.mark for one in releases.members(store, release.name)}
        if any(members.intersection(one.marks(release.key)) for one in origins):
            yield release.name


def _sources(found: Found) -> set[str]:
    """Return what the person may be called in the log of quotes."""
    named = chain.from_iterable(map(quote_log.sources_of, found.origins))
    return {*named, quote_log.source_of_interview(found.given)}


def _stones(audit: Audit, store: Store, found: Found) -> Iterator[Tombstone]:
    """Yield the marks by which the person is known again."""
    key = key_of(audit)
    imports = {one.number: one for one in store.imports()}
    for one in found.origins:
        yield from tombstones.of_response(key, one)
        kept = people.cells_of(store, one)
        record = imports[one.number]
        cells = dict(zip(sorted(record.headers), kept, strict=False))
        cells.pop(_id_column(audit, record), None)
        if cells:
            headers = {at: record.headers[at] for at in cells}
            yield tombstones.of_cells(key, one, headers, list(cells.values()))
    if found.notes:
        yield tombstones.of_interview(key, found.given)


def _id_column(audit: Audit, record: ImportRecord) -> int:
    """Return the position of the column of ids, -1 if there is none."""
    mapping = audit.mappings.get(record.mapping)
    columns = mapping.columns if mapping else ()
    return next((one.at for one in columns if one.use == "respondent"), -1)


def key_of(audit: Audit) -> bytes:
    """Return the key of the audit's tombstones."""
    return tombstones.key_of(audit.workspace.settings.id, audit.slug)
