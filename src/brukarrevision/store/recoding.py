"""A code that is being changed everywhere: what is left to do if that is cut off."""

import json

from brukarrevision.store.releases import RECODING
from brukarrevision.store.store import Store


def enter(store: Store, old: str, new: str) -> None:
    """Enter that a code is to become another one; needs a transaction."""
    data = json.dumps([old, new]).encode()
    store.run("INSERT OR REPLACE INTO pending VALUES (?, ?)", RECODING, data)


def begun(store: Store) -> tuple[str, str] | None:
    """Return the code that is to go and the one that comes, if any are."""
    rows = store.rows("SELECT data FROM pending WHERE target = ?", RECODING)
    if not rows:
        return None
    old, new = json.loads(rows[0][0])
    return old, new


def done(store: Store) -> None:
    """Forget what was begun: it is done; needs a transaction."""
    store.run("DELETE FROM pending WHERE target = ?", RECODING)
