"""A packed file of another laptop put together with what is here."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, MachineFault, Place, problem
from brukarrevision.files import disk, read_bytes, write_atomic
from brukarrevision.interviews import forgetting
from brukarrevision.interviews.folder import ANSWERS
from brukarrevision.rawdata import corrected, traces
from brukarrevision.rawdata.container import MOST_BYTES, Packed, parse
from brukarrevision.rawdata.contents import interviews_of, written
from brukarrevision.rawdata.merging import Merged, Prefer, merge
from brukarrevision.rawdata.purge import refuse_if_erased
from brukarrevision.rawdata.quotelog import merge_quotes
from brukarrevision.store import (
    Store,
    foreign,
    masks,
    merging,
    people,
    releases,
    tombstones,
)
from brukarrevision.store.masks import Mask
from brukarrevision.store.merging import Content
from brukarrevision.store.tombstones import Withdrawn
from brukarrevision.workspace import NOTES


@dataclass(slots=True)
class Unpacked:
    """What came of it.

    Attributes:
        merged: the responses.
        releases: names of those that were not known here.
        notes: files of interview notes that were copied.
        differing: files of notes that are others there; ``quotes``: ids of quotes.
        masks: those that have stood for different words, by kind and number.
    """

    merged: Merged
    releases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    quotes: tuple[str, ...] = field(default=())
    masks: tuple[Mask, ...] = ()


def unpack(
    audit: Audit, path: Path, opener: Callable[[bytes], bytes], prefer: Prefer = None
) -> Unpacked:
    """Put the raw data in a sealed file together with what is here.

    All of it in one transaction, so that it can be done again: what is here already
    stays as it is. Nothing is ever written in the clear outside the private directory.

    Args:
        audit: whose raw data it has to be.
        path: the file.
        opener: gives what is sealed in it.
        prefer: whose version stands where they differ; None leaves ours and lists it.

    Raises:
        FaultyFiles: it is not ours, is damaged, or tells of other releases than ours.
        Refused: the private directory would lie in a work tree.
        MachineFault: the disk says no.
    """
    refuse_if_erased(audit)
    packed = _opened(audit, path, opener)
    with foreign.opened(packed.store, path.name) as there:
        theirs = _read(there, path.name)
    audit.ensure_data_dir()
    with Store.writing(audit.store_path) as store:
        refuse_if_erased(audit)
        return _Unpacking(audit, store, theirs, packed, prefer).run()


def _opened(audit: Audit, path: Path, opener: Callable[[bytes], bytes]) -> Packed:
    """Return what is packed in a file, if it is of this audit."""
    sealed = read_bytes(path, most=MOST_BYTES + 1)
    if len(sealed) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        raise FaultyFiles(problem("unpack-too-large", Place(path.name), limit=limit))
    packed = parse(opener(sealed), path.name)
    mine = (audit.workspace.settings.id, audit.slug)
    if (packed.workspace, packed.audit) != mine:
        raise FaultyFiles(problem("unpack-other-audit", Place(path.name)))
    return packed


def _read(store: Store, name: str) -> Content:
    """Return what a foreign store holds; odd values in it are no fault of ours."""
    try:
        found = merging.read(store)
        Withdrawn(found.stones)
        masks.numbered(found.secrets)
        wrong = corrected.is_odd(found) or any(map(_is_odd, found.imports))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        _broken(name)
    except MachineFault:
        _broken(name)
    if wrong:
        _broken(name)
    return found


def _is_odd(one: merging.Import) -> bool:
    """Tell whether a row lacks cells, or the log of the import is none."""
    record = one.record
    columns = len(record.headers)
    numbers = [n for rows in record.refused.values() for n in rows]
    numbers += [n for ats in record.questions.values() for n in ats]
    return (
        any(row.source and len(row.cells) != columns for row in one.rows.values())
        or not all(type(number) is int for number in numbers)
        or not all(isinstance(text, str) for text in record.headers.values())
        or not isinstance(json.loads(record.scope), dict)
    )


def _broken(name: str) -> NoReturn:
    raise FaultyFiles(problem("unpack-broken", Place(name))) from None


class _Unpacking:
    """One packed file while it is put together with what is here."""

    def __init__(
        self,
        audit: Audit,
        store: Store,
        theirs: Content,
        packed: Packed,
        prefer: Prefer,
    ) -> None:
        self.audit, self.store, self.theirs = audit, store, theirs
        self.packed, self.prefer = packed, prefer

    def run(self) -> Unpacked:
        mine = merging.read(self.store)
        new = set(self.theirs.stones) - set(mine.stones)
        with self.store.transaction(lock=False):
            names = tuple(self._releases(mine))
            merging.add_secrets(self.store, self.theirs.secrets)
            shared = masks.merge(self.store, self.theirs.secrets)
            merged = merge(self.store, mine, self.theirs, self.prefer)
            quotes = merge_quotes(
                self.store, mine, self.theirs, merged.gone, self.prefer
            )
            gone = Withdrawn(tombstones.entered(self.store)).has_interview
            if new:
                traces.clear(self.audit, self.store, gone)
        if new:
            people.compact(self.store)
        copied, differing = self._notes(gone)
        return Unpacked(merged, names, copied, differing, quotes, shared)

    def _releases(self, mine: Content) -> Iterator[str]:
        """Enter the releases that are not known here, with those counted in them."""
        known = {one.name: one.document for one in mine.releases}
        differing = [
            one.name
            for one in self.theirs.releases
            if known.get(one.name, one.document) != one.document
        ]
        if differing:
            facts = {"names": ", ".join(differing)}
            raise FaultyFiles(problem("unpack-release-differs", NOWHERE, **facts))
        for one in self.theirs.releases:
            if one.name not in known:
                releases.keep(self.store, one, self.theirs.members[one.name])
                yield one.name

    def _notes(
        self, gone: Callable[[str], bool]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Copy the notes that are not here; return those copied, those that differ."""
        here = written(self.audit)
        copied, differing = [], []
        for name, data in self._theirs(gone):
            same = name in here and read_bytes(here[name], f"{NOTES}/{name}") == data
            if name in here and not same and self.prefer is None:
                differing.append(name)
            elif name not in here or (not same and self.prefer == "theirs"):
                _keep(self.audit.data_dir / NOTES / name, data)
                copied.append(name)
        return tuple(copied), tuple(differing)

    def _theirs(self, gone: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
        """Yield the files that were packed, without whoever has withdrawn."""
        withdrawn = bool(tombstones.entered(self.store))
        for name, data in self.packed.notes.items():
            if name.startswith(f"{ANSWERS}/"):
                clean = forgetting.cleaned
                yield name, clean(self.audit, self.store, data) if withdrawn else data
            elif not any(map(gone, interviews_of(name, data))):
                yield name, data


def _keep(path: Path, data: bytes) -> None:
    """Write notes that only their owner may read."""
    places = [one for one in reversed(path.parents) if not one.exists()]
    with disk(path.name):
        for one in places:
            one.mkdir(exist_ok=True, mode=0o700)
    write_atomic(path, data, private=True)
