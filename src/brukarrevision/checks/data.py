"""Checks of the responses against the instruments; no answer is ever named."""

from collections.abc import Iterator

from brukarrevision.audit import Audit
from brukarrevision.checks.walk import every_question, file_of
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.model.instrument import Instrument
from brukarrevision.routing import Route, routes
from brukarrevision.store import Store
from brukarrevision.tally import column
from brukarrevision.workspace import SETTINGS


def responses_are_there(audit: Audit) -> Iterator[Problem]:
    """Every survey has responses, read as the instrument is now."""
    counts = dict.fromkeys(audit.instruments, 0)
    if audit.store_path.exists():
        with Store.open(audit.store_path) as store:
            counts = {name: len(store.frame(name)) for name in audit.instruments}
    for name, instrument in audit.instruments.items():
        if not counts[name] and instrument.kind == "survey":
            place = audit.place(file_of(name))
            yield problem("responses-none", place, instrument=name)


def routing_is_declared(audit: Audit) -> Iterator[Problem]:
    """No question was put to some only without the instrument saying so (R6)."""
    if not audit.store_path.exists():
        return
    with Store.open(audit.store_path) as store:
        for instrument in audit.instruments.values():
            frame = store.frame(instrument.id)
            cells = {q.id: column(frame, q.id) for q in instrument.questions()}
            leading = [q.id for q in instrument.questions() if q.type == "select_one"]
            for question, route in routes(cells, leading).items():
                yield from _undeclared(audit, instrument, question, route)


def _undeclared(
    audit: Audit, instrument: Instrument, question: str, route: Route
) -> Iterator[Problem]:
    for found in every_question(audit):
        same = found.instrument is instrument and found.question.id == question
        if same and found.question.relevant is None:
            yield problem(
                "routing-undeclared",
                found.place(),
                question=question,
                parent=route.by,
                open=", ".join(cell[1:] for cell in route.open if cell.startswith("=")),
            )


def data_is_own(audit: Audit) -> Iterator[Problem]:
    """No other copy of the workspace has its responses in the same place."""
    place = audit.workspace
    if not place.exists:
        yield problem("workspace-no-settings", Place(SETTINGS))
    elif other := place.shared_with():
        yield problem("data-shared", Place(SETTINGS), folder=other)


CHECKS = (responses_are_there, routing_is_declared, data_is_own)
