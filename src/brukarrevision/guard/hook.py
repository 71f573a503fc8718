"""The hook that git runs before each commit."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from brukarrevision.errors import FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import disk, folder_beside, read_bytes, write_atomic
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
    if there and not _is_ours(there):
        if _asks(there):
            return "already"
        raise FaultyFiles(problem("guard-hook-foreign", Place(_NAME), line=LINE))
    _write(path, wanted)
    return "renewed" if there else "installed"


def _script() -> str:
    """Return the hook, which finds this very program by its whole path."""
    python = Path(sys.executable).as_posix().replace("'", "'\\''")
    return _SCRIPT.replace("{python}", python)


def _is_ours(there: bytes) -> bool:
    """Tell whether a hook is what this program writes, but for where Python is.

    With a line of somebody's own in it, it is theirs.
    """
    before, _, after = _SCRIPT.encode().partition(b"{python}")
    plain = there.replace(b"\r\n", b"\n")
    if not (plain.startswith(before) and plain.endswith(after)):
        return False
    python = plain[len(before) : len(plain) - len(after)]
    return b"\n" not in python and len(plain) >= len(before) + len(after)


def _asks(there: bytes) -> bool:
    """Tell whether a line of a hook runs the guard: one that is no remark."""
    lines = (line.strip() for line in there.splitlines())
    return any(_ASKED.encode() in line for line in lines if not line.startswith(b"#"))


def _runs(path: Path) -> bool:
    return path.stat().st_mode & 0o111 != 0 or sys.platform == "win32"


def _write(path: Path, data: bytes) -> None:
    """Put the hook in place in one step, runnable from its first moment.

    What a killed run left behind is removed by the next.
    """
    with disk(_NAME):
        path.parent.mkdir(parents=True, exist_ok=True)
        ready = folder_beside(path)
    made = ready / _NAME
    try:
        with disk(_NAME):
            write_atomic(made, data)
            made.chmod(_RUNNABLE)
            made.replace(path)
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
            ready.rmdir()
