"""The user's own editor: which one it is, and a file opened in it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from brukarrevision.errors import NOWHERE, MachineFault, problem


def command() -> list[str] | None:
    """Return how the user's editor is started, None if the computer does not say."""
    for variable in ("VISUAL", "EDITOR"):
        if words := _words(os.environ.get(variable, "")):
            return words
    if os.name == "nt":
        return ["notepad"]
    return ["open", "-W", "-t"] if sys.platform == "darwin" else None


def run(words: list[str], path: Path) -> None:
    """Open a file in an editor and wait until it is closed.

    Raises:
        MachineFault: the editor cannot be started.
    """
    try:
        subprocess.run([*words, str(path)], check=False)  # noqa: S603 - the user's own
    except OSError:
        facts = {"editor": Path(words[0]).name}
        fault = problem("interview-editor-missing", NOWHERE, **facts)
        raise MachineFault(fault) from None


def _words(line: str) -> list[str]:
    """Return a command word by word; on Windows a backslash is a part of a path."""
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError:
        return [line]
    return [word.strip('"') for word in words]
