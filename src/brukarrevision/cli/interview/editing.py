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
from brukarrevision.interviews import answerlint, answers, answersheet, folder, lint
from brukarrevision.interviews.copying import uncoded
from brukarrevision.modelfile import hint


def edit(given: Sequence[str], coder: str | None) -> int:
    """Open notes, or answers to a question; afterwards tell what is wrong in them."""
    audit, name = with_word(given)
    words = editor.command()
    if words is None:
        raise MachineFault(problem("interview-no-editor"))
    path = _answers(audit, name or "", coder)
    shown = answers.shown(path.name) if path else ""
    if path is None:
        path = _notes(audit, name)
        if coder is not None:
            path = _second(audit, path, coder)
        shown = path.name
    editor.run(words, path)
    folder.protect(path)
    every = (*lint.problems(audit), *answerlint.problems(audit))
    found = [one for one in every if one.place.file == shown]
    console.show(found)
    console.summary(found)
    return 1 if has_errors(found) else 0


def _answers(audit: Audit, name: str, coder: str | None) -> Path | None:
    """Return the file of answers to a question, if it is one: ``enkat.s2``."""
    key, files = name.removesuffix(".md"), answers.files(audit)
    first, wanted = folder.file_name(key), folder.file_name(key, coder or "")
    if coder is not None and first in files and wanted not in files:
        among("--coder", coder, [one.alias for one in audit.plan.team])
        answersheet.write_out(audit, coder)
    return answers.files(audit).get(wanted)


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
