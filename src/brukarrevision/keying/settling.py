"""Two entries of the same forms: what is left to settle, and putting it in place."""

from dataclasses import dataclass, field

from brukarrevision.keying.comparing import Twice
from brukarrevision.keying.desk import Desk, write
from brukarrevision.keying.numbers import number_of, respondent
from brukarrevision.keying.taking import firsts, replace_with
from brukarrevision.store import Store, keyed
from brukarrevision.store.keyed import SECOND, SETTLED, Keyed


@dataclass(slots=True)
class Settled:
    """What was put in place.

    Attributes:
        forms: numbers of forms that are settled; ``changed``: of those that were not
            as first keyed in.
        left: numbers of forms that are kept for the next time.
    """

    forms: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


def twice(desk: Desk) -> tuple[Twice, ...]:
    """Return the forms whose second entry is done, in the order of their numbers."""
    with Store.open(desk.audit.store_path) as store:
        return _twice(store, desk)


def decide(desk: Desk, form: Twice, item: str, cell: str) -> None:
    """Keep which answer of a form is the right one; what was decided before stays."""
    desk.keep(form.number, SETTLED, {**form.settled, item: cell}, done=False)


def finish(desk: Desk) -> Settled:
    """Put every form in place of which nothing is left to settle, all in one step.

    Raises:
        FaultyFiles: a form cannot be read; nothing has changed.
        Refused: people who have been released would be counted again (R9).
        MachineFault: the disk says no.
    """
    found = Settled()
    write(desk.audit, lambda store: _finish(store, desk, found))
    return found


def _twice(store: Store, desk: Desk) -> tuple[Twice, ...]:
    name = desk.instrument.id
    first = firsts(store, name)
    forms = keyed.forms(store, name)
    settled = {o.form: o.answers for o in forms if o.entry == SETTLED and not o.done}
    numbered = {number_of(o.form): o for o in forms if o.entry == SECOND and o.done}
    return tuple(
        Twice(at, first[at].cells, one.answers, settled.get(one.form, {}))
        for at, one in sorted((n, o) for n, o in numbered.items() if n is not None)
        if at in first
    )


def _finish(store: Store, desk: Desk, found: Settled) -> None:
    changed: dict[int, dict[str, str]] = {}
    for form in _twice(store, desk):
        if any(form.left(desk.items)):
            found.left.append(form.number)
            continue
        found.forms.append(form.number)
        result = form.result(desk.items)
        if any(result.get(n, "") != cell for n, cell in form.first.items()):
            changed[form.number] = result
        _mark(store, desk.instrument.id, form.number)
    if changed:
        replace_with(store, desk, changed)
        found.changed = list(changed)


def _mark(store: Store, instrument: str, number: int) -> None:
    """Remember that a form was keyed in twice, and nothing of what was keyed in."""
    name = respondent(number)
    keyed.remove(store, instrument, name, SECOND, SETTLED)
    keyed.save(store, Keyed(instrument, name, SETTLED, done=True, answers={}))
