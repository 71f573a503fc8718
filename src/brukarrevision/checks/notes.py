"""Checks of what was said, in interviews and in open answers; it is never named."""

import re
from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.errors import Problem, problem
from brukarrevision.files import read_bytes
from brukarrevision.interviews import answerlint, answers, folder, lint
from brukarrevision.normal import letters
from brukarrevision.store import Store
from brukarrevision.workspace import CODEBOOK

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_FEWEST = 20
"""An example of fewer letters could be anybody's words."""


def notes_are_right(audit: Audit) -> Iterator[Problem]:
    """Every question and code that notes name is there, and no markup is lost."""
    yield from lint.problems(audit)
    yield from answerlint.problems(audit)


def no_example_was_said(audit: Audit) -> Iterator[Problem]:
    """An example of a theme is invented: it stands in git, and in the report (R8)."""
    every = (letters(one.example or "") for one in audit.codebook.themes)
    examples = {at: one for at, one in enumerate(every) if len(one) >= _FEWEST}
    said = list(_said(audit)) if examples else []
    for at, example in examples.items():
        if any(example in text for text in said):
            place = audit.place(CODEBOOK, ("themes", at, "example"))
            yield problem("theme-example-said", place)


def _said(audit: Audit) -> Iterator[str]:
    """Yield the letters of all notes and open answers."""
    for path in folder.files(audit).values():
        text = read_bytes(path).decode("utf-8", "replace")
        yield letters(_ATTRIBUTES.sub("", text))
    with Store.open(audit.store_path) as store:
        for one in answers.asked(audit, store):
            yield from map(letters, one.given.values())


CHECKS = (notes_are_right, no_example_was_said)
