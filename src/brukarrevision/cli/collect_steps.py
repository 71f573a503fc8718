"""The steps of ``collect``: which audit, which files, and what became of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from brukarrevision import audit as audits
from brukarrevision import console, workspace
from brukarrevision.audit import Audit
from brukarrevision.cli.options import one_of
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.intake.log import ImportLog, UnmatchedAnswers
from brukarrevision.tables.grid import Grid

_REASONS = {
    "blank": ("tomma", "blank"),
    "excluded": ("uteslutna enligt mappningen", "excluded by the mapping"),
    "already_imported": ("redan inlästa", "read before"),
    "changed": ("ändrade sedan sist, inte inlästa", "changed since, not read"),
}


def read(given: Sequence[str], form: str, wishes: Mapping[str, Any]) -> None:
    """Read files into the store and show the log of each."""
    one_of("--format", form, ("text", "json"))
    audit, files = _split(given)
    with console.progress(tr("Läser svar", "Reading responses")) as bar:
        options = CollectOptions(**wishes, progress=lambda rows: bar(rows, 0))
        try:
            logs = collect(audit, files, options)
        except UnmatchedAnswers as fault:
            _unmatched(fault)
            raise
    if form == "json":
        console.out_json({"format": 1, "imports": [log.to_json() for log in logs]})
        return
    for log in logs:
        _tell(log)


def _split(given: Sequence[str]) -> tuple[Audit, list[Path]]:
    """Return the audit and the files: the first word may name the audit."""
    first = given[0] if given else None
    try:
        folder = workspace.audit_folder(first, Path.cwd())
        rest = given[1:]
    except WrongUsage:
        if first is None or not Path(first).is_file():
            raise
        folder = workspace.audit_folder(None, Path.cwd())
        rest = given
    if not rest:
        raise WrongUsage(problem("files-missing", NOWHERE))
    return audits.require(str(folder), Path.cwd()), [Path(name) for name in rest]


def _unmatched(fault: UnmatchedAnswers) -> None:
    """List what did not fit, for the person at the terminal alone."""
    console.warn(
        tr(
            "PRIVAT: texterna nedan är svar. De visas bara här och sparas inte.",
            "PRIVATE: the texts below are answers. They are shown here only, not saved.",
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


def _tell(log: ImportLog) -> None:
    """Say what became of the rows of one file."""
    console.show(log.warnings)
    if log.outcome == "unchanged":
        console.out(
            tr(
                f"{log.file}: redan inläst, inget ändrat",
                f"{log.file}: read before, nothing changed",
            )
        )
        return
    again = log.outcome == "recoded"
    verb = tr("läst om", "read again") if again else tr("inläst", "read")
    if log.dry_run:
        verb = tr("prövad, inget sparat", "tried, nothing stored")
    console.out(
        f"{log.file}: {verb} ({log.instrument}, mappings/{log.mapping}.yaml)\n"
        + tr(
            f"  {log.rows_in} rader = {log.rows_used} använda + "
            f"{log.rows_refused} inte använda",
            f"  {log.rows_in} rows = {log.rows_used} used + {log.rows_refused} not used",
        )
    )
    for reason, rows in log.refused.items():
        if rows:
            console.out(f"  {tr(*_REASONS[reason])}: {_numbers(rows)}")


def _numbers(rows: Sequence[int]) -> str:
    """Return row numbers, the first twenty of many."""
    shown = ", ".join(map(str, rows[:20]))
    more = len(rows) - 20
    tail = tr(f" och {more} till", f" and {more} more") if more > 0 else ""
    return f"{tr('rad', 'row')} {shown}{tail}"
