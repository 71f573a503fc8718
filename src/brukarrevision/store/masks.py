"""Who or what a mask in a quote stands for, as a mark that knows a word again.

The word itself is not kept: a key that held names would be one more place to lose them.
"""

from collections.abc import Iterable

from brukarrevision.store.store import Store

_PREFIX = "mask"

Mask = tuple[str, int]
"""A kind and a number: ``[NAME_1]``."""

Word = tuple[str, str]
"""A kind and the mark of a word, in hexadecimal."""


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


def merge(store: Store, theirs: Iterable[tuple[str, bytes]]) -> tuple[Mask, ...]:
    """Put the masks given on another computer together with those given here.

    Needs a transaction. Where both have given one number to different words, the word
    whose mark comes first keeps it and the others get new ones: the same ones on both
    computers, whichever is first to be told.

    Args:
        store: with the masks given here.
        theirs: names and values of the other store's secrets.

    Returns:
        The masks that have stood for different words: quotes that have them may now be
        taken for one another's.
    """
    every = numbered(store.rows("SELECT name, value FROM secrets"))
    for word, given in numbered(theirs).items():
        every[word] = min(given, every.get(word, given))
    holders: dict[Mask, list[Word]] = {}
    for word, given in sorted(every.items()):
        holders.setdefault((word[0], given), []).append(word)
    shared = {mask: words for mask, words in holders.items() if len(words) > 1}
    for (kind, _), words in shared.items():
        for word in words[1:]:
            most = max(given for (of, _), given in every.items() if of == kind)
            every[word] = most + 1
    for (kind, mark), given in every.items():
        name, value = f"{_PREFIX}:{kind}:{mark}", str(given).encode()
        store.run("INSERT OR REPLACE INTO secrets VALUES (?, ?)", name, value)
    return tuple(shared)


def is_mask(name: str) -> bool:
    """Tell whether a secret is the number of a mask."""
    return name.startswith(f"{_PREFIX}:")


def numbered(secrets: Iterable[tuple[str, bytes]]) -> dict[Word, int]:
    """Return the numbers of masks by kind and mark.

    Raises:
        ValueError: a secret that is to be one is none.
    """
    found = {}
    for name, value in secrets:
        if is_mask(name):
            _, kind, mark = name.split(":")
            found[kind, bytes.fromhex(mark).hex()] = int(value)
    return found


def _name(kind: str, mark: bytes) -> str:
    return f"{_PREFIX}:{kind}:{mark.hex()}"
