"""The steps of ``tally``."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import console, results
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
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
    if wish.form == "xlsx" and not wish.output and console.is_terminal():
        raise WrongUsage(problem("output-missing", NOWHERE))
    audit = opened(wish.audit)
    found = results.protected(audit, themes=False)
    own = [one for one in found.questions if not results.is_aside(one.question.id)]
    views = split.views(audit, own, wish.by)
    data = _bytes(wish, audit, views, is_protected=True)
    if wish.output:
        write_atomic(wish.output, data)
        console.say(tr(f"Skrev {wish.output}", f"Wrote {wish.output}"))
        if found.is_new:
            console.say(_not_out())
    else:
        _print(wish, views, data)


def _not_out() -> str:
    """Return what is said of numbers that no release has frozen."""
    return tr(
        "Siffrorna är inte publicerade. Lämna inte ut dem: kommer det fler svar går "
        "det att räkna ut vad de nya svarade.",
        "The numbers are not published. Do not hand them out: if more responses come, "
        "it can be worked out what the new ones answered.",
    )


def raw(wish: Wish) -> None:
    """Print raw counts on the screen, and say what they are."""
    if wish.output or wish.form == "xlsx":
        raise Refused(problem("unprotected-file", NOWHERE))
    if wish.by:
        raise WrongUsage(problem("by-unprotected", NOWHERE))
    audit = opened(wish.audit)
    console.warn(
        tr(
            "OSKYDDADE SIFFROR. De kan avslöja vad någon har svarat: visa dem inte, "
            "spara dem inte, skicka dem inte vidare.",
            "UNPROTECTED NUMBERS. They can tell what somebody answered: do not show, "
            "save or send them.",
        )
    )
    views = tuple(view.of_raw(one) for one in results.raw(audit))
    _print(wish, views, _bytes(wish, audit, views, is_protected=False))


def _bytes(
    wish: Wish, audit: Audit, views: Sequence[View], *, is_protected: bool
) -> bytes:
    """Return the tables in the form asked for."""
    if wish.form == "xlsx":
        return as_sheet.as_xlsx(views)
    if wish.form == "csv":
        return as_sheet.as_csv(views).encode()
    if wish.form == "table":
        return as_text.plain(views).encode()
    columns = results.columns(audit)
    data = as_json.document(audit, views, columns, protected=is_protected)
    return as_json.text(data).encode()


def _print(wish: Wish, views: Sequence[View], data: bytes) -> None:
    """Draw tables for people; write the rest to the byte."""
    if wish.form != "table":
        console.out_data(data)
        return
    for one in views:
        console.grid(as_text.grid(one))
