"""Checks of the tree of themes in ``codebook.yaml``."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.errors import Problem, problem
from brukarrevision.interviews.markup import QUOTE
from brukarrevision.modelfile import hint
from brukarrevision.workspace import CODEBOOK


def parents_exist(audit: Audit) -> Iterator[Problem]:
    """A theme is a part of one that there is."""
    known = [theme.id for theme in audit.codebook.themes]
    for at, theme in enumerate(audit.codebook.themes):
        if theme.parent is not None and theme.parent not in known:
            place = audit.place(CODEBOOK, ("themes", at, "parent"))
            facts = {"given": theme.parent, "hint": hint(theme.parent, known)}
            yield problem("theme-parent", place, **facts)


def none_is_part_of_itself(audit: Audit) -> Iterator[Problem]:
    """Going up from a theme, one comes to the top."""
    above = {theme.id: theme.parent for theme in audit.codebook.themes}
    for at, theme in enumerate(audit.codebook.themes):
        seen: set[str] = set()
        here = theme.parent
        while here is not None and here != theme.id and here not in seen:
            seen.add(here)
            here = above.get(here)
        if here == theme.id:
            place = audit.place(CODEBOOK, ("themes", at, "parent"))
            yield problem("theme-ring", place, id=theme.id)


def none_has_a_word_of_notes(audit: Audit) -> Iterator[Problem]:
    """In notes ``.quote`` means that the words may become a quote."""
    for at, theme in enumerate(audit.codebook.themes):
        if theme.id.lower() == QUOTE:
            place = audit.place(CODEBOOK, ("themes", at, "id"))
            yield problem("theme-reserved", place, id=theme.id)


CHECKS = (parents_exist, none_is_part_of_itself, none_has_a_word_of_notes)
