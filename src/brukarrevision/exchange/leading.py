"""Which answers lead to which question, of the conditions in somebody's form."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from brukarrevision.errors import Problem
from brukarrevision.exchange.conditions import Terms, parse
from brukarrevision.exchange.found import Asked, Condition
from brukarrevision.intake.names import cut
from brukarrevision.model.instrument import Missing

Routing = dict[str, tuple[str, ...]]
"""The ids of the choices that lead to a question, by the question they answer."""


def _named(asked: Iterable[Asked]) -> dict[str, Asked]:
    """Return the questions by their names; a name that two have means neither."""
    every = list(asked)
    counts = Counter(one.name for one in every)
    return {one.name: one for one in every if counts[one.name] == 1}


class Leads:
    """Turns conditions into routing; a question is put to more people, never to fewer.

    Attributes:
        notes: the conditions that are left out.
    """

    def __init__(
        self,
        asked: Sequence[Asked],
        choices: Mapping[str, Mapping[str, str]],
        said: Mapping[str, Mapping[str, Missing]],
    ) -> None:
        """Know all questions.

        Args:
            asked: in their order, with their ids.
            choices: the ids of each list's choices by their names.
            said: those of the ids that are no answers, by list.
        """
        self._named, self._choices, self._said = _named(asked), choices, said
        self._order = {one.id: at for at, one in enumerate(asked)}
        self.notes: list[Problem] = []

    def route(self, one: Asked) -> Routing:
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
            self._named[question].id: tuple(
                choice
                for choice in self._choices[self._named[question].listed or ""].values()
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
        asked = self._named.get(question)
        if asked is None or asked.listed is None or not self._before(asked, one):
            return set()
        known = self._choices[asked.listed]
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
        return self._order[asked.id] < self._order[one.id]

    def _all_answer(self, asked: Asked, wanted: set[str]) -> bool:
        """Tell whether "any but" means just some answers: nobody leaves it blank."""
        reasons = self._said[asked.listed or ""]
        return asked.required and not asked.conditions and not wanted & reasons.keys()
