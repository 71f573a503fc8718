"""Files of responses into an audit: all of them or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from brukarrevision.errors import FaultyFiles, Problem, WrongUsage
from brukarrevision.intake.attributes import SCOPES, given
from brukarrevision.intake.choose import Choice, Wishes, choose
from brukarrevision.intake.importing import import_file
from brukarrevision.intake.log import ImportLog, Unmatched, UnmatchedAnswers
from brukarrevision.intake.order import Order
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES, Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store


class Audit(Protocol):
    """What an audit has to offer here."""

    @property
    def plan(self) -> Plan:
        """The audit's plan."""

    @property
    def instruments(self) -> dict[str, Instrument]:
        """Instruments by id."""

    @property
    def mappings(self) -> dict[str, Mapping]:
        """Mappings by the name of their file, without ending."""

    @property
    def store_path(self) -> Path:
        """Where the store lies; it may be missing."""

    def ensure_data_dir(self) -> Path:
        """Make the private directory."""

    def refuse_if_erased(self) -> None:
        """Raise FaultyFiles where raw data is erased, now that nobody else writes."""

    def write_mapping(self, name: str, mapping: Mapping) -> Path:
        """Write a mapping into the audit's folder."""


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """What the user said; None where nothing was said.

    Attributes:
        instrument: id of the instrument that the files answer.
        unit: id or label that holds for all rows without one of their own; likewise
            ``group``, ``round``, ``mode`` and ``help``.
        mapping: name of the mapping to use.
        encoding: of text files; ``delimiter`` likewise; ``sheet`` of workbooks.
        tool: that wrote the files, where their shape does not tell.
        replace: let changed answers take the place of those of the same people.
        dry_run: say what would be done, and write nothing at all.
        progress: called with the number of rows done of the file at hand.
    """

    instrument: str | None = None
    unit: str | None = None
    group: str | None = None
    round: str | None = None
    mode: str | None = None
    help: str | None = None
    mapping: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    tool: str | None = None
    replace: bool = False
    dry_run: bool = False
    progress: Callable[[int], None] | None = None


def collect(
    audit: Audit, files: Sequence[Path], options: CollectOptions | None = None
) -> tuple[ImportLog, ...]:
    """Import files of responses: all of them, in one transaction, or none.

    Args:
        audit: its instruments and mappings say how; its private store is written.
        files: csv, tsv, txt, zip, xlsx, xls, ods or sav.
        options: what the user said.

    Returns:
        One log a file, in order. The same file twice changes nothing.

    Raises:
        FaultyFiles: anything wrong in any of the files, all faults together.
        UnmatchedAnswers: cells that fit no choice; holds private texts.
        WrongUsage: an option that names nothing known.
        MachineFault: the store cannot be written.
    """
    options = options or CollectOptions()
    stated = {name: getattr(options, name) for name in RESPONSE_USES[1:]}
    values, wrong = given(audit.plan, stated)
    if wrong:
        raise WrongUsage(*wrong)
    scope = {name: values[name] for name in SCOPES if stated[name] is not None}
    choices, problems = _choose(audit, files, options)
    orders = [
        Order(
            choice,
            audit.plan,
            _of_group(choice.instrument) | values,
            scope,
            audit.instruments,
            options.dry_run,
            options.progress,
            options.replace,
        )
        for choice in choices
    ]
    if options.dry_run:
        with Store.open(audit.store_path) as there, there.rehearsal() as store:
            return _import(store, orders, problems)
    return take_in(audit, orders, problems)


def _of_group(instrument: Instrument) -> dict[str, str]:
    """Return the group that an instrument is put to, unless something else says."""
    return {"group": instrument.group} if instrument.group else {}


def _choose(
    audit: Audit, files: Sequence[Path], options: CollectOptions
) -> tuple[list[Choice], list[Problem]]:
    """Find the mapping of each file; a draft for one serves the next ones too."""
    wishes = Wishes(
        instrument=options.instrument,
        mapping=options.mapping,
        encoding=options.encoding,
        delimiter=options.delimiter,
        sheet=options.sheet,
        tool=options.tool,
    )
    mappings = dict(audit.mappings)
    choices: list[Choice] = []
    problems: list[Problem] = []
    for path in files:
        try:
            choice = choose(path, audit.plan, audit.instruments, mappings, wishes)
        except FaultyFiles as fault:
            problems.extend(fault.problems)
        else:
            mappings[choice.name] = choice.mapping
            choices.append(choice)
    if problems and not choices:
        raise FaultyFiles(*problems)
    return choices, problems


def take_in(
    audit: Audit,
    orders: Sequence[Order],
    problems: Sequence[Problem] = (),
    also: Callable[[Store], None] | None = None,
) -> tuple[ImportLog, ...]:
    """Import for good, then keep the mappings that were drafted for it.

    A mapping that is lost here is drafted anew, and written, when the same file comes
    again.

    Args:
        audit: whose responses they are.
        orders: what is to be imported: all of it, or none.
        problems: that are known already; then nothing is imported.
        also: what else is done to the store in the same transaction.

    Raises:
        FaultyFiles: anything wrong with any of them, all faults together.
        Refused: people who have been released would perhaps be counted again (R9).
        MachineFault: the store cannot be written.
    """
    audit.ensure_data_dir()
    with Store.writing(audit.store_path) as store:
        audit.refuse_if_erased()
        with store.transaction(lock=False):
            logs = _import(store, orders, problems)
            if also:
                also(store)
        for order in orders:
            if order.choice.new:
                audit.write_mapping(order.choice.name, order.choice.mapping)
    return logs


def _import(
    store: Store, orders: Sequence[Order], known: Sequence[Problem]
) -> tuple[ImportLog, ...]:
    """Import file after file and gather everything that is wrong with any."""
    logs: list[ImportLog] = []
    problems = list(known)
    unmatched: list[Unmatched] = []
    for order in orders:
        try:
            outcome = import_file(store, order)
        except FaultyFiles as fault:
            problems.extend(fault.problems)
            continue
        problems.extend(outcome.problems)
        unmatched.extend(outcome.unmatched)
        if outcome.log:
            logs.append(outcome.log)
    if unmatched:
        drafts = {o.choice.name: o.choice.mapping for o in orders if o.choice.new}
        raise UnmatchedAnswers(*problems, unmatched=tuple(unmatched), mappings=drafts)
    if problems:
        raise FaultyFiles(*problems)
    return tuple(logs)
