"""What a header means: the question of an instrument, or one option of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from brukarrevision.intake import names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.matching import known_choices
from brukarrevision.model.instrument import Instrument, Question

_SEVERAL = frozenset({"select_multiple", "rank"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a column is for: a question, or one option of it."""

    question: str
    choice: str | None = None


class Headers:
    """Every header that means a question of one instrument, folded."""

    def __init__(self, instrument: Instrument) -> None:
        """Collect ids, labels and translations of questions and their options."""
        self._questions: dict[str, str | None] = {}
        self._pairs: dict[str, Target] = {}
        self._bare: dict[str, Target | None] = {}
        self._by_id = {q.id: q for q in instrument.questions() if q.type != "note"}
        self._notes = {
            names.fold_header(text)
            for q in instrument.questions()
            if q.type == "note"
            for text in (q.id, q.label, *q.translations.values())
        }
        self._options = {q.id: instrument.options(q) for q in self._by_id.values()}
        self._other = {
            name: next((c.id for c in options if names.is_other(c.label)), None)
            for name, options in self._options.items()
        }
        ids = {names.fold_header(one): one for one in self._by_id}
        for question in self._by_id.values():
            for text in (question.label, *question.translations.values()):
                self._enter(names.fold_header(text), question.id)
            if question.type in _SEVERAL:
                self._enter_options(question)
        self._questions |= ids

    def _enter(self, key: str, question: str) -> None:
        """Enter a label; one that two questions share means neither."""
        if self._questions.setdefault(key, question) != question:
            self._questions[key] = None

    def _enter_options(self, question: Question) -> None:
        for choice in self._options[question.id]:
            target = Target(question.id, choice.id)
            key = names.fold(choice.label)
            self._bare[key] = None if key in self._bare else target
            codes = ("{}_{}", "{}.{}.", "{}.{}", "{}:{}")
            for shape in codes:
                self._pair(shape.format(question.id, choice.id), target)
            for shape in ("{} - {}", "{}/{}", "{}: {}", "{} ({})"):
                self._pair(shape.format(question.label, choice.label), target)

    def _pair(self, text: str, target: Target) -> None:
        self._pairs.setdefault(names.fold_header(text), target)

    @property
    def known(self) -> list[str]:
        """Return ids and labels, to suggest the nearest."""
        return [text for q in self._by_id.values() for text in (q.id, q.label)]

    def target(self, heading: Heading) -> Target | None:
        """Return what a column is for, None if no question fits its header."""
        whole = names.fold_header(heading.raw)
        if question := self._questions.get(whole):
            return Target(question)
        if pair := self._pairs.get(whole):
            return pair
        if heading.sub or heading.option:
            return self._part(heading)
        plain = heading.raw.rpartition("/")[2]
        return self._first((heading.code, heading.text, plain))

    def _part(self, heading: Heading) -> Target | None:
        """Find the question and the option or row of ``code[sub]. text [option]``."""
        found = self._first((heading.code, heading.text))
        other = names.is_other(heading.option or heading.sub)
        if found and self._by_id[found.question].type in _SEVERAL:
            known = known_choices(self._options[found.question])
            for text in (heading.option, heading.sub):
                if choice := known.get(names.fold(text)):
                    return Target(found.question, choice)
            if other and (target := self.other(found.question)):
                return target
            if self._by_id[found.question].type == "rank":
                return found
        row = self._first((heading.option, heading.sub, heading.code + heading.sub))
        if row and self._by_id[row.question].type not in _SEVERAL:
            return row
        if found and self._by_id[found.question].type not in _SEVERAL:
            return None if other else found
        bare = names.fold(heading.raw) == names.fold(heading.option)
        return self._bare.get(names.fold(heading.option)) if bare else None

    def _first(self, texts: Iterable[str]) -> Target | None:
        for text in texts:
            question = self._questions.get(names.fold_header(text)) if text else None
            if question or (question := self._nearly(text)):
                return Target(question)
        return None

    def _nearly(self, text: str) -> str | None:
        """Return the question whose id a name is but for ``_`` and ``-`` in it."""
        name = text.isascii() and " " not in text and not text.isalnum()
        found = self._questions.get(names.compact(text)) if name else None
        return found if found and found.casefold() == names.compact(text) else None

    def is_note(self, heading: Heading) -> bool:
        """Tell whether a column is of a text that nobody answers."""
        texts = (heading.raw, heading.code, heading.text)
        return any(names.fold_header(text) in self._notes for text in texts if text)

    def other(self, question: str) -> Target | None:
        """Return the option of a question that people put into words, if it has one."""
        choice = self._other[question]
        return Target(question, choice) if choice else None

    def question(self, one: str) -> Question:
        """Return a question by its id."""
        return self._by_id[one]
