"""Paper forms keyed in that are not responses yet: half ones, and second entries."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from brukarrevision.store.records import ImportRecord
from brukarrevision.store.releases import now
from brukarrevision.store.store import ATTRIBUTES, Store

NO_MAPPING = ""
"""The name of the mapping of keyed forms: it stands in no file."""

FIRST, SECOND, SETTLED = 1, 2, 3
"""The first entry, the second by another person, and what was settled between them."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """One form as far as it has been keyed in. Private: it holds answers.

    Attributes:
        instrument: its id; ``form``: the id of the respondent, as ``P17``.
        entry: :data:`FIRST`, :data:`SECOND` or :data:`SETTLED`.
        done: whether everything that is asked has been passed.
        answers: by question or attribute, the cell as it would stand in a file.
    """

    instrument: str
    form: str
    entry: int
    done: bool
    answers: Mapping[str, str] = field(repr=False)


def forms(store: Store, instrument: str | None = None) -> tuple[Keyed, ...]:
    """Return the forms of an instrument, or of all."""
    rows = store.rows(
        "SELECT instrument, form, pass, done, answers FROM keyed "
        "WHERE instrument = ifnull(?, instrument) ORDER BY instrument, form, pass",
        instrument,
    )
    return tuple(
        Keyed(name, form, entry, bool(done), dict(json.loads(answers)))
        for name, form, entry, done, answers in rows
    )


def texts(store: Store) -> Iterator[str]:
    """Yield every cell of every form."""
    for one in forms(store):
        yield from filter(None, one.answers.values())


def save(store: Store, one: Keyed) -> None:
    """Keep a form as it is now; needs a transaction."""
    answers = json.dumps(dict(one.answers), ensure_ascii=False)
    store.run(
        "INSERT INTO keyed (instrument, form, pass, done, time, answers) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (instrument, form, pass) "
        "DO UPDATE SET done = excluded.done, time = excluded.time, "
        "answers = excluded.answers",
        *(one.instrument, one.form, one.entry, int(one.done), now(), answers),
    )


def put_back(store: Store, record: ImportRecord) -> None:
    """Keep the forms of an import as keyed in, before it goes; needs a transaction.

    They can be corrected, and taken in again. An import of files has none.
    """
    if record.mapping != NO_MAPPING:
        return
    names = [record.headers[at] for at in sorted(record.headers)]
    for row in store.rows_of(record.number, record.instrument):
        cells = dict(zip(names, row.cells, strict=False))
        form = cells.pop("respondent", "")
        answers = {n: c for n, c in cells.items() if c or n not in ATTRIBUTES}
        remove(store, record.instrument, form, SETTLED)
        save(store, Keyed(record.instrument, form, FIRST, done=True, answers=answers))


def remove(store: Store, instrument: str, form: str, *entries: int) -> None:
    """Take a form away, of some entries or of all; needs a transaction."""
    for entry in entries or (FIRST, SECOND, SETTLED):
        store.run(
            "DELETE FROM keyed WHERE instrument = ? AND form = ? AND pass = ?",
            *(instrument, form, entry),
        )
