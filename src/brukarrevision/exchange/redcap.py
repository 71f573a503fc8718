"""A REDCap data dictionary read as an instrument; what cannot be kept is listed."""

import re
from collections.abc import Iterator
from pathlib import Path

from brukarrevision.errors import AuditError, Place, Problem
from brukarrevision.exchange.assembling import assemble
from brukarrevision.exchange.found import Asked, Condition, Found, Option, Section
from brukarrevision.exchange.limits import as_number
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform.sheets import Line
from brukarrevision.intake import names
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import SELECTING, QuestionType
from brukarrevision.model.mapping import RESPONSE_USES

_COLUMNS = {
    "variable / field name": "name",
    "form name": "form",
    "section header": "section",
    "field type": "type",
    "field label": "label",
    "choices, calculations, or slider labels": "choices",
    "choices or calculations": "choices",
    "field note": "hint",
    "text validation type or show slider number": "validation",
    "text validation min": "start",
    "text validation max": "end",
    "identifier?": "identifier",
    "branching logic (show field only if...)": "relevant",
    "required field?": "required",
    "field annotation": "annotation",
}
"""What is read; how a field is laid out on the page is not."""

_OWN = frozenset({"name", "form", "type", "label"})
_YES_NO = {"sv": ("Ja", "Nej"), "en": ("Yes", "No")}
_TRUE_FALSE = {"sv": ("Stämmer", "Stämmer inte"), "en": ("True", "False")}
_TYPES: dict[str, QuestionType] = {
    "notes": "text",
    "radio": "select_one",
    "dropdown": "select_one",
    "checkbox": "select_multiple",
    "yesno": "select_one",
    "truefalse": "select_one",
    "slider": "range",
    "descriptive": "note",
}
_VALIDATED: dict[str, QuestionType] = {
    "": "text",
    "alpha_only": "text",
    "integer": "integer",
}
_PERSONAL = frozenset({"email", "phone", "ssn", "mrn_10d", "mrn_generic", "vmrn"})
_SLIDER = (0, 100)
_TICKED = re.compile(r"\[(\w+)\((-?\w+)\)\]\s*(=|<>|!=)\s*(['\"]?)([01])\4(?![\d.])")
_FIELD = re.compile(r"\[(\w+)\]")


def claims(path: Path) -> bool:
    """Tell whether a file is a data dictionary: a csv with REDCap's own headers."""
    if path.suffix.lower() != ".csv":
        return False
    try:
        header = open_sheet(path).header
    except AuditError:
        return False
    return bool(header) and {_column(cell) for cell in header[0]} >= _OWN


def read(path: Path, instrument_id: str, language: Language) -> Questionnaire:
    """Return a data dictionary as an instrument, a draft, and what is not in it.

    Fields that identify people are left out, marked as such or not.

    Args:
        path: a .csv that :func:`claims` is true of.
        instrument_id: the id of the instrument.
        language: in which "yes" and "no" are said, as the file does not say them.

    Raises:
        FaultyFiles: the file cannot be read, or has no question that can be kept.
    """
    return _Reading(path, language).result(instrument_id)


def _column(cell: str) -> str:
    """Return our name of a column, "" for one that is not read."""
    return _COLUMNS.get(names.fold(cell), "")


class _Reading:
    """Goes through the fields of one dictionary."""

    def __init__(self, path: Path, language: Language) -> None:
        self.path, self.language = path, language
        self.found = Found(path.stem, language, Place(path.name))
        self.form = ""

    def _rows(self) -> Iterator[Line]:
        sheet = open_sheet(self.path)
        columns = [_column(cell) for cell in sheet.header[0]]
        for number, row in sheet.rows():
            cells = dict(zip(columns, (c.strip() for c in row), strict=False))
            if cells.get("name"):
                yield Line(Place(self.path.name, row=number), cells, {})

    def _note(self, code: str, place: Place, **facts: str) -> None:
        self.found.notes.append(Problem(code, place, facts))

    def result(self, instrument_id: str) -> Questionnaire:
        for at, line in enumerate(self._rows()):
            self._section(line)
            kind = self._kind(line)
            # REDCap wants the first field to say whose record it is
            if _identifies(line) or (at == 0 and kind == "text"):
                self._note("foreign-identifies", line.place, id=line["name"])
            elif line["name"].lower() in RESPONSE_USES:
                self._note("foreign-attribute", line.place, id=line["name"])
            elif kind is None:
                said = " ".join(filter(None, (line["type"], line["validation"])))
                self._note("foreign-type", line.place, type=names.cut(said))
            else:
                self._field(kind, line)
        return assemble(self.found, instrument_id)

    def _section(self, line: Line) -> None:
        """Begin an area where a form or a section does."""
        form, label = line["form"], names.without_markup(line["section"])
        if form != self.form or label:
            said = label or form.replace("_", " ").capitalize()
            self.found.sections.append(Section(form, said, line.place))
        self.form = form

    def _kind(self, line: Line) -> QuestionType | None:
        """Return the type of a field, None for one that there is not here."""
        if line["type"] != "text":
            return _TYPES.get(line["type"])
        wanted = line["validation"]
        if wanted.startswith("date_"):
            return "date"
        if wanted.startswith("number"):
            return "decimal"
        return _VALIDATED.get(wanted)

    def _field(self, kind: QuestionType, line: Line) -> None:
        label = names.without_markup(line["label"]) or line["name"]
        one = Asked(line["name"], kind, label, line.place)
        one.hint = names.without_markup(line["hint"]) or None
        one.required = line["required"].lower() == "y"
        if line["relevant"]:
            one.conditions = (Condition(_condition(line["relevant"]), line.place),)
        if kind in ("integer", "decimal", "range"):
            one.start, one.end = as_number(line["start"]), as_number(line["end"])
        if kind == "range":
            one.start, one.end = (
                limit if given is None else given
                for given, limit in zip((one.start, one.end), _SLIDER, strict=True)
            )
        if kind in SELECTING and not self._choices(one, line):
            facts = {"id": names.cut(one.name), "list": "–"}
            self._note("foreign-list", line.place, **facts)
            return
        left = [c for c in ("annotation",) if line[c]]
        left += ["choices"] if line["choices"] and kind == "range" else []
        if left:
            self._note("foreign-columns", line.place, columns=", ".join(left))
        self.found.sections[-1].questions.append(one)

    def _choices(self, one: Asked, line: Line) -> bool:
        """Give a question its list; fields with the same choices share one."""
        fixed = {"yesno": _YES_NO, "truefalse": _TRUE_FALSE}.get(line["type"])
        if fixed:
            yes, no = fixed[self.language]
            pairs = [("1", yes), ("0", no)]
        else:
            pairs = [_pair(part) for part in line["choices"].split("|") if part.strip()]
        for name, options in self.found.lists.items():
            if pairs == [(option.name, option.label) for option in options]:
                one.listed = name
                return True
        one.listed = one.name
        options = [Option(name, label, {}, line.place) for name, label in pairs]
        self.found.lists[one.name] = options
        return bool(options)


def _identifies(line: Line) -> bool:
    """Tell whether a field is marked as one that finds out who somebody is."""
    return line["identifier"].lower() == "y" or line["validation"] in _PERSONAL


def _pair(text: str) -> tuple[str, str]:
    """Return code and label of ``1, Yes``."""
    code, _, label = text.partition(",")
    plain = names.without_markup(label)
    return code.strip(), plain or code.strip()


def _condition(text: str) -> str:
    """Return branching logic as XLSForm would write it."""

    def ticked(found: re.Match[str]) -> str:
        name, code, sign, _, one = found.groups()
        whole = f"selected(${{{name}}}, '{code}')"
        return whole if (sign == "=") == (one == "1") else f"not({whole})"

    plain = _TICKED.sub(ticked, text).replace("<>", "!=")
    words = re.sub(
        r"\b(and|or|not)\b", lambda m: m[0].lower(), plain, flags=re.IGNORECASE
    )
    return _FIELD.sub(r"${\1}", words)
