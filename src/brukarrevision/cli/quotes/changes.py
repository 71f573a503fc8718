"""The steps of ``quotes candidates``, ``quotes edit`` and ``quotes mask``."""

import shutil
import sys
from collections.abc import Sequence

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli import editor
from brukarrevision.cli.opening import opened
from brukarrevision.cli.quotes.steps import meant
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import folder_beside, read_bytes, write_atomic
from brukarrevision.i18n import tr
from brukarrevision.quotes import changing, desk
from brukarrevision.quotes.candidates import Candidate
from brukarrevision.quotes.candidates import candidates as marked
from brukarrevision.tables.grid import Grid

_FEWEST, _MOST = 3, 4
_FILE = "quote.txt"


def candidates(name: str | None, theme: str | None) -> None:
    """Print what is marked as quotable, which only the auditors may see."""
    audit = opened(name)
    desk.check_theme(audit, theme)
    found = marked(audit, theme)
    console.warn(
        tr(
            "Rådata: det som står här är bara till för er. Visa det inte.",
            "Raw data: what stands here is for you alone. Do not show it.",
        )
    )
    console.grid(
        Grid(
            title=tr("Märkt som citat", "Marked as quotes"),
            header=(tr("var", "place"), tr("teman", "themes"), tr("text", "text")),
            rows=tuple(_row(one) for one in found),
        )
    )


def _row(one: Candidate) -> tuple[str, ...]:
    return (one.place, ", ".join(one.codes) or "–", one.text)


def edit(words: Sequence[str], text: str | None, alias: str | None) -> None:
    """Put another text in place of a quote's."""
    audit, quote = meant(words)
    if alias is not None:
        desk.check_alias(audit, alias)
    was = desk.text(audit, quote)
    given = _asked(audit, was) if text is None else text
    if not given.strip():
        raise WrongUsage(problem("quote-empty"))
    _tell(quote, changing.edit(audit, quote, given, alias or ""))


def _asked(audit: Audit, was: str) -> str:
    """Return the new text; at a terminal the old one is there to begin with."""
    if not console.can_ask():
        return sys.stdin.read()
    if words := editor.command():
        return _edited(audit, words, was)
    return console.ask(tr("Ny text", "New text"), was)


def _edited(audit: Audit, words: list[str], was: str) -> str:
    """Have a text edited, in a private folder that goes with all that is in it."""
    folder = folder_beside(audit.data_dir / _FILE)
    try:
        path = folder / _FILE
        write_atomic(path, f"{was}\n".encode(), private=True)
        editor.run(words, path)
        return read_bytes(path, _FILE).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FaultyFiles(problem("yaml-not-utf8", Place(_FILE))) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def mask(words: Sequence[str], alias: str | None) -> None:
    """Hide words in a quote, and show what was done."""
    if not _FEWEST <= len(words) <= _MOST:
        raise WrongUsage(problem("quote-mask-words", NOWHERE))
    *named, hidden, kind = words
    audit, quote = meant(named)
    if alias is not None:
        desk.check_alias(audit, alias)
    done = changing.mask(audit, quote, hidden, kind, alias or "")
    console.say(
        tr(f"Dolt på {done.places} ställen.", f"Hidden in {done.places} places.")
        if done.places > 1
        else tr("Dolt på ett ställe.", "Hidden in one place.")
    )
    _tell(quote, done)


def _tell(quote: str, done: changing.Changed) -> None:
    """Show the quote as it is now."""
    console.say(f"{quote}: {done.text}")
    if done.taken_back:
        console.warn(
            tr(
                "Citatet var godkänt med en annan text. Det måste godkännas på nytt.",
                "The quote was approved with another text. It must be approved anew.",
            )
        )
