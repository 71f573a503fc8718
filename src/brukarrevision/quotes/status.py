"""How far each quote has come, as the log tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from brukarrevision.store.quote_log import Action, Entry, hash_of


@dataclass(frozen=True, slots=True)
class State:
    """What was last done with a quote. Private: ``sources`` tells who said it."""

    quote: str
    status: Action
    alias: str
    text_hash: bytes
    sources: tuple[str, ...]

    def is_for(self, text: str) -> bool:
        """Tell whether it was done with this text."""
        return self.text_hash == hash_of(text)

    def shares(self, other: "State") -> bool:
        """Tell whether one person said both."""
        return not set(self.sources).isdisjoint(other.sources)


def states(entries: Iterable[Entry]) -> dict[str, State]:
    """Return the state of every quote by id, in the order they were first entered."""
    return {
        one.quote: State(one.quote, one.action, one.alias, one.text_hash, one.sources)
        for one in entries
    }
