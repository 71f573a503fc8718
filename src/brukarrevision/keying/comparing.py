"""The same forms keyed in twice: where they differ, and what was settled. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brukarrevision.keying.asking import Item, without_unasked

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that was not keyed in the same way twice. Private: it holds both.

    Attributes:
        number: of the form.
        first: the cell of the first entry, ``second``: of the second.
    """

    number: int
    item: Item
    first: str = field(repr=False)
    second: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Twice:
    """One form keyed in twice, and what has been settled so far.

    Attributes:
        settled: the right cell of each difference that somebody has decided on.
    """

    number: int
    first: Cells = field(repr=False)
    second: Cells = field(repr=False)
    settled: Cells = field(default_factory=dict, repr=False)

    def differences(self, items: Sequence[Item]) -> tuple[Difference, ...]:
        """Return where the entries differ, settled or not, in the form's order."""
        return tuple(
            Difference(self.number, one, *both)
            for one in self.compared(items)
            if len(set(both := self._both(one))) > 1
        )

    def compared(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Return what was keyed in at least once; an attribute only where both were."""
        ids = self.first.keys() | self.second.keys()
        both = self.first.keys() & self.second.keys()
        return tuple(one for one in items if one.id in (ids if one.question else both))

    def left(self, items: Sequence[Item]) -> Iterator[Difference]:
        """Yield the differences that nobody has decided on and that still matter.

        A question that the settled answers do not lead to has none.
        """
        asked = self.result(items)
        for one in self.differences(items):
            if one.item.id not in self.settled and one.item.id in asked:
                yield one

    def result(self, items: Sequence[Item]) -> dict[str, str]:
        """Return the form as it is settled; what is undecided is as it was first.

        A question that either entry answered is kept for as long as it is asked.
        """
        blank = {one.id: "" for one in items if one.question}
        kept = {n: c for n, c in self.first.items() if n in blank or c}
        return without_unasked(items, {**blank, **kept, **self.settled})[0]

    def _both(self, item: Item) -> tuple[str, str]:
        return self.first.get(item.id, ""), self.second.get(item.id, "")


@dataclass(frozen=True, slots=True)
class Summary:
    """How alike two entries are: forms, answers and differences, and how alike."""

    forms: int
    answers: int
    differences: int

    @property
    def alike(self) -> float:
        """Return how many per cent of the answers are alike; 100 of none."""
        if not self.answers:
            return 100.0
        return 100 * (self.answers - self.differences) / self.answers


def summary(forms: Iterable[Twice], items: Sequence[Item]) -> Summary:
    """Count what was compared.

    A question that neither entry was led to is not counted.
    """
    listed = list(forms)
    answers = sum(_asked(one, items) for one in listed)
    found = sum(len(one.differences(items)) for one in listed)
    return Summary(len(listed), answers, found)


def _asked(form: Twice, items: Sequence[Item]) -> int:
    either = [without_unasked(items, one)[0] for one in (form.first, form.second)]
    return sum(any(one.id in led for led in either) for one in form.compared(items))
