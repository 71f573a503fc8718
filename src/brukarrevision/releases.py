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
from brukarrevision.files import disk, write_atomic
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.release import (
    Release,
    ReleasedLeaf,
    ReleasedSplit,
    ReleasedTable,
)
from brukarrevision.store import Origin, Store, releases
from brukarrevision.store.releases import Kept, Member
from brukarrevision.tally import OUTSIDE
from brukarrevision.workspace import CODEBOOK, published_file

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

    def asked(self, release: str, instrument: str, question: str) -> bool:
        """Tell whether there was such a question when something was released."""
        questions = self._named[release].questions.get(instrument)
        return questions is None or question in questions

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

    def where(self, origin: Origin) -> dict[Split, set[str]]:
        """Return the releases that counted a response, by the split they did it in."""
        found: dict[Split, set[str]] = {}
        for name, split in self._where(origin):
            found.setdefault(split, set()).add(name)
        return found

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
    ledger = Ledger(
        releases=tuple(ordered),
        keys={one.name: one.key for one in kept},
        members=tuple(m for one in kept for m in releases.members(store, one.name)),
    )
    if twice := _twice(audit, store, ledger):
        raise Refused(twice)
    return ledger


def _twice(audit: Audit, store: Store, ledger: Ledger) -> Problem | None:
    """Name releases that have counted somebody twice: made apart, on two computers."""
    for name in audit.instruments if len(ledger.keys) > 1 else ():
        for origin in store.origins(name):
            for found in ledger.where(origin).values():
                if len(found) > 1:
                    names = ", ".join(sorted(found))
                    return problem("release-twice", Place(audit.slug), names=names)
    return None


def faults(audit: Audit, store: Store) -> Iterator[Problem]:
    """Yield whatever keeps the ledger from being completed (R10)."""
    if releases.pending(store):
        yield problem("release-unfinished", Place(audit.slug))
        return
    kept = releases.kept(store)
    yield from _misnamed(audit)
    yield from _differing(audit, kept)
    yield from _odd(audit)
    yield from _unknown(audit, store, kept)
    yield from _changed(audit)
    yield from _moved(audit)


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


def _odd(audit: Audit) -> Iterator[Problem]:
    """Name the releases whose numbers cannot be: somebody has changed the file."""
    for name, release in audit.published.items():
        leaves = [(split, leaf) for split in release.splits for leaf in split.leaves]
        if not all(_can_be(audit, split, leaf) for split, leaf in leaves):
            place = Place(published_file(name))
            yield problem("release-file-differs", place, release=name)


def _can_be(audit: Audit, split: ReleasedSplit, leaf: ReleasedLeaf) -> bool:
    """Tell whether a leaf can have been released as it stands."""
    keys = all(set(split.partition).issuperset(one) for one in leaf.covers)
    instrument = audit.instruments.get(split.instrument)
    tables = leaf.tables.items()
    return keys and all(
        table.answered <= table.asked <= leaf.size
        and all(low <= high <= table.answered for _, low, high in table.cells)
        and (instrument is None or _has(instrument, name, table))
        for name, table in tables
    )


def _has(instrument: Instrument, name: str, table: ReleasedTable) -> bool:
    """Tell whether a question has the answers of a table, if it is still there."""
    question = instrument.question(name)
    if question is None:
        return True
    choices = (one.id for one in instrument.options(question))
    known = {OUTSIDE, *choices, *(band.id for band in question.bands)}
    return all(known.issuperset(options) for options, _, _ in table.cells)


def _unknown(audit: Audit, store: Store, kept: tuple[Kept, ...]) -> Iterator[Problem]:
    """Name the releases of which it is not known here who was counted in them."""
    here = {one.name: one for one in kept}
    have = {one.instrument for one in store.imports()}
    for name, release in audit.published.items():
        counted = {split.instrument for split in release.splits if split.leaves}
        lost = name not in here or (
            not _differs(audit, here[name]) and not _is_complete(store, release)
        )
        if lost and have and counted:
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
        shown = {
            (split.instrument, question)
            for split in release.splits
            for leaf in split.leaves
            for question in leaf.tables
        }
        for name, then in release.questions.items():
            instrument = audit.instruments.get(name)
            now = signatures(instrument) if instrument else {}
            for question, mark in then.items():
                if (name, question) in shown and now.get(question, mark) != mark:
                    facts = {"question": question, "release": release.release}
                    place = Place(f"instruments/{name}.yaml")
                    yield problem("release-question-changed", place, **facts)


def themes_out(audit: Audit) -> dict[str, str]:
    """Return the themes whose numbers are out, each with the first release of it."""
    found: dict[str, str] = {}
    for name, release in audit.published.items():
        for theme in release.themes:
            found.setdefault(theme, name)
    return found


def _moved(audit: Audit) -> Iterator[Problem]:
    """Yield the themes that hold something else than when they were released."""
    now = audit.codebook.paths()
    for name, release in audit.published.items():
        for theme, path in release.themes.items():
            if now.get(theme) != path:
                facts = {"theme": theme, "release": name}
                yield problem("release-theme-changed", Place(CODEBOOK), **facts)


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
        files: their content by their path in the audit's folder; one without any is
            taken away.
    """
    for target, data in files.items():
        if data:
            write_atomic(audit.folder / target, data)
        else:
            with disk(target):
                (audit.folder / target).unlink(missing_ok=True)
    with store.transaction(lock=False):
        releases.written(store)
    return tuple(audit.folder / target for target, data in files.items() if data)


def finish(audit: Audit) -> tuple[Path, ...]:
    """Write what a release that was cut off has left to write.

    Returns:
        The files, if there were any: then the audit has to be read anew.
    """
    with Store.open(audit.store_path) as store:
        if not releases.pending(store):
            return ()
    with Store.writing(audit.store_path) as store:
        return write(audit, store, releases.pending(store))
