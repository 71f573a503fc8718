"""An XLSForm read as an instrument; whatever cannot be kept is listed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from brukarrevision.errors import AuditError, FaultyFiles, Place, Problem, problem
from brukarrevision.exchange.assembling import assemble
from brukarrevision.exchange.found import Asked, Condition, Found, Option, Section
from brukarrevision.exchange.languages import code_of, shown
from brukarrevision.exchange.limits import limits
from brukarrevision.exchange.phrases import OTHER
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform.kinds import Kind, kind
from brukarrevision.exchange.xlsform.rows import BACKGROUND
from brukarrevision.exchange.xlsform.sheets import KINDS, Line, header, lines, sheets
from brukarrevision.intake.names import cut, is_key, is_meta
from brukarrevision.model.base import Language
from brukarrevision.model.mapping import RESPONSE_USES

_YES = frozenset({"yes", "true", "true()", "1"})
_NO = frozenset({"no", "false", "false()", "0", ""})
_KEPT = frozenset(
    """
    type name list_name relevant appearance constraint_message required_message order
    """.split()  # noqa: SIM905 - easier to read
)
_FLAGS = frozenset({"read_only", "readonly", "disabled"})
_REFERENCE = re.compile(r"\$\{[^}]*\}")
_OWN = frozenset({"type", "name", "label"})
_NAME = re.compile(r"[^\W\d][\w.:-]*")
_DEEPEST = 50
"""Groups within groups: more than any form has."""


def claims(path: Path) -> bool:
    """Tell whether a file is an XLSForm: a sheet ``survey`` with types and names.

    Most rows have to be those of forms, and no columns those that tools add to answers:
    the sheet may hold what people answered, which must never end up in an instrument.
    """
    if path.suffix.lower() not in KINDS:
        return False
    try:
        sheet = sheets(path).get("survey")
        columns = header(path, sheet) if sheet is not None else []
        if sheet is None or not set(columns) >= _OWN or _of_answers(columns):
            return False
        rows = [line for line in lines(path, sheet) if line["type"]]
    except AuditError:
        return False
    return 2 * sum(map(_of_form, rows)) > len(rows)


def _of_answers(columns: Iterable[str]) -> bool:
    """Tell whether there are columns that tools add to answers: ``start``, ``_uuid``.

    One alone may be somebody's own column in a form, such as ``tags``.
    """
    return sum(is_meta(one) or is_key(one) for one in columns) > 1


def _of_form(line: Line) -> bool:
    """Tell whether a row can be one of a form: by its type, and a name of one word."""
    what = kind(line["type"])
    named = bool(_NAME.fullmatch(line["name"])) or what.control == "end"
    return named and what != Kind()


def read(path: Path, instrument_id: str, language: Language) -> Questionnaire:
    """Return an XLSForm as an instrument, a draft, and what is not in it.

    Args:
        path: an .xlsx or .xls that :func:`claims` is true of.
        instrument_id: the id of the instrument.
        language: of the audit; labels in it are taken where there are any.

    Raises:
        FaultyFiles: the file cannot be read, or has no question that can be kept.
    """
    return _Reading(path, language).result(instrument_id)


class _Reading:
    """Goes through the sheets of one form."""

    def __init__(self, path: Path, language: Language) -> None:
        self.path, self.language, self.sheets = path, language, sheets(path)
        settings = next(iter(self._lines("settings")), None)
        self.settings = settings.cells if settings else {}
        title = self.settings.get("form_title") or self.settings.get("form_id")
        self.found = Found(title or path.stem, language, Place(path.name))
        self.survey = self._lines("survey")
        self.base = self._base()
        self.open: list[tuple[Kind, Line]] = []
        self.section: Section | None = None

    def _lines(self, sheet: str) -> list[Line]:
        return (
            list(lines(self.path, self.sheets[sheet])) if sheet in self.sheets else []
        )

    def _note(self, code: str, place: Place, **facts: str) -> None:
        self.found.notes.append(Problem(code, place, facts))

    def _base(self) -> str:
        """Return the language the labels are taken from; "" where none is said."""
        spoken = [code for line in self.survey for code in line.texts["label"]]
        default = code_of(self.settings.get("default_language", ""))
        wishes = (self.language, default, "", *spoken)
        base = next(one for one in (*wishes, "") if one in spoken or not spoken)
        if base not in (self.language, ""):
            wanted = shown(self.language)
            place = Place(self.path.name)
            self._note("foreign-language", place, language=shown(base), wanted=wanted)
        return base

    def _said(self, line: Line, column: str) -> tuple[str, dict[str, str]]:
        """Return a text in the form's language, and others by their codes.

        A label that is missing in that language stands in another; a hint does not.
        What says the same is no translation.
        """
        texts = line.texts[column]
        first = texts.get(self.base) or texts.get("", "")
        if column == "label" and not first:
            first = next(iter(texts.values()), "")
        spoken = {c: t for c, t in texts.items() if c not in (self.base, "")}
        return first, {c: t for c, t in spoken.items() if t != first}

    def result(self, instrument_id: str) -> Questionnaire:
        self._choices()
        for line in self.survey:
            self._row(line)
        used = {kind(line["type"]).listed for line in self.survey}
        for name, options in self.found.lists.items():
            if name not in used:
                self._note("foreign-list-unused", options[0].place, list=cut(name))
        for section in self.found.sections:
            if not section.questions:
                name = cut(section.label or section.name)
                self._note("foreign-empty-group", section.place, name=name)
        return assemble(self.found, instrument_id)

    def _choices(self) -> None:
        for line in self._lines("choices"):
            name, listed = line["name"], line["list_name"]
            label, others = self._said(line, "label")
            if not name or not listed:
                self._note("foreign-untyped", line.place)
                continue
            options = self.found.lists.setdefault(listed, [])
            options.append(Option(name, label or name, others, line.place))
            self._columns(line, ())

    def _row(self, line: Line) -> None:
        """Keep a row of the questionnaire, or note why not."""
        what = kind(line["type"])
        if not line["type"]:
            self._note("foreign-untyped", line.place)
        elif what.control == "begin":
            self._begin(what, line)
        elif what.control == "end":
            self._end(line)
        elif what.meta:
            self._note("foreign-meta", line.place, type=cut(line["type"]))
        elif what.question is None:
            self._note("foreign-type", line.place, type=cut(line["type"]))
        elif line["name"].lower() in RESPONSE_USES:
            self._note("foreign-attribute", line.place, id=line["name"])
        else:
            self._question(what, line)

    def _begin(self, what: Kind, line: Line) -> None:
        label, others = self._said(line, "label")
        name = line["name"]
        if what.repeat:
            self._note("foreign-repeat", line.place, name=cut(label or name))
        if not self.open:
            about = name.lower() == BACKGROUND
            self.section = Section(name, label or name, line.place, others, [], about)
            self.found.sections.append(self.section)
        elif label and not what.repeat and "table-list" not in line["appearance"]:
            self._note("foreign-group-joined", line.place, label=cut(label))
        self._columns(line, ())
        self.open.append((what, line))
        if len(self.open) > _DEEPEST:
            raise FaultyFiles(problem("foreign-large", line.place))

    def _end(self, line: Line) -> None:
        if not self.open:
            self._note("foreign-ends", line.place)
            return
        self.open.pop()
        self.section = self.section if self.open else None

    def _question(self, what: Kind, line: Line) -> None:
        name = line["name"] or f"row{line.place.row}"
        if what.listed is not None and not self.found.lists.get(what.listed):
            self._note("foreign-list", line.place, id=cut(name), list=cut(what.listed))
            return
        label, others = self._said(line, "label")
        hint, hints = self._said(line, "hint")
        one = Asked(name, what.question or "text", label or name, line.place)
        one.hint, one.translations, one.hint_translations = hint or None, others, hints
        one.listed, one.required = what.listed, line["required"].lower() in _YES
        one.conditions = tuple(self._conditions(line))
        self._limits(one, line)
        if any(_REFERENCE.search(t) for t in (label, hint)):
            self._note("foreign-reference", line.place, id=cut(name))
        self._add(one)
        if what.other:
            self._other(one)

    def _conditions(self, line: Line) -> Iterator[Condition]:
        """Yield what has to hold: the conditions of all groups around, and its own."""
        for _, outer in self.open:
            if outer["relevant"]:
                group = self._said(outer, "label")[0] or outer["name"]
                yield Condition(outer["relevant"], outer.place, group)
        if line["relevant"]:
            yield Condition(line["relevant"], line.place)

    def _add(self, one: Asked) -> None:
        """Add a question to the group that it stands in, or to one without heading."""
        if self.section is None or (not self.open and self.section.name):
            self.section = Section("", "", one.place)
            self.found.sections.append(self.section)
        self.section.questions.append(one)

    def _other(self, one: Asked) -> None:
        """Add what ``or_other`` means: one more choice, and a question about it."""
        label, asks = OTHER[self.language]
        options = self.found.lists[one.listed or ""]
        if "other" not in {option.name for option in options}:
            options.append(Option("other", label, {}, one.place))
        more = Asked(f"{one.name}_other", "text", asks, one.place)
        leads = Condition(f"selected(${{{one.name}}}, 'other')", one.place)
        more.conditions = (*one.conditions, leads)
        self._add(more)
        self._note("foreign-other", one.place, id=cut(one.name), other=more.name)

    def _limits(self, one: Asked, line: Line) -> None:
        """Keep start, end and step; note what else a row says."""
        found = limits(one.type, line["parameters"], line["constraint"])
        one.start, one.end, one.step = found.start, found.end, found.step
        plain = line["required"].lower() in _YES | _NO
        self._columns(line, (*found.kept, *(["required"] if plain else [])))

    def _columns(self, line: Line, kept: Iterable[str]) -> None:
        """Note the columns of a row that mean something and are left out."""
        every = [one for one in line.cells if one not in _KEPT and one not in kept]
        no = {one for one in every if one in _FLAGS and line[one].lower() in _NO}
        if every := [one for one in every if one not in no]:
            self._note("foreign-columns", line.place, columns=", ".join(every))
