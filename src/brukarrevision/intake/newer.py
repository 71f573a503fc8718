"""What a newer export of a survey changes: rows that differ, and rows that are gone.

Rows are told by number and questions by id; what was answered is never told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brukarrevision.intake.known import ByKey, Held
from brukarrevision.intake.log import Changed, Removed
from brukarrevision.intake.rows import Row
from brukarrevision.store import ImportRecord, Origin, Store, people
from brukarrevision.store.replaced import REPLACED, Place

KNOWN, CHANGED = "already_imported", "changed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one row of a file.

    Attributes:
        reason: why it is refused, None if it is taken.
        replaces: where the row of the same person stands that it takes the place of.
        reverts: whether it is as an older row of the same person was.
    """

    reason: str | None = None
    replaces: Held | None = None
    reverts: bool = False


NEW = Verdict()


@dataclass(slots=True)
class Newer:
    """The rows of one file beside those of the same people that are in the store.

    Attributes:
        number: of this import; rows of later ones are newer and stand.
        replace: whether changed rows are taken.
        again: places whose rows it replaced before, when it was read the last time.
        uses: what each column is used for, by position.
        changed: what was found to differ; ``met``: places of rows that came again.
    """

    store: Store
    by_key: ByKey
    number: int
    replace: bool
    again: frozenset[Place]
    uses: Mapping[int, str]
    changed: list[Changed] = field(default_factory=list)
    met: set[Place] = field(default_factory=set)

    def verdict(
        self, number: int, respondent: str | None, name: str | None, row: Row
    ) -> Verdict:
        """Return what becomes of a row, by the id and the round of its respondent."""
        if not respondent:
            return Verdict(self.by_key.nameless.reason(row))
        held = self.by_key.held(respondent, name)
        if held is None:
            return NEW
        twice = held.place in self.met
        self.met.add(held.place)
        if held.is_same(row):
            return Verdict(KNOWN)
        if held.record.number > self.number:
            return Verdict(REPLACED)
        taken = (self.replace or held.place in self.again) and not twice
        self._note(number, held, row, taken=taken)
        if not taken:
            return Verdict(CHANGED)
        return Verdict(None, held, self.by_key.was(respondent, name, row))

    def _note(self, number: int, held: Held, row: Row, *, taken: bool) -> None:
        then = people.cells_of(self.store, held.origin)
        differ = [at for index, at in held.same if then[index] != row[at]]
        names = tuple(dict.fromkeys(self.uses[at] for at in sorted(differ)))
        self.changed.append(Changed(number, *held.place, names, taken))

    def removed(self, mapping: str) -> Iterator[Removed]:
        """Yield what earlier exports of the same survey had and this one lacks.

        An earlier import is of the same survey if half of its rows came again, or if
        it added to such a one itself.
        """
        same = False
        for record, places in self._earlier(mapping):
            met = places & self.met
            added = any(record.refused.get(why) for why in (KNOWN, CHANGED))
            same = same or bool(met)
            if (met and 2 * len(met) >= len(places)) or (same and added):
                rows = tuple(sorted(row for _, row in places - met))
                if rows:
                    yield Removed(record.number, record.file, rows)

    def _earlier(self, mapping: str) -> Iterable[tuple[ImportRecord, set[Place]]]:
        found: dict[int, tuple[ImportRecord, set[Place]]] = {}
        for held in self.by_key.known.values():
            record = held.record
            if record.number < self.number and record.mapping == mapping:
                found.setdefault(record.number, (record, set()))[1].add(held.place)
        return [found[number] for number in sorted(found)]


def origins(verdicts: Sequence[Verdict]) -> list[Origin]:
    """Return where the rows stand that others take the place of."""
    return [one.replaces.origin for one in verdicts if one.replaces]
