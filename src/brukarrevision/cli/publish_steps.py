"""The steps of ``publish``: which audit, are you sure, what was written."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console, publishing, quotes
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import finished
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.workspace import published_file

_MOST = 2


def publish(given: Sequence[str], *, yes: bool) -> None:
    """Publish an audit under a name, unless somebody at the terminal says no."""
    if not given or len(given) > _MOST:
        raise WrongUsage(problem("publish-names", NOWHERE))
    *which, name = given
    found = audits.require(which[0] if which else None, Path.cwd())
    audit, files = finished(found)
    if audit.folder / published_file(name) not in files:
        if not (yes or _agreed(audit, name)):
            console.say(tr("Inget har publicerats.", "Nothing has been published."))
            return
        files = publishing.publish(audit, name)
    for path in files:
        console.out(str(path))
    console.show((*checks.data_is_own(audit), *quotes.doubts(audit)))
    if not _has_numbers(audit, name):
        console.say(
            tr(
                "Publiceringen har inga nya siffror: inga fler svar kunde räknas.",
                "The release has no new numbers: no more responses could be counted.",
            )
        )
    console.say(
        tr(
            "Siffrorna ligger nu fast. Spara mapparna report och published i git.",
            "The numbers now stand. Keep the folders report and published in git.",
        )
    )


def _has_numbers(audit: Audit, name: str) -> bool:
    """Tell whether anything was counted for the first time in a release."""
    now = audits.require(str(audit.folder), Path.cwd())
    return any(split.leaves for split in now.published[name].splits)


def _agreed(audit: Audit, name: str) -> bool:
    """Ask on a terminal; without one, the command itself is the answer."""
    if name in audit.published or not console.can_ask():
        return True
    console.say(
        tr(
            "Det som publiceras kan inte ändras: inte när någon rättar ett svar, och "
            "inte när någon tar tillbaka sitt deltagande.",
            "What is published cannot be changed: not when somebody corrects an "
            "answer, and not when somebody withdraws.",
        )
    )
    question = tr(f"Publicera som {name}?", f"Publish as {name}?")
    return console.confirm(question, default=False)
