"""All that one person answered: found by its origins, and taken away."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from brukarrevision.store.marks import Origin
from brukarrevision.store.records import unpack
from brukarrevision.store.store import Store

WITHDRAWN = "withdrawn"
"""The reason why a row is not used."""


def tables(store: Store) -> dict[str, str]:
    """Return the table of each instrument that was ever read."""
    rows = store.rows("SELECT id, number FROM instruments ORDER BY number")
    return {name: f"responses_{number:d}" for name, number in rows}


def origins(store: Store) -> tuple[Origin, ...]:
    """Return where every response of every instrument came from."""
    return tuple(one for name in tables(store) for one in store.origins(name))


def all_of(every: Collection[Origin], some: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return all responses of the people that some responses are from.

    They are one person's if they have instrument, id and scope in common, or stand in
    the same row of the same file. The same id in another instrument can be anybody's:
    survey tools number every form from 1.
    """
    known: set[tuple[object, ...]] = set()
    wanted = {trait for one in some for trait in _traits(one)}
    while wanted - known:
        known |= wanted
        wanted = {
            trait
            for one in every
            if known.intersection(_traits(one))
            for trait in _traits(one)
        }
    return tuple(one for one in every if known.intersection(_traits(one)))


def _traits(one: Origin) -> Iterator[tuple[object, ...]]:
    """Yield what a response has in common with others of the same person."""
    yield ("row", one.sha256, one.sheet, one.row)
    if one.respondent:
        yield ("respondent", one.instrument, one.scope, one.respondent)


def cells_of(store: Store, origin: Origin) -> tuple[str, ...]:
    """Return the kept cells of a response, replaced or not, as they stood."""
    place = (origin.number, origin.row)
    found = store.rows(
        "SELECT cells FROM source_rows WHERE import = ? AND row = ? "
        "UNION ALL SELECT cells FROM replaced WHERE import = ? AND row = ?",
        *(*place, *place),
    )
    return unpack(found[0][0]) if found else ()


def remove(store: Store, people: Iterable[Origin], *, reason: str = WITHDRAWN) -> None:
    """Take responses away, replaced ones too; needs a transaction.

    The log of each import still adds up: its row is refused now, for that reason.
    """
    names = tables(store)
    gone: dict[int, set[int]] = defaultdict(set)
    used: Counter[int] = Counter()
    for one in people:
        where = (one.number, one.row)
        table = names[one.instrument]
        delete = f"DELETE FROM {table} WHERE _import = ? AND _row = ?"  # noqa: S608
        used[one.number] += store.run(delete, *where)
        for other in ("source_rows", "replaced"):
            store.run(f"DELETE FROM {other} WHERE import = ? AND row = ?", *where)  # noqa: S608
        gone[one.number].add(one.row)
    for number, rows in gone.items():
        _refuse(store, number, rows, reason, used[number])


def _refuse(store: Store, number: int, rows: set[int], reason: str, used: int) -> None:
    """Enter in the log of an import that rows, some in use, are refused after all."""
    ((text,),) = store.rows("SELECT refused FROM imports WHERE number = ?", number)
    refused = {
        why: [row for row in some if row not in rows]
        for why, some in json.loads(text).items()
    }
    refused[reason] = sorted({*refused.get(reason, ()), *rows})
    left = {why: some for why, some in refused.items() if some}
    store.run(
        "UPDATE imports SET rows_used = rows_used - ?, refused = ? WHERE number = ?",
        *(used, json.dumps(left), number),
    )


def use(store: Store, number: int, used: Collection[int]) -> None:
    """Enter in the log of an import that it uses some rows after all."""
    ((text,),) = store.rows("SELECT refused FROM imports WHERE number = ?", number)
    now = frozenset(used)
    left = {
        reason: [one for one in rows if one not in now]
        for reason, rows in json.loads(text).items()
    }
    refused = json.dumps({reason: rows for reason, rows in left.items() if rows})
    store.run(
        "UPDATE imports SET rows_used = rows_used + ?, refused = ? WHERE number = ?",
        *(len(now), refused, number),
    )


def compact(store: Store) -> None:
    """Write the file anew, so that nothing deleted is left in it.

    Must be called outside a transaction.
    """
    store.run("VACUUM")
