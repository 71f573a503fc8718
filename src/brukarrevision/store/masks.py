"""Who or what a mask in a quote stands for, as a mark that knows a word again.

The word itself is not kept: a key that held names would be one more place to lose them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

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

    Needs a transaction. Where both have given one number to different words, it stays
    with the word whose mark comes first, and no other word ever gets it. A word that is
    left without gets one that nobody has had. It comes out the same on both computers,
    whichever is first to be told.

    Args:
        store: with the masks given here.
        theirs: names and values of the other store's secrets.

    Returns:
        The masks that have stood for different words, or that words had here until now:
        quotes that have them may be taken for one another's.
    """
    ours = numbered(store.rows("SELECT name, value FROM secrets"))
    given: dict[Word, set[int]] = {}
    for word, one in (*ours.items(), *numbered(theirs).items()):
        given.setdefault(word, set()).add(one)
    holders = _holders(given)
    settled = _settled(given, holders)
    for (kind, mark), one in settled.items():
        name, value = f"{_PREFIX}:{kind}:{mark}", str(one).encode()
        store.run("INSERT OR REPLACE INTO secrets VALUES (?, ?)", name, value)
    shared = {mask for mask, words in holders.items() if len(words) > 1}
    left = {(word[0], one) for word, one in ours.items() if settled[word] != one}
    return tuple(sorted(shared | left))


def _holders(given: Mapping[Word, Collection[int]]) -> dict[Mask, list[Word]]:
    """Return the words that each mask has stood for, sorted."""
    found: dict[Mask, list[Word]] = {}
    for word in sorted(given):
        for one in given[word]:
            found.setdefault((word[0], one), []).append(word)
    return found


def _settled(
    given: Mapping[Word, Collection[int]], holders: Mapping[Mask, Sequence[Word]]
) -> dict[Word, int]:
    """Return one number for each word.

    Of several it is the greatest: so the greatest of all is in use, and new ones, which
    come after it, have never been anybody's.
    """
    most: dict[str, int] = {}
    for kind, one in holders:
        most[kind] = max(one, most.get(kind, 0))
    found = {}
    for word in sorted(given):
        kind = word[0]
        own = [one for one in given[word] if holders[kind, one][0] == word]
        if not own:
            most[kind] += 1
        found[word] = max(own, default=most[kind])
    return found


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
