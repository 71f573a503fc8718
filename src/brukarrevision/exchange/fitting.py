"""Names of somebody else's file made into ids of ours; every change is noted."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import count

from brukarrevision.errors import Problem, problem
from brukarrevision.exchange.found import Asked, Option
from brukarrevision.intake.ids import LONGEST, Ids, ascii_word
from brukarrevision.intake.names import cut

_LONGEST_ID = 40
_ODD = re.compile(r"[^A-Za-z0-9_-]+")


def name_questions(questions: Iterable[Asked]) -> list[Problem]:
    """Give every question its id, and return which could not keep their names.

    A name in legal letters is kept; else it loses what is not (``my_name``: ``myname``)
    and where nothing is left, or somebody has it, the question is numbered.
    """
    ids, notes = Ids(), []
    for one in questions:
        plain = ascii_word(one.name)[:LONGEST]
        one.id = ids.question(one.name, plain, f"{plain[: LONGEST - 1]}2")
        if one.id != one.name:
            facts = {"old": cut(one.name), "new": one.id}
            notes.append(problem("foreign-id", one.place, **facts))
    return notes


def choice_ids(options: Iterable[Option]) -> tuple[dict[str, str], list[Problem]]:
    """Return the id of every choice of a list by its name, and which had to change."""
    found: dict[str, str] = {}
    notes = []
    taken: set[str] = set()
    for one in options:
        new = free_id(one.name, taken)
        taken.add(new.casefold())
        found[one.name] = new
        if new != one.name:
            facts = {"old": cut(one.name), "new": new}
            notes.append(problem("foreign-choice-id", one.place, **facts))
    return found, notes


def free_id(name: str, taken: Container[str]) -> str:
    """Return an id as near to a name as rules allow, that is none of the taken.

    Args:
        name: any text.
        taken: ids, folded.
    """
    wishes = _wishes(_legal(name) or "a1")
    return next(one for one in wishes if one.casefold() not in taken)


def _wishes(plain: str) -> Iterator[str]:
    yield plain[:_LONGEST_ID]
    yield from (f"{plain[: _LONGEST_ID - 5]}-{number}" for number in count(2))


def _legal(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _ODD.sub("_", plain).lstrip("_-").rstrip("_")
