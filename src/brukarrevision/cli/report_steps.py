"""The steps of ``report``: build each, write it, say where."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brukarrevision import checks, console, finished, quotes
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
from brukarrevision.cli.options import one_of
from brukarrevision.errors import NOWHERE, Refused, problem
from brukarrevision.files import disk, git_root, write_atomic
from brukarrevision.i18n import tr
from brukarrevision.report import build
from brukarrevision.report.build import Report
from brukarrevision.store.schema import holds_anything
from brukarrevision.store.store import locked


def write(
    name: str | None, unit: str | None, formats: tuple[str, ...], output: Path | None
) -> None:
    """Write the reports of an audit as drafts."""
    for form in formats:
        one_of("--to", form, build.FORMATS)
    audit = opened(name)
    folder = _folder(audit, output)
    with _undisturbed(audit):
        made = _made(audit, unit, formats)
        if output is None:
            with disk(folder.name):
                folder.mkdir(exist_ok=True, mode=0o700)
                folder.chmod(0o700)
        for report in made:
            write_atomic(folder / report.name, report.data)
            console.out(str(folder / report.name))
        if unit is None and output is None and not formats:
            _remove_old(audit, folder, {report.name for report in made})
    console.show((*checks.data_is_own(audit), *quotes.doubts(audit)))
    console.say(
        tr(
            "Rapporterna är utkast. Läs igenom dem innan någon annan gör det.",
            "The reports are drafts. Read them through before anybody else does.",
        )
    )


@contextmanager
def _undisturbed(audit: Audit) -> Iterator[None]:
    """Keep everybody else from the store until the drafts are written.

    Whoever withdraws has all drafts taken away: none may come after, with their words.
    """
    if not holds_anything(audit.store_path):
        yield
        return
    with locked(audit.store_path):
        yield


def _made(audit: Audit, unit: str | None, formats: tuple[str, ...]) -> list[Report]:
    """Build the reports, and look them through."""
    made = []
    with console.progress(tr("Skriver rapporter", "Writing reports")) as bar:
        for report in build.reports(audit, unit, formats or build.FORMATS):
            made.append(report)
            bar(len(made), 0)
        finished.verify(audit, made)
    return made


def _remove_old(audit: Audit, folder: Path, new: set[str]) -> None:
    """Remove drafts of units that are no longer reported, and say how many.

    A file that somebody put there under another name is left alone.
    """
    found = {path.name: path for path in folder.iterdir() if path.is_file()}
    drafts = {n for n, path in found.items() if path.suffix[1:] in build.FORMATS}
    old = [n for n in sorted(drafts - new) if _is_own(audit, Path(n).stem, drafts)]
    for name in old:
        with disk(name):
            found[name].unlink(missing_ok=True)
    if old:
        count = len(old)
        console.say(
            tr(
                f"Borttagna utkast som inte längre hör till rapporterna: {count}.",
                f"Drafts removed that no longer belong to the reports: {count}.",
            )
        )


def _is_own(audit: Audit, stem: str, drafts: set[str]) -> bool:
    """Tell whether a draft was written by an earlier run: its name is a report's."""
    both = {f"{stem}.{form}" for form in build.FORMATS}
    return both <= drafts or any(build.is_report(audit, name) for name in both)


def _folder(audit: Audit, output: Path | None) -> Path:
    """Return where to write: a draft never lands in a git work tree."""
    if output is None:
        return build.folder(audit)
    if root := git_root(output):
        raise Refused(problem("output-in-worktree", NOWHERE, folder=root.name))
    return output
