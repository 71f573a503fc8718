"""The steps of ``codebook rename``, ``merge`` and ``move``."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, releases
from brukarrevision.audit import Audit
from brukarrevision.cli.codebook.exchange_steps import coded
from brukarrevision.cli.data.words import agreed
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.themes import asked, edits, recoding
from brukarrevision.themes.edits import Edit


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to change: files, and quotes that are kept privately."""

    edits: tuple[Edit, ...]
    old: str = ""
    new: str = ""
    quotes: tuple[str, ...] = ()


def rename_code(
    given: Sequence[str], example: str, *, dry_run: bool, yes: bool
) -> None:
    """Show what another id for a theme changes, ask, and do it."""
    audit, (old, new), done = _words(given, 2, example)
    if not done:
        asked.may_be_renamed(audit, old, new, releases.themes_out(audit))
        _recode(audit, old, new, dry_run=dry_run, yes=yes)


def merge_codes(
    given: Sequence[str], example: str, *, dry_run: bool, yes: bool
) -> None:
    """Show what two themes made one change, ask, and do it."""
    audit, (old, new), done = _words(given, 2, example)
    if not done:
        asked.may_be_merged(audit, old, new, releases.themes_out(audit))
        _recode(audit, old, new, dry_run=dry_run, yes=yes)


def move_code(
    given: Sequence[str],
    parent: str | None,
    example: str,
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    """Show what another place in the tree changes, ask, and do it."""
    audit, (code,), _ = _words(given, 1, example)
    asked.may_be_moved(audit, code, parent, releases.themes_out(audit))
    change = _Change(edits.of_move(audit, code, parent))
    if not change.edits:
        console.say(tr("Temat ligger redan där.", "The theme is there already."))
    elif _agreed(change, dry_run=dry_run, yes=yes):
        recoding.write(change.edits)
        _tell(change)


def _recode(audit: Audit, old: str, new: str, *, dry_run: bool, yes: bool) -> None:
    found = edits.everywhere(audit, old, new)
    change = _Change(found, old, new, recoding.quotes_of(audit, old))
    if not (change.edits or change.quotes):
        raise asked.unknown(audit, old)
    if _agreed(change, dry_run=dry_run, yes=yes):
        recoding.recode(audit, old, new, found)
        _tell(change)


def _words(
    given: Sequence[str], number: int, example: str
) -> tuple[Audit, tuple[str, ...], bool]:
    """Return the audit, the words after it, and whether that was done just now.

    It was if it had been cut off; the audit is the one named or the one around.
    """
    if not number <= len(given) <= number + 1:
        facts = {"example": example.partition("\n")[0]}
        raise WrongUsage(problem("code-words", NOWHERE, **facts))
    name = given[0] if len(given) > number else None
    words = tuple(given[-number:])
    cut_off = recoding.begun(audits.require(name, Path.cwd()))
    return coded(name), words, cut_off == words


def _agreed(change: _Change, *, dry_run: bool, yes: bool) -> bool:
    """Show everything that changes, and ask whether it may."""
    for edit in change.edits:
        for line in edit.lines:
            console.change(line.sign, f"{edit.name}:{line.number}: {line.text}")
    log = tr("citatloggen", "log of quotes")
    for quote in change.quotes:
        for sign, code in (("-", change.old), ("+", change.new)):
            console.change(sign, f"{log}: {quote}: theme: {code}")
    if dry_run:
        console.say(tr("Inget har ändrats.", "Nothing has been changed."))
        return False
    return agreed(tr("Ändra allt det här?", "Change all of this?"), yes=yes)


def _tell(change: _Change) -> None:
    files = len(change.edits)
    console.say(tr(f"Ändrade filer: {files}.", f"Files changed: {files}."))
