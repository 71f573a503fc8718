"""Codes of another program as themes: those that are known keep their ids."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.exchange.refi.codes import EXAMPLE, described, names_of
from brukarrevision.exchange.refi.project import Guids
from brukarrevision.exchange.refi.qdc import Code
from brukarrevision.exchange.refi.xml import plain
from brukarrevision.model.codebook import Codebook, Theme

_PLAIN = str.maketrans("åäöéüæø", "aaoeuao")
_EXAMPLE = re.compile(
    rf"(?:\A|\n\n)(?:{'|'.join(map(re.escape, EXAMPLE.values()))})(?=\S)"
)
_LONGEST = 40
_RESERVED = frozenset({"quote"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file makes of a codebook.

    Attributes:
        codebook: all themes: those there were, in their order, and then the new.
        added: the ids of new themes; ``changed``: of those that say something else now.
        absent: ids of themes that the file does not have; they stay.
    """

    codebook: Codebook
    added: tuple[str, ...]
    changed: tuple[str, ...]
    absent: tuple[str, ...]


def taken(codes: Sequence[Code], codebook: Codebook, key: str) -> Taken:
    """Return the codebook with what another program says of its codes.

    A code is a theme of ours if it has the identifier that it was given here, or, for
    programs that give new ones, the same name.

    Args:
        codes: in an order where what is above comes first.
        codebook: the themes there are.
        key: as in :class:`Project`.
    """
    ids = _ids(codes, codebook, Guids(key))
    old = {theme.id: theme for theme in codebook.themes}
    called = names_of(codebook)
    new = {
        name: _theme(code, name, ids, old.get(name), called.get(name))
        for name, code in zip(ids, codes, strict=True)
    }
    known = tuple(new.get(one.id, one) for one in codebook.themes)
    fresh = tuple(one for name, one in new.items() if name not in old)
    return Taken(
        codebook.model_copy(update={"themes": (*known, *fresh)}),
        added=tuple(one.id for one in fresh),
        changed=tuple(one.id for one in known if one != old[one.id]),
        absent=tuple(name for name in old if name not in new),
    )


def _ids(codes: Sequence[Code], codebook: Codebook, guids: Guids) -> list[str]:
    """Return the id of the theme that each code is, or becomes."""
    ours = {guids("code", theme.id): theme.id for theme in codebook.themes}
    given = [ours.get(code.guid) for code in codes]
    named = {name: mark for mark, name in names_of(codebook).items()}
    taken = {theme.id for theme in codebook.themes} | _RESERVED
    met = {one for one in given if one}
    found: list[str] = []
    for code, own in zip(codes, given, strict=True):
        near = named.get(code.name)
        if own and own not in found:
            found.append(own)
        elif near and near not in met:
            met.add(near)
            found.append(near)
        else:
            found.append(_new_id(code.name, taken))
            taken.add(found[-1])
    return found


def _new_id(name: str, taken: set[str]) -> str:
    """Return an id made of a code's name that no theme has."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_PLAIN)).strip("-")
    start = words if words[:1].isalpha() else f"tema-{words}".rstrip("-")
    number, found = 1, start[:_LONGEST].rstrip("-")
    while found in taken:
        number += 1
        end = f"-{number}"
        found = start[: _LONGEST - len(end)].rstrip("-") + end
    return found


def _theme(
    code: Code, name: str, ids: Sequence[str], old: Theme | None, called: str | None
) -> Theme:
    definition, example = _parted(code.description)
    new = Theme(
        id=name,
        label=_shown(code.name) or name,
        parent=None if code.parent is None else ids[code.parent],
        definition=definition or None,
        example=example or None,
    )
    return _kept(new, code, old, called) if old else new


def _kept(new: Theme, code: Code, old: Theme, called: str | None) -> Theme:
    """Return the new theme with the texts of the old that nobody has changed."""
    same: dict[str, str | None] = {}
    if code.name == called:
        same["label"] = old.label
    if code.description in {plain(described(old, word)).strip() for word in EXAMPLE}:
        same |= {"definition": old.definition, "example": old.example}
    return new.model_copy(update=same)


def _parted(description: str) -> tuple[str, str]:
    """Return what a description says, and the example at its end."""
    marks = [*_EXAMPLE.finditer(description)]
    if not marks:
        return description, ""
    last = marks[-1]
    return description[: last.start()].rstrip(), description[last.end() :]


def _shown(name: str) -> str:
    """Return a name without signs that cannot be seen."""
    return "".join(sign for sign in name if sign.isprintable()).strip()
