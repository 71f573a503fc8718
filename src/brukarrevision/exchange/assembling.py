"""From what was found in somebody's questionnaire to an instrument of ours."""

from collections import Counter
from collections.abc import Iterable, Iterator

from brukarrevision.errors import FaultyFiles, Problem, problem
from brukarrevision.exchange import fitting
from brukarrevision.exchange.conditions import Terms, parse
from brukarrevision.exchange.found import Asked, Condition, Found, Section
from brukarrevision.exchange.missing import missing
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.intake.names import cut
from brukarrevision.model.instrument import (
    Area,
    Choice,
    Instrument,
    Missing,
    Question,
)

_AREA = {"sv": ("fragor", "Frågor"), "en": ("questions", "Questions")}

Routing = dict[str, tuple[str, ...]]


def assemble(found: Found, instrument_id: str) -> Questionnaire:
    """Return the instrument, a draft, and what of the file is not in it.

    Choices that say "don't know" and the like are marked so, unless a routing needs
    them as answers.

    Args:
        found: what a reader read; questions that choose have a list that exists.
        instrument_id: the id of the instrument.

    Raises:
        FaultyFiles: there is not a single question.
    """
    return _Assembling(found).result(instrument_id)


def _order(note: Problem) -> tuple[bool, int]:
    """Return where a note is told: questions before choices, each by its row."""
    return note.place.part == "choices", note.place.row


def _named(asked: Iterable[Asked]) -> dict[str, Asked]:
    """Return the questions by their names; a name that two have means neither."""
    every = list(asked)
    counts = Counter(one.name for one in every)
    return {one.name: one for one in every if counts[one.name] == 1}


class _Assembling:
    """One questionnaire on its way."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.asked = [one for part in found.sections for one in part.questions]
        self.notes = [*found.notes, *fitting.name_questions(self.asked)]
        self.named = _named(self.asked)
        self.order = {one.id: at for at, one in enumerate(self.asked)}
        self.lists: dict[str, str] = {}
        self.choices: dict[str, dict[str, str]] = {}
        self.said: dict[str, dict[str, Missing]] = {}

    def result(self, instrument_id: str) -> Questionnaire:
        if not self.asked:
            raise FaultyFiles(problem("foreign-nothing", self.found.place))
        self._name_lists()
        routes = {one.id: self._route(one) for one in self.asked}
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
        for name in dict.fromkeys(one.listed for one in self.asked if one.listed):
            new = fitting.free_id(name, taken)
            taken.add(new.casefold())
            self.lists[name] = new
            options = self.found.lists[name]
            self.choices[name], changed = fitting.choice_ids(options)
            self.notes += changed
            said = {self.choices[name][one.name]: missing(one.label) for one in options}
            every = {one: why for one, why in said.items() if why}
            self.said[name] = every if len(every) < len(options) else {}

    def _route(self, one: Asked) -> Routing:
        """Return the routing of a question; note the conditions that are left out."""
        found: dict[str, set[str]] = {}
        terms: Terms = ()
        for condition in one.conditions:
            parsed = parse(condition.text)
            more = self._led(one, terms + parsed) if parsed else None
            if parsed and more:
                found, terms = more, terms + parsed
            else:
                self._no_route(one, condition)
        return {
            self.named[question].id: tuple(
                choice
                for choice in self.choices[self.named[question].listed or ""].values()
                if choice in wanted
            )
            for question, wanted in found.items()
        }

    def _led(self, one: Asked, terms: Terms) -> dict[str, set[str]] | None:
        """Return which choices lead to a question, None if that is not so simple."""
        found = {}
        for question in dict.fromkeys(term.question for term in terms):
            same = tuple(term for term in terms if term.question == question)
            found[question] = self._wanted(one, question, same)
        return found if all(found.values()) else None

    def _no_route(self, one: Asked, condition: Condition) -> None:
        if condition.group:
            facts = {"name": cut(condition.group)}
            note = Problem("foreign-group-routing", condition.place, facts)
        else:
            facts = {"id": one.id}
            note = Problem("foreign-routing", condition.place, facts)
        if note not in self.notes:  # a group's condition is left out once
            self.notes.append(note)

    def _wanted(self, one: Asked, question: str, terms: Terms) -> set[str]:
        """Return the choices of one question that lead to another; none if unclear."""
        asked = self.named.get(question)
        if asked is None or asked.listed is None or not self._before(asked, one):
            return set()
        known = self.choices[asked.listed]
        if any(code not in known for term in terms for code in term.codes):
            return set()
        several = asked.type != "select_one"
        if several and (len(terms) > 1 or terms[0].but or not terms[0].ticked):
            return set()
        wanted = set(known.values())
        for term in terms:
            codes = {known[code] for code in term.codes}
            wanted = wanted - codes if term.but else wanted & codes
        but = any(term.but for term in terms)
        return wanted if not but or self._all_answer(asked, wanted) else set()

    def _before(self, asked: Asked, one: Asked) -> bool:
        return self.order[asked.id] < self.order[one.id]

    def _all_answer(self, asked: Asked, wanted: set[str]) -> bool:
        """Tell whether "any but" means just some answers: nobody leaves it blank."""
        reasons = self.said[asked.listed or ""]
        return asked.required and not asked.conditions and not wanted & reasons.keys()

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
