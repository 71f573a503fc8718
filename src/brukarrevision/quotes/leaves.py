"""Who is in no number that is shown, and must not be quoted either (R1, R8, R9)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brukarrevision import releases
from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.quotes import Quote
from brukarrevision.protect.partition import Partition, partition
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
    waiting = [one not in counted for one in origins]
    out = [
        origins[at]
        for rows, split in _splits(audit, store, instrument, waiting)
        for key in split.left_out
        for at in rows[key]
    ]
    return {name for origin in out for name in _every_name(origin)}


def crowding(audit: Audit, store: Store, quotes: Iterable[Quote]) -> Iterator[str]:
    """Yield the ids of quotes that are too many under a theme, or one that it is in.

    Nobody is quoted twice, so as many as there are quotes mention it. That may tell
    that nearly all of a leaf do (R2), and never that all but one or all of them do.
    """
    line, under = audit.codebook.upwards(), Counter[tuple[str, str]]()
    most: dict[str, int] = {}
    for one in quotes:
        of = audit.instruments.get(one.instrument)
        if of and of.id not in most:
            most[of.id] = _most(audit, store, of)
        themes = [(one.instrument, name) for name in line.get(one.theme or "", ())]
        under.update(themes)
        if any(under[name] > most.get(one.instrument, 0) for name in themes):
            yield one.id


def _most(audit: Audit, store: Store, instrument: Instrument) -> int:
    """Return how many people may be quoted under one theme."""
    origins = store.origins(instrument.id)
    counted = _counted(audit, store, instrument, origins)
    sizes = [
        leaf.size
        for released in (True, False)
        for _, split in _splits(
            audit, store, instrument, [(one in counted) == released for one in origins]
        )
        for leaf in split.leaves
    ]
    return max(0, min(sizes, default=0) - _policy(audit).slack)


def _splits(
    audit: Audit, store: Store, instrument: Instrument, of: Sequence[bool]
) -> Iterator[tuple[Mapping[Key, tuple[int, ...]], Partition]]:
    """Yield how some of the responses are split, round by round."""
    by = instrument.partition
    order = plan_order(instrument, by, audit.plan)
    some = store.frame(instrument.id)[list(of)]
    for _, rows in grouped(some, instrument, by, audit.plan):
        yield rows, partition(_sizes(rows), order, _policy(audit))


def _policy(audit: Audit) -> Policy:
    return Policy.of(audit.plan.anonymity, audit.min_group)


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
