"""The quote desk: what is done with a quote before, and after, it may be shown (R8).

Raw and edited quotes are in the private store alone. Approving writes the store first
and ``quotes.yaml`` after it, and may be done again if it was stopped between.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Refused,
    WrongUsage,
    problem,
)
from brukarrevision.model.quotes import Quote
from brukarrevision.modelfile import hint
from brukarrevision.quotes import file
from brukarrevision.quotes.candidates import under
from brukarrevision.quotes.faithful import is_said
from brukarrevision.quotes.gate import can_tell, in_words
from brukarrevision.quotes.leaves import crowding, too_few, uncounted
from brukarrevision.quotes.plain import visible
from brukarrevision.quotes.possible import Possible
from brukarrevision.quotes.review import identifying, possible
from brukarrevision.quotes.speakers import (
    Speaker,
    is_taken_back,
    speakers,
    without_consent,
)
from brukarrevision.quotes.status import State, states
from brukarrevision.store import Store
from brukarrevision.store.quote_log import (
    Action,
    Kept,
    enter,
    entries,
    keep,
    kept,
    withdraw,
)
from brukarrevision.workspace import QUOTES

_SIGNS = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """A quote on the desk; the text of a withdrawn one is gone."""

    quote: str
    status: Action
    text: str
    theme: str | None
    area: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """A quote that nothing stops, for a person to judge."""

    quote: Quote
    possible: tuple[Possible, ...]


def listed(audit: Audit, theme: str | None = None) -> tuple[Listed, ...]:
    """Return every quote, in the order of their ids, which tell nothing.

    Args:
        audit: the audit.
        theme: only those of this theme or one under it.

    Raises:
        WrongUsage: there is no such theme.
    """
    check_theme(audit, theme)
    every = _listed(audit)
    if theme is None:
        return every
    meant = under(audit.codebook, theme)
    return tuple(one for one in every if one.theme in meant)


def check_theme(audit: Audit, theme: str | None) -> None:
    """Stop where a theme is none of the codebook's."""
    _known("theme", theme, [one.id for one in audit.codebook.themes])


def _listed(audit: Audit) -> tuple[Listed, ...]:
    with _reading(audit) as store:
        log, texts = states(entries(store)), kept(store)
    return tuple(
        Listed(name, log[name].status, one.text, one.theme, one.area)
        if (one := texts.get(name))
        else Listed(name, log[name].status, "", None, None)
        for name in sorted(log)
    )


def add(
    audit: Audit, named: str, text: str, theme: str | None, area: str | None
) -> str:
    """Keep a quote in the private store and return its id.

    Args:
        audit: the audit.
        named: who said it: the id of a respondent, or ``IMPORT:ROW``.
        text: the quote, with what was left out or replaced in square brackets.
        theme: a theme of the codebook.
        area: an area of the instrument.

    Raises:
        WrongUsage: nobody, or more than one, is named so; theme or area is unknown.
        FaultyFiles: they did not say it, or the raw data is erased.
    """
    said = visible(text)
    with writing(audit) as store:
        audit.refuse_if_erased()
        found = list(speakers(audit, store, named))
        speaker = _only([one for one in found if _has_said(one, said)], found)
        taken = {*states(entries(store)), *(one.id for one in audit.quotes.quotes)}
        new = Kept(_new_id(taken), said, speaker.instrument, theme, area)
        _refuse_misplaced(audit, new)
        with store.transaction(lock=False):
            keep(store, new)
            enter(store, new.quote, "added", text=said, sources=speaker.sources)
    return new.quote


def _has_said(speaker: Speaker, text: str) -> bool:
    return any(is_said(text, answer) for answer in speaker.answers)


def _only(fitting: list[Speaker], found: list[Speaker]) -> Speaker:
    if not found:
        raise WrongUsage(problem("quote-source"))
    if not fitting:
        raise FaultyFiles(problem("quote-not-said"))
    if len(fitting) > 1:
        raise WrongUsage(problem("quote-source-many"))
    return fitting[0]


def _refuse_misplaced(audit: Audit, one: Kept) -> None:
    """Stop where what a quote answered, its theme or its area does not exist."""
    _known("instrument", one.instrument, list(audit.instruments))
    check_theme(audit, one.theme)
    areas = audit.instruments[one.instrument].areas
    _known("area", one.area, [area.id for area in areas])


def _known(key: str, given: str | None, known: list[str]) -> None:
    if given is not None and given not in known:
        facts = {"key": key, "given": given, "hint": hint(given, known)}
        raise WrongUsage(problem("quote-place", NOWHERE, **facts))


def _new_id(taken: Iterable[str]) -> str:
    """Return an id that does not tell in which order quotes were entered."""
    used = set(taken)
    while True:
        new = "c" + "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if new not in used:
            return new


def review(audit: Audit, quote: str) -> Review:
    """Return a quote for a person to judge.

    Raises:
        WrongUsage: there is no such quote, it is withdrawn, or what it is placed by
            does not exist any more.
        Refused: it names somebody, or its speaker must not be quoted (again).
    """
    with _reading(audit) as store:
        return _reviewed(audit, store, quote)


def _reviewed(audit: Audit, store: Store, quote: str) -> Review:
    log = states(entries(store))
    state, one = known(log, quote), text_of(store, quote)
    _refuse_misplaced(audit, one)
    _refuse_identified(one)
    if without_consent(audit, state.sources):
        raise Refused(problem("quote-no-consent", NOWHERE, quote=quote))
    if is_taken_back(audit, store, state.sources, one.text):
        raise Refused(problem("quote-taken-back", NOWHERE, quote=quote))
    if uncounted(store, one.instrument, state.sources):
        raise Refused(problem("quote-not-counted", NOWHERE, quote=quote))
    few = too_few(audit, store, audit.instruments[one.instrument])
    _refuse_speaker(state, log, few)
    shown = Quote(
        id=quote,
        text=one.text,
        instrument=one.instrument,
        theme=one.theme,
        area=one.area,
    )
    others = (other for other in audit.quotes.quotes if other.id != quote)
    if quote in crowding(audit, store, [*others, shown]):
        raise Refused(problem("quote-theme-full", NOWHERE, quote=quote))
    return Review(shown, possible(one.text, _places(audit)))


def _places(audit: Audit) -> tuple[str, ...]:
    """Return what the units and groups of an audit are called."""
    plan = audit.plan
    units = (unit.label for unit in plan.units)
    return (*units, *(group.label for group in plan.groups))


def _refuse_identified(one: Kept) -> None:
    if kinds := identifying(one.text):
        facts = {"quote": one.quote, "kinds": in_words(kinds)}
        raise Refused(problem("quote-identifier", NOWHERE, **facts))


def _refuse_speaker(state: State, log: dict[str, State], few: set[str]) -> None:
    if not few.isdisjoint(state.sources):
        raise Refused(problem("quote-too-few", NOWHERE, quote=state.quote))
    others = (one for one in log.values() if one.quote != state.quote)
    if any(one.status == "approved" and one.shares(state) for one in others):
        raise Refused(problem("quote-same-person", NOWHERE, quote=state.quote))


def approve(audit: Audit, quote: Quote, alias: str) -> None:
    """Enter that somebody approves a quote and write it into ``quotes.yaml``.

    Args:
        audit: the audit.
        quote: as :func:`review` gave it.
        alias: who approves, as the plan calls them.

    Raises:
        WrongUsage: as :func:`review`; a person takes time to judge, and the quote may
            have been withdrawn in the meantime.
        Refused: as :func:`review`.
    """
    with writing(audit) as store:
        _reviewed(audit, store, quote.id)
        state = states(entries(store))[quote.id]
        if state.status != "approved" or not state.is_for(quote.text):
            with store.transaction(lock=False):
                enter(
                    store,
                    quote.id,
                    "approved",
                    alias=alias,
                    text=quote.text,
                    sources=state.sources,
                )
        file.put(audit, quote)


def take_back(audit: Audit, quote: str, alias: str) -> None:
    """Withdraw a quote: its text and who said it are erased, here and in the file."""
    with writing(audit) as store:
        state = known(states(entries(store)), quote)
        if state.status != "withdrawn":
            with store.transaction(lock=False):
                withdraw(store, quote, alias=alias)
        file.take_out(audit, {quote})


def check_alias(audit: Audit, alias: str) -> str:
    """Return an alias if it is one of the plan's team."""
    known = [member.alias for member in audit.plan.team]
    if alias not in known:
        facts = {"alias": alias, "hint": hint(alias, known)}
        raise WrongUsage(problem("quote-alias", NOWHERE, **facts))
    return alias


def known(log: dict[str, State], quote: str) -> State:
    """Return the state of a quote.

    Raises:
        WrongUsage: there is none of that id.
    """
    if quote not in log:
        raise WrongUsage(problem("quote-unknown", NOWHERE, quote=quote))
    return log[quote]


def text(audit: Audit, quote: str) -> str:
    """Return a quote's text as it is now.

    Raises:
        WrongUsage: there is no such quote, or it is withdrawn.
    """
    with _reading(audit) as store:
        known(states(entries(store)), quote)
        return text_of(store, quote).text


def text_of(store: Store, quote: str) -> Kept:
    """Return a quote as it is kept.

    Raises:
        WrongUsage: its text is erased.
    """
    texts = kept(store)
    if quote not in texts:
        raise WrongUsage(problem("quote-is-withdrawn", NOWHERE, quote=quote))
    return texts[quote]


@contextmanager
def _reading(audit: Audit) -> Iterator[Store]:
    _refuse_unknown(known=can_tell(audit))
    with closing(Store.open(audit.store_path)) as store:
        yield store


@contextmanager
def writing(audit: Audit) -> Iterator[Store]:
    """Hold the store, so that nothing changes between what is found and written."""
    _refuse_unknown(known=can_tell(audit))
    with Store.writing(audit.store_path) as store:
        _refuse_unknown(known=not store.is_bare())  # it was erased as one waited
        yield store


def _refuse_unknown(*, known: bool) -> None:
    if not known:
        raise Refused(problem("quote-unverified", Place(QUOTES)))
