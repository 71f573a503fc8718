"""What two laptops have done with quotes, put together (R8)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from brukarrevision.rawdata.merging import Prefer
from brukarrevision.store import (
    Origin,
    Store,
    merging,
    people,
    quote_log,
    replaced,
    tombstones,
)
from brukarrevision.store.merging import Content
from brukarrevision.store.quote_log import Entry
from brukarrevision.store.tombstones import Withdrawn


def merge_quotes(
    store: Store, mine: Content, theirs: Content, gone: Iterable[Origin], prefer: Prefer
) -> tuple[str, ...]:
    """Put two logs of quotes together; needs a transaction.

    A quote that is withdrawn on either laptop is withdrawn, and so is all that those
    said who have withdrawn.

    Args:
        store: of this laptop.
        mine: what it held.
        theirs: what the other one holds.
        gone: responses of people who have withdrawn.
        prefer: whose text stands where they differ.

    Returns:
        The ids of quotes whose texts differ and were left as they are.
    """
    log = [*mine.log, *theirs.log]
    done = {one.quote for one in log if one.action == "withdrawn"}
    texts = dict(theirs.texts) | dict(mine.texts)
    if prefer == "theirs":
        texts |= theirs.texts
    kept = [text for name, text in sorted(texts.items()) if name not in done]
    entries = _together(log, done)
    if entries != [replace(one, number=0) for one in mine.log] or kept != list(
        mine.texts.values()
    ):
        merging.write_quotes(store, entries, kept)
    quote_log.withdraw_of(store, _sources(store, entries, gone))
    differ = (n for n, text in theirs.texts.items() if mine.texts.get(n, text) != text)
    left = quote_log.kept(store)
    return tuple(n for n in differ if n in left) if prefer is None else ()


def _together(log: Iterable[Entry], done: set[str]) -> list[Entry]:
    """Return the entries of both logs, each once, in the order they were made."""
    plain = (replace(one, number=0) for one in log)
    bare = (
        replace(one, source="", text_hash=b"") if one.quote in done else one
        for one in plain
    )
    return sorted(dict.fromkeys(bare), key=lambda one: one.when)


def _sources(
    store: Store, entries: Iterable[Entry], gone: Iterable[Origin]
) -> set[str]:
    """Return all that those who have withdrawn may be called in the log."""
    withdrawn = Withdrawn(tombstones.entered(store))
    others = (*people.origins(store), *replaced.origins(store))
    found = quote_log.sources_of_all(gone, others)
    named = {name for one in entries for name in one.sources}
    return found | {name for name in named if _is_gone(withdrawn, name)}


def _is_gone(withdrawn: Withdrawn, source: str) -> bool:
    """Tell whether a source is an interview or a row that is withdrawn."""
    kind, _, rest = source.partition(":")
    if kind == "interview":
        return withdrawn.has_interview(rest)
    if kind != "row":
        return False
    return any(_rows(withdrawn, rest))


def _rows(withdrawn: Withdrawn, rest: str) -> Iterator[bool]:
    sha256, _, place = rest.partition(":")
    sheet, _, row = place.rpartition(":")
    if row.isdigit():
        yield withdrawn.has_row(sha256, sheet, int(row))
