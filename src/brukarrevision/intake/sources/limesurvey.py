"""LimeSurvey: headers of code, code and text, or text; answers as codes or labels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.intake import header, names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import fold
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role
from brukarrevision.model.instrument import NUMERIC, Choice, Question
from brukarrevision.model.mapping import Exclusion

_SUBMITTED = frozenset({"submitdate", "datesubmitted"})
_SIGNS = _SUBMITTED | {"lastpage", "startlanguage", "seed"}
_KEY = frozenset({"id", "responseid"})
_META = _SIGNS | {"startdate", "datestarted", "datestamp", "datelastaction"}
_WHO = frozenset(
    {"token", "accesscode", "ipaddr", "ipaddress", "refurl", "referrerurl", "email"}
)
_ATTRIBUTE = re.compile(r"attribute\d+")
_TIMED = "interviewtime"
_TIMES = re.compile(
    r"interviewtime|grouptime ?:? ?.*|total time|group time: .*|question time: .*",
    re.IGNORECASE,
)
_BOTH = re.compile(r"([A-Za-z]\w*)(?:\[(.*?)\])?\.\s+(.*)", re.DOTALL | re.ASCII)
_SHAPES = (
    re.compile(r"([A-Za-z][A-Za-z0-9]*)\[(.+)\]"),
    re.compile(r"([A-Za-z][A-Za-z0-9]*)_([A-Za-z0-9_]+)"),
    re.compile(r"([A-Za-z][A-Za-z0-9]*)\.([A-Za-z0-9._]+)\."),
)
_COMMENT = re.compile(r"\w*comment", re.IGNORECASE)
_END = re.compile(r"(-?\d{1,4})\s*(?:\(.+\)|[-–]\s+\D.*)")
_OWN = (
    {"Y": frozenset({"ja", "yes"}), "N": frozenset({"nej", "no"})},
    {"-oth-": frozenset({"other", "annat", "annan", "something else"})},
)
_CODED = 2


class LimeSurvey(Recogniser):
    """LimeSurvey, whichever headings and answers were chosen for the export."""

    name: ClassVar[str] = "limesurvey"

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the tool adds, or by ``code[sub]``."""
        found = header.headings(sheet)
        if len({_word(one) for one in found} & _SIGNS) > 1:
            return True
        return sum(bool(one.code and one.sub and "[" in one.raw) for one in found) > 1

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return code and text apart; what was written beside an option is a text."""
        found = header.headings(sheet)
        filled = [one for one in found if one.raw.strip()]
        both = _CODED * sum(bool(_BOTH.fullmatch(one.raw)) for one in filled)
        apart = [_apart(one, both=both > len(filled)) for one in found]
        whole = {one.base for one in apart if not one.sub and not one.option}
        apart = [_beside(one) if _is_beside(one, whole) else one for one in apart]
        timed = next((h.at for h in apart if _word(h) in (_TIMED, "totaltime")), None)
        return tuple(
            replace(one, code=_TIMED, sub="", option="")
            if _TIMES.fullmatch(one.raw) or (timed is not None and one.at >= timed)
            else one
            for one in apart
        )

    def role(self, heading: Heading) -> Role | None:
        """Tell the fixed columns and the timings from questions."""
        word = _word(heading)
        if word in _KEY:
            return "respondent"
        if word in _WHO or _ATTRIBUTE.fullmatch(word):
            return "identifying"
        meta = word in _META or heading.code == _TIMED
        return "meta" if meta else None

    def values(
        self, question: Question, options: Sequence[Choice], cells: Mapping[str, int]
    ) -> dict[str, str]:
        """Say what Y, N and ``-oth-`` are, and scale ends with a text beside them.

        A text that stands once may be somebody's own: it is asked about instead.
        """
        if question.type in NUMERIC:
            often = sorted(text for text, times in cells.items() if times > 1)
            ends = {text: _END.fullmatch(text) for text in often}
            return {text: found[1] for text, found in ends.items() if found}
        return {
            text: choice.id
            for own in _OWN
            for text, words in own.items()
            for choice in options
            if cells.keys() & own.keys()
            and {fold(choice.id), fold(choice.label)} & words
        }

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Leave out what was never submitted, where the file says what was."""
        dates = [one.at for one in headings if _word(one) in _SUBMITTED]
        if not any(row[at].strip() for at in dates[:1] for row in sample):
            return ()
        return (Exclusion.model_validate({"at": dates[0], "is": ""}),)


def _word(heading: Heading) -> str:
    """Return the code of a fixed column, or its whole header, folded."""
    found = _BOTH.fullmatch(heading.raw)
    return names.compact(found[1] if found and not found[2] else heading.raw)


def _apart(found: Heading, *, both: bool) -> Heading:
    """Return code, row or option, and text of one header."""
    plain = found.raw.strip()
    whole = _BOTH.fullmatch(plain) if both else None
    if whole and not whole[2]:
        text = names.without_markup(whole[3])
        return replace(found, code=whole[1], sub="", text=text, option="")
    if whole:
        inner = header.take_apart(found.at, found.raw, f"q1[x]. {whole[3]}")
        return replace(inner, code=whole[1], sub=_sub(whole[2]))
    for shape in _SHAPES:
        if short := shape.fullmatch(plain):
            code, sub = short[1], _sub(short[2])
            return Heading(found.at, found.raw, code, code, sub)
    return found


def _sub(written: str) -> str:
    """Return the code of a row or option; one of two scales has its number too."""
    return written.replace("][", "_")


def _is_beside(found: Heading, whole: set[str]) -> bool:
    """Tell whether a column holds what was written beside an answer.

    Where a question is one column, so is its ``other``; where its options have
    columns, ``other`` is one of them, and any text in it a tick.
    """
    if _COMMENT.fullmatch(found.sub):
        return True
    other = names.is_other(found.option or found.sub)
    return other and bool(found.sub or found.option) and found.base in whole


def _beside(found: Heading) -> Heading:
    text = f"{found.text} [{found.option or found.sub}]"
    return Heading(found.at, found.raw, text, found.code + found.sub)
