"""The rows of questions, their answers and their rows, in all languages."""

from collections.abc import Iterator, Mapping, Sequence

from brukarrevision.errors import Problem, problem
from brukarrevision.exchange.languages import texts
from brukarrevision.exchange.limesurvey.layout import Block, Group
from brukarrevision.exchange.limesurvey.rows import Line, Texts, as_html
from brukarrevision.exchange.phrases import EACH_ROW
from brukarrevision.intake.matching import choice_codes
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import Choice, Instrument, Question

_LETTERS = {
    "select_one": "L",
    "select_multiple": "M",
    "rank": "R",
    "integer": "N",
    "decimal": "N",
    "range": "N",
    "date": "D",
    "text": "T",
    "note": "X",
}
_DROP_DOWN = 12
"""More answers than these are chosen from a drop-down list."""


class Questions:
    """Makes the rows of one form; what cannot be said is noted on the way.

    Attributes:
        notes: what LimeSurvey has no words for.
    """

    def __init__(
        self, instrument: Instrument, languages: Sequence[str], groups: Sequence[Group]
    ) -> None:
        """Write for an instrument, in these languages, its own first."""
        self._instrument, self._languages = instrument, tuple(languages)
        self._codes = {
            name: choice_codes(options) for name, options in instrument.choices.items()
        }
        self._names = {
            one.id: f"{block.array}_{one.id}" if block.array else one.id
            for group in groups
            for block in group.blocks
            for one in block.questions
        }
        self.notes: list[Problem] = []

    def lines(self, groups: Sequence[Group]) -> Iterator[Line]:
        """Yield the rows of every page, as they stand in each language."""
        for number, group in enumerate(groups):
            cells = {"type/scale": f"G{number}", "relevance": "1"}
            label = self._said(group.label, group.translations)
            yield Line("G", cells, {"name": label})
            for block in group.blocks:
                yield from self._block(block, group)

    def _said(self, text: str, translations: Translations) -> Texts:
        return tuple(map(as_html, texts(text, translations, self._languages)))

    def _block(self, block: Block, group: Group) -> Iterator[Line]:
        first = block.questions[0]
        if not block.array:
            yield self._question(first)
            yield from self._answers(first)
            return
        every_row = {**group.translations, **EACH_ROW}
        label = EACH_ROW.get(self._languages[0], EACH_ROW["en"])
        yield self._line("F", block.array, first, self._said(label, every_row))
        for one in block.questions:
            yield self._part("SQ", one.id, self._said(one.label, one.translations))
        yield from self._choices(self._instrument.options(first), first, "A")

    def _question(self, question: Question) -> Line:
        said = self._said(question.label, question.translations)
        line = self._line(self._letter(question), question.id, question, said)
        if question.hint:
            hints = self._said(question.hint, question.hint_translations)
            line.texts["help"] = hints
        line.cells.update(self._attributes(question))
        return line

    def _line(self, letter: str, name: str, question: Question, said: Texts) -> Line:
        mandatory = question.required and question.type != "note"
        cells = {
            "type/scale": letter,
            "name": name,
            "relevance": self._relevance(question) or "1",
            "mandatory": "Y" if mandatory else "N",
            "other": "N",
            "same_default": "0",
        }
        return Line("Q", cells, {"text": said})

    def _letter(self, question: Question) -> str:
        many = len(self._instrument.options(question)) > _DROP_DOWN
        if question.type == "select_one" and many:
            return "!"
        return _LETTERS[question.type]

    def _answers(self, question: Question) -> Iterator[Line]:
        options = self._instrument.options(question)
        if question.type == "rank":
            if any(one.missing for one in options):
                self.notes.append(problem("limesurvey-rank", id=question.id))
            options = self._instrument.answers(question)
        if question.type == "range":
            self.notes.append(problem("limesurvey-range", id=question.id))
        kind = "SQ" if question.type == "select_multiple" else "A"
        yield from self._choices(options, question, kind)

    def _choices(
        self, options: Sequence[Choice], question: Question, kind: str
    ) -> Iterator[Line]:
        codes = self._codes.get(question.choices or "", {})
        for one in options:
            said = self._said(one.label, one.translations)
            yield self._part(kind, codes[one.id], said)

    def _part(self, kind: str, name: str, said: Texts) -> Line:
        cells = {"type/scale": "0", "name": name}
        if kind == "SQ":
            cells["relevance"] = "1"
        return Line(kind, cells, {"text": said})

    def _relevance(self, question: Question) -> str:
        """Return the routing: any of the answers, to every question named."""
        every = []
        for parent, wanted in question.routing.items():
            asked = self._instrument.question(parent)
            if asked is not None:
                one_of = " or ".join(self._conditions(asked, wanted))
                every.append(f"({one_of})")
        return f"({' and '.join(every)})" if every else ""

    def _conditions(self, asked: Question, wanted: Sequence[str]) -> Iterator[str]:
        codes: Mapping[str, str] = self._codes.get(asked.choices or "", {})
        name = self._names[asked.id]
        for one in wanted:
            if asked.type == "select_multiple":
                yield f'{name}_{codes[one]}.NAOK == "Y"'
            elif asked.type == "rank":
                places = range(1, len(self._instrument.answers(asked)) + 1)
                yield from (f'{name}_{at}.NAOK == "{codes[one]}"' for at in places)
            else:
                yield f'{name}.NAOK == "{codes[one]}"'

    def _attributes(self, question: Question) -> dict[str, str]:
        """Return the settings of one question."""
        if question.type == "date":
            return {"date_format": "yyyy-mm-dd"}
        if question.type == "select_multiple":
            codes = self._codes.get(question.choices or "", {})
            options = self._instrument.options(question)
            alone = ";".join(codes[one.id] for one in options if one.missing)
            return {"exclude_all_others": alone} if alone else {}
        ends = {"min_num_value_n": question.start, "max_num_value_n": question.end}
        found = {name: str(end) for name, end in ends.items() if end is not None}
        if _whole(question):
            found["num_value_int_only"] = "1"
        return found


def _whole(question: Question) -> bool:
    """Tell whether only whole numbers are asked for."""
    given = (question.start, question.step)
    steps = question.type == "range" and not any(isinstance(n, float) for n in given)
    return question.type == "integer" or steps
