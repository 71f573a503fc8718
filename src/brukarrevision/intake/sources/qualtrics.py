"""Qualtrics: three header rows (code, text, import id), or two in older files.

Previews, tests, spam and responses that were not finished are left out by rules that
the mapping shows. Columns of one question share a code: ``Q3_1``, ``Q3_2``.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header, names
from brukarrevision.intake.header import IMPORT_ID, Heading
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role
from brukarrevision.model.mapping import Exclusion, Source

_WHO = "responseid"
_SIGNS = (
    frozenset({_WHO, "responseset", "finished"}),
    frozenset({_WHO, "recordeddate", "distributionchannel"}),
)
_META = frozenset({"status", "finished", "responseset", "locationaccuracy"})
_IDENTIFYING = frozenset({"externaldatareference"})
_TIMING = re.compile(r".*_(First|Last) Click|.*_Page Submit|.*_Click Count|.*_DO(_.+)?")
_NUMBERED = re.compile(r"V\d+")
_PART = re.compile(r"(?P<code>.+?)_(?P<sub>\d+)")
_CHOSEN = re.compile(r"\s+-\s+Selected Choice$", re.IGNORECASE)
_TWO = 2
_LEFT_OUT = {
    "status": (("Survey Preview", "Survey Test", "Spam"), ("1", "2", "8")),
    "finished": (("False",), ("0",)),
}
"""What the columns hold in rows to leave out: in words, and in numbers."""


class Qualtrics(Recogniser):
    """Qualtrics."""

    name: ClassVar[str] = "qualtrics"
    separators: ClassVar[tuple[str, ...]] = (",",)

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the row of import ids, or by columns that no other tool has."""
        if _import_row(sheet):
            return True
        rows = [set(map(names.compact, row)) for row in sheet.top[:_TWO]]
        return any(row >= signs for row in rows for signs in _SIGNS)

    def source(self, sheet: Sheet) -> Source:
        """Return three header rows, two where there are no import ids.

        One where the second row is somebody's: it must never be taken for a header.
        """
        rows = _import_row(sheet) or (1 if _answered(sheet) else _TWO)
        return Source(tool=self.name, skip_rows=sheet.skip_rows, header_rows=rows)

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Take code and text from a row each, and parts of a question by its code."""
        found = header.headings(sheet)
        rows = sheet.header[:_TWO]
        if len(rows) < _TWO:
            return found
        codes, texts = rows
        named = [
            replace(one, code=code.strip(), text=names.without_markup(text), option="")
            for one, code, text in zip(found, codes, texts, strict=True)
        ]
        return tuple(_parts(named))

    def role(self, heading: Heading) -> Role | None:
        """Know the columns around the questions, and questions of who somebody is."""
        name = _name(heading)
        word = names.compact(name)
        if word == _WHO:
            return "respondent"
        if word in _IDENTIFYING or any(map(names.is_identifying, (name, heading.text))):
            return "identifying"
        own = word in _META or names.is_meta(name)
        return "meta" if own or _TIMING.fullmatch(heading.code) else None

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Leave out previews, tests and spam, and what was not finished."""
        rules = []
        for one in headings:
            in_words, in_numbers = _LEFT_OUT.get(names.compact(_name(one)), ((), ()))
            numbers = any(row[one.at].strip().isdigit() for row in sample)
            texts = in_numbers if numbers else in_words
            rules += [{"at": one.at, "is": text} for text in texts]
        return tuple(map(Exclusion.model_validate, rules))


def _name(heading: Heading) -> str:
    """Return what the tool calls a column: its code, in the oldest files its text."""
    numbered = _NUMBERED.fullmatch(heading.code)
    return heading.text if numbered or not heading.code else heading.code


def _answered(sheet: Sheet) -> bool:
    """Tell whether the second row is a response: it has an id under the id's name."""
    rows = sheet.top[sheet.skip_rows :][:_TWO]
    pairs = zip(*rows, strict=False) if len(rows) == _TWO else ()
    return any(
        names.compact(over) == _WHO and names.compact(under) not in (_WHO, "")
        for over, under in pairs
    )


def _import_row(sheet: Sheet) -> int:
    """Return the number of the row of import ids from the header's first, or 0."""
    for number, row in enumerate(sheet.top[sheet.skip_rows :][:3], 1):
        if any(cell.lstrip().startswith(IMPORT_ID) for cell in row):
            return number
    return 0


def _parts(found: Sequence[Heading]) -> Iterator[Heading]:
    """Yield the headers; those whose codes differ only in a number share a question."""
    taken = [_PART.fullmatch(one.code) for one in found]
    texts: dict[str, list[str]] = {}
    for one, part in zip(found, taken, strict=True):
        if part:
            texts.setdefault(part["code"], []).append(one.text)
    for one, part in zip(found, taken, strict=True):
        shared = _shared(texts[part["code"]]) if part else ""
        if part and shared:
            yield _part(one, part, shared)
        else:
            yield replace(one, text=_asked(one.text))


def _shared(texts: Sequence[str]) -> str:
    """Return what the texts of one question begin with, up to its last hyphen."""
    if len(texts) == 1:
        return ""
    same = os.path.commonprefix(texts)  # noqa: RUF071 - letters, not folders
    return same[: same.rfind("-") + 1]


def _part(one: Heading, part: re.Match[str], shared: str) -> Heading:
    option = one.text.removeprefix(shared).strip()
    return replace(
        one, text=_asked(shared), code=part["code"], sub=part["sub"], option=option
    )


def _asked(text: str) -> str:
    """Return a question without the words that stand before its options."""
    return _CHOSEN.sub("", text.strip(" -"))
