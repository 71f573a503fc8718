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


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one leaf.

    Attributes:
        people: who is in it; nobody, where a release was made elsewhere.
        coalition: how many sharing their answers its numbers were made safe against;
            those that are out cannot be made safer.
    """

    size: int
    people: frozenset[Person]
    coalition: int


def leaves(
    new: Iterable[NewSplit], ledger: Ledger, people: People, coalition: int
) -> dict[Of, list[Known]]:
    """Return what is known of each leaf, in the order of the tables."""
    members = people.released()
    found: dict[Of, list[Known]] = {}
    for release in ledger.releases:
        safe = min(release.coalition, coalition)
        for split in release.splits:
            of = (split.instrument, split.round, split.partition)
            for leaf in split.leaves:
                who = members.get((release.release, leaf.leaf), set())
                known = Known(leaf.size, frozenset(who), safe)
                found.setdefault(of, []).append(known)
    for one in new:
        of = (one.instrument, one.round, one.partition)
        for fresh in one.leaves:
            known = Known(fresh.leaf.size, frozenset(fresh.people), coalition)
            found.setdefault(of, []).append(known)
    return found


@dataclass(frozen=True, slots=True)
class Atoms:
    """Disjoint groups of people that every leaf is made up of.

    Attributes:
        of_leaf: the groups of each leaf; ``sizes``: how many each has.
        coalition: against how many sharing their answers each has to be safe.
    """

    of_leaf: tuple[frozenset[str], ...]
    sizes: Mapping[str, int]
    coalition: Mapping[str, int]

    @classmethod
    def of(cls, of: Of, leaves: Sequence[Known]) -> "Atoms":
        """Divide leaves where they overlap; they should not."""
        inside: dict[Person, list[int]] = {}
        for at, leaf in enumerate(leaves):
            for person in leaf.people:
                inside.setdefault(person, []).append(at)
        counts = Counter(tuple(some) for some in inside.values())
        elsewhere: dict[tuple[int, ...], int] = {
            (at,): leaf.size for at, leaf in enumerate(leaves) if not leaf.people
        }
        sizes: dict[tuple[int, ...], int] = {**counts, **elsewhere}
        name = {some: "/".join(map(str, (*of, *some))) for some in sizes}
        of_leaf = tuple(
            frozenset(name[some] for some in sizes if at in some)
            for at in range(len(leaves))
        )
        return cls(
            of_leaf,
            {name[some]: size for some, size in sizes.items()},
            {name[some]: min(leaves[at].coalition for at in some) for some in sizes},
        )
