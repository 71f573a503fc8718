"""The steps of ``tally``."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, results
from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, Refused, WrongUsage, problem
from brukarrevision.files import write_atomic
from brukarrevision.i18n import tr
from brukarrevision.tables import as_json, as_sheet, as_text, split, view
from brukarrevision.tables.view import View


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    audit: str | None
    by: tuple[str, ...]
    form: str
    output: Path | None


def protected(wish: Wish) -> None:
    """Print what may be shown."""
    audit = audits.require(wish.audit, Path.cwd())
    views = split.views(audit, results.protected(audit).questions, wish.by)
    _print(wish, audit, views, is_protected=True)


def raw(wish: Wish) -> None:
    """Print raw counts on the screen, and say what they are."""
    if wish.output or wish.form == "xlsx":
        raise Refused(problem("unprotected-file", NOWHERE))
    audit = audits.require(wish.audit, Path.cwd())
    if wish.by:
        raise WrongUsage(problem("by-unprotected", NOWHERE))
    console.warn(
        tr(
            "OSKYDDADE SIFFROR. De kan avslöja vad någon har svarat: visa dem inte, spara "
            "dem inte, skicka dem inte vidare.",
            "UNPROTECTED NUMBERS. They can tell what somebody answered: do not show, save "
            "or send them.",
        )
    )
    views = tuple(view.of_raw(one) for one in results.raw(audit))
    _print(wish, audit, views, is_protected=False)


def _print(wish: Wish, audit: Audit, views: Sequence[View], *, is_protected: bool) -> None:
    if wish.form == "json":
        columns = results.columns(audit)
        data = as_json.document(audit, views, columns, protected=is_protected)
        _put(wish, as_json.text(data))
    elif wish.form == "csv":
        _put(wish, as_sheet.as_csv(views))
    elif wish.form == "xlsx":
        _put(wish, as_sheet.as_xlsx(views))
    elif wish.output:
        _put(wish, as_text.plain(views))
    else:
        for one in views:
            console.grid(as_text.grid(one))


def _put(wish: Wish, data: str | bytes) -> None:
    """Write to the file given, else to stdout."""
    raw_data = data.encode() if isinstance(data, str) else data
    if wish.output:
        write_atomic(wish.output, raw_data)
        console.say(tr(f"Skrev {wish.output}", f"Wrote {wish.output}"))
    elif isinstance(data, str):
        sys.stdout.write(data)
    else:
        sys.stdout.buffer.write(data)
