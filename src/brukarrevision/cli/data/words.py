"""Words that the commands of raw data share."""

from collections.abc import Mapping

from brukarrevision import console
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.model.erasure import Kind


def listed(found: Mapping[Kind, int]) -> str:
    """Return how many files there are of each kind, in words."""
    words: dict[Kind, str] = {
        "responses": tr("filer med svar", "files of responses"),
        "copies": tr("kopior av äldre filer med svar", "copies of older responses"),
        "notes": tr("intervjuanteckningar", "interview notes"),
        "drafts": tr("rapportutkast", "draft reports"),
        "other": tr("andra filer", "other files"),
    }
    return ", ".join(f"{words[kind]}: {count}" for kind, count in found.items())


def one_line(name: str) -> str:
    """Return the name of a file so that it stays on its line, whatever is in it."""
    return " ".join(name.split())


def agreed(question: str, *, yes: bool) -> bool:
    """Ask before what cannot be undone.

    Raises:
        WrongUsage: nobody can be asked, and nobody said yes beforehand.
    """
    if yes:
        return True
    if not console.can_ask():
        raise WrongUsage(problem("confirm-missing", NOWHERE))
    if console.confirm(question, default=False):
        return True
    console.say(tr("Inget har ändrats.", "Nothing has been changed."))
    return False
