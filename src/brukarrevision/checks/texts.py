"""Checks of the prose, and of what is still to be filled in anywhere."""

from collections.abc import Iterator

from brukarrevision import prose
from brukarrevision.audit import Audit
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.modelfile import hint
from brukarrevision.workspace import TEXT


def nothing_left_to_fill_in(audit: Audit) -> Iterator[Problem]:
    """No line of a YAML file is marked as still to be filled in."""
    for name, source in audit.sources.items():
        for number, line in enumerate(source.text.split("\n"), start=1):
            if prose.is_placeholder(line) and not line.lstrip().startswith("#"):
                what = prose.wanted(line)
                yield problem("placeholder", Place(name, number), what=what)


def sections_are_written(audit: Audit) -> Iterator[Problem]:
    """Every section of prose is one the report has, and is written."""
    known = prose.sections(audit.instruments.values())
    for section, text in audit.texts.items():
        place = Place(f"{TEXT}/{section}.md")
        if section not in known:
            yield problem("text-unknown", place, hint=hint(section, known))
        elif prose.is_instruction(text):
            yield problem("text-unwritten", place)


CHECKS = (nothing_left_to_fill_in, sections_are_written)
