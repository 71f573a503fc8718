"""Who is in which leaf, over all releases, worked out from the marks anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.releases import Ledger
from brukarrevision.results.shown import NewSplit
from brukarrevision.store import Origin

Person = tuple[str, ...] | Origin
Of = tuple[str, str | None, tuple[str, ...]]
"""An instrument, a round and a partition."""


class People:
    """Who is who, in all releases and now: a mark is matched to a response by its key.

    Those whose response is gone are known by their mark alone.
    """

    def __init__(self, ledger: Ledger, origins: Iterable[Origin]) -> None:
        """Know the responses by every mark they can have."""
        keys = set(ledger.keys.values())
        self._by_mark: dict[tuple[bytes, bytes], Person] = {
            (key, mark): origin
            for key in keys
            for origin in origins
            for mark in origin.marks(key)
        }
        self._ledger = ledger

    def released(self) -> dict[tuple[str, int], set[Person]]:
        """Return who was counted in each leaf of each release."""
        marks: dict[tuple[str, int, int], list[bytes]] = {}
        for one in self._ledger.members:
            marks.setdefault((one.release, one.leaf, one.person), []).append(one.mark)
        found: dict[tuple[str, int], set[Person]] = {}
        for (release, leaf, _), some in marks.items():
            key = self._ledger.keys[release]
            found.setdefault((release, leaf), set()).add(self._who(key, some))
        return found

    def _who(self, key: bytes, marks: Sequence[bytes]) -> Person:
        known = [self._by_mark[key, m] for m in marks if (key, m) in self._by_mark]
        return known[0] if known else (key.hex(), *(mark.hex() for mark in marks))


def leaves(
    new: Iterable[NewSplit], ledger: Ledger, people: People
) -> dict[Of, list[tuple[int, frozenset[Person]]]]:
    """Return the size and the people of each leaf, in the order of the tables.

    Of a release that nobody here was counted in, only the sizes are known.
    """
    members = people.released()
    found: dict[Of, list[tuple[int, frozenset[Person]]]] = {}
    for release in ledger.releases:
        for split in release.splits:
            of = (split.instrument, split.round, split.partition)
            for leaf in split.leaves:
                who = members.get((release.release, leaf.leaf), set())
                found.setdefault(of, []).append((leaf.size, frozenset(who)))
    for one in new:
        of = (one.instrument, one.round, one.partition)
        some = [(leaf.leaf.size, frozenset(leaf.people)) for leaf in one.leaves]
        found.setdefault(of, []).extend(some)
    return found


@dataclass(frozen=True, slots=True)
class Atoms:
    """Disjoint groups of people that every leaf is made up of.

    Attributes:
        of_leaf: the groups of each leaf; ``sizes``: how many each has.
    """

    of_leaf: tuple[frozenset[str], ...]
    sizes: Mapping[str, int]

    @classmethod
    def of(cls, of: Of, leaves: Sequence[tuple[int, frozenset[Person]]]) -> "Atoms":
        """Divide leaves where they overlap; they should not."""
        inside: dict[Person, list[int]] = {}
        for at, (_, people) in enumerate(leaves):
            for person in people:
                inside.setdefault(person, []).append(at)
        counts = Counter(tuple(some) for some in inside.values())
        unknown: dict[tuple[int, ...], int] = {
            (at,): size for at, (size, who) in enumerate(leaves) if not who
        }
        sizes: dict[tuple[int, ...], int] = {**counts, **unknown}
        name = {some: "/".join(map(str, (*of, *some))) for some in sizes}
        of_leaf = tuple(
            frozenset(name[some] for some in sizes if at in some)
            for at in range(len(leaves))
        )
        return cls(of_leaf, {name[some]: size for some, size in sizes.items()})
