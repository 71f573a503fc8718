"""The last import taken back: its responses go, and those that it replaced return."""

from collections.abc import Iterable
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, Refused, problem
from brukarrevision.rawdata.purge import refuse_if_erased
from brukarrevision.store import (
    ImportRecord,
    Origin,
    Store,
    keyed,
    people,
    quote_log,
    releases,
    replaced,
)


@dataclass(frozen=True, slots=True)
class Undoing:
    """What it means to take an import back.

    Attributes:
        record: the import.
        goes: responses that go; ``back``: those of earlier imports that return.
    """

    record: ImportRecord
    goes: tuple[Origin, ...]
    back: tuple[Origin, ...]


def look(audit: Audit) -> Undoing:
    """Return what would be taken back, and change nothing.

    Raises:
        FaultyFiles: there is no import, quotes are tied to its responses, or raw data
            is erased.
        Refused: somebody in it is counted in a release (R9).
    """
    refuse_if_erased(audit)
    with Store.open(audit.store_path) as store:
        return _look(audit, store)


def undo(audit: Audit, expected: Undoing) -> Undoing:
    """Take the last import back, all of it or nothing.

    Mappings that were drafted for it stay, and so do the marks of people who have
    withdrawn: none of them returns. Forms that were keyed in are kept as such.

    Args:
        audit: whose import it is.
        expected: what the user has agreed to.

    Raises:
        FaultyFiles: as :func:`look`, or something else has been imported since.
        Refused: as :func:`look`.
        MachineFault: the disk says no.
    """
    look(audit)
    with Store.writing(audit.store_path) as store:
        refuse_if_erased(audit)
        found = _look(audit, store)
        if found != expected:
            raise FaultyFiles(problem("undo-changed", NOWHERE))
        number = found.record.number
        with store.transaction(lock=False):
            keyed.put_back(store, found.record)
            replaced.put_back(store, number)
            store.forget_import(number, found.record.instrument)
            replaced.forget_import(store, number)
        people.compact(store)
    return found


def _look(audit: Audit, store: Store) -> Undoing:
    record = max(store.imports(), key=lambda one: one.number, default=None)
    if record is None:
        raise FaultyFiles(problem("undo-nothing", NOWHERE))
    every = people.origins(store)
    goes = tuple(one for one in every if one.number == record.number)
    back = tuple(replaced.by(store, record.number))
    also = (one for one in replaced.origins(store) if one.number == record.number)
    _refuse_released(audit, store, record, (*goes, *back, *also))
    _refuse_quoted(store, record, goes, (*(set(every) - set(goes)), *back))
    return Undoing(record, goes, back)


def _refuse_released(
    audit: Audit, store: Store, record: ImportRecord, some: Iterable[Origin]
) -> None:
    """Stop where people who were counted could come back unknown (R9, R10)."""
    known = {one.name for one in releases.kept(store)}
    names = releases.counted_in(store, tuple(some))
    unknown = [name for name in audit.published if name not in known]
    for code, found in (("undo-released", names), ("undo-unknown", unknown)):
        if found:
            facts = {"number": record.number, "releases": ", ".join(found)}
            raise Refused(problem(code, Place(record.file), **facts))


def _refuse_quoted(
    store: Store,
    record: ImportRecord,
    goes: Iterable[Origin],
    stays: Iterable[Origin],
) -> None:
    """Stop where words would be quoted of people whose answers are not there (R8)."""
    said = quote_log.tied(store, quote_log.sources_of_all(goes, stays))
    if said:
        facts = {"number": record.number, "quotes": ", ".join(said)}
        raise FaultyFiles(problem("undo-quotes", Place(record.file), **facts))
