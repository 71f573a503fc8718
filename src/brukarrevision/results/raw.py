"""From the store: responses, raw counts, and where questions stood in their file."""

from typing import TYPE_CHECKING

from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.release import THEMES
from brukarrevision.results import themes
from brukarrevision.store import Origin, Store
from brukarrevision.tally import QuestionTally, tally
from brukarrevision.themes import mentions
from brukarrevision.themes import together as pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from brukarrevision.themes.mentions import Said


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


def raw_themes(audit: Audit) -> tuple[QuestionTally, ...]:
    """Return how many mention each theme. It must not leave the terminal.

    Raises:
        FaultyFiles: there are errors in the notes.
    """
    said, language = mentions.read(audit), audit.plan.language
    found: list[QuestionTally] = []
    with Store.open(audit.store_path) as store:
        for instrument, frame in _frames(audit, store):
            of = instrument, audit.codebook
            origins = store.origins(instrument.id)
            bare = Instrument.model_construct(
                **{**dict(instrument), "background": (), "areas": ()}
            )
            source = themes.with_themes(bare, *of, language)
            cells = themes.coded(frame, origins, *of, said)
            found += tally(cells, source, audit.plan)
    return tuple(one for one in found if one.question.id == THEMES)


def together(audit: Audit) -> dict[tuple[str, str], int]:
    """Return how many mention both of two themes. It must not leave the terminal.

    Raises:
        FaultyFiles: there are errors in the notes.
    """
    said = mentions.read(audit)
    everybody: dict[Origin | str | None, Said] = {}
    for of, origin in _origins(audit):
        # one interview may be a response to several guides
        who = origin if of.kind == "survey" else origin.respondent
        everybody[who] = said.of(origin, of) or everybody.get(who, {})
    return pairs.together(everybody.values(), audit.codebook)


def uncoded(audit: Audit) -> tuple[str, ...]:
    """Return the instruments in which something was said, and nothing is coded yet."""
    found = mentions.read(audit).uncoded
    return tuple(name for name in audit.instruments if name in found)


def _origins(audit: Audit) -> tuple[tuple[Instrument, Origin], ...]:
    """Return where every response came from, each with its instrument."""
    with Store.open(audit.store_path) as store:
        return tuple(
            (instrument, origin)
            for instrument in audit.instruments.values()
            for origin in store.origins(instrument.id)
        )


def columns(audit: Audit) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return where each question stands in the newest source file, from 0."""
    with Store.open(audit.store_path) as store:
        return {
            (instrument, question): at
            for instrument in audit.instruments
            for question, at in store.source_columns(instrument).items()
        }
