"""Checks of the responses against the instruments; no answer is ever named."""

from collections import Counter
from collections.abc import Iterator, Mapping

from brukarrevision import releases
from brukarrevision.audit import Audit
from brukarrevision.checks.walk import every_question, file_of
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.guard import synced
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.routing import Cells, Route, routes
from brukarrevision.store import Store, keyed
from brukarrevision.tally import column
from brukarrevision.workspace import SETTINGS


def responses_are_there(audit: Audit) -> Iterator[Problem]:
    """Every survey has responses, until they are erased."""
    if audit.erasure:
        return
    counts = dict.fromkeys(audit.instruments, 0)
    if audit.store_path.exists():
        with Store.open(audit.store_path) as store:
            counts = {name: len(store.frame(name)) for name in audit.instruments}
    for name, instrument in audit.instruments.items():
        if not counts[name] and instrument.kind == "survey":
            place = audit.place(file_of(name))
            yield problem("responses-none", place, instrument=name)


def responses_fit_the_questions(audit: Audit) -> Iterator[Problem]:
    """No survey has other questions or choices than when its answers were read."""
    if not audit.store_path.exists():
        return
    with Store.open(audit.store_path) as store:
        for name, instrument in audit.instruments.items():
            if store.stale(instrument):
                place = audit.place(file_of(name))
                yield problem("responses-stale", place, instrument=name)


def forms_are_taken_in(audit: Audit) -> Iterator[Problem]:
    """Every form that has been keyed in is a response, or somebody is told."""
    with Store.open(audit.store_path) as store:
        waiting = Counter(
            one.instrument
            for one in keyed.forms(store)
            if one.entry == keyed.FIRST or (one.entry == keyed.SECOND and one.done)
        )
    for name, count in waiting.items():
        if name in audit.instruments:
            place, facts = audit.place(file_of(name)), {"instrument": name}
            yield problem("forms-waiting", place, count=count, **facts)


def routing_is_declared(audit: Audit) -> Iterator[Problem]:
    """No question was put to some only without the instrument saying so (R6).

    Those who have been released are passed over: their numbers stand (R9).
    """
    with Store.open(audit.store_path) as store:
        if any(releases.faults(audit, store)):
            return
        ledger = releases.read(audit, store)
        for instrument in audit.instruments.values():
            origins = store.origins(instrument.id)
            split = instrument.partition
            rows = [at for at, o in enumerate(origins) if not ledger.counted(o, split)]
            frame = store.frame(instrument.id).iloc[rows]
            cells = {q.id: column(frame, q.id) for q in instrument.questions()}
            yield from _undeclared(audit, instrument, cells)


def _undeclared(
    audit: Audit, instrument: Instrument, cells: Mapping[str, Cells]
) -> Iterator[Problem]:
    """Look for routing among all rows, or those that a declared condition leads to.

    In a group too small to be told of, nothing is looked for.
    """
    leading = [q.id for q in instrument.questions() if q.type == "select_one"]
    smallest = audit.min_group
    routed: dict[str, Route] = {}
    if min(map(len, cells.values()), default=0) >= smallest:
        routed = routes(cells, leading)
    for found in every_question(audit):
        question = found.question
        if found.instrument is not instrument or question.relevant == "none":
            continue
        route = routed.get(question.id)
        if question.routing:
            led = _led(cells, question)
            others = [one for one in leading if one not in question.routing]
            long = len(led[question.id]) >= smallest
            route = routes(led, others).get(question.id) if long else None
        if route:
            facts = {"question": question.id, "parent": route.by}
            yield problem("routing-undeclared", found.place(), **facts)


def _led(cells: Mapping[str, Cells], question: Question) -> dict[str, Cells]:
    """Return the rows that a question's condition leads to, up to the question."""
    kept = set(range(len(cells[question.id])))
    for parent, wanted in question.routing.items():
        given = cells.get(parent, ())
        kept &= {
            at
            for at, cell in enumerate(given)
            if cell and cell[0] == "=" and not set(cell[1:].split()).isdisjoint(wanted)
        }
    rows = sorted(kept)
    names = list(cells)
    upto = names[: names.index(question.id) + 1]
    return {name: [cells[name][at] for at in rows] for name in upto}


def data_is_own(audit: Audit) -> Iterator[Problem]:
    """No other copy of the workspace has its responses in the same place."""
    place = audit.workspace
    if not place.exists:
        yield problem("workspace-no-settings", Place(SETTINGS))
    elif other := place.shared_with():
        yield problem("data-shared", Place(SETTINGS), folder=other)


def data_is_not_synced(audit: Audit) -> Iterator[Problem]:
    """No service copies the responses to other computers."""
    yield from synced.problems(audit.data_dir)


CHECKS = (
    responses_are_there,
    responses_fit_the_questions,
    forms_are_taken_in,
    routing_is_declared,
    data_is_own,
    data_is_not_synced,
)
