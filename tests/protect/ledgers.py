"""Releases in memory: what the real ledger shows of people who come, go and change.

A *group* is of people whom everybody can tell from others: their unit, when they came,
and whether they withdrew. A person's profile is the answer at each release, so that a
corrected answer is two. What is shown goes to the attacker of ``attacker.py``.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pandas as pd

from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.releases import Ledger
from brukarrevision.results import freezing
from brukarrevision.results.counting import Counting
from brukarrevision.store import Origin

from .attacker import Fact, Secret, World, facts, leaves
from .surveys import Profile, ask, audit, choices, instrument, plan

KEY = b"k" * 32
EMPTY = Ledger((), {}, ())
PLAN = plan(min_group=5)

YES_NO = instrument([ask("q")], {"q": choices("ab", a="negative")}, partition=["unit"])
"""One question; a is the unfavourable side."""

Weaken = Callable[[Ledger], Ledger]
"""What a ledger is made into before the next release; the real one is kept."""


@dataclass(frozen=True)
class Group:
    """People who are alike but for their answers.

    Attributes:
        came: the first release that they had answered before; ``went``: the first that
            they had withdrawn before.
        profiles: those that they can have; all, where it is not said.
    """

    size: int
    unit: str = "u0"
    came: int = 0
    went: int = 99
    profiles: tuple[int, ...] = ()

    def there(self, at: int) -> bool:
        """Tell whether their answers are in the store at a release."""
        return self.came <= at < self.went


@dataclass(frozen=True)
class Story:
    """Some groups and releases, and every way that the people may have answered.

    Attributes:
        profiles: what one person may have answered, release by release.
        instruments: the questions at each release; the last goes on being used.
        weaken: what is done to the ledger before each release; nothing, as a rule.
    """

    groups: tuple[Group, ...]
    profiles: tuple[Profile, ...]
    instruments: tuple[Instrument, ...] = (YES_NO,)
    plan: Plan = PLAN
    weaken: Weaken = lambda ledger: ledger

    known: dict[Hashable, tuple[Hashable, Ledger]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def releases(self) -> int:
        """Return how many releases there are."""
        return len(self.profiles[0])

    def worlds(self) -> Iterator[World]:
        """Yield every way of answering: for each group, how many have each profile."""
        yield from _worlds(self.groups, len(self.profiles))

    def output(self, world: World) -> Hashable:
        """Return all that any release shows of a world.

        Worlds that are alike up to a release are published once up to there.
        """
        ledger = EMPTY
        found: list[Hashable] = []
        past: tuple[tuple[str, ...], ...] = ()
        for release in range(self.releases):
            cells, origins = self._store(world, release)
            past = (*past, cells)
            if past not in self.known:
                self.known[past] = self._publish(release, ledger, cells, origins)
            shown, ledger = self.known[past]
            found.append(shown)
        return tuple(found)

    def _store(
        self, world: World, at: int
    ) -> tuple[tuple[str, ...], tuple[Origin, ...]]:
        """Return the answers there are at a release, and where they came from."""
        cells, origins = [], []
        row = 0
        for group, leaf in zip(self.groups, world, strict=True):
            for profile, many in zip(self.profiles, leaf, strict=True):
                for _ in range(many):
                    row += 1
                    if group.there(at):
                        cells.append(f"{group.unit} {profile[at]}")
                        origins.append(_origin(row))
        return tuple(cells), tuple(origins)

    def _publish(
        self,
        at: int,
        ledger: Ledger,
        cells: tuple[str, ...],
        origins: tuple[Origin, ...],
    ) -> tuple[Hashable, Ledger]:
        """Return what a release shows, and the ledger with it."""
        of = self.instruments[min(at, len(self.instruments) - 1)]
        given = audit(self.plan, of)
        asked = tuple(question.id for question in of.questions())
        name, known = f"v{at + 1}", self.weaken(ledger)
        splits = dict.fromkeys(
            [of.partition, *(a.partition for a in of.areas if a.partition is not None)]
        )
        shown: list[Hashable] = []
        new = []
        for attributes in splits:
            one = Counting(given, known, of, _frame(asked, cells), origins, attributes)
            found = tuple(one.results())
            shown += [result.protected for result in found]
            shown += [result.protected.total() for result in found]
            shown += [one.responses()]
            new += list(one.new(found))
        after = [release.release for release in ledger.releases]
        release = freezing.release(given, name, after, new)
        entered = Ledger(
            (*ledger.releases, release),
            {**ledger.keys, name: KEY},
            (*ledger.members, *freezing.members(name, new, KEY)),
        )
        return (tuple(shown), release.model_dump_json(exclude={"published"})), entered


def _worlds(groups: Sequence[Group], profiles: int) -> Iterator[World]:
    if not groups:
        yield ()
        return
    first, *rest = groups
    for leaf in leaves(profiles, first.size):
        if all(not n or i in (first.profiles or (i,)) for i, n in enumerate(leaf)):
            for others in _worlds(rest, profiles):
                yield (leaf, *others)


@cache
def _origin(row: int) -> Origin:
    return Origin("enkat", 1, row, "0", None, "", f"p{row}", None)


@cache
def _frame(asked: tuple[str, ...], cells: tuple[str, ...]) -> pd.DataFrame:
    """Return responses as the store would give them; every question has the answer."""
    parted = [cell.partition(" ") for cell in cells]
    data: dict[str, list[str | None]] = {
        "unit": [unit for unit, _, _ in parted],
        **{name: [None] * len(cells) for name in ("group", "round", "mode", "help")},
        **{name: [answer for _, _, answer in parted] for name in asked},
    }
    return pd.DataFrame(data, dtype=object)


def forget(ledger: Ledger) -> Ledger:
    """Make the ledger one that never heard of any release."""
    return replace(ledger, releases=(), keys={}, members=())


def blind(ledger: Ledger) -> Ledger:
    """Make the ledger one that shows what is released and has forgotten who it was."""
    return replace(ledger, members=())


def at(release: int) -> Secret:
    """Return the secret of what somebody answered, as it stood at a release."""
    return Secret(f"answer at {release}", lambda profile: profile[release][1:] or None)


def leaking(story: Story, coalition: int = 1) -> tuple[int, int]:
    """Return how many outputs give some answer away, and how many there are."""
    shown = [(world, story.output(world)) for world in story.worlds()]
    secrets = [at(release) for release in range(story.releases)]
    found: set[Fact] = set()
    for inside in range(coalition + 1):
        found |= facts(shown, story.profiles, secrets, inside)
    return len({fact.output for fact in found}), len({output for _, output in shown})
