"""The responses of another laptop into this one's store, and nobody counted twice.

Whatever the order in which laptops hand theirs over, they end with the same responses:
a withdrawal on one is a withdrawal on all, what both have stays as it is here, and what
differs is listed and not chosen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from brukarrevision.errors import Place, Problem, Refused, problem
from brukarrevision.intake.known import pairs
from brukarrevision.intake.likeness import Likeness
from brukarrevision.rawdata import corrected, parting
from brukarrevision.rawdata.alike import Alike, cells, ids_at, placed, who
from brukarrevision.store import (
    Origin,
    Store,
    merging,
    people,
    releases,
    replaced,
    responses,
    tombstones,
)
from brukarrevision.store.keyed import Keyed
from brukarrevision.store.merging import Content, Identity, Import, Person
from brukarrevision.store.people import WITHDRAWN
from brukarrevision.store.replaced import REPLACED
from brukarrevision.store.responses import Row
from brukarrevision.store.tombstones import Withdrawn

Prefer = Literal["mine", "theirs"] | None
KNOWN, CHANGED = "already_imported", "changed"


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """A response that is another on the other laptop.

    Attributes:
        number: of the import here; ``row``: in its file.
        respondent: the id, for the eyes of the coordinator alone.
    """

    instrument: str
    number: int
    row: int
    respondent: str


@dataclass(slots=True)
class Merged:
    """What came of it.

    Attributes:
        added: responses that were not here; ``known``: those that were.
        recoded: those that were, but coded in another way there.
        withdrawn: responses removed here, since somebody withdrew there.
        gone: origins of all responses that withdrawals keep out, here and there.
        conflicts: what was left as it is.
        forms: that are keyed in with other answers there, and were left as they are.
        warnings: people who may be counted twice, and answers that may be withdrawn.
    """

    added: int = 0
    known: int = 0
    recoded: int = 0
    withdrawn: int = 0
    gone: list[Origin] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    forms: list[Keyed] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def merge(store: Store, mine: Content, theirs: Content, prefer: Prefer) -> Merged:
    """Put the responses of another store into this one; needs a transaction.

    Args:
        store: of this laptop.
        mine: what it holds.
        theirs: what the other one holds.
        prefer: whose answers stand where they differ; None leaves them and lists them.

    Raises:
        Refused: people who have been released would be counted again (R9).
    """
    return _Merging(store, mine, theirs, prefer).run()


@dataclass(frozen=True, slots=True)
class _Found:
    """A response in its import."""

    at: Import
    row: Row


class _Merging:
    """Two stores while they are put together."""

    def __init__(
        self, store: Store, mine: Content, theirs: Content, prefer: Prefer
    ) -> None:
        self.store, self.mine, self.theirs, self.prefer = store, mine, theirs, prefer
        self.there = {one.identity: one for one in theirs.imports}
        self.here: dict[Identity, Import] = {}
        self.known: dict[Person, _Found] = {}
        self.done = Merged()
        self.number = 0

    def run(self) -> Merged:
        self._withdraw()
        self.before = tuple(self.here.values())
        self.expected = self._expected()
        for one in self.theirs.imports:
            left = self._left(one)
            if (own := self.here.get(one.identity)) is None:
                self._new(one, left)
            else:
                self._again(own, one, left)
        corrected.keep(self.store, self.theirs, self.here, self.withdrawn)
        self.done.forms += corrected.merge_keyed(
            self.store, self.theirs, self.withdrawn, self.prefer
        )
        return self.done

    # -- withdrawals -----------------------------------------------------------

    def _withdraw(self) -> None:
        """Remove here those who withdrew there."""
        before = set(self.mine.stones)
        new = [stone for stone in self.theirs.stones if stone not in before]
        tombstones.enter(self.store, new)
        self.withdrawn = Withdrawn([*self.mine.stones, *new])
        theirs = Withdrawn(new)
        for one in self.mine.imports:
            rows, gone = self._parted(one, theirs, self.there, self.theirs)
            origins = [one.origin(row) for row in gone]
            people.remove(self.store, origins)
            self.done.withdrawn += len(origins)
            self.done.gone += origins
            refused = dict(one.record.refused)
            listed = (*refused.get(WITHDRAWN, ()), *(row.number for row in gone))
            log = refused | {WITHDRAWN: listed}
            own = _now(one, one.record.number, rows, log)
            self.here[one.identity] = own
            self._note(own, rows.values())
        self.done.gone += corrected.forget(self.store, theirs)

    def _left(self, one: Import) -> dict[int, Row]:
        """Return the rows of an import of theirs that nobody here has withdrawn."""
        known = set(self.theirs.stones)
        unknown = Withdrawn(stone for stone in self.mine.stones if stone not in known)
        rows, gone = self._parted(one, unknown, self.here, self.mine)
        self.done.gone += [one.origin(row) for row in gone]
        return rows

    def _note(self, one: Import, rows: Iterable[Row]) -> None:
        for row in rows:
            if who := one.person(row):
                self.known[who] = _Found(one, row)

    # -- imports ---------------------------------------------------------------

    def _expected(self) -> "list[Alike]":
        """Return rows of mine that the other laptop has in another import.

        It said so itself: of an import that both have, it refused them as known.
        """
        found = []
        for identity, own in self.here.items():
            other = self.there.get(identity)
            numbers = other.record.refused.get(KNOWN, ()) if other else ()
            rows = [own.rows[n] for n in numbers if n in own.rows]
            found.append(Alike(own, [row for row in rows if not own.person(row)]))
        return [one for one in found if one.rows]

    def _new(self, one: Import, left: Mapping[int, Row]) -> None:
        """Take over an import that is not here."""
        self.number = number = merging.add_import(self.store, one.record)
        refused = {reason: set(rows) for reason, rows in one.record.refused.items()}
        refused.setdefault(WITHDRAWN, set()).update(set(one.rows) - set(left))
        alike = [*self.expected, *self._contained(one, left)]
        taken: list[Row] = []
        rows = list(left.values())
        met = [one.person(row) in self.known for row in rows]
        reasons = [self._reason(one, row, alike) for row in rows]
        again = zip(reasons, met, strict=True)
        self._compare(one, rows, [why or (KNOWN if m else None) for why, m in again])
        for row, reason in zip(rows, reasons, strict=True):
            if reason is None:
                taken.append(row)
            else:
                refused.setdefault(reason, set()).add(row.number)
        responses.add(self.store, number, one.record.instrument, taken)
        merging.enter_log(self.store, number, len(taken), refused)
        self.done.added += len(taken)
        record = _now(one, number, {row.number: row for row in taken}, refused)
        self.here[one.identity] = record
        self._note(record, taken)

    def _again(self, own: Import, one: Import, left: Mapping[int, Row]) -> None:
        """Take the rows of an import that is here too, but for those that are known."""
        self.number, settled = own.record.number, own.record.refused
        reasons = (KNOWN, WITHDRAWN, REPLACED)
        refused = {row for why in reasons for row in settled.get(why, ())}
        new = []
        for number, row in left.items():
            if number in own.rows:
                self._met(_Found(own, own.rows[number]), _Found(one, row), own)
            elif number not in refused:
                unknown = one.person(row) not in self.known
                if self._reason(one, row, (), own) is None:
                    self._add(own, row)
                    new += [row] if unknown else []
        self._compare(one, new, [None] * len(new))

    def _compare(
        self, one: Import, rows: Sequence[Row], reasons: Sequence[str | None]
    ) -> None:
        """Refuse or tell of an import whose people were here before in another guise.

        Raises:
            Refused: there are releases (R9).
        """
        record = one.record
        found = Likeness(record.instrument, record.headers, ids_at(one, rows))
        for own in self.before:
            if own.record.sha256 != record.sha256:
                known = (*own.rows.values(), *self._older(own))
                found.add(own.record, ((cells(own, r), who(r)) for r in known))
        found.look([placed(one, row) for row in rows], map(who, rows), reasons)
        place = Place(record.file)
        if found.again and releases.kept(self.store):
            facts = {"rows": found.rows, "file": found.files}
            raise Refused(problem("release-rows-again", place, **facts))
        for count, file in found.told:
            again = problem("map-rows-known", place, rows=count, file=file)
            self.done.warnings.append(again)

    def _older(self, own: Import) -> Iterator[Row]:
        """Yield the rows of an import here that others have taken the place of."""
        number = own.record.number
        return (one.row for one in self.mine.replaced if one.number == number)

    def _parted(
        self,
        one: Import,
        withdrawn: Withdrawn,
        there: Mapping[Identity, Import],
        other: Content,
    ) -> tuple[dict[int, Row], list[Row]]:
        """Part rows into those that stay and those withdrawn, and tell of doubts."""
        stays, gone, maybe = parting.parted(
            one, withdrawn, there.get(one.identity), other
        )
        if maybe:
            numbers = ", ".join(map(str, maybe))
            facts = {"rows": len(maybe), "numbers": numbers}
            told = problem("unpack-maybe-withdrawn", Place(one.record.file), **facts)
            self.done.warnings.append(told)
        return stays, gone

    def _reason(
        self,
        one: Import,
        row: Row,
        alike: "Sequence[Alike]",
        own: Import | None = None,
    ) -> str | None:
        """Return why a row of theirs is not taken, None if it is."""
        if who := one.person(row):
            found = self.known.get(who)
            return self._met(found, _Found(one, row), own) if found else None
        if any(other.takes(one, row) for other in alike):
            self.done.known += 1
            return KNOWN
        return None

    def _met(self, here: _Found, there: _Found, own: Import | None) -> str | None:
        """Return why a response that is here too is not taken; None to take it."""
        if _same_cells(here, there) or _same_answers(here, there):
            self.done.known += 1
            self.done.recoded += here.row.answers != there.row.answers
            return KNOWN
        if corrected.was_replaced(self.theirs, here.at, here.row, there.at):
            replaced.replace(self.store, self.number, [here.at.origin(here.row)])
            return None
        if self.prefer == "theirs":
            people.remove(self.store, [here.at.origin(here.row)], reason=CHANGED)
            if own is here.at and own.rows.get(there.row.number) is here.row:
                self._add(own, there.row)
            return None
        if self.prefer is None:
            record = here.at.record
            who = here.row.attributes[0] or ""
            place = (record.instrument, record.number, here.row.number)
            self.done.conflicts.append(Conflict(*place, who))
        return CHANGED

    def _add(self, own: Import, row: Row) -> None:
        """Put a row into an import that is here."""
        number = own.record.number
        responses.add(self.store, number, own.record.instrument, [row])
        people.use(self.store, number, [row.number])
        self.done.added += 1
        self._note(own, [row])

    def _contained(self, one: Import, left: Mapping[int, Row]) -> "Iterator[Alike]":
        """Yield imports that are the same export, made earlier or later.

        One holds all nameless rows of the other, or half of them and more than chance
        explains: rows may have been added, removed and corrected in between. Once
        there are releases, half is not enough: nobody knows whose a changed row is.
        """
        partly = not releases.kept(self.store)
        rows = [row for row in left.values() if not one.person(row)]
        for own in self.here.values():
            if _kind(own) == _kind(one) and own.identity not in self.there and rows:
                nameless = [row for row in own.rows.values() if not own.person(row)]
                found = Alike(own, nameless)
                if found.is_the_same_export(one, rows, partly=partly):
                    yield found


def _kind(one: Import) -> tuple[str, str]:
    return one.record.instrument, one.record.scope


def _now(
    one: Import,
    number: int,
    rows: Mapping[int, Row],
    refused: Mapping[str, Iterable[int]],
) -> Import:
    """Return an import as it is here now."""
    log = {reason: tuple(numbers) for reason, numbers in refused.items()}
    return Import(replace(one.record, number=number, refused=log), dict(rows))


def _same_cells(here: _Found, there: _Found) -> bool:
    """Tell whether the cells of the columns that both files have are the same."""
    mine, theirs = here.at.record.headers, there.at.record.headers
    same = pairs(mine, theirs)
    if not (same and here.row.source and there.row.source):
        return False
    one = tuple(here.at.placed(here.row).values())
    other = there.at.placed(there.row)
    return all(one[index] == other[at] for index, at in same)


def _same_answers(here: _Found, there: _Found) -> bool:
    """Tell whether the coded answers are the same, to all questions of both."""
    one, other = here.row.answers, there.row.answers
    return one == other and here.row.attributes == there.row.attributes
