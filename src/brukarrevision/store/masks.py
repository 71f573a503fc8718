"""Who or what a mask in a quote stands for, as a mark that knows a word again.

The word itself is not kept: a key that held names would be one more place to lose them.
"""

from brukarrevision.store.store import Store

_PREFIX = "mask"


def number(store: Store, kind: str, mark: bytes) -> int | None:
    """Return the number that a word has among those of its kind, if it has one."""
    rows = store.rows("SELECT value FROM secrets WHERE name = ?", _name(kind, mark))
    return int(rows[0][0]) if rows else None


def give(store: Store, kind: str, mark: bytes) -> int:
    """Return the number of a word, the next free one if it has none.

    Needs a transaction. The same word has the same number in every quote, and no
    number is used twice, so that two people are never taken for one.
    """
    known = number(store, kind, mark)
    if known is not None:
        return known
    named = (f"{_PREFIX}:{kind}:%",)
    rows = store.rows("SELECT value FROM secrets WHERE name LIKE ?", *named)
    new = max((int(row[0]) for row in rows), default=0) + 1
    store.run("INSERT INTO secrets VALUES (?, ?)", _name(kind, mark), str(new).encode())
    return new


def _name(kind: str, mark: bytes) -> str:
    return f"{_PREFIX}:{kind}:{mark.hex()}"
