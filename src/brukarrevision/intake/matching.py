"""From the text of a cell to the id of a choice, a unit, a group or a round."""

from collections.abc import Iterable, Mapping

from brukarrevision.intake.codes import short_codes
from brukarrevision.intake.names import fold
from brukarrevision.model.instrument import Choice


def known_choices(
    choices: Iterable[Choice], values: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the id of a choice by every text that means it, folded.

    What the mapping's ``values`` say wins over labels, labels over translations,
    translations over ids, ids over the short codes that forms for LimeSurvey have.
    Where two choices share a text, the first has it.
    """
    listed = tuple(choices)
    known = {fold(text): target for text, target in (values or {}).items()}
    for choice in listed:
        known.setdefault(fold(choice.label), choice.id)
    for choice in listed:
        for text in choice.translations.values():
            known.setdefault(fold(text), choice.id)
    for choice in listed:
        known.setdefault(fold(choice.id), choice.id)
    for one, code in choice_codes(listed).items():
        known.setdefault(fold(code), one)
    return known


def choice_codes(choices: Iterable[Choice]) -> dict[str, str]:
    """Return the short code of every choice of a list, by its id."""
    return short_codes({c.id: (c.label, *c.translations.values()) for c in choices})


def split(cell: str, separator: str, known: Mapping[str, str]) -> list[str] | None:
    """Return the ids of the options joined in one cell, None if one is unknown.

    The longest known option wins, so an option may contain the separator. A
    separator at the end is allowed, as are spaces around it.
    """
    sign = separator.strip() or separator
    parts = cell.split(sign)
    longest = 1 + max((text.count(fold(sign) or sign) for text in known), default=0)
    found: list[str] = []
    at = 0
    while at < len(parts):
        if not parts[at].strip():
            at += 1
            continue
        for end in range(min(len(parts), at + longest), at, -1):
            option = known.get(fold(sign.join(parts[at:end])))
            if option is not None:
                found.append(option)
                at = end
                break
        else:
            return None
    return list(dict.fromkeys(found))
