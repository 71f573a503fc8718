"""Opening notes in the user's own editor; what stands in them is never printed."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import with_word
from brukarrevision.errors import (
    NOWHERE,
    MachineFault,
    WrongUsage,
    has_errors,
    problem,
)
from brukarrevision.interviews import folder, lint
from brukarrevision.modelfile import hint


def edit(given: Sequence[str]) -> int:
    """Open the notes of an interview; afterwards tell what is wrong in them."""
    audit, name = with_word(given)
    path = _notes(audit, name)
    _run([*_editor(), str(path)])
    folder.protect(path)
    found = [one for one in lint.problems(audit) if one.place.file == path.name]
    console.show(found)
    console.summary(found)
    return 1 if has_errors(found) else 0


def _notes(audit: Audit, name: str | None) -> Path:
    """Return the file of an interview, called by its id or by the file's name."""
    if name is None or " " in name:
        raise WrongUsage(problem("interview-one"))
    files = folder.files(audit)
    path = files.get(name) or files.get(folder.file_name(name))
    if path is None:
        ids = [file.removesuffix(".md") for file in files]
        raise WrongUsage(problem("interview-unknown", NOWHERE, hint=hint(name, ids)))
    return path


def _editor() -> list[str]:
    """Return how the user's editor is started."""
    for variable in ("VISUAL", "EDITOR"):
        if words := _words(os.environ.get(variable, "")):
            return words
    if os.name == "nt":
        return ["notepad"]
    if sys.platform == "darwin":
        return ["open", "-W", "-t"]
    raise MachineFault(problem("interview-no-editor"))


def _words(command: str) -> list[str]:
    """Return a command word by word; on Windows a backslash is a part of a path."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:
        return [command]
    return [word.strip('"') for word in words]


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
    except OSError:
        facts = {"editor": Path(command[0]).name}
        fault = problem("interview-editor-missing", NOWHERE, **facts)
        raise MachineFault(fault) from None
