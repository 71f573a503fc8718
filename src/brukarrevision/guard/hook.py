"""The hook that git runs before each commit."""

import sys
from pathlib import Path
from typing import Literal

from brukarrevision.errors import FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import disk, read_bytes, write_atomic
from brukarrevision.guard import git

Done = Literal["installed", "renewed", "already"]

LINE = "brukarrevision guard scan --staged || exit 1"
"""What somebody adds to a hook of their own."""

_NAME = "pre-commit"
_OURS = "# brukarrevision guard install"
_ASKED = "guard scan --staged"
_RUNNABLE = 0o755
_SCRIPT = f"""\
#!/bin/sh
{_OURS}
# Stoppar en commit som har rådata. / Stops a commit that holds raw data.
python='{{python}}'
if "$python" -P -c 'import brukarrevision' 2>/dev/null; then
    exec "$python" -P -m brukarrevision {_ASKED}
fi
if command -v brukarrevision >/dev/null 2>&1; then
    exec brukarrevision {_ASKED}
fi
echo 'Programmet brukarrevision finns inte, så inget har kontrollerats och inget' >&2
echo 'har sparats i git. Installera det och kör: brukarrevision guard install' >&2
echo 'The program brukarrevision is missing, so nothing was checked and nothing' >&2
echo 'was committed. Install it and run: brukarrevision guard install' >&2
exit 1
"""


def install(folder: Path) -> Done:
    """Add the hook to the repository that a folder is in.

    It goes where the settings of git say that hooks are; work trees of one repository
    share it.

    Raises:
        WrongUsage: there is no repository.
        FaultyFiles: there is another hook, which is left alone.
        MachineFault: git is missing, or the hook cannot be written.
    """
    place = git.find(folder)
    if place is None:
        raise WrongUsage(problem("guard-no-git"))
    path = place.hooks() / _NAME
    wanted = _script().encode()
    there = read_bytes(path) if path.exists() else b""
    if there == wanted and _runs(path):
        return "already"
    ours = _OURS.encode() in there
    if there and not ours and _ASKED.encode() in there:
        return "already"
    if there and not ours:
        raise FaultyFiles(problem("guard-hook-foreign", Place(_NAME), line=LINE))
    _write(path, wanted)
    return "renewed" if there else "installed"


def _script() -> str:
    """Return the hook, which finds this very program by its whole path."""
    python = Path(sys.executable).as_posix().replace("'", "'\\''")
    return _SCRIPT.replace("{python}", python)


def _runs(path: Path) -> bool:
    return path.stat().st_mode & 0o111 != 0 or sys.platform == "win32"


def _write(path: Path, data: bytes) -> None:
    """Put the hook in place in one step, runnable from its first moment."""
    ready = path.with_name(f".{_NAME}-brukarrevision")
    write_atomic(ready, data)
    with disk(_NAME):
        ready.chmod(_RUNNABLE)
        ready.replace(path)
