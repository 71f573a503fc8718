"""The store of responses: one SQLite file of an audit, in the private directory.

Only what is read of a file is kept: source cells of columns that are not ignored,
coded answers, and what was imported when.
"""

from brukarrevision.store.marks import Origin
from brukarrevision.store.records import (
    Earlier,
    ImportRecord,
    NewImport,
    answers_of,
    pack,
)
from brukarrevision.store.store import ATTRIBUTES, Store

__all__ = [
    "ATTRIBUTES",
    "Earlier",
    "ImportRecord",
    "NewImport",
    "Origin",
    "Store",
    "answers_of",
    "pack",
]
