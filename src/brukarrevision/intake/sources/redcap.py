"""REDCap: variable names or labels, a column for each option of a checkbox.

A checkbox that nobody has seen is written as 0. Whether the form was filled in, only
the column ``<form>_complete`` after the form's own columns tells.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header, names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import fold
from brukarrevision.intake.rules import Rules
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role
from brukarrevision.intake.ticks import UNTICKED
from brukarrevision.model.instrument import Choice, Question
from brukarrevision.model.mapping import Exclusion, Only

_BOX = re.compile(r"[a-z][a-z0-9_]*?___[\w-]+")
_LABELLED = re.compile(r"(.+?)\s*\(choice=(.*)\)", re.DOTALL)
_COMPLETE = re.compile(r"\w+_complete|Complete\?( \(\w+\))?")
_TIMESTAMP = re.compile(r"\w+_timestamp|Survey Timestamp")
_META = names.word_set(
    """
    eventname repeatinstrument repeatinstance dataaccessgroup redcapeventname
    redcaprepeatinstrument redcaprepeatinstance redcapdataaccessgroup
    """
)
_WHO = frozenset({"redcapsurveyidentifier", "surveyidentifier"})
_IDS = names.word_set("recordid studyid participantid subjectid")
_FILLED = ("2", "1", "Complete", "Unverified")
_BEGUN = "[not completed]"
_YES, _NO = frozenset({"ja", "yes"}), frozenset({"nej", "no"})
_SAID = ({"1": _YES, "0": _NO}, {"Yes": _YES, "No": _NO})


class RedCap(Recogniser):
    """REDCap, raw data or labels."""

    name: ClassVar[str] = "redcap"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by its own columns, by checkboxes, or by a form that is complete."""
        if sheet.header_rows != 1 or not sheet.header:
            return False
        cells = [cell.strip() for cell in sheet.header[0]]
        if any(cell.startswith("redcap_") or _BOX.fullmatch(cell) for cell in cells):
            return True
        form = any(_COMPLETE.fullmatch(cell) for cell in cells)
        boxes = any(_LABELLED.fullmatch(cell) for cell in cells)
        return form and (boxes or names.compact(cells[0]) in _IDS)

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return question and option of a checkbox apart."""
        return tuple(map(_heading, header.headings(sheet)))

    def role(self, heading: Heading) -> Role | None:
        """Tell the record's id, which comes first, and REDCap's own columns."""
        raw = heading.raw.strip()
        word = names.compact(raw)
        if heading.at == 0:
            return "respondent"
        if word in _WHO:
            return "identifying"
        own = word in _META or _COMPLETE.fullmatch(raw) or _TIMESTAMP.fullmatch(raw)
        return "meta" if own else None

    def values(
        self, question: Question, options: Sequence[Choice], cells: Mapping[str, int]
    ) -> dict[str, str]:
        """Say that yes and no are written as 1 and 0."""
        del question
        said = next(
            (pair for pair in _SAID if cells and cells.keys() <= pair.keys()), {}
        )
        return {
            text: choice.id
            for text, words in said.items()
            for choice in options
            if {fold(choice.id), fold(choice.label)} & words
        }

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Leave out a survey that was begun and not completed, if there is only one."""
        del sample
        times = [one.at for one in headings if _TIMESTAMP.fullmatch(one.raw.strip())]
        if len(times) != 1:
            return ()
        return (Exclusion.model_validate({"at": times[0], "is": _BEGUN}),)

    def only(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> Mapping[int, Only]:
        """Let options that are not ticked count only in forms that were filled in.

        Not where somebody answered a form that is said to be incomplete: there the
        people who enter data do not use that column.
        """
        found: dict[int, Only] = {}
        rules = Rules(self.exclude(headings, sample))
        sample = [row for row in sample if not rules.excluded(row)]
        for form, complete in _forms(headings):
            boxes = [one.at for one in form if one.sub or one.option]
            used = any(
                _answered(row, form)
                for row in sample
                if row[complete].strip() not in _FILLED
            )
            if not used:
                rule = Only.model_validate(
                    {"at": complete, "is": _written(sample, complete)}
                )
                found |= dict.fromkeys(boxes, rule)
        return found


def _heading(found: Heading) -> Heading:
    raw = found.raw.strip()
    if labelled := _LABELLED.fullmatch(raw):
        text, option = map(names.without_markup, labelled.groups())
        return replace(found, text=text, code="", sub="", option=option)
    return found


def _forms(
    headings: Sequence[Heading],
) -> Iterator[tuple[list[Heading], int]]:
    """Yield the columns of each form with the column that says if it is complete."""
    form: list[Heading] = []
    for one in headings[1:]:
        if _COMPLETE.fullmatch(one.raw.strip()):
            yield form, one.at
            form = []
        elif not _TIMESTAMP.fullmatch(one.raw.strip()):
            form.append(one)


def _answered(row: Sequence[str], form: Sequence[Heading]) -> bool:
    """Tell whether anything of a form was answered."""
    for one in form:
        box = bool(one.sub or one.option)
        cell = fold(row[one.at])
        if (
            cell
            and not (box and cell in UNTICKED)
            and names.compact(one.raw) not in _META
        ):
            return True
    return False


def _written(sample: Sequence[Sequence[str]], complete: int) -> tuple[str, ...]:
    """Return what a complete form is said to be, in numbers or in words."""
    cells = {row[complete].strip() for row in sample}
    words = any(cell and not cell.isdigit() for cell in cells)
    return _FILLED[2:] if words else _FILLED[:2]
