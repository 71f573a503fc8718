"""Keyed forms become responses: by the way that files go, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.choose import Choice
from brukarrevision.intake.importing import import_file
from brukarrevision.intake.log import ImportLog
from brukarrevision.intake.order import Order
from brukarrevision.keying import lines, table
from brukarrevision.keying.asking import SEPARATOR, Item
from brukarrevision.keying.desk import Desk, write
from brukarrevision.keying.numbers import Numbers, number_of, respondent
from brukarrevision.store import ImportRecord, Store, keyed
from brukarrevision.store.keyed import FIRST, SECOND, Keyed

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stored:
    """A keyed form that is a response. Its cells are private."""

    record: ImportRecord
    row: int
    cells: Cells


@dataclass(slots=True)
class Taken:
    """What became of the forms that were done.

    Attributes:
        log: of the import, None if no form was new.
        again: numbers of forms that were responses already, kept as second entries.
        opened: numbers of forms with answers that are no choices any more.
    """

    log: ImportLog | None = None
    again: tuple[int, ...] = ()
    opened: tuple[int, ...] = ()


def take_in(desk: Desk) -> Taken:
    """Import every form that is done; what was imported is kept as keyed no more.

    Forms of earlier sittings are coded anew where the instrument has changed.

    Raises:
        FaultyFiles: a form cannot be read; nothing has changed.
        Refused: people who have been released would be counted again (R9).
        MachineFault: the disk says no.
    """
    taken = Taken()
    write(desk.audit, lambda store: _take_in(store, desk, taken))
    return taken


def replace_with(store: Store, desk: Desk, forms: Mapping[int, Cells]) -> ImportLog:
    """Import settled forms in place of the first entries; needs a transaction."""
    listed = [{**cells, "respondent": respondent(n)} for n, cells in forms.items()]
    choice = table.choice(desk.instrument, desk.audit.plan, listed)
    return _imported(store, desk, choice, replacing=True)


def firsts(store: Store, instrument: str) -> dict[int, Stored]:
    """Return the keyed forms that are responses, by number."""
    found: dict[int, Stored] = {}
    for record in store.imports():
        if record.instrument == instrument and table.is_keyed(record):
            for row, cells in table.stored(store, record).items():
                if (number := number_of(cells.get("respondent"))) is not None:
                    found[number] = Stored(record, row, cells)
    return found


def _take_in(store: Store, desk: Desk, taken: Taken) -> None:
    name = desk.instrument.id
    numbers = Numbers.of(store, name)
    done = numbers.of_entry(FIRST, done=True)
    forms = {n: one for n in done if (one := numbers.form(n))}
    taken.opened = tuple(_open_unfitting(store, desk.items, numbers))
    known = firsts(store, name)
    taken.again = tuple(n for n in forms if n in known and n not in taken.opened)
    for number in taken.again:
        _compare_later(store, forms[number], numbers)
    aside = {*taken.opened, *taken.again}
    new = {n: one for n, one in forms.items() if n not in aside}
    _reread(store, desk)
    if new:
        cells = [{**one.answers, "respondent": one.form} for one in new.values()]
        choice = table.choice(desk.instrument, desk.audit.plan, cells)
        taken.log = _imported(store, desk, choice)
        for one in new.values():
            keyed.remove(store, name, one.form, FIRST)


def _compare_later(store: Store, form: Keyed, numbers: Numbers) -> None:
    """Keep a form that somebody else keyed in too as the second entry of it."""
    number = number_of(form.form) or 0
    if numbers.form(number, SECOND) is None:
        keyed.save(store, replace(form, entry=SECOND))
    keyed.remove(store, form.instrument, form.form, FIRST)


def _open_unfitting(
    store: Store, items: Sequence[Item], numbers: Numbers
) -> tuple[int, ...]:
    """Open forms with answers that the instrument has no more; they are half again.

    What was settled with such an answer has to be settled anew.
    """
    opened = set()
    for one in numbers.keyed:
        wrong = {item.id for item in items if not fits(item, one.answers)}
        if not wrong:
            continue
        kept = {name: c for name, c in one.answers.items() if name not in wrong}
        keyed.save(store, replace(one, done=False, answers=kept))
        if one.done:
            opened.add(number_of(one.form) or 0)
    return tuple(sorted(opened))


def fits(item: Item, answers: Cells) -> bool:
    """Tell whether the answer to an item is one that it can have."""
    cell = answers.get(item.id, "")
    if not item.options:
        return lines.read(item, cell).fault is None
    return {*cell.split(SEPARATOR)} - {""} <= {one.id for one in item.options}


def _reread(store: Store, desk: Desk) -> None:
    """Code the earlier forms again where questions or choices have changed since.

    Not where an answer would be lost by it.
    """
    columns = {*table.header(desk.instrument)}
    for record in _keyed_imports(store, desk.instrument.id):
        rows = table.stored(store, record)
        whole = columns.issuperset(record.headers.values())
        if not whole or not all(fits(i, c) for i in desk.items for c in rows.values()):
            continue
        choice = table.choice(
            desk.instrument,
            desk.audit.plan,
            list(rows.values()),
            sha256=record.sha256,
            numbers=list(rows),
        )
        if rows:
            _imported(store, desk, choice)


def _keyed_imports(store: Store, instrument: str) -> Iterable[ImportRecord]:
    every = (one for one in store.imports() if one.instrument == instrument)
    return [one for one in every if table.is_keyed(one)]


def _imported(
    store: Store, desk: Desk, choice: Choice, *, replacing: bool = False
) -> ImportLog:
    """Import a table of keyed forms.

    Raises:
        FaultyFiles: some cells cannot be read.
    """
    order = Order(choice, desk.audit.plan, {}, {}, replace=replacing)
    outcome = import_file(store, order)
    if outcome.log is None:
        raise FaultyFiles(*outcome.problems)
    return outcome.log
