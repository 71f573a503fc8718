"""One instrument: those released stay as they were, those who wait are counted (R9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brukarrevision.audit import Audit
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.protect.ledger import joined, thaw
from brukarrevision.protect.partition import Leaf, Partition, partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion, plan_order, protect
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.releases import Ledger
from brukarrevision.results import themes
from brukarrevision.results.how import HOW, coded, how_instrument
from brukarrevision.results.shown import NewLeaf, NewSplit, Responses, Result
from brukarrevision.store import Origin
from brukarrevision.tally import Key, QuestionTally, empty, grouped, tally
from brukarrevision.themes.mentions import Mentions

if TYPE_CHECKING:
    import pandas as pd


def policy(audit: Audit) -> Policy:
    """Return the numbers that protect the respondents of an audit."""
    return Policy.of(audit.plan.anonymity, audit.min_group)


@dataclass(frozen=True)
class Counting:
    """The responses to one instrument, split in one of its ways.

    Attributes:
        frame: everybody's responses; ``origins``: where each came from.
        attributes: of the partition.
        mentions: the themes that everybody mentions; None where they are not counted.
    """

    audit: Audit
    ledger: Ledger
    instrument: Instrument
    frame: "pd.DataFrame"
    origins: tuple[Origin, ...]
    attributes: tuple[str, ...]
    mentions: Mentions | None = None

    @cached_property
    def waiting(self) -> "pd.DataFrame":
        """Return the responses that no release has counted in this split."""
        counted = self.ledger.counted
        rows = [
            at
            for at, origin in enumerate(self.origins)
            if not counted(origin, self.attributes)
        ]
        return self.frame.iloc[rows]

    @cached_property
    def parts(self) -> dict[str | None, tuple[dict[Key, tuple[int, ...]], Partition]]:
        """Return those who wait, by round: their rows by attributes, and leaves."""
        order = plan_order(self.instrument, self.attributes, self.audit.plan)
        found = {}
        every = grouped(self.waiting, self.instrument, self.attributes, self.audit.plan)
        for name, rows in every:
            sizes = {key: len(some) for key, some in rows.items()}
            found[name] = rows, partition(sizes, order, policy(self.audit))
        return found

    def released(self, name: str | None) -> tuple[Leaf, ...]:
        """Return the leaves of a round that have been released."""
        return tuple(
            Leaf(leaf.keys(self.attributes), leaf.size)
            for _, of, leaf in self.ledger.leaves(self.instrument.id, self.attributes)
            if of == name
        )

    @property
    def rounds(self) -> list[str | None]:
        """Return the rounds that anybody answered in, the plan's first."""
        leaves = self.ledger.leaves(self.instrument.id, self.attributes)
        found = {*self.parts, *(name for _, name, _ in leaves)}
        order = [one.id for one in self.audit.plan.rounds]
        rank = {name: at for at, name in enumerate(order)}
        return sorted(found, key=lambda n: (rank.get(n or "", len(rank)), str(n)))

    def results(self) -> Iterator[Result]:
        """Yield what may be shown of each question of this split, round by round."""
        tallies = list(self._tallies())
        shown = protect(tallies, self.audit.plan, policy(self.audit))
        for one, new in zip(tallies, shown, strict=True):
            whole = joined(new, self._thawed(one, new))
            unasked = frozenset(self._unasked(one))
            yield Result(self.instrument, one.question, one.round, whole, unasked)

    def _thawed(
        self, one: QuestionTally, new: ProtectedQuestion
    ) -> tuple[ProtectedTable, ...]:
        like = new.leaves[0]
        return tuple(
            thaw(like, leaf.keys(self.attributes), leaf.tables.get(one.question.id))
            for _, name, leaf in self.ledger.leaves(self.instrument.id, self.attributes)
            if name == one.round
        )

    def _unasked(self, one: QuestionTally) -> Iterator[int]:
        """Yield the places of the released leaves that were not asked a question."""
        leaves = self.ledger.leaves(self.instrument.id, self.attributes)
        here = [release for release, name, _ in leaves if name == one.round]
        for at, release in enumerate(here):
            if not self.ledger.asked(release, self.instrument.id, one.question.id):
                yield at

    def _tallies(self) -> Iterator[QuestionTally]:
        """Yield a tally for each round and question, empty where nobody waits."""
        language = self.audit.plan.language
        aside = self._aside()
        sources = (self.instrument, self.waiting), (aside, self._coded())
        found = {
            (one.round, one.question.id): one
            for source, frame in sources
            for one in tally(frame, source, self.audit.plan)
        }
        for name in self.rounds:
            for source, question in self._questions(aside):
                key = name, question.id
                yield found.get(key) or empty(source, question, name, language)

    def _aside(self) -> Instrument:
        """Return the instrument with what is tallied as its questions are."""
        language = self.audit.plan.language
        how = how_instrument(self.instrument, language)
        if self.mentions is None:
            return how
        return themes.with_themes(how, self.instrument, self.audit.codebook, language)

    def _coded(self) -> "pd.DataFrame":
        data = coded(self.waiting)
        if self.mentions is None:
            return data
        of = self.instrument, self.audit.codebook
        return themes.coded(data, self.origins, *of, self.mentions)

    def _questions(self, aside: Instrument) -> Iterator[tuple[Instrument, Question]]:
        """Yield the questions of this split; mode, help and themes last."""
        for source in (self.instrument, aside):
            for question in source.questions():
                mine = source.partition_of(question.id) == self.attributes
                wanted = is_aside(question.id) == (source is aside)
                if mine and wanted and question.type != "note":
                    yield source, question

    def responses(self) -> tuple[Responses, ...]:
        """Return who responded, round by round."""
        nothing: tuple[dict[Key, tuple[int, ...]], Partition] = ({}, Partition((), ()))
        found = []
        for name in self.rounds:
            _, split = self.parts.get(name, nothing)
            leaves = _together((*self.released(name), *split.leaves))
            found.append(Responses(name, leaves, split.left_out))
        return tuple(found)

    def new(self, results: tuple[Result, ...]) -> Iterator[NewSplit]:
        """Yield what a release would freeze: the leaves that none has yet."""
        for name, (rows, split) in self.parts.items():
            tables = [
                table
                for result in results
                if result.round == name
                for table in result.protected.leaves[len(self.released(name)) :]
            ]
            leaves = tuple(
                NewLeaf(
                    leaf,
                    tuple(self.origins[at] for key in leaf.keys for at in rows[key]),
                    tuple(table for table in tables if table.keys == leaf.keys),
                )
                for leaf in split.leaves
            )
            yield NewSplit(self.instrument.id, name, self.attributes, leaves)


def is_aside(question: str) -> bool:
    """Tell whether a table is of none of the instrument's own questions."""
    return question in HOW or themes.is_theme(question)


def _together(leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """Return leaves that cover the same as one; how many they are is no secret."""
    sizes: dict[tuple[Key, ...], int] = {}
    for leaf in leaves:
        sizes[leaf.keys] = sizes.get(leaf.keys, 0) + leaf.size
    return tuple(Leaf(keys, size) for keys, size in sizes.items())
