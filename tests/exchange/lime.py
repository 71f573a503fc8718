"""Synthetic exports as LimeSurvey writes the answers to a survey that it imported.

The columns follow its export code: fixed ones first, a column for each row, option and
place, those that only show a text too; cells hold codes or labels; dates have a time
and numbers all their decimals where codes were chosen.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.exchange.limesurvey.rows import as_text
from brukarrevision.exchange.made import Made
from brukarrevision.intake.codes import short_codes
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests.exchange.answers import Response
from tests.exchange.limesurvey_rules import rows

HEADINGS = ("code", "names", "r", "both", "text")
_FIXED = {
    "id": "Response ID",
    "submitdate": "Date submitted",
    "lastpage": "Last page",
    "startlanguage": "Start language",
    "seed": "Seed",
}


@dataclass(frozen=True)
class Style:
    """What a user chooses when exporting.

    Attributes:
        heading: one of :data:`HEADINGS`; ``labels``: in the cells instead of codes.
        no: what an option that was not ticked holds.
    """

    heading: str = "code"
    labels: bool = False
    no: str = ""


@dataclass
class Column:
    """One column: of a question, a row, an option or a place."""

    letter: str
    code: str
    text: str
    sub: str = ""
    option: str = ""
    answers: dict[str, str] | None = None

    def heading(self, style: str) -> str:
        """Return the header in one of the :data:`HEADINGS`."""
        if style == "text":
            return f"{self.text} [{self.option}]" if self.sub else self.text
        if style == "both":
            inner = f"[{self.sub}]" if self.sub else ""
            option = f" [{self.option}]" if self.sub else ""
            return f"{self.code}{inner}. {self.text}{option}"
        if not self.sub:
            return self.code
        shape = {"code": "{}[{}]", "names": "{}_{}", "r": "{}.{}."}[style]
        return shape.format(self.code, self.sub)


def columns(made: Made, language: str) -> list[Column]:
    """Return the columns of the survey, from the structure that was imported."""
    _, every = rows(made.data)
    found: list[Column] = []
    last = Column("", "", "")
    answers: dict[str, str] = {}
    for row in (one for one in every if one["language"] == language):
        text = as_text(row["text"])
        if row["class"] == "Q":
            answers = {}
            last = Column(row["type/scale"], row["name"], text, answers=answers)
            if last.letter not in "MFR":
                found.append(last)
        elif row["class"] == "SQ":
            found.append(
                Column(last.letter, last.code, last.text, row["name"], text, answers)
            )
        elif row["class"] == "A":
            answers[row["name"]] = text
            if last.letter == "R":
                place = len(answers)
                rank = f"Rank {place}"
                found.append(
                    Column("R", last.code, last.text, str(place), rank, answers)
                )
    return found


def lime(
    made: Made,
    instrument: Instrument,
    plan: Plan,
    found: Sequence[Response],
    style: Style,
) -> bytes:
    """Return the export: all cells quoted, CRLF, a mark first and a blank line last."""
    every = columns(made, plan.language)
    head = {
        "text": list(_FIXED.values()),
        "both": [f"{code}. {text}" for code, text in _FIXED.items()],
    }.get(style.heading, list(_FIXED))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*head, *(one.heading(style.heading) for one in every)])
    codes = _codes(instrument, plan)
    for number, one in enumerate(found, start=1):
        fixed = [str(number), "1980-01-01 00:00:00", "3", plan.language, "123"]
        cells = (_cell(column, one, codes, style) for column in every)
        writer.writerow([*fixed, *cells])
    begun = ["9999", "", "1", plan.language, "124", *([""] * len(every))]
    writer.writerow(begun)
    return (out.getvalue() + "\r\n").encode("utf-8-sig")


def _codes(instrument: Instrument, plan: Plan) -> dict[str, dict[str, str]]:
    """Return the code that each id got in the survey, by question."""
    found = {
        "unit": short_codes({one.id: (one.label,) for one in plan.units}),
        "group": short_codes({one.id: (one.label,) for one in plan.groups}),
    }
    for question in instrument.questions():
        options = instrument.options(question)
        found[question.id] = short_codes(
            {one.id: (one.label, *one.translations.values()) for one in options}
        )
    return found


def _cell(
    column: Column, one: Response, codes: dict[str, dict[str, str]], style: Style
) -> str:
    """Return what one person's cell holds."""
    if column.letter == "*":
        return column.text
    name = column.sub if column.letter == "F" else column.code
    given = one.get(name, ())
    if not given or column.letter == "X":
        return ""
    chosen = [codes.get(name, {}).get(some, some) for some in given]
    if column.letter == "M":
        yes = "Ja" if style.labels else "Y"
        return yes if column.sub in chosen else style.no
    if column.letter == "R":
        place = int(column.sub) - 1
        chosen = chosen[place : place + 1] or [""]
    said = chosen[0]
    if column.letter in "L!FR" and style.labels:
        return (column.answers or {}).get(said, "")
    return _plain(column.letter, said, labels=style.labels)


def _plain(letter: str, said: str, *, labels: bool) -> str:
    """Return a number, a date or a text as the database has it, or as people do."""
    if letter == "N" and not labels:
        return f"{float(said):.10f}"
    if letter == "D" and not labels:
        return f"{said} 00:00:00"
    return f"'{said}" if said[:1] in "=+-@" else said


STYLES = [
    *(Style(one, labels=labels) for one in HEADINGS for labels in (False, True)),
    Style("code", no="N"),
    Style("both", labels=True, no="Nej"),
]
"""All ways to export."""
