"""What the options of the commands of interviews may name."""

from collections.abc import Iterable

from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.modelfile import hint


def among(option: str, given: str, ids: Iterable[str]) -> str:
    """Return a value if it is one of the ids; refuse it with what may be meant."""
    known = tuple(ids)
    if given not in known:
        facts = {"option": option, "hint": hint(given, known)}
        raise WrongUsage(problem("interview-option", NOWHERE, **facts))
    return given
