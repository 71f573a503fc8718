"""Opening notes in the user's own editor; what stands in them is never printed."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli import editor
from brukarrevision.cli.interview.options import among
from brukarrevision.cli.opening import with_word
from brukarrevision.errors import (
    NOWHERE,
    MachineFault,
    WrongUsage,
    has_errors,
    problem,
)
from brukarrevision.interviews import folder, lint
from brukarrevision.interviews.copying import uncoded
from brukarrevision.modelfile import hint


def edit(given: Sequence[str], coder: str | None) -> int:
    """Open the notes of an interview; afterwards tell what is wrong in them."""
    audit, name = with_word(given)
    words = editor.command()
    if words is None:
        raise MachineFault(problem("interview-no-editor"))
    path = _notes(audit, name)
    if coder is not None:
        path = _second(audit, path, coder)
    editor.run(words, path)
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


def _second(audit: Audit, first: Path, coder: str) -> Path:
    """Return the file of a second coder, made of the first one's if it is missing."""
    among("--coder", coder, [one.alias for one in audit.plan.team])
    named = folder.parts(first.name)
    if named is None or named[1]:
        raise WrongUsage(problem("interview-first-coder"))
    name = folder.file_name(named[0], coder)
    if path := folder.files(audit).get(name):
        return path
    return folder.write(audit, name, uncoded(folder.text(first), first.name))
