"""Who is in no number that is shown, and must not be quoted either (R1, R8, R9)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from brukarrevision import releases
from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.partition import partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import plan_order
from brukarrevision.quotes.speakers import interview_in
from brukarrevision.store import Origin, Store
from brukarrevision.store.quote_log import source_of_interview, sources_of
from brukarrevision.tally import Key, grouped


def too_few(audit: Audit, store: Store, instrument: Instrument) -> set[str]:
    """Return what those may be called who are in no number (R1, R8).

    They are too few, or came after a release and wait until they are enough (R9): a
    quote that is new then could only be by one of them.
    """
    origins = store.origins(instrument.id)
    counted = _counted(audit, store, instrument, origins)
    waiting = store.frame(instrument.id)[[one not in counted for one in origins]]
    by, policy = instrument.partition, Policy.of(audit.plan.anonymity, audit.min_group)
    order = plan_order(instrument, by, audit.plan)
    out = [
        origins[at]
        for _, rows in grouped(waiting, instrument, by, audit.plan)
        for key in partition(_sizes(rows), order, policy).left_out
        for at in rows[key]
    ]
    return {name for origin in out for name in _every_name(origin)}


def _every_name(origin: Origin) -> Iterator[str]:
    """Yield what a response may be called, as an interview too."""
    yield from sources_of(origin)
    if origin.respondent:
        yield source_of_interview(origin.respondent)


def uncounted(store: Store, instrument: str, sources: Iterable[str]) -> bool:
    """Tell whether somebody was interviewed and is in no number of an instrument.

    Until the closed answers are taken in nobody knows whether they are enough.
    """
    said = {name for name in map(interview_in, sources) if name}
    return bool(said - {one.respondent for one in store.origins(instrument)})


def _sizes(rows: Mapping[Key, tuple[int, ...]]) -> dict[Key, int]:
    return {key: len(some) for key, some in rows.items()}


def _counted(
    audit: Audit, store: Store, instrument: Instrument, origins: Sequence[Origin]
) -> set[Origin]:
    """Return the responses that a release has counted in the instrument's own split."""
    if any(releases.faults(audit, store)):
        return set()
    ledger = releases.read(audit, store)
    split = (instrument.id, instrument.partition)
    return {one for one in origins if split in ledger.where(one)}
