"""From the store: responses, raw counts, and where questions stood in their file."""

from typing import TYPE_CHECKING

from brukarrevision.audit import Audit
from brukarrevision.store import Store
from brukarrevision.tally import QuestionTally, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from brukarrevision.model.instrument import Instrument


def raw(audit: Audit) -> tuple[QuestionTally, ...]:
    """Return raw counts of all questions. They must not leave the terminal."""
    with Store.open(audit.store_path) as store:
        return tuple(
            one
            for instrument, frame in _frames(audit, store)
            for one in tally(frame, instrument, audit.plan, distinct=True)
        )


def _frames(audit: Audit, store: Store) -> "Iterator[tuple[Instrument, pd.DataFrame]]":
    """Yield each instrument that has responses, with them."""
    for instrument in audit.instruments.values():
        frame = store.frame(instrument.id)
        if len(frame):
            yield instrument, frame


def columns(audit: Audit) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return where each question stands in the newest source file, from 0."""
    with Store.open(audit.store_path) as store:
        return {
            (instrument, question): at
            for instrument in audit.instruments
            for question, at in store.source_columns(instrument).items()
        }
