"""Typeform: a column of ids called ``#``, then questions; times and network last.

Several options have a column each in older files, whose header and cells are the
option alone: nothing says which question they answer. Newer files join them with
slashes. Headers hold Markdown, and marks where earlier answers were put in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.i18n import tr
from brukarrevision.intake import header
from brukarrevision.intake.header import Heading
from brukarrevision.intake.multiples import SLASH
from brukarrevision.intake.names import compact, cut, fold, is_other
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role, words

_SIGNS = frozenset({"startdateutc", "submitdateutc", "networkid"})
_META = _SIGNS | {"responsetype", "stagedate", "stagedateutc", "tags", "ending"}
_FIELD = re.compile(r"\{\{[^{}]*\}\}")
_MARKS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_SHOWN = 3


class Typeform(Recogniser):
    """Typeform."""

    name: ClassVar[str] = "typeform"
    separators: ClassVar[tuple[str, ...]] = (SLASH, ", ", ";")

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by ``#`` and by two of the columns at the end."""
        first = sheet.header[0][0].strip() if sheet.header else ""
        return first == "#" and len(words(sheet) & _SIGNS) > 1

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Read headers as people saw them, and gather the options of one question."""
        found = [_seen(one) for one in header.headings(sheet)]
        return tuple(_gathered(found, sheet.sample))

    def role(self, heading: Heading) -> Role | None:
        """Know the id, the times and the network."""
        if heading.raw.strip() == "#":
            return "respondent"
        return "meta" if compact(heading.raw) in _META else None


def _seen(heading: Heading) -> Heading:
    """Return a header without Markdown and without the marks of earlier answers."""
    plain = _LINK.sub(r"\1", _FIELD.sub("…", heading.raw))
    while (bare := _MARKS.sub(r"\2", plain)) != plain:
        plain = bare
    seen = header.take_apart(heading.at, heading.raw, plain)
    return replace(seen, text=seen.text or heading.raw)


def _gathered(
    found: Sequence[Heading], sample: Sequence[Sequence[str]]
) -> Iterator[Heading]:
    """Yield the headers; neighbours that are options name one question together."""
    run: list[Heading] = []
    for heading in found:
        cells = {fold(row[heading.at]) for row in sample} - {""}
        own = fold(heading.raw)
        if own and (cells == {own} or (run and (not cells or is_other(own)))):
            run.append(heading)
            continue
        yield from _together(run)
        run = []
        yield heading
    yield from _together(run)


def _together(run: Sequence[Heading]) -> Iterator[Heading]:
    if len(run) == 1:
        yield run[0]
        return
    first = cut(", ".join(one.raw.strip() for one in run[:_SHOWN]))
    more = " …" if len(run) > _SHOWN else ""
    text = tr(f"Flera val: {first}{more}", f"Multiple choice: {first}{more}")
    for one in run:
        yield replace(one, text=text, option=one.raw.strip())
