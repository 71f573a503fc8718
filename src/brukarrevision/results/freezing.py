"""What is new, as a release enters it: numbers in git, members in the store (R9)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from brukarrevision.audit import Audit
from brukarrevision.model.release import Release, ReleasedLeaf, ReleasedSplit
from brukarrevision.protect.ledger import freeze
from brukarrevision.releases import signatures
from brukarrevision.results.shown import NewLeaf, NewSplit
from brukarrevision.results.themes import is_theme
from brukarrevision.store.releases import Member


def release(
    audit: Audit, name: str, after: Sequence[str], new: Sequence[NewSplit]
) -> Release:
    """Return a release of everything new; leaves are numbered through from 1."""
    numbers = iter(range(1, sum(len(split.leaves) for split in new) + 1))
    splits = (
        ReleasedSplit(
            instrument=split.instrument,
            round=split.round,
            partition=split.partition,
            leaves=tuple(
                _leaf(next(numbers), leaf, split.partition) for leaf in split.leaves
            ),
        )
        for split in new
    )
    return Release(
        format=1,
        release=name,
        published=dt.datetime.now(tz=dt.UTC).date(),
        coalition=audit.plan.anonymity.coalition,
        after=tuple(after),
        questions={i.id: signatures(i) for i in audit.instruments.values()},
        themes=_themes(audit, new),
        splits=tuple(splits),
    )


def _themes(audit: Audit, new: Sequence[NewSplit]) -> dict[str, str]:
    """Return the tree of themes, if anything of it is in the release."""
    tables = (table for split in new for leaf in split.leaves for table in leaf.tables)
    if not any(is_theme(table.question) and freeze(table) for table in tables):
        return {}
    return audit.codebook.paths()


def _leaf(number: int, new: NewLeaf, partition: tuple[str, ...]) -> ReleasedLeaf:
    frozen = {table.question: freeze(table) for table in new.tables}
    return ReleasedLeaf(
        leaf=number,
        covers=tuple(
            {name: value for name, value in zip(partition, key, strict=True) if value}
            for key in new.leaf.keys
        ),
        size=new.leaf.size,
        tables={name: table for name, table in frozen.items() if table},
    )


def members(name: str, new: Sequence[NewSplit], key: bytes) -> Iterator[Member]:
    """Yield every mark of everybody in the leaves, numbered as :func:`release` does."""
    leaves = (leaf for split in new for leaf in split.leaves)
    for number, leaf in enumerate(leaves, start=1):
        for person, origin in enumerate(leaf.people, start=1):
            for mark in origin.marks(key):
                yield Member(name, number, person, mark)
