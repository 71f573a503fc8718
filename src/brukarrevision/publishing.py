"""``publish``: reports handed out and the ledger entered, in one step or neither (R9).

The store takes the entry, and the files that are to be written, in one transaction;
then they are written. If that is cut off, the next command writes the rest.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import finished, releases, results, workspace, yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Problem,
    Refused,
    WrongUsage,
    problem,
)
from brukarrevision.files import try_out, write_atomic
from brukarrevision.model.release import Release
from brukarrevision.report import build
from brukarrevision.results import freezing
from brukarrevision.store import Store
from brukarrevision.store import releases as ledger
from brukarrevision.store.releases import Kept
from brukarrevision.yamlfile import MAX_BYTES

_LONGEST = 40
"""Letters of a name: it is an id in later releases."""


def publish(audit: Audit, name: str) -> tuple[Path, ...]:
    """Build the reports into ``report/`` and freeze what they show.

    A release that exists and has lost its file gets it back as it was.

    Args:
        audit: the audit; nothing may be pending (:func:`~.releases.finish`).
        name: of the release, as it may name a file.

    Returns:
        The files written.

    Raises:
        WrongUsage: the name cannot be used, or is taken.
        Refused: something would tell what somebody answered, or an instrument is a
            draft.
        FaultyFiles: something in the audit is wrong, or its raw data is erased.
        MachineFault: the disk says no; then nothing has been published, or the next
            command writes the rest.
    """
    _check(audit, name)
    with Store.writing(audit.store_path) as store:
        audit = audits.require(str(audit.folder), audit.folder)
        known = {one.name: one for one in ledger.kept(store)}
        if name in {*known, *audit.published}:
            return (_restored(audit, name, known),)
        if drafts := tuple(_drafts(audit)):
            raise Refused(*drafts)
        files = _entered(audit, name, store)
        return releases.write(audit, store, files)


def _check(audit: Audit, name: str) -> None:
    """Stop where a name cannot be used, or there is nothing left to publish from."""
    if not workspace.is_slug(name) or len(name) > _LONGEST:
        facts = {"release": name, "good": workspace.good_slug(name[:_LONGEST])}
        raise WrongUsage(problem("release-name-bad", NOWHERE, **facts))
    if audit.erasure:
        erased = audit.erasure.erased
        raise FaultyFiles(problem("release-erased", NOWHERE, erased=erased))
    with Store.open(audit.store_path) as store:
        if not store.imports():
            raise FaultyFiles(problem("responses-missing", Place(audit.slug)))


def _restored(audit: Audit, name: str, known: Mapping[str, Kept]) -> Path:
    """Write the file of a release that lacks it."""
    if name in audit.published or name not in known:
        taken = {*known, *audit.published}
        facts = {"release": name, "next": _next(name, taken)}
        raise WrongUsage(problem("release-exists", NOWHERE, **facts))
    path = audit.folder / workspace.published_file(name)
    write_atomic(path, known[name].document)
    return path


def _next(name: str, taken: set[str]) -> str:
    """Return a name that is free, counting on from one that is taken."""
    stem = re.sub(r"[0-9]+$", "", name)
    start = name[len(stem) :]
    number = int(start or 1) + 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _drafts(audit: Audit) -> tuple[Problem, ...]:
    return tuple(
        problem("release-draft", audit.place(f"instruments/{name}.yaml", ("draft",)))
        for name, instrument in audit.instruments.items()
        if instrument.draft
    )


def _entered(audit: Audit, name: str, store: Store) -> dict[str, bytes]:
    """Enter a release in the store and return the files that belong to it."""
    gathered = results.gather(audit)
    after = gathered.results.released
    reports = tuple(build.reports(audit, found=gathered.results.as_part_of(name)))
    finished.verify(audit, reports)
    document = _document(freezing.release(audit, name, after, gathered.new))
    files = {f"{workspace.REPORT}/{one.name}": one.data for one in reports}
    files[workspace.published_file(name)] = document
    try_out({audit.folder / target: data for target, data in files.items()})
    files |= dict.fromkeys(_outdated(audit, files), b"")
    with store.transaction(lock=False):
        key = ledger.ledger_key(store)
        kept = Kept(name, ledger.now(), key, document)
        ledger.keep(store, kept, freezing.members(name, gathered.new, key))
        ledger.expect(store, files)
    return files


def _outdated(audit: Audit, files: Mapping[str, bytes]) -> list[str]:
    """Return the reports of an earlier release that this one does not have."""
    folder = audit.folder / workspace.REPORT
    found = (f"{folder.name}/{path.name}" for path in folder.glob("*.*"))
    return [
        name
        for name in found
        if name not in files and build.is_report(audit, name.partition("/")[2])
    ]


def _document(release: Release) -> bytes:
    data = yamlfile.dump(release).encode()
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        place = Place(workspace.published_file(release.release))
        raise FaultyFiles(problem("release-too-large", place, limit=limit))
    return data
