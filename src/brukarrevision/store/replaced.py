"""Responses that newer ones of the same people stand in place of.

They are counted nowhere. They are kept so that the import that replaced them can be
taken back, and they are raw data as any other.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from brukarrevision.store import people, responses
from brukarrevision.store.marks import Origin
from brukarrevision.store.records import Earlier, ImportRecord
from brukarrevision.store.responses import Row
from brukarrevision.store.store import ATTRIBUTES, Store
from brukarrevision.store.tombstones import Withdrawn, entered

REPLACED = "replaced"
"""The reason why a row is not used."""

Place = tuple[int, int]
"""The number of an import, and of a row in its file."""

_QUESTION = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
_COLUMNS = "newer, import, row, instrument, cells, answers"


@dataclass(frozen=True, slots=True)
class Replaced:
    """One response that is not counted any more. Private.

    Attributes:
        newer: number of the import that holds the newer one.
        number: of the import that it came in itself.
    """

    newer: int
    number: int
    instrument: str
    row: Row = field(repr=False)

    @property
    def place(self) -> Place:
        """Return where it stood."""
        return self.number, self.row.number


def kept(store: Store) -> tuple[Replaced, ...]:
    """Return all replaced responses.

    Raises:
        ValueError: one is not as :func:`keep` enters it; only somebody else's can be.
    """
    rows = store.rows(f"SELECT {_COLUMNS} FROM replaced ORDER BY import, row")  # noqa: S608
    return tuple(map(_read, rows))


def of_import(store: Store, number: int) -> dict[int, Replaced]:
    """Return the replaced responses that came in an import, by row."""
    return {one.row.number: one for one in kept(store) if one.number == number}


def _read(values: tuple[Any, ...]) -> Replaced:
    newer, number, row, instrument, cells, text = values
    attributes, answers = json.loads(text)
    texts = isinstance(answers, dict) and all(
        isinstance(cell, str) and _QUESTION.fullmatch(name)
        for name, cell in answers.items()
    )
    known = len(attributes) == len(ATTRIBUTES) and all(
        one is None or isinstance(one, str) for one in attributes
    )
    if not (texts and known):
        raise ValueError
    return Replaced(
        newer, number, instrument, Row(row, tuple(attributes), answers, cells)
    )


def keep(store: Store, ones: Iterable[Replaced]) -> None:
    """Enter responses as replaced, in place of what was known; needs a transaction."""
    for one in ones:
        row = one.row
        answers = json.dumps([row.attributes, dict(row.answers)], ensure_ascii=False)
        values = (one.newer, *one.place, one.instrument, row.source, answers)
        store.run("INSERT OR REPLACE INTO replaced VALUES (?, ?, ?, ?, ?, ?)", *values)


def replace(store: Store, newer: int, some: Iterable[Origin]) -> None:
    """Take responses out of use, for those that an import holds.

    Needs a transaction. The logs of the imports that they came in say so.
    """
    listed = tuple(some)
    rows = [responses.one(store, o.instrument, o.number, o.row) for o in listed]
    people.remove(store, listed, reason=REPLACED)
    keep(
        store,
        (
            Replaced(newer, origin.number, origin.instrument, row)
            for origin, row in zip(listed, rows, strict=True)
            if row
        ),
    )


def put_back(store: Store, newer: int) -> tuple[Origin, ...]:
    """Bring what an import replaced into use again; needs a transaction.

    Nobody is brought back who has withdrawn.

    Returns:
        Where what was brought back came from.
    """
    gone = Withdrawn(entered(store))
    every = by(store, newer)
    people.remove(store, [one for one in every if gone.has(one)])
    back = tuple(one for one in every if not gone.has(one))
    rows = {one.place: one.row for one in kept(store)}
    store.run("DELETE FROM replaced WHERE newer = ?", newer)
    for number, instrument in dict.fromkeys((o.number, o.instrument) for o in back):
        mine = [rows[_place(one)] for one in back if one.number == number]
        responses.add(store, number, instrument, mine)
        people.use(store, number, [row.number for row in mine])
    return back


def forget(store: Store, places: Iterable[Place]) -> None:
    """Erase replaced responses; needs a transaction."""
    for place in places:
        store.run("DELETE FROM replaced WHERE import = ? AND row = ?", *place)


def forget_import(store: Store, number: int) -> None:
    """Erase the replaced responses that came in an import; needs a transaction."""
    store.run("DELETE FROM replaced WHERE import = ?", number)


def by(store: Store, newer: int) -> tuple[Origin, ...]:
    """Return where the responses came from that an import has replaced."""
    mine = {one.place for one in kept(store) if one.newer == newer}
    return tuple(one for one in origins(store) if _place(one) in mine)


def origins(store: Store) -> tuple[Origin, ...]:
    """Return where the replaced responses came from."""
    records = {one.number: one for one in store.imports()}
    return tuple(
        _origin(records[one.number], one)
        for one in kept(store)
        if one.number in records
    )


def _place(one: Origin) -> Place:
    return one.number, one.row


def _origin(record: ImportRecord, one: Replaced) -> Origin:
    who, when = (one.row.attributes[ATTRIBUTES.index(n)] for n in _NAMING)
    place = (*one.place, record.sha256, record.sheet)
    return Origin(one.instrument, *place, record.scope, who, when)


_NAMING = ("respondent", "round")


def earlier(store: Store) -> Mapping[int, list[Earlier]]:
    """Return the replaced rows of each import with their kept cells."""
    found: dict[int, list[Earlier]] = {}
    for one in kept(store):
        respondent, unit, group, name, *_ = one.row.attributes
        row = Earlier(one.row.number, respondent, unit, group, name, one.row.cells)
        found.setdefault(one.number, []).append(row)
    return found


def texts(store: Store) -> Iterator[str]:
    """Yield every kept cell and every answer of the replaced responses."""
    for one in kept(store):
        yield from filter(None, one.row.cells)
        yield from (cell[1:] for cell in one.row.answers.values() if cell[:1] == "=")
