"""What was replaced, and what was keyed in, on two laptops put together."""

import re
from collections.abc import Iterator, Mapping

from brukarrevision.store import Origin, Store, keyed, people, replaced, responses
from brukarrevision.store.keyed import FIRST, SECOND, SETTLED, Keyed
from brukarrevision.store.merging import Content, Identity, Import
from brukarrevision.store.replaced import Replaced
from brukarrevision.store.responses import Row
from brukarrevision.store.tombstones import Withdrawn

_FORM = re.compile(r"[Pp][1-9][0-9]{0,4}")
_NO_SCOPE = "{}"


def forget(store: Store, withdrawn: Withdrawn) -> list[Origin]:
    """Erase what was replaced or keyed in of the withdrawn; needs a transaction.

    Returns:
        Where the replaced responses came from.
    """
    gone = [one for one in replaced.origins(store) if withdrawn.has(one)]
    people.remove(store, gone)
    for one in keyed.forms(store):
        if _is_gone(one, withdrawn):
            keyed.remove(store, one.instrument, one.form)
    return gone


def _is_gone(one: Keyed, withdrawn: Withdrawn) -> bool:
    return withdrawn.has_respondent(one.instrument, _NO_SCOPE, one.form)


def was_replaced(theirs: Content, here: Import, row: Row, there: Import) -> bool:
    """Tell whether another laptop has put an import in place of just this row."""
    numbers = {one.record.number: one.identity for one in theirs.imports}
    return any(
        numbers.get(one.number) == here.identity
        and one.newer == there.record.number
        and (one.row.number, one.row.source) == (row.number, row.source)
        for one in theirs.replaced
    )


def keep(
    store: Store,
    theirs: Content,
    here: Mapping[Identity, Import],
    withdrawn: Withdrawn,
) -> None:
    """Keep what another laptop has replaced, too; needs a transaction.

    Args:
        store: of this laptop, with the imports of the other one in it.
        theirs: what the other one holds.
        here: the imports of this one, with the numbers that they have here.
        withdrawn: nothing is kept of them.
    """
    known = {one.place for one in replaced.kept(store)}
    at = {one.record.number: one for one in theirs.imports}
    for one in theirs.replaced:
        if one.number not in at or one.newer not in at:
            continue
        older, newer = (here.get(at[n].identity) for n in (one.number, one.newer))
        if older is None or newer is None or withdrawn.has(older.origin(one.row)):
            continue
        number = older.record.number
        in_use = responses.one(store, one.instrument, number, one.row.number)
        if in_use is None and (number, one.row.number) not in known:
            own = Replaced(newer.record.number, number, one.instrument, one.row)
            replaced.keep(store, [own])


def merge_keyed(
    store: Store, theirs: Content, withdrawn: Withdrawn, prefer: str | None
) -> Iterator[Keyed]:
    """Take over forms that are keyed in there; needs a transaction.

    Yields:
        Those that are others here, where nobody said which are to stand.
    """
    mine = {(o.instrument, o.form, o.entry): o for o in keyed.forms(store)}
    for one in theirs.keyed:
        own = mine.get((one.instrument, one.form, one.entry))
        if _is_gone(one, withdrawn) or (own and own.answers == one.answers):
            continue
        if own is None or prefer == "theirs":
            keyed.save(store, one)
        elif prefer is None:
            yield own


def is_odd(content: Content) -> bool:
    """Tell whether a form in a foreign store is none."""
    return not all(
        _FORM.fullmatch(one.form)
        and one.instrument.isprintable()
        and one.entry in (FIRST, SECOND, SETTLED)
        and all(isinstance(cell, str) for cell in one.answers.values())
        for one in content.keyed
    )
