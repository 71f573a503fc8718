"""Checks of the notes of interviews, by their files' names alone."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.errors import Problem
from brukarrevision.interviews import answerlint, lint


def notes_are_right(audit: Audit) -> Iterator[Problem]:
    """Every question and code that notes name is there, and no markup is lost."""
    yield from lint.problems(audit)
    yield from answerlint.problems(audit)


CHECKS = (notes_are_right,)
