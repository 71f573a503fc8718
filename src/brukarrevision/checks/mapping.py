"""Checks of ``mappings/*.yaml`` against the instruments."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.errors import Problem, problem
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import ANY, RESPONSE_USES, Mapping
from brukarrevision.modelfile import hint
from brukarrevision.workspace import MAPPINGS


def fits_instrument(audit: Audit) -> Iterator[Problem]:
    """A mapping belongs to an instrument, and its columns to that one's questions."""
    for name, mapping in audit.mappings.items():
        file = f"{MAPPINGS}/{name}.yaml"
        instrument = audit.instruments.get(mapping.instrument)
        if instrument is None:
            place = audit.place(file, ("instrument",))
            given = mapping.instrument
            facts = {"name": given, "hint": hint(given, audit.instruments)}
            yield problem("mapping-instrument", place, **facts)
        else:
            yield from _columns(audit, mapping, instrument, file)


def _columns(
    audit: Audit, mapping: Mapping, instrument: Instrument, file: str
) -> Iterator[Problem]:
    known = [question.id for question in instrument.questions()]
    ranked = {q.id for q in instrument.questions() if q.type == "rank"}
    seen: set[tuple[str, str | None]] = set()
    positions: set[int] = set()
    for at, column in enumerate(mapping.columns):
        place = audit.place(file, ("columns", at))
        # What people wrote under "other" is a question of its own as well.
        if ANY not in column.ticked:
            if column.at in positions:
                yield problem("mapping-column-twice", place, at=column.at)
            positions.add(column.at)
        if column.use == "ignore":
            continue
        if column.use not in known and column.use not in RESPONSE_USES:
            meant = hint(column.use, [*known, *RESPONSE_USES])
            yield problem("mapping-use", place, use=column.use, hint=meant)
        place_of_rank = column.use in ranked and column.choice is None
        if (column.use, column.choice) in seen and not place_of_rank:
            yield problem("mapping-use-twice", place, use=column.use)
        seen.add((column.use, column.choice))


CHECKS = (fits_instrument,)
