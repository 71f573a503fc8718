"""From what was found in somebody's questionnaire to an instrument of ours."""

from collections.abc import Iterable, Iterator

from brukarrevision.errors import FaultyFiles, Problem, problem
from brukarrevision.exchange import fitting
from brukarrevision.exchange.found import Asked, Found, Option, Section
from brukarrevision.exchange.leading import Leads, Routing
from brukarrevision.exchange.missing import missing
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.intake.names import cut, is_identifying
from brukarrevision.model.instrument import (
    Area,
    Choice,
    Instrument,
    Missing,
    Question,
)

_AREA = {"sv": ("fragor", "Frågor"), "en": ("questions", "Questions")}

MOST_QUESTIONS = 5_000
"""More than anybody can be asked."""
_MOST_CHOICES = 10_000
"""More than anybody can choose from, in all lists together."""


def assemble(found: Found, instrument_id: str) -> Questionnaire:
    """Return the instrument, a draft, and what of the file is not in it.

    Questions that find out who answers are left out. Choices that say "don't know" and
    the like are marked so, unless a routing needs them as answers.

    Args:
        found: what a reader read; questions that choose have a list that exists.
        instrument_id: the id of the instrument.

    Raises:
        FaultyFiles: there is not a single question, or more than anybody can answer.
    """
    for section in found.sections:
        section.questions = [*_answered(section.questions, found.notes)]
    return _Assembling(found).result(instrument_id)


def _answered(questions: Iterable[Asked], notes: list[Problem]) -> Iterator[Asked]:
    """Yield the questions but those that find out who answers, which are noted."""
    for one in questions:
        if one.type != "note" and any(map(is_identifying, (one.name, one.label))):
            notes.append(problem("foreign-identifies", one.place, id=cut(one.name)))
        else:
            yield one


def _order(note: Problem) -> tuple[bool, int]:
    """Return where a note is told: questions before choices, each by its row."""
    return note.place.part == "choices", note.place.row


class _Assembling:
    """One questionnaire on its way."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.asked = [one for part in found.sections for one in part.questions]
        if len(self.asked) > MOST_QUESTIONS:
            raise FaultyFiles(problem("foreign-large", found.place))
        self.notes = [*found.notes, *fitting.name_questions(self.asked)]
        self.lists: dict[str, str] = {}
        self.choices: dict[str, dict[str, str]] = {}
        self.said: dict[str, dict[str, Missing]] = {}

    def result(self, instrument_id: str) -> Questionnaire:
        if not self.asked:
            fault = problem("foreign-nothing", self.found.place)
            raise FaultyFiles(fault, *sorted(self.notes, key=_order))
        self._name_lists()
        leads = Leads(self.asked, self.choices, self.said)
        routes = {one.id: leads.route(one) for one in self.asked}
        self.notes += leads.notes
        self._answers_again(routes)
        instrument = Instrument(
            format=1,
            id=instrument_id,
            kind="survey",
            title=self.found.title,
            draft=True,
            choices={self.lists[name]: self._options(name) for name in self.lists},
            background=tuple(self._background(routes)),
            areas=tuple(self._areas(routes)),
        )
        return Questionnaire(instrument, tuple(sorted(self.notes, key=_order)))

    def _name_lists(self) -> None:
        """Name the lists that are used, and guess which choices are no answers."""
        taken: set[str] = set()
        used = [*dict.fromkeys(one.listed for one in self.asked if one.listed)]
        if sum(len(self.found.lists[name]) for name in used) > _MOST_CHOICES:
            raise FaultyFiles(problem("foreign-large", self.found.place))
        for name in used:
            new = fitting.free_id(name, taken)
            taken.add(new.casefold())
            self.lists[name] = new
            options = self.found.lists[name] = self._once(self.found.lists[name])
            self.choices[name], changed = fitting.choice_ids(options)
            self.notes += changed
            said = {self.choices[name][one.name]: missing(one.label) for one in options}
            every = {one: why for one, why in said.items() if why}
            self.said[name] = every if len(every) < len(options) else {}

    def _once(self, options: Iterable[Option]) -> list[Option]:
        """Return the choices of a list; of those with one name the first."""
        found: dict[str, Option] = {}
        for one in options:
            if found.setdefault(one.name, one) is not one:
                facts = {"id": cut(one.name)}
                self.notes.append(problem("foreign-choice-twice", one.place, **facts))
        return [*found.values()]

    def _answers_again(self, routes: dict[str, Routing]) -> None:
        """Let choices that lead somewhere be answers, whatever they say."""
        by_id = {one.id: one.listed or "" for one in self.asked}
        for route in routes.values():
            for parent, wanted in route.items():
                for choice in wanted:
                    self.said[by_id[parent]].pop(choice, None)
        for name, said in self.said.items():
            if said:
                place = self.found.lists[name][0].place
                facts = {"list": self.lists[name], "ids": ", ".join(said)}
                self.notes.append(Problem("foreign-missing", place, facts))

    def _options(self, name: str) -> tuple[Choice, ...]:
        found = []
        for one in self.found.lists[name]:
            stated: dict[str, object] = {"id": self.choices[name][one.name]}
            stated["label"] = one.label
            if why := self.said[name].get(self.choices[name][one.name]):
                stated["missing"] = why
            if one.translations:
                stated["translations"] = one.translations
            found.append(Choice.model_validate(stated))
        return tuple(found)

    def _background(self, routes: dict[str, Routing]) -> Iterator[Question]:
        for section in self.found.sections:
            if section.background:
                yield from self._questions(section, routes)

    def _areas(self, routes: dict[str, Routing]) -> Iterator[Area]:
        taken: set[str] = set()
        word, label = _AREA["sv" if self.found.language == "sv" else "en"]
        for section in self.found.sections:
            questions = tuple(self._questions(section, routes))
            if section.background or not questions:
                continue
            one = fitting.free_id(section.name or word, taken)
            taken.add(one.casefold())
            if section.name and one != section.name:
                facts = {"old": cut(section.name), "new": one}
                self.notes.append(problem("foreign-area-id", section.place, **facts))
            stated: dict[str, object] = {"id": one, "label": section.label or label}
            stated["questions"] = questions
            if section.translations:
                stated["translations"] = section.translations
            yield Area.model_validate(stated)

    def _questions(
        self, section: Section, routes: dict[str, Routing]
    ) -> Iterator[Question]:
        """Yield the questions of a section, with only what there is to state."""
        for one in section.questions:
            stated: dict[str, object] = {
                "id": one.id,
                "type": one.type,
                "label": one.label,
            }
            more = {
                "choices": self.lists[one.listed] if one.listed else None,
                "hint": one.hint,
                "required": one.required or None,
                "relevant": routes[one.id] or None,
                "start": one.start,
                "end": one.end,
                "step": one.step,
                "translations": one.translations or None,
                "hint_translations": (one.hint and one.hint_translations) or None,
            }
            stated |= {name: what for name, what in more.items() if what is not None}
            yield Question.model_validate(stated)
