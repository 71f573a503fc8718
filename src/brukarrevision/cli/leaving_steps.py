"""The steps of ``themes --to``: coded texts for another program, which are raw data."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.data.words import agreed
from brukarrevision.cli.opening import opened
from brukarrevision.cli.options import one_of
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    WrongUsage,
    has_errors,
    problem,
)
from brukarrevision.exchange import leaving
from brukarrevision.exchange.refi import gathering
from brukarrevision.exchange.refi.gathering import Sheet
from brukarrevision.exchange.refi.project import Project
from brukarrevision.files import is_file
from brukarrevision.i18n import tr
from brukarrevision.interviews import answerlint, folder

FORMATS = ("refi-qda", "csv")
_QDPX = ".qdpx"


def leave(name: str | None, to: str, output: Path | None, *, yes: bool) -> None:
    """Write what was said and coded to a place outside, after asking.

    Args:
        name: the audit, as in all commands.
        to: one of :data:`FORMATS`.
        output: a folder; for ``refi-qda`` it may be a file.
        yes: do not ask.
    """
    one_of("--to", to, FORMATS)
    if output is None:
        raise WrongUsage(problem("leaving-where", NOWHERE))
    audit = opened(name)
    if faults := checks.uncodable(audit):
        raise FaultyFiles(*faults)
    paths = _paths(audit, to, output)
    for path in paths:
        leaving.refuse(audit, path)
    sheets = _sheets(audit)
    if not _agreed(paths, yes=yes):
        return
    made = _made(gathering.gathered(audit, sheets), to)
    leaving.write(audit, dict(zip(paths, made, strict=True)))
    for path in paths:
        console.out(str(path))
    _tell(audit, sheets)


def _paths(audit: Audit, to: str, output: Path) -> tuple[Path, ...]:
    """Return the files to write; their own names say that they are raw data."""
    raw = "radata" if audit.plan.language == "sv" else "raw-data"
    stem = f"{audit.slug}-{raw}"
    if to == "refi-qda":
        named = output.suffix.lower() == _QDPX and not output.is_dir()
        return (output if named else output / f"{stem}{_QDPX}",)
    if output.suffix and not output.is_dir():
        raise WrongUsage(problem("leaving-folder", NOWHERE))
    words = ("citat", "matris") if audit.plan.language == "sv" else ("quotes", "matrix")
    return tuple(output / f"{stem}-{word}.csv" for word in words)


def _sheets(audit: Audit) -> Sequence[Sheet]:
    """Return all files of coded texts that may be used.

    Raises:
        FaultyFiles: something in them would not be read as it was meant, or there are
            none.
    """
    notes, problems = folder.notes(audit)
    if has_errors(problems):
        raise FaultyFiles(*problems)
    usable = folder.usable(notes)
    answered = answerlint.sound_sheets(audit)
    if not (usable or answered):
        raise FaultyFiles(problem("leaving-nothing", NOWHERE))
    if left := len(notes) - len(usable):
        console.show([problem("leaving-no-consent", NOWHERE, count=left)])
    known = (gathering.sheet_of_answers(one) for one in answered)
    return [*map(gathering.sheet_of, usable), *known]


def _agreed(paths: Sequence[Path], *, yes: bool) -> bool:
    """Say what the files are, and ask; also whether any may be replaced."""
    console.say(
        tr(
            "Detta är RÅDATA: det som enskilda personer har sagt, ord för ord, och vem "
            "som har sagt det. Filen är inte krypterad och inget i den är maskerat.",
            "This is RAW DATA: what individual people have said, word by word, and who "
            "said it. The file is not encrypted and nothing in it is masked.",
        )
    )
    if any(is_file(path) for path in paths):
        console.say(
            tr(
                "En fil med det namnet finns redan och ersätts.",
                "A file of that name is there already and will be replaced.",
            )
        )
    return agreed(tr("Skriva rådata till fil?", "Write raw data to file?"), yes=yes)


def _made(project: Project, to: str) -> tuple[bytes, ...]:
    if to == "refi-qda":
        from brukarrevision.exchange.refi.qdpx import to_qdpx

        return (to_qdpx(project),)
    from brukarrevision.exchange.flat import matrix_csv, quotes_csv

    return quotes_csv(project).encode(), matrix_csv(project).encode()


def _tell(audit: Audit, sheets: Sequence[Sheet]) -> None:
    """Say what is not in the files, and what has to be done with them."""
    if count := gathering.unknown(audit, sheets):
        console.show([problem("leaving-unknown-codes", NOWHERE, count=count)])
    due = audit.plan.anonymity.erase_raw_by
    console.say(
        tr(
            "Lägg filen där bara revisorerna kommer åt den. Förstör den, och det som "
            f"görs av den, senast {due}. Om någon återkallar sitt samtycke: förstör "
            "den genast och skriv en ny.",
            "Keep the file where only the auditors can reach it. Destroy it, and what "
            f"is made of it, by {due}. If somebody withdraws consent: destroy it at "
            "once and write a new one.",
        )
    )
