"""The numbers of paper forms: one for each form of an instrument, never used twice.

A number makes the respondent's id, ``P17`` for form 17. Numbers go on from round to
round: who withdraws is known by the id whatever the round, so two people must not
share one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from brukarrevision.store import Store, keyed, people
from brukarrevision.store.keyed import FIRST, SECOND, SETTLED, Keyed
from brukarrevision.store.tombstones import Withdrawn, entered

MOST = 99_999
_ID = re.compile(r"[Pp]([1-9][0-9]{0,4})")
_NO_SCOPE = "{}"


def respondent(number: int) -> str:
    """Return the id of whoever answered the form with a number."""
    return f"P{number}"


def number_of(name: str | None) -> int | None:
    """Return the number in a respondent's id, None if it is no form's."""
    found = _ID.fullmatch(name or "")
    return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers of an instrument's forms are taken.

    Attributes:
        stored: of forms that are responses already.
        withdrawn: knows those of people who have withdrawn.
    """

    instrument: str
    stored: frozenset[int]
    keyed: tuple[Keyed, ...]
    withdrawn: Withdrawn

    @classmethod
    def of(cls, store: Store, instrument: str) -> "Numbers":
        """Read the numbers that there are."""
        return cls(
            instrument,
            frozenset(_stored(store, instrument)),
            keyed.forms(store, instrument),
            Withdrawn(entered(store)),
        )

    def form(self, number: int, entry: int = FIRST) -> Keyed | None:
        """Return a form that is keyed in and no response yet."""
        name = respondent(number)
        same = (one for one in self.keyed if (one.form, one.entry) == (name, entry))
        return next(same, None)

    def of_entry(self, entry: int, *, done: bool) -> tuple[int, ...]:
        """Return the numbers of done or half forms of an entry, in order."""
        forms = (o for o in self.keyed if o.entry == entry and o.done == done)
        return tuple(sorted(n for o in forms if (n := number_of(o.form)) is not None))

    @property
    def once(self) -> tuple[int, ...]:
        """Return the forms that are responses and have not been keyed in again."""
        again = {*self.of_entry(SECOND, done=True), *self.of_entry(SETTLED, done=True)}
        return tuple(sorted(self.stored - again))

    def is_withdrawn(self, number: int) -> bool:
        """Tell whether whoever answered a form has withdrawn."""
        return is_withdrawn(self.withdrawn, self.instrument, number)

    @property
    def free(self) -> int:
        """Return the number after the highest there is."""
        half = self.of_entry(FIRST, done=False)
        taken = {*self.stored, *self.of_entry(FIRST, done=True), *half}
        number = max(taken, default=0) + 1
        while self.is_withdrawn(number):
            number += 1
        return number


def is_withdrawn(withdrawn: Withdrawn, instrument: str, number: int) -> bool:
    """Tell whether whoever answered a form of an instrument has withdrawn."""
    return withdrawn.has_respondent(instrument, _NO_SCOPE, respondent(number))


def _stored(store: Store, instrument: str) -> Iterable[int]:
    """Yield the numbers of forms that are responses to an instrument."""
    if instrument in people.tables(store):
        for one in store.origins(instrument):
            if (number := number_of(one.respondent)) is not None:
                yield number
