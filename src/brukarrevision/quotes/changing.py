"""Changing a quote: its words, or what stands in place of them (R8).

Each change is logged privately, and takes an approval back: it was of another text.
"""

from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, WrongUsage, problem
from brukarrevision.quotes import file
from brukarrevision.quotes.desk import known, text_of, writing
from brukarrevision.quotes.faithful import is_said
from brukarrevision.quotes.masks import kind_of, mask_of, masked, places
from brukarrevision.quotes.plain import visible
from brukarrevision.quotes.speakers import speakers_of
from brukarrevision.quotes.status import State, states
from brukarrevision.store import Store
from brukarrevision.store.quote_log import Kept, enter, entries, keep


@dataclass(frozen=True, slots=True)
class Changed:
    """A quote after a change.

    Attributes:
        text: as it is now.
        places: how many times something was masked in it.
        taken_back: whether it was approved until now.
    """

    text: str
    places: int
    taken_back: bool


def edit(audit: Audit, quote: str, text: str, alias: str) -> Changed:
    """Put another text in place of a quote's.

    Args:
        audit: the audit.
        quote: its id.
        text: what the same person said, with what is left out or replaced in brackets.
        alias: who changes it, as the plan calls them; may be empty.

    Raises:
        WrongUsage: there is no such quote, or it is withdrawn.
        FaultyFiles: the person did not say it, or what they said is not here.
    """
    said = visible(text)
    with writing(audit) as store:
        audit.refuse_if_erased()
        state, was = _now(store, quote)
        _refuse_unsaid(audit, store, state, was, said)
        with store.transaction(lock=False):
            _enter(store, state, was, said, alias)
        file.take_out(audit, _out(state, changed=was.text != said))
    return Changed(said, 0, _is_taken_back(state, was, said))


def mask(audit: Audit, quote: str, words: str, kind: str, alias: str) -> Changed:
    """Put a mask in place of words, wherever they stand in a quote.

    Args:
        audit: the audit.
        quote: its id.
        words: as they stand in it.
        kind: what they are, such as ``NAMN``.
        alias: as for :func:`edit`.

    Raises:
        WrongUsage: there is no such quote or kind, it is withdrawn, or the words do not
            stand in it.
    """
    meant, words = kind_of(kind, audit.plan.language), visible(words)
    with writing(audit) as store:
        audit.refuse_if_erased()
        state, was = _now(store, quote)
        found = places(was.text, words) if words else 0
        if not found:
            file.take_out(audit, _out(state, changed=False))
            raise WrongUsage(problem("quote-mask-nothing", NOWHERE, quote=quote))
        with store.transaction(lock=False):
            text = masked(was.text, words, mask_of(audit, store, meant, words))
            _enter(store, state, was, text, alias)
        file.take_out(audit, {quote})
    return Changed(text, found, _is_taken_back(state, was, text))


def _now(store: Store, quote: str) -> tuple[State, Kept]:
    state = known(states(entries(store)), quote)
    return state, text_of(store, quote)


def _refuse_unsaid(
    audit: Audit, store: Store, state: State, was: Kept, text: str
) -> None:
    speakers = speakers_of(audit, store, state.sources)
    theirs = [one for one in speakers if one.instrument == was.instrument]
    if not any(is_said(text, answer) for one in theirs for answer in one.answers):
        raise FaultyFiles(problem("quote-not-said"))


def _enter(store: Store, state: State, was: Kept, text: str, alias: str) -> None:
    """Keep a text that is another one and enter that it was changed."""
    if text != was.text:
        keep(store, Kept(was.quote, text, was.instrument, was.theme, was.area))
        enter(store, was.quote, "edited", alias=alias, text=text, sources=state.sources)


def _out(state: State, *, changed: bool) -> set[str]:
    """Return what may not stand in the file: also where this was stopped before."""
    return {state.quote} if changed or state.status != "approved" else set()


def _is_taken_back(state: State, was: Kept, text: str) -> bool:
    return state.status == "approved" and was.text != text
