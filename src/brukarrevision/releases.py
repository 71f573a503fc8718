"""The ledger (R9): what has been released, checked against the audit as it is now.

Its public half is ``published/``, its private half the store. Where they do not agree,
or it is not known who was counted, nothing can be shown (R10).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import Place, Problem, Refused, problem
from brukarrevision.files import write_atomic
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.release import Release, ReleasedLeaf
from brukarrevision.store import Origin, Store, releases
from brukarrevision.store.releases import Kept, Member
from brukarrevision.workspace import published_file

Split = tuple[str, tuple[str, ...]]
"""An instrument and the attributes that its respondents are split by."""


@dataclass(frozen=True)
class Ledger:
    """Every release of an audit, the oldest first, and who was counted in which leaf.

    Attributes:
        keys: of the marks, by release; a release that only ``published/`` knows has
            none, and nobody here was counted in it.
        members: every mark of everybody who was counted.
    """

    releases: tuple[Release, ...]
    keys: Mapping[str, bytes]
    members: tuple[Member, ...]

    def leaves(
        self, instrument: str, partition: tuple[str, ...]
    ) -> Iterator[tuple[str, str | None, ReleasedLeaf]]:
        """Yield the released leaves of a split: release, round, leaf."""
        for release in self.releases:
            for split in release.splits:
                if (split.instrument, split.partition) == (instrument, partition):
                    for leaf in split.leaves:
                        yield release.release, split.round, leaf

    def counted(self, origin: Origin, partition: tuple[str, ...]) -> bool:
        """Tell whether a response may not be tallied in a split any more.

        It was counted in a leaf of it, or in a release that says nothing of the split:
        then it would be the same answers, recoded.
        """
        return any(
            (origin.instrument, partition) == split
            or not self._named[name].registers(origin.instrument, partition)
            for name, split in self._where(origin)
        )

    def elsewhere(self, origin: Origin) -> str | None:
        """Return the release that counted a response in another instrument alone."""
        found = [
            name
            for name, _ in self._where(origin)
            if origin.instrument not in self._named[name].questions
        ]
        return found[0] if found else None

    def _where(self, origin: Origin) -> Iterator[tuple[str, Split]]:
        for name, key in self.keys.items():
            for mark in origin.marks(key):
                for split in self._index.get((name, mark), ()):
                    yield name, split

    @cached_property
    def _named(self) -> dict[str, Release]:
        return {release.release: release for release in self.releases}

    @cached_property
    def _index(self) -> dict[tuple[str, bytes], set[Split]]:
        split_of = {
            (release.release, leaf.leaf): (split.instrument, split.partition)
            for release in self.releases
            for split in release.splits
            for leaf in split.leaves
        }
        found: dict[tuple[str, bytes], set[Split]] = {}
        for one in self.members:
            of = split_of[one.release, one.leaf]
            found.setdefault((one.release, one.mark), set()).add(of)
        return found


def read(audit: Audit, store: Store) -> Ledger:
    """Return the ledger of an audit.

    Raises:
        Refused: it cannot be completed, or the audit no longer fits it.
    """
    if problems := tuple(faults(audit, store)):
        raise Refused(*problems)
    kept = releases.kept(store)
    names = {one.name: one.when for one in kept}
    ordered = sorted(
        audit.published.values(),
        key=lambda one: (len(one.after), names.get(one.release, ""), one.release),
    )
    return Ledger(
        releases=tuple(ordered),
        keys={one.name: one.key for one in kept},
        members=tuple(m for one in kept for m in releases.members(store, one.name)),
    )


def faults(audit: Audit, store: Store) -> Iterator[Problem]:
    """Yield whatever keeps the ledger from being completed (R10)."""
    kept = releases.kept(store)
    yield from _misnamed(audit)
    yield from _differing(audit, kept)
    yield from _unknown(audit, store, kept)
    yield from _changed(audit)


def _misnamed(audit: Audit) -> Iterator[Problem]:
    """Name the files that say they are another release."""
    for name, release in audit.published.items():
        if release.release != name:
            place = audit.place(published_file(name), ("release",))
            yield problem("release-name-differs", place, release=release.release)


def _differing(audit: Audit, kept: tuple[Kept, ...]) -> Iterator[Problem]:
    """Name the releases whose file is gone or is not what was released."""
    for one in kept:
        file = published_file(one.name)
        if one.name not in audit.published:
            yield problem("release-file-missing", Place(file), release=one.name)
        elif _differs(audit, one):
            yield problem("release-file-differs", Place(file), release=one.name)


def _differs(audit: Audit, one: Kept) -> bool:
    file = published_file(one.name)
    return _plain(audit.sources[file].raw) != _plain(one.document)


def _plain(raw: bytes) -> bytes:
    """Return a text file without what git may do to the ends of its lines."""
    return raw.replace(b"\r\n", b"\n")


def _unknown(audit: Audit, store: Store, kept: tuple[Kept, ...]) -> Iterator[Problem]:
    """Name the releases of which it is not known here who was counted in them."""
    here = {one.name: one for one in kept}
    have = {one.instrument for one in store.imports()}
    for name, release in audit.published.items():
        counted = {split.instrument for split in release.splits if split.leaves}
        lost = name not in here or (
            not _differs(audit, here[name]) and not _is_complete(store, release)
        )
        if lost and have & counted:
            yield problem("release-members", Place(published_file(name)), release=name)


def _is_complete(store: Store, release: Release) -> bool:
    """Tell whether as many people are known in each leaf as were counted there."""
    found = {(one.leaf, one.person) for one in releases.members(store, release.release)}
    people = Counter(leaf for leaf, _ in found)
    return all(
        people[leaf.leaf] == leaf.size
        for split in release.splits
        for leaf in split.leaves
    )


def _changed(audit: Audit) -> Iterator[Problem]:
    """Yield the questions that ask for something else than when they were released."""
    for release in audit.published.values():
        for name, then in release.questions.items():
            instrument = audit.instruments.get(name)
            now = signatures(instrument) if instrument else {}
            for question, mark in then.items():
                if question in now and now[question] != mark:
                    facts = {"question": question, "release": release.release}
                    place = Place(f"instruments/{name}.yaml")
                    yield problem("release-question-changed", place, **facts)


def signatures(instrument: Instrument) -> dict[str, str]:
    """Return a hash of each question's answers, sides, routing and partition.

    Words may be mended after a release; what the numbers stand for may not change.
    """
    found = {}
    for question in instrument.questions():
        if question.type == "note":
            continue
        parts = {
            "type": question.type,
            "options": [
                one.model_dump(exclude={"label", "translations"}, mode="json")
                for one in (*instrument.options(question), *question.bands)
            ],
            "sensitive": question.sensitive,
            "reversed": question.reversed,
            "routing": sorted(question.routing.items()),
            "partition": instrument.partition_of(question.id),
        }
        text = json.dumps(parts, sort_keys=True)
        found[question.id] = hashlib.sha256(text.encode()).hexdigest()[:16]
    return found


def write(audit: Audit, store: Store, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write what a release is to write, and forget that it was to be.

    Args:
        audit: whose files they are.
        store: the audit's own, held by its one writer.
        files: their content by their path in the audit's folder.
    """
    for target, data in files.items():
        write_atomic(audit.folder / target, data)
    with store.transaction(lock=False):
        releases.written(store)
    return tuple(audit.folder / target for target in files)


def finish(audit: Audit) -> bool:
    """Write what a release that was cut off has left to write.

    Returns:
        Whether there was anything, so that the audit has to be read anew.
    """
    with Store.open(audit.store_path) as store:
        if not releases.pending(store):
            return False
    with Store.writing(audit.store_path) as store:
        write(audit, store, releases.pending(store))
    return True
