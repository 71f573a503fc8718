"""The steps of ``collect``: which audit, which files, and what became of them."""

import glob
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from brukarrevision import audit as audits
from brukarrevision import checks, console, workspace
from brukarrevision.audit import Audit
from brukarrevision.cli.boundary import telling
from brukarrevision.cli.collect_words import reason as why
from brukarrevision.cli.options import one_of
from brukarrevision.errors import (
    NOWHERE,
    AuditError,
    FaultyFiles,
    WrongUsage,
    problem,
)
from brukarrevision.files import is_file
from brukarrevision.i18n import tr
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.intake.log import ImportLog, UnmatchedAnswers
from brukarrevision.intake.said import differing
from brukarrevision.interviews import answers
from brukarrevision.rawdata.purge import refuse_if_erased
from brukarrevision.tables.grid import Grid


def read(given: Sequence[str], form: str, wishes: Mapping[str, Any]) -> None:
    """Read files into the store and show the log of each."""
    one_of("--format", form, ("text", "json"))
    try:
        audit, logs = _collected(given, wishes)
    except AuditError as fault:
        if form == "json":
            problems = [console.problem_json(one) for one in fault.problems]
            console.out_json({"format": 1, "imports": [], "problems": problems})
        elif isinstance(fault, UnmatchedAnswers):
            _unmatched(fault)
        raise
    with telling(tr("Svaren är sparade.", "The responses are stored.")):
        console.show(checks.data_is_own(audit))
        _log(logs, form)
        if answers.unwritten(audit):
            console.say(
                tr(
                    "Det finns fritextsvar att koda: brukarrevision interview answers ",
                    "There are open answers to code: brukarrevision interview answers ",
                )
                + audit.slug
            )


def _collected(
    given: Sequence[str], wishes: Mapping[str, Any]
) -> tuple[Audit, Sequence[ImportLog]]:
    """Read the files; the bar is gone before anything else is shown."""
    audit, files = _split(given)
    refuse_if_erased(audit)
    if faults := checks.unreadable(audit):
        raise FaultyFiles(*faults)
    with console.progress(tr("Läser svar", "Reading responses")) as bar:
        options = CollectOptions(**wishes, progress=lambda rows: bar(rows, 0))
        return audit, collect(audit, files, options)


def _split(given: Sequence[str]) -> tuple[Audit, list[Path]]:
    """Return the audit and the files: the first word may name the audit."""
    here = Path.cwd()
    around = workspace.audit_around(here)
    folder = workspace.audit_at(given[0], here) if given else None
    if folder:
        given = given[1:]
    elif around or not given or is_file(Path(given[0])):
        folder = workspace.audit_folder(None, here)
    else:
        folder = workspace.audit_folder(given[0], here)
    if not given:
        raise WrongUsage(problem("files-missing", NOWHERE))
    files = [path for name in given for path in _expanded(name)]
    return audits.require(str(folder), here), files


def _expanded(name: str) -> list[Path]:
    """Return the files that ``*.csv`` means where the terminal leaves that to us."""
    found = [] if is_file(Path(name)) else sorted(glob.glob(name))  # noqa: PTH207
    return [Path(one) for one in found or [name]]


def _unmatched(fault: UnmatchedAnswers) -> None:
    """List what did not fit, for the person at the terminal alone."""
    if not console.is_terminal():
        console.warn(
            tr(
                "Kör kommandot i en terminal, så listas svaren som inte passade.",
                "Run the command in a terminal, and the answers that did not fit are "
                "listed.",
            )
        )
        return
    console.warn(
        tr(
            "PRIVAT: texterna nedan är svar. De visas bara här och sparas inte.",
            "PRIVATE: the texts below are answers. They are shown here, not kept.",
        )
    )
    for one in fault.unmatched:
        column = tr(f"kolumn {one.column}", f"column {one.column}")
        console.grid(
            Grid(
                title=f"{one.file}, {column}: {one.header} ({one.question})",
                header=(tr("Står i filen", "In the file"), tr("Antal", "Count")),
                rows=[(text, str(count)) for text, count in one.values],
                right=frozenset({1}),
            )
        )


def _log(logs: Sequence[ImportLog], form: str) -> None:
    if form == "json":
        console.out_json({"format": 1, "imports": [log.to_json() for log in logs]})
        return
    for log in logs:
        console.show(log.warnings)
        console.out("\n".join(_lines(log)))


def _lines(log: ImportLog) -> list[str]:
    """Say what became of the rows of one file."""
    if log.outcome == "unchanged":
        return [tr(f"{log.file}: redan inläst", f"{log.file}: read before")]
    source = f"{log.instrument}, mappings/{log.mapping}.yaml"
    rows = tr(
        f"{log.rows_in} rader = {log.rows_used} använda + "
        f"{log.rows_refused} inte använda",
        f"{log.rows_in} rows = {log.rows_used} used + {log.rows_refused} not used",
    )
    lines = [f"{log.file}: {_done(log)} ({source})", f"  {rows}"]
    for reason, numbers in log.refused.items():
        if numbers:
            lines.append(f"  {why(reason)}: {_numbers(numbers)}")
    if taken := [one for one in log.changed if one.taken]:
        said = tr("ersätter tidigare svar", "taking the place of earlier answers")
        lines.append(f"  {said}: {tr('rad', 'row')} {differing(taken)}")
    return lines


def _done(log: ImportLog) -> str:
    if log.dry_run:
        return tr("prövad, inget sparat", "tried, nothing stored")
    if log.outcome == "recoded":
        return tr("läst om", "read again")
    return tr("inläst", "read")


def _numbers(rows: Sequence[int]) -> str:
    """Return row numbers, the first twenty of many."""
    shown = ", ".join(map(str, rows[:20]))
    more = len(rows) - 20
    tail = tr(f" och {more} till", f" and {more} more") if more > 0 else ""
    return f"{tr('rad', 'row')} {shown}{tail}"
