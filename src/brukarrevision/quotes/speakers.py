"""Who said what: the responses a quote can come from. Private."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukarrevision import releases
from brukarrevision.audit import Audit
from brukarrevision.model import cell
from brukarrevision.model.instrument import Instrument
from brukarrevision.protect.partition import partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import plan_order
from brukarrevision.store import Origin, Store
from brukarrevision.store.quote_log import sources_of
from brukarrevision.tally import Key, column, grouped

if TYPE_CHECKING:
    import pandas as pd

_ROW = re.compile(r"([0-9]+):([0-9]+)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One response: what it may be called, and what was written in own words."""

    instrument: str
    sources: tuple[str, ...]
    answers: tuple[str, ...]


def speakers(audit: Audit, store: Store, named: str) -> Iterator[Speaker]:
    """Yield the responses that are named so.

    Args:
        audit: the audit.
        store: its responses.
        named: the id of a respondent, or ``IMPORT:ROW``.
    """
    for instrument in audit.instruments.values():
        origins = store.origins(instrument.id)
        meant = [at for at, one in enumerate(origins) if _is_named(one, named)]
        if not meant:
            continue
        frame = store.frame(instrument.id)
        for at in meant:
            written = _written(frame, instrument, at)
            yield Speaker(instrument.id, sources_of(origins[at]), written)


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
    return {name for origin in out for name in sources_of(origin)}


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
