"""The check of the finished files: the file is published too (R11).

Everything inside a report is looked through before it is written anywhere: raw answers,
ids of respondents, aliases, paths, traces of people, numbers that are not shown. What
cannot be looked through is not written (R10).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, MachineFault, Problem, Refused, problem
from brukarrevision.finished import numbers, secrets, traces, unpack
from brukarrevision.finished.index import Index
from brukarrevision.store import Store
from brukarrevision.store.schema import holds_anything

__all__ = ["verify"]


class Finished(Protocol):
    """A finished file."""

    @property
    def name(self) -> str:
        """Its name, with its ending."""

    @property
    def data(self) -> bytes:
        """Its content."""


def verify(audit: Audit, reports: Iterable[Finished]) -> None:
    """Make sure that finished files tell nothing but what may be shown.

    Once raw data is erased there is nothing left that a file could tell.

    Args:
        audit: whose responses must not be found in them.
        reports: the files as they are to be written, Word files and Markdown. The
            Markdown twin of a Word file says which numbers are shown.

    Raises:
        Refused: something is in one of them that may not be, or nobody can know. The
            message names the part of the file and the kind of what is in it, never
            what.
    """
    if found := _leaks(audit, tuple(reports)):
        raise Refused(*found)


def _leaks(audit: Audit, files: Sequence[Finished]) -> tuple[Problem, ...]:
    if audit.erasure and not holds_anything(audit.store_path):
        return ()
    index = Index()
    found = [
        one for file in files for one in _looked_through(audit, file, files, index)
    ]
    try:
        told = list(secrets.found(audit, index)) if _is_here(audit) else None
    except MachineFault:
        told = None
    if told is None:
        return (problem("leak-no-store"),)
    found += [_problem(code, *where) for code, where in told]
    unique = {(one.code, *one.facts.values()): one for one in found}
    return tuple(unique.values())


def _is_here(audit: Audit) -> bool:
    """Tell whether the responses behind all numbers are here to compare with."""
    counted = {
        split.instrument
        for release in audit.published.values()
        for split in release.splits
        if split.leaves
    }
    with Store.open(audit.store_path) as store:
        have = {one.instrument for one in store.imports()}
    return bool(have) and counted <= have


def _looked_through(
    audit: Audit, file: Finished, files: Sequence[Finished], index: Index
) -> Iterator[Problem]:
    """Enter the parts of a file; yield what is wrong with them in themselves."""
    try:
        parts = tuple(unpack.parts(file.name, file.data))
    except unpack.Unreadable as fault:
        yield _problem("leak-unchecked", file.name, fault.part)
        return
    for part in parts:
        index.add((file.name, part.words), part)
    for where, kind in traces.found(audit, parts):
        yield _problem("leak-trace", file.name, where, kind=kind)
    stem = file.name.rpartition(".")[0]
    twin = next((one.data for one in files if one.name == f"{stem}.md"), None)
    for name in numbers.unshown(parts, twin):
        yield _problem("leak-number", file.name, name)


def _problem(code: str, report: str, part: str, **more: str) -> Problem:
    return problem(code, NOWHERE, report=report, part=part, **more)
