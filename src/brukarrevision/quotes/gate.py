"""The gate: no quote reaches a report that nobody has approved (R8).

It is gone through at each build. What it needs to know is in the private store, so
where that is missing nothing is let through.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import Place, Problem, Refused, has_errors, problem
from brukarrevision.i18n import tr
from brukarrevision.model.quotes import Quote
from brukarrevision.quotes.leaves import crowding, too_few, uncounted
from brukarrevision.quotes.review import identifying
from brukarrevision.quotes.speakers import is_taken_back, without_consent
from brukarrevision.quotes.status import State, states
from brukarrevision.store import Store
from brukarrevision.store.quote_log import entries, hash_of
from brukarrevision.store.schema import holds_anything
from brukarrevision.workspace import QUOTES


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote that may be shown, and where; nothing in it tells of the speaker."""

    text: str
    instrument: str
    theme: str | None
    area: str | None


def approved(audit: Audit) -> tuple[ShownQuote, ...]:
    """Return the quotes that may be shown, in an order that tells nothing.

    Raises:
        Refused: a quote is not approved, was changed since, names somebody, or comes
            from somebody who must not be quoted (again); or the private store is not
            here, so that nobody can know.
    """
    if not audit.quotes.quotes:
        return ()
    if not can_tell(audit):
        raise Refused(problem("quote-unverified", Place(QUOTES)))
    found = problems(audit)
    if has_errors(found):
        raise Refused(*(one for one in found if one.severity == "error"))
    gone = {one.facts["quote"] for one in found}
    shown = [one for one in audit.quotes.quotes if one.id not in gone]
    return tuple(
        ShownQuote(one.text, one.instrument, one.theme, one.area)
        for one in sorted(shown, key=lambda quote: hash_of(quote.text))
    )


def can_tell(audit: Audit) -> bool:
    """Tell whether the private store is here, which knows what was approved."""
    return holds_anything(audit.store_path)


def doubts(audit: Audit) -> tuple[Problem, ...]:
    """Return what is said of quotes that are left out without stopping anything."""
    found = problems(audit) if can_tell(audit) else ()
    return tuple(one for one in found if one.severity != "error")


def problems(audit: Audit) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with the quotes of an audit, in their order.

    A message names the quote and never who said it.
    """
    if not audit.quotes.quotes or not can_tell(audit):
        return ()
    with closing(Store.open(audit.store_path)) as store:
        return tuple(_Gate(audit, store).problems())


class _Gate:
    """Holds each quote against the log and against those let through before it."""

    def __init__(self, audit: Audit, store: Store) -> None:
        """Read what the store knows."""
        self.audit = audit
        self.store, self.log = store, states(entries(store))
        used = {one.instrument for one in audit.quotes.quotes}
        of = [i for i in audit.instruments.values() if i.id in used]
        self.few = {name for i in of for name in too_few(audit, store, i)}
        self.crowding = set(crowding(audit, store, audit.quotes.quotes))
        self.before: list[State] = []

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong, quote by quote."""
        for at, one in enumerate(self.audit.quotes.quotes):
            place = self.audit.place(QUOTES, ("quotes", at))
            for code, facts in self._faults(one):
                yield problem(code, place, quote=one.id, **facts)

    def _faults(self, one: Quote) -> Iterator[tuple[str, dict[str, str]]]:
        state = self.log.get(one.id)
        if state and state.status == "withdrawn":
            yield "quote-withdrawn", {}
            return
        if state is None or state.status != "approved" or not state.sources:
            yield "quote-not-approved", {}
            return
        if not state.is_for(one.text):
            yield "quote-changed", {}
        if kinds := identifying(one.text):
            yield "quote-identifier", {"kinds": in_words(kinds)}
        yield from self._speaker(state, one)

    def _speaker(
        self, state: State, one: Quote
    ) -> Iterator[tuple[str, dict[str, str]]]:
        sources = state.sources
        if without_consent(self.audit, sources):
            yield "quote-no-consent", {}
        elif is_taken_back(self.audit, self.store, sources, one.text):
            yield "quote-taken-back", {}
        if uncounted(self.store, one.instrument, sources):
            yield "quote-not-counted", {}
        elif not self.few.isdisjoint(sources):
            yield "quote-too-few", {}
        elif one.id in self.crowding:
            yield "quote-theme-full", {}
        if any(state.shares(other) for other in self.before):
            yield "quote-same-person", {}
        self.before.append(state)


def in_words(kinds: Iterable[str]) -> str:
    """Return the kinds of what names a person, as the user is told them."""
    words = {
        "personal_number": tr("ett personnummer", "a personal number"),
        "phone": tr("ett telefonnummer", "a phone number"),
        "email": tr("en e-postadress", "an e-mail address"),
        "address": tr("en adress", "an address"),
    }
    return ", ".join(words[kind] for kind in kinds)
