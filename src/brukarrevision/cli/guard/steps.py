"""The steps of ``guard``."""

from dataclasses import dataclass
from pathlib import Path

from brukarrevision import console
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    WrongUsage,
    has_errors,
    problem,
)
from brukarrevision.guard import scan as scans
from brukarrevision.guard.scan import Scan, What
from brukarrevision.i18n import tr


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    folder: Path
    staged: bool
    history: bool

    @property
    def what(self) -> What:
        """Return what is to be looked through."""
        if self.staged and self.history:
            raise WrongUsage(problem("guard-one-of", NOWHERE))
        if self.staged:
            return "staged"
        return "history" if self.history else "tree"


def existing(folder: Path | None) -> Path:
    """Return the folder meant, if it is there."""
    found = Path.cwd() if folder is None else folder
    if not found.is_dir():
        code = "file-not-folder" if found.exists() else "file-missing"
        raise FaultyFiles(problem(code, Place(str(folder))))
    return found


def scan(wish: Wish, *, as_json: bool) -> int:
    """Look, show what is found, and return the exit code."""
    with console.progress(tr("Letar efter rådata", "Looking for raw data")) as told:
        done = scans.scan(wish.folder, wish.what, told)
    if as_json:
        listed = [console.problem_json(one) for one in done.problems]
        console.out_json({"format": 1, "looked": done.looked, "problems": listed})
    else:
        _show(done)
    return 1 if has_errors(done.problems) else 0


def _show(done: Scan) -> None:
    console.show(done.problems)
    if any(one.severity != "note" for one in done.problems):
        console.summary(done.problems)
        return
    looked = done.looked
    console.say(
        tr(
            f"Inga rådata hittades ({looked} filer genomgångna).",
            f"No raw data was found ({looked} files looked through).",
        )
    )
