"""Responses in the store of an audit, without a file to read them from."""

from collections.abc import Mapping, Sequence

from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store
from brukarrevision.store.records import NewImport

from .protect.surveys import audit, plan


def collected(
    of: Instrument, people: Sequence[Mapping[str, str]], given: Plan | None = None
) -> Audit:
    """Return an audit with these responses in its store."""
    found = audit(given or plan(), of)
    keep(found, of, people)
    return found


def keep(found: Audit, of: Instrument, people: Sequence[Mapping[str, str]]) -> None:
    """Put responses to an instrument into an audit's store, as one import."""
    found.store_path.parent.mkdir(parents=True, exist_ok=True)
    questions = [question.id for question in of.questions()]
    kept = ("respondent", "unit", "group", "round", "mode", "help")
    with Store.open(found.store_path, write=True) as store, store.transaction():
        store.make_ready(of.id, questions)
        new = NewImport(
            file="svar.csv",
            sha256="0",
            instrument=of.id,
            mapping="m",
            scope={},
            coding="0",
            encoding=None,
            delimiter=None,
            sheet=None,
            headers={},
            questions={"q": (4,), "alder": (2, 3)},
        )
        number = store.begin_import(new)
        rows = [
            (at, *(one.get(k) for k in kept), *(one.get(q, "") for q in questions))
            for at, one in enumerate(people)
        ]
        store.add_rows(number, of.id, questions, rows, [])
        store.finish_import(number, rows_in=len(rows), rows_used=len(rows), refused={})
