"""The steps of ``report``: build each, write it, say where."""

from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.options import one_of
from brukarrevision.errors import NOWHERE, Refused, problem
from brukarrevision.files import git_root, write_atomic
from brukarrevision.i18n import tr
from brukarrevision.report import build


def write(
    name: str | None, unit: str | None, formats: tuple[str, ...], output: Path | None
) -> None:
    """Write the reports of an audit as drafts."""
    for form in formats:
        one_of("--to", form, build.FORMATS)
    audit = audits.require(name, Path.cwd())
    folder = _folder(audit, output)
    made = []
    with console.progress(tr("Skriver rapporter", "Writing reports")) as bar:
        for report in build.reports(audit, unit, formats or build.FORMATS):
            made.append(report)
            bar(len(made), 0)
    for report in made:
        write_atomic(folder / report.name, report.data)
        console.out(str(folder / report.name))
    console.show(checks.data_is_own(audit))
    console.say(
        tr(
            "Rapporterna är utkast. Läs igenom dem innan någon annan gör det.",
            "The reports are drafts. Read them through before anybody else does.",
        )
    )


def _folder(audit: Audit, output: Path | None) -> Path:
    """Return where to write: a draft never lands in a git work tree."""
    if output is None:
        return build.folder(audit)
    if root := git_root(output):
        raise Refused(problem("output-in-worktree", NOWHERE, folder=root.name))
    return output
