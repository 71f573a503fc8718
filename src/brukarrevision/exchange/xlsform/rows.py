"""The rows of an XLSForm: what a question, a group and a list of choices look like."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from brukarrevision.errors import Problem, problem
from brukarrevision.exchange.languages import shown, texts
from brukarrevision.exchange.phrases import ABOUT_YOU, EACH_ROW
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import (
    NUMERIC,
    SELECTING,
    Area,
    Choice,
    Instrument,
    Question,
)

Row = dict[str, str]
"""One row of a sheet: its cells by their headers."""

BACKGROUND = "background"
"""The group of the questions about who answers."""

_TABLE = {"appearance": "table-list"}


class Rows:
    """Makes the rows of one form; what cannot be said is noted on the way.

    Attributes:
        lists: the choices that the rows need, by the name of their list.
        notes: what the format has no words for.
    """

    def __init__(self, instrument: Instrument, languages: Sequence[str]) -> None:
        """Write for an instrument, in these languages, its own first."""
        self._instrument, self._languages = instrument, tuple(languages)
        self._taken = {question.id.casefold() for question in instrument.questions()}
        self._taken |= {BACKGROUND, "meta", "unit", "group", "round", "mode", "help"}
        self.lists: dict[str, tuple[Choice, ...]] = {}
        self.notes: list[Problem] = []

    def texts(self, column: str, text: str, translations: Translations) -> Row:
        """Return a text in every language, each under its own header."""
        headers = (f"{column}::{shown(code)}" for code in self._languages)
        safe = (one.replace("${", "$ {") for one in self._said(text, translations))
        return dict(zip(headers, safe, strict=True))

    def _said(self, text: str, translations: Translations) -> tuple[str, ...]:
        return texts(text, translations, self._languages)

    def survey(self) -> Iterator[Row]:
        """Yield the rows of the questionnaire: background first, then its areas."""
        base = self._languages[0]
        if self._instrument.background:
            label = ABOUT_YOU.get(base, ABOUT_YOU["en"])
            head = self.texts("label", label, ABOUT_YOU)
            rows = self._questions(self._instrument.background, BACKGROUND, {})
            yield from _group(BACKGROUND, head, rows)
        for area in self._instrument.areas:
            yield from self._area(area)

    def _area(self, area: Area) -> Iterator[Row]:
        name = self._free(area.id)
        head = self.texts("label", area.label, area.translations)
        lists = {_in_table(question) for question in area.questions}
        if len(area.questions) > 1 and len(lists) == 1 and None not in lists:
            rows: Iterable[Row] = map(self.question, area.questions)
            yield from _group(name, head | _TABLE, rows)
        else:
            rows = self._questions(area.questions, name, area.translations)
            yield from _group(name, head, rows)

    def _free(self, wish: str) -> str:
        """Return a name that a group may have: like an id, and nobody else's."""
        plain = wish.replace("-", "_")
        plain = plain if plain[0].isalpha() else f"a_{plain}"
        every = (plain, *(f"{plain}_{n}" for n in range(2, 1_000)))
        name = next(one for one in every if one.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name

    def _questions(
        self, questions: Iterable[Question], group: str, translations: Translations
    ) -> Iterator[Row]:
        """Yield questions; those in a row with the same choices as one table.

        KoboToolbox wants every group to have a label: where our words are not
        translated, that of the area has to do.
        """
        said = EACH_ROW.get(self._languages[0], EACH_ROW["en"])
        head = self.texts("label", said, {**translations, **EACH_ROW}) | _TABLE
        for listed, some in groupby(questions, _in_table):
            rows = [self.question(one) for one in some]
            if listed is None or len(rows) == 1:
                yield from rows
            else:
                yield from _group(self._free(f"{group}_{listed}"), head, rows)

    def question(self, question: Question) -> Row:
        """Return the row of one question."""
        row = {"type": self._type(question), "name": question.id}
        row |= self.texts("label", question.label, question.translations)
        if question.hint:
            row |= self.texts("hint", question.hint, question.hint_translations)
        if question.required and question.type != "note":
            row["required"] = "yes"
        if relevant := self._relevant(question):
            row["relevant"] = relevant
        if question.type == "text":
            row["appearance"] = "multiline"
        return row | self._limits(question, row["type"])

    def _type(self, question: Question) -> str:
        if question.type in SELECTING:
            return f"{question.type} {self._list(question)}"
        if question.type != "range" or _steps(question):
            return question.type
        self.notes.append(problem("xlsform-range", id=question.id))
        every = (question.start, question.end, question.step)
        return "decimal" if any(isinstance(one, float) for one in every) else "integer"

    def _list(self, question: Question) -> str:
        """Return the list that a question chooses from; nobody ranks "don't know"."""
        options, name = self._instrument.options(question), question.choices or ""
        if question.type == "rank" and any(one.missing for one in options):
            self.notes.append(problem("xlsform-rank", id=question.id))
            options, name = self._instrument.answers(question), f"{name}_rank"
        self.lists[name] = options
        return name

    def _relevant(self, question: Question) -> str:
        """Return the routing as a condition: any of the answers, to every question."""
        every = []
        for parent, wanted in question.routing.items():
            asked = self._instrument.question(parent)
            several = asked is not None and asked.type != "select_one"
            shape = "selected(${{{}}}, '{}')" if several else "${{{}}} = '{}'"
            any_of = " or ".join(shape.format(parent, one) for one in wanted)
            every.append(any_of)
        if len(every) > 1:
            every = [f"({one})" if " or " in one else one for one in every]
        return " and ".join(every)

    def _limits(self, question: Question, kind: str) -> Row:
        start, end = question.start, question.end
        if kind == "range":
            step = 1 if question.step is None else question.step
            return {"parameters": f"start={start} end={end} step={step}"}
        if question.type not in NUMERIC or (start is None and end is None):
            return {}
        limits = [
            f". {sign} {n}" for sign, n in ((">=", start), ("<=", end)) if n is not None
        ]
        if start is not None and end is not None:
            said = f"{start}–{end}"
        else:
            said = f"≥ {start}" if end is None else f"≤ {end}"
        message = self.texts("constraint_message", said, {})
        return {"constraint": " and ".join(limits)} | message

    def choices(self) -> Iterator[Row]:
        """Yield a row for each choice of each list that is used."""
        for name, options in self.lists.items():
            for one in options:
                label = self.texts("label", one.label, one.translations)
                yield {"list_name": name, "name": one.id} | label


def _group(name: str, head: Row, rows: Iterable[Row]) -> Iterator[Row]:
    yield {"type": "begin_group", "name": name} | head
    yield from rows
    yield {"type": "end_group", "name": name}


def _in_table(question: Question) -> str | None:
    """Return the list of a question that may stand in a table, else None."""
    plain = question.type == "select_one" and not question.routing
    return question.choices if plain else None


def _steps(question: Question) -> bool:
    """Tell whether a range ends where its steps do; else it is asked as a number."""
    if question.start is None or question.end is None or question.step == 0:
        return False
    every = (question.start, question.end, question.step or 1)
    start, end, step = (Decimal(str(one)) for one in every)
    return start < end and step > 0 and not (end - start) % step
