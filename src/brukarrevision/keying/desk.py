"""Where forms of one instrument are keyed in: what is kept of them, and when.

The store is locked for as long as it takes to write, never while a person thinks.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from brukarrevision.errors import NOWHERE, MachineFault, WrongUsage, problem
from brukarrevision.files import disk
from brukarrevision.intake.attributes import given
from brukarrevision.keying.asking import Item, items, without_unasked
from brukarrevision.keying.filling import Filling
from brukarrevision.keying.numbers import Numbers, is_withdrawn, respondent
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store, keyed
from brukarrevision.store.keyed import FIRST, SECOND, Keyed
from brukarrevision.store.tombstones import Withdrawn, entered

T = TypeVar("T")
PAPER = "paper"


class Audit(Protocol):
    """What an audit has to offer here."""

    @property
    def plan(self) -> Plan:
        """The audit's plan."""

    @property
    def store_path(self) -> Path:
        """Where the store lies; it may be missing."""

    def ensure_data_dir(self) -> Path:
        """Make the private directory."""

    def refuse_if_erased(self) -> None:
        """Raise FaultyFiles where raw data is erased, now that nobody else writes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One sitting at the forms of an instrument.

    Attributes:
        fixed: attributes that hold for every form that is begun.
        items: all that is asked of a form.
        entry: :data:`FIRST` or :data:`SECOND`.
    """

    audit: Audit
    instrument: Instrument
    fixed: Mapping[str, str]
    items: tuple[Item, ...]
    entry: int = FIRST

    @classmethod
    def of(
        cls,
        audit: Audit,
        instrument: Instrument,
        stated: Mapping[str, str | None],
        *,
        second: bool = False,
    ) -> "Desk":
        """Return a desk, with what the user stated of all forms.

        A second entry takes the round from the first: a respondent is known by id and
        round together.

        Raises:
            WrongUsage: a unit, group, round, mode or help that there is not.
        """
        values, wrong = given(audit.plan, {n: stated.get(n) for n in RESPONSE_USES[1:]})
        if wrong:
            raise WrongUsage(*wrong)
        group = {"group": instrument.group} if instrument.group else {}
        fixed = {"mode": PAPER} | group | values
        known = {*fixed, *(("round",) if second else ())}
        every = items(instrument, audit.plan, known)
        if second:
            fixed = {name: one for name, one in values.items() if stated.get(name)}
        return cls(audit, instrument, fixed, every, SECOND if second else FIRST)

    def numbers(self) -> Numbers:
        """Return which numbers are taken, as the store has them now."""
        with Store.open(self.audit.store_path) as store:
            return Numbers.of(store, self.instrument.id)

    def begun(self, form: Keyed | None, usual: Mapping[str, str]) -> "Form":
        """Return a form to fill in: a new one, or one that was kept."""
        there = dict(form.answers) if form else dict(self.fixed)
        asked = {one.id for one in self.items}
        answers = {name: cell for name, cell in there.items() if name in asked}
        answers = without_unasked(self.items, answers)[0]
        rest = {name: cell for name, cell in there.items() if name not in asked}
        return Form(rest, Filling.begun(self.items, answers, usual))

    def save(self, number: int, form: "Form") -> bool:
        """Keep a form as it is now.

        Returns:
            False where whoever answered it has withdrawn since: nothing is kept.

        Raises:
            FaultyFiles: raw data has been erased since.
            MachineFault: somebody else writes for longer than one waits, or the disk
                says no; the form is as it was.
        """
        return self.keep(number, self.entry, form.cells, done=form.filling.done)

    def keep(
        self, number: int, entry: int, cells: Mapping[str, str], *, done: bool
    ) -> bool:
        """Keep what was keyed in of a form, or settled; as :meth:`save` otherwise."""
        one = Keyed(self.instrument.id, respondent(number), entry, done, cells)

        def unless_withdrawn(store: Store) -> bool:
            gone = is_withdrawn(Withdrawn(entered(store)), self.instrument.id, number)
            if not gone:
                keyed.save(store, one)
            return not gone

        return write(self.audit, unless_withdrawn)


@dataclass(frozen=True, slots=True)
class Form:
    """A form under way.

    Attributes:
        rest: cells that are not asked about: attributes that hold for all.
    """

    rest: Mapping[str, str]
    filling: Filling = field(repr=False)

    @property
    def cells(self) -> dict[str, str]:
        """Return all that is known of the form. Private."""
        return {**self.rest, **self.filling.answers}


@contextmanager
def alone(audit: Audit, instrument: str) -> Iterator[None]:
    """Be the only one at this computer who keys in an instrument's forms.

    Raises:
        MachineFault: somebody does already, in another window.
    """
    import filelock

    audit.ensure_data_dir()
    path = audit.store_path.with_name(f"{instrument}.enter.lock")
    lock = filelock.FileLock(path, timeout=0, mode=0o600)
    with disk(path.name):
        try:
            lock.acquire()
        except filelock.Timeout:
            facts = {"instrument": instrument}
            raise MachineFault(problem("enter-busy", NOWHERE, **facts)) from None
    try:
        yield
    finally:
        lock.release()


def write(audit: Audit, work: Callable[[Store], T]) -> T:
    """Do something to the store, all of it or nothing, and return what it gave."""
    audit.ensure_data_dir()
    with Store.writing(audit.store_path) as store:
        audit.refuse_if_erased()
        with store.transaction(lock=False):
            return work(store)
