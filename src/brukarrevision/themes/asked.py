"""Whether a code may become another one, or stand elsewhere in the tree."""

import re
from collections.abc import Iterator, Mapping

from brukarrevision.audit import Audit
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Problem,
    Refused,
    WrongUsage,
    problem,
)
from brukarrevision.interviews import folder, recoding
from brukarrevision.interviews.markup import QUOTE
from brukarrevision.modelfile import good_id, hint
from brukarrevision.themes import tree
from brukarrevision.themes.edits import coded

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")

Out = Mapping[str, str]
"""The themes whose numbers are out, each with the release they are in."""


def may_be_renamed(audit: Audit, old: str, new: str, out: Out) -> None:
    """Stop where a code cannot get another id.

    A code that the codebook does not have may become one that it has: somebody else
    has renamed it, and these notes were on another computer.

    Raises:
        WrongUsage: there is no such code, or the new id is none or is taken.
        FaultyFiles: the new id stands in notes, where it would become the code.
        Refused: numbers of it are out (R9).
    """
    ids = _ids(audit)
    if old not in ids and new in ids:
        return
    _refuse_unknown(audit, old)
    if not _ID.fullmatch(new) or new.lower() == QUOTE:
        raise WrongUsage(problem("code-id", NOWHERE, given=new, good=_good(new)))
    if new in ids:
        raise WrongUsage(problem("code-exists", NOWHERE, old=old, new=new))
    _refuse_out(out, old)
    if found := tuple(_standing(audit, new)):
        raise FaultyFiles(*found)


def may_be_merged(audit: Audit, old: str, new: str, out: Out) -> None:
    """Stop where a code cannot become a part of another.

    Raises:
        WrongUsage: there is no such code, or they are one.
        Refused: numbers of either are out (R9).
    """
    _refuse_unknown(audit, new)
    if old not in _ids(audit):
        return
    if old == new:
        raise WrongUsage(problem("code-same", NOWHERE, given=old))
    _refuse_out(out, old, new)


def may_be_moved(audit: Audit, code: str, parent: str | None, out: Out) -> None:
    """Stop where a code cannot stand under another, or at the top.

    Raises:
        WrongUsage: there is no such code, or it would be a part of itself.
        Refused: numbers of it are out (R9).
    """
    _refuse_unknown(audit, code)
    if parent is not None:
        _refuse_unknown(audit, parent)
        if code in (parent, *tree.above(audit.codebook, parent)):
            facts = {"theme": code, "parent": parent}
            raise WrongUsage(problem("code-ring", NOWHERE, **facts))
    _refuse_out(out, code)


def unknown(audit: Audit, code: str) -> WrongUsage:
    """Return that there is no such code."""
    near = hint(code, _ids(audit))
    return WrongUsage(problem("code-unknown", NOWHERE, given=code, hint=near))


def _ids(audit: Audit) -> list[str]:
    return [theme.id for theme in audit.codebook.themes]


def _good(given: str) -> str:
    return "citat" if given.lower() == QUOTE else good_id(given)


def _refuse_unknown(audit: Audit, code: str) -> None:
    if code not in _ids(audit):
        raise unknown(audit, code)


def _refuse_out(out: Out, *codes: str) -> None:
    found = [
        problem("code-out", NOWHERE, theme=code, release=out[code])
        for code in codes
        if code in out
    ]
    if found:
        raise Refused(*found)


def _standing(audit: Audit, code: str) -> Iterator[Problem]:
    """Yield the places where a code stands that the codebook does not have."""
    for name, path in coded(audit):
        for line, column in recoding.places(folder.text(path), code):
            yield problem("code-in-notes", Place(name, line, column), given=code)
