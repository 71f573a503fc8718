"""The private half of the quotes: who said them, what was done, and by whom (R8).

A quote is tied to the response or the interview it comes from here alone. When it is
withdrawn, its tie and its text go; that it was withdrawn stays.
"""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from brukarrevision.store.marks import Origin
from brukarrevision.store.releases import now
from brukarrevision.store.store import Store

Action = Literal["added", "edited", "approved", "withdrawn"]

_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done with a quote.

    Attributes:
        number: counts from 1, in the order things were done.
        quote: the id of the quote.
        alias: who did it, as the plan calls them; empty where nobody was asked.
        when: ISO time, UTC.
        text_hash: of the text as it then was (:func:`hash_of`).
        source: who said it, as text. Private, empty when withdrawn.
    """

    number: int
    quote: str
    action: Action
    alias: str
    when: str
    text_hash: bytes
    source: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Return what the speaker may be called (:func:`sources_of`)."""
        return tuple(filter(None, self.source.split(_BETWEEN)))


@dataclass(frozen=True, slots=True)
class Kept:
    """A quote as it stands in the private store, approved or not."""

    quote: str
    text: str
    instrument: str
    theme: str | None = None
    area: str | None = None


def sources_of(origin: Origin) -> tuple[str, ...]:
    """Return what a response may be called in the log; a quote has all that fit.

    ``response:<instrument>:<respondent>`` where there is an id, and always
    ``row:<sha256 of the file>:<sheet>:<row>``. Where a unit or group was given for
    the whole file it ends with them, as ids are unique within them.
    """
    given = [f"{k}={v}" for k, v in _scope(origin).items() if k != "round"]
    named = ":".join(("response", origin.instrument, str(origin.respondent), *given))
    located = f"row:{origin.sha256}:{origin.sheet or ''}:{origin.row}"
    return (named, located) if origin.respondent else (located,)


def sources_of_all(said: Iterable[Origin], others: Iterable[Origin]) -> set[str]:
    """Return what the people of some responses may be called, and nobody else is.

    An id that somebody else has too, in another round perhaps, does not tell who said
    something; the place of a row always does.
    """
    theirs = {name for one in others for name in sources_of(one)}
    return {name for one in said for name in sources_of(one)} - theirs


def _scope(origin: Origin) -> dict[str, str]:
    return dict(json.loads(origin.scope or "{}"))


def source_of_interview(interview: str) -> str:
    """Return what an interview is called in the log: ``interview:<id>``."""
    return f"interview:{interview}"


def hash_of(text: str) -> bytes:
    """Return the hash that ties an approval to a text, alike up to white space."""
    return hashlib.sha256(" ".join(text.split()).encode()).digest()


def enter(
    store: Store,
    quote: str,
    action: Action,
    *,
    alias: str = "",
    text: str = "",
    sources: Collection[str] = (),
) -> None:
    """Enter what was done with a quote; needs a transaction."""
    values = (quote, action, alias, now(), hash_of(text), _BETWEEN.join(sources))
    store.run(
        "INSERT INTO quote_log (quote, action, alias, time, text_hash, source) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        *values,
    )


def entries(store: Store) -> tuple[Entry, ...]:
    """Return everything that was done, the first first."""
    rows = store.rows(
        "SELECT number, quote, action, alias, time, text_hash, source "
        "FROM quote_log ORDER BY number"
    )
    return tuple(Entry(*row) for row in rows)


def keep(store: Store, one: Kept) -> None:
    """Keep the text of a quote, in place of what it was; needs a transaction."""
    values = (one.quote, one.text, one.instrument, one.theme, one.area)
    store.run("INSERT OR REPLACE INTO quote_texts VALUES (?, ?, ?, ?, ?)", *values)


def kept(store: Store) -> dict[str, Kept]:
    """Return the quotes that are kept, by id."""
    rows = store.rows(
        "SELECT quote, text, instrument, theme, area FROM quote_texts ORDER BY quote"
    )
    return {row[0]: Kept(*row) for row in rows}


def of_theme(store: Store, theme: str) -> tuple[str, ...]:
    """Return the ids of the quotes that are kept under a theme."""
    return tuple(one.quote for one in kept(store).values() if one.theme == theme)


def put_under(store: Store, old: str, new: str) -> None:
    """Keep the quotes of one theme under another; needs a transaction."""
    store.run("UPDATE quote_texts SET theme = ? WHERE theme = ?", new, old)


def tied(store: Store, sources: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the quotes that somebody said, by what they may be called."""
    wanted = set(sources)
    found = [one.quote for one in entries(store) if wanted.intersection(one.sources)]
    return tuple(dict.fromkeys(found))


def withdraw(store: Store, quote: str, *, alias: str = "") -> None:
    """Erase a quote's text and tie, and enter that it is withdrawn.

    Needs a transaction. The quote is left out of every report from now on; its place
    in ``quotes.yaml`` is for the caller to take away.
    """
    store.run("DELETE FROM quote_texts WHERE quote = ?", quote)
    enter(store, quote, "withdrawn", alias=alias)
    store.run(
        "UPDATE quote_log SET source = '', text_hash = x'' WHERE quote = ?", quote
    )


def withdraw_of(
    store: Store, sources: Collection[str], *, alias: str = ""
) -> tuple[str, ...]:
    """Withdraw everything somebody said and return the ids; needs a transaction."""
    found = tied(store, sources)
    for quote in found:
        withdraw(store, quote, alias=alias)
    return found
