"""Interviews become responses: by the way that files go, in one transaction.

Whoever was interviewed is a respondent like any other: the closed answers are counted,
and the leaves know how many there are. The interview's id is the respondent's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.choose import Choice
from brukarrevision.intake.importing import import_file
from brukarrevision.intake.log import ImportLog
from brukarrevision.intake.order import Order
from brukarrevision.interviews import folder, lint
from brukarrevision.interviews.markup import Note
from brukarrevision.keying import table
from brukarrevision.keying.asking import SEPARATOR
from brukarrevision.model.instrument import SELECTING, Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.store import ImportRecord, Store

MODE = "interview"
NEW, CHANGED, SAME = "new", "changed", "same"
_NAME = {"sv": "{} (intervjuer)", "en": "{} (interviews)"}

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the interviews. Ids alone: nothing of what was said.

    Attributes:
        logs: one for each guide with something new.
        new: interviews that are responses now; ``changed``: those whose answers took
            the place of earlier ones; ``same``: those that were responses already.
        without_consent: those that are not used, as consent is not ``yes``.
        consent_gone: those of them that are responses, from when it was.
        faulty: those whose notes have errors.
        without_notes: those that were responses already, and of which there are no
            notes here: on another computer, or under another id by now.
    """

    logs: tuple[ImportLog, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    without_consent: tuple[str, ...] = ()
    consent_gone: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()
    without_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sorted:
    """The interviews by what can be done with them.

    Attributes:
        ready: notes of first coders that have consent and no errors.
    """

    ready: tuple[Note, ...]
    without_consent: tuple[str, ...]
    faulty: tuple[str, ...]


def take_in(audit: Audit) -> Taken:
    """Make responses of all interviews with consent and no errors in their notes.

    One that is a response already is left, unless its answers have changed: then they
    take the place of those before.

    Raises:
        FaultyFiles: raw data is erased.
        Refused: people who have been released would be counted again (R9).
        MachineFault: the disk says no.
    """
    found = sort(audit)
    audit.ensure_data_dir()
    with Store.writing(audit.store_path) as store:
        audit.refuse_if_erased()
        with store.transaction(lock=False):
            taken = [_take(store, audit, one, found.ready) for one in guides(audit)]
        every = [_known(store, one) for one in guides(audit)]
        known = {name: cells for of_guide in every for name, cells in of_guide.items()}
    of = {name: state for some, _ in taken for name, state in some.items()}

    def those(state: str) -> tuple[str, ...]:
        return tuple(name for name, now in of.items() if now == state)

    return Taken(
        logs=tuple(log for _, log in taken if log),
        new=those(NEW),
        changed=those(CHANGED),
        same=those(SAME),
        without_consent=found.without_consent,
        consent_gone=tuple(one for one in found.without_consent if one in known),
        faulty=found.faulty,
        without_notes=tuple(_without_notes(audit, known)),
    )


def _without_notes(audit: Audit, known: Mapping[str, Cells]) -> Iterator[str]:
    """Yield the interviews that are responses, and have no notes here."""
    here = _noted(audit)
    for name, cells in known.items():
        if cells.get("mode") == MODE and name not in here:
            yield name


def _noted(audit: Audit) -> dict[str, None]:
    """Return the interviews that there are notes of, in order."""
    named = (folder.parts(name) for name in folder.files(audit))
    return dict.fromkeys(one[0] for one in named if one)


def guides(audit: Audit) -> list[Instrument]:
    """Return the instruments that interviews and forums are answers to."""
    return [one for one in audit.instruments.values() if one.kind != "survey"]


def sort(audit: Audit) -> Sorted:
    """Return the interviews by what can be done with them."""
    notes, every = lint.read(audit)
    wrong = [one for one in every if one.severity == "error"]
    files = dict.fromkeys(one.place.file for one in wrong)
    faulty = dict.fromkeys(_interview(name) for name in files)
    mine = [note for note in notes if not note.coder and note.head.id not in faulty]
    agreed = {note.head.id for note in folder.usable(notes)}
    ready = tuple(note for note in mine if note.head.id in agreed)
    return Sorted(
        ready=ready,
        without_consent=tuple(one.head.id for one in mine if one not in ready),
        faulty=tuple(faulty),
    )


def _interview(name: str) -> str:
    named = folder.parts(name)
    return named[0] if named else name


def unread(audit: Audit) -> tuple[str, ...]:
    """Return the interviews that there are notes of, but that are no responses."""
    with Store.open(audit.store_path) as store:
        origins = [one for guide in guides(audit) for one in store.origins(guide.id)]
    known = {one.respondent for one in origins}
    return tuple(name for name in _noted(audit) if name not in known)


def waiting(audit: Audit) -> bool:
    """Tell whether an interview could be read in that is no response yet."""
    without = set(unread(audit))
    return bool(without) and any(one.head.id in without for one in sort(audit).ready)


def _take(
    store: Store, audit: Audit, guide: Instrument, notes: Sequence[Note]
) -> tuple[dict[str, str], ImportLog | None]:
    """Import what is new or changed of one guide's interviews."""
    if store.stale(guide):
        _reread(store, audit.plan, guide)
    states = _states(store, guide, notes)
    rows = [
        cells_of(guide, note)
        for note in notes
        if states.get(note.head.id, SAME) != SAME
    ]
    if not rows:
        return states, None
    choice = _choice(store, guide, audit.plan, rows)
    return states, _imported(store, audit.plan, choice)


def _imported(store: Store, plan: Plan, choice: Choice) -> ImportLog:
    """Import a table of interviews.

    Raises:
        FaultyFiles: some cells cannot be read.
    """
    outcome = import_file(store, Order(choice, plan, {}, {}, replace=True))
    if outcome.log is None:
        raise FaultyFiles(*outcome.problems)
    return outcome.log


def _reread(store: Store, plan: Plan, guide: Instrument) -> None:
    """Code earlier interviews again where the guide's choices have changed since.

    Not where an answer is no choice any more: its notes are faulty, and say so.
    """
    for record in list(store.imports()):
        if record.instrument != guide.id or not table.is_keyed(record):
            continue
        rows = table.stored(store, record)
        if rows and all(_fits(guide, cells) for cells in rows.values()):
            choice = table.choice(
                guide,
                plan,
                list(rows.values()),
                name=record.file,
                sha256=record.sha256,
                numbers=list(rows),
            )
            _imported(store, plan, choice)


def _fits(guide: Instrument, cells: Mapping[str, str]) -> bool:
    """Tell whether all that was chosen can still be chosen."""
    for name, cell in cells.items():
        question = guide.question(name)
        if cell and question and question.type in SELECTING:
            ids = {one.id for one in guide.options(question)}
            if not ids.issuperset(cell.split(SEPARATOR)):
                return False
    return True


def _states(store: Store, guide: Instrument, notes: Iterable[Note]) -> dict[str, str]:
    """Tell of each interview of a guide whether it is new, changed or the same."""
    known = _known(store, guide)
    found = {}
    for note in notes:
        if answers(guide, note):
            now, then = _filled(cells_of(guide, note)), known.get(note.head.id)
            found[note.head.id] = NEW if then is None else SAME
            if then not in (None, now):
                found[note.head.id] = CHANGED
    return found


def _known(store: Store, guide: Instrument) -> dict[str, Cells]:
    """Return the cells of interviews that are responses, by id."""
    found: dict[str, Cells] = {}
    for record in store.imports():
        if record.instrument == guide.id and table.is_keyed(record):
            for cells in table.stored(store, record).values():
                found[cells.get("respondent", "")] = _filled(cells)
    return found


def is_taken(record: ImportRecord) -> bool:
    """Tell whether an import is of interviews, and not of forms keyed in."""
    names = {name.format(record.instrument) for name in _NAME.values()}
    return table.is_keyed(record) and record.file in names


def _filled(cells: Mapping[str, str]) -> Cells:
    return {name: cell for name, cell in cells.items() if cell}


def answers(guide: Instrument, note: Note) -> bool:
    """Tell whether a note has any question of a guide."""
    return any(guide.question(block.question) for block in note.blocks)


def cells_of(guide: Instrument, note: Note) -> Cells:
    """Return an interview as the row of a file: attributes and closed answers."""
    head = note.head
    cells = {
        "respondent": head.id,
        "unit": head.unit or "",
        "group": head.group or guide.group or "",
        "round": head.round or "",
        "mode": MODE,
    }
    return {**cells, **dict(_closed(guide, note))}


def _closed(guide: Instrument, note: Note) -> Iterator[tuple[str, str]]:
    for block in note.blocks:
        question = guide.question(block.question)
        if question and question.type not in ("note", "text") and block.answer:
            chosen = SEPARATOR.join(block.chosen)
            plain = block.answer.strip()
            yield question.id, chosen if question.type in SELECTING else plain


def _choice(
    store: Store, guide: Instrument, plan: Plan, rows: Sequence[Cells]
) -> Choice:
    """Return interviews as a file of their own.

    Answers that came back to what they were make a table that was read before; it has
    to be another one, as what stands now is newer.
    """
    name = _NAME[plan.language].format(guide.id)
    made = table.choice(guide, plan, rows, name=name)
    known = {one.sha256 for one in store.imports()}
    sha256, again = made.sheet.sha256, 0
    while sha256 in known:
        again += 1
        sha256 = table.content_hash([[made.sheet.sha256, str(again)]])
    return table.choice(guide, plan, rows, name=name, sha256=sha256)
