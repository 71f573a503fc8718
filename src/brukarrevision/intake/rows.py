"""The rows of one file, block by block: refused with a reason, or coded."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import itemgetter

from brukarrevision.intake import names
from brukarrevision.intake.attributes import Attribute, attributes
from brukarrevision.intake.choose import Choice
from brukarrevision.intake.coding import Coder, coder
from brukarrevision.intake.log import Unmatched
from brukarrevision.intake.rules import Rules
from brukarrevision.intake.sources import named
from brukarrevision.model.mapping import RESPONSE_USES, Column, Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.store import pack

BLOCK = 2_000

Row = Sequence[str]


def digest(cells: Sequence[str]) -> bytes:
    """Return a hash by which rows are compared; it is never stored."""
    return blake2b(
        "\x1f".join(cells).encode("utf-8", "replace"), digest_size=16
    ).digest()


def picker(positions: Sequence[int]) -> Callable[[Row], tuple[str, ...]]:
    """Return what takes the cells at the positions out of a row, as a tuple."""
    if len(positions) == 1:
        at = positions[0]
        return lambda row: (row[at],)
    return itemgetter(*positions) if positions else lambda _: ()


@dataclass(slots=True)
class Tally:
    """What became of the rows of one file."""

    rows_in: int = 0
    rows_used: int = 0
    refused: dict[str, list[int]] = field(default_factory=dict)

    def refuse(self, reason: str, number: int) -> None:
        """Note one refused row."""
        self.refused.setdefault(reason, []).append(number)


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a file, blank and excluded ones left out."""

    numbers: list[int]
    rows: list[list[str]]


def blocks(choice: Choice, tally: Tally) -> Iterator[Block]:
    """Yield the rows of a file that are somebody's response, block by block."""
    rows = choice.sheet.rows()
    rules = Rules(choice.mapping.exclude, choice.mapping.columns)
    repeats = _Repeats(choice.mapping)
    while portion := list(itertools.islice(rows, BLOCK)):
        tally.rows_in += len(portion)
        block = Block([], [])
        for number, row in portion:
            if not any(row) or not any(map(str.strip, row)):
                tally.refuse("blank", number)
            elif rules.excluded(row):
                tally.refuse("excluded", number)
            elif repeats.stood(row):
                tally.refuse("repeated", number)
            else:
                block.numbers.append(number)
                block.rows.append(rules.counted(row))
        yield block


class _Repeats:
    """Finds responses that a tool has written several times, alike in all we keep."""

    def __init__(self, mapping: Mapping) -> None:
        keys = [c.at for c in mapping.columns if c.use == "respondent"]
        self._key = keys[0] if keys and named(mapping.source.tool).may_repeat else None
        self._kept = picker([c.at for c in mapping.columns if c.use != "ignore"])
        self._seen: set[bytes] = set()

    def stood(self, row: Row) -> bool:
        """Tell whether a row with a key has stood before, just as it is."""
        if self._key is None or not row[self._key].strip():
            return False
        mark = digest(self._kept(row))
        known = mark in self._seen
        self._seen.add(mark)
        return known


class RowCoder:
    """Codes whole rows by a mapping.

    Attributes:
        kept: positions of the columns that are not ignored.
        has_key: whether a column says who the respondent is; ``key``: which.
        round: the column of rounds, if there is one.
    """

    def __init__(self, choice: Choice, plan: Plan, given: dict[str, str]) -> None:
        """Make ready what codes each question and attribute."""
        mapping, instrument = choice.mapping, choice.instrument
        self._choice = choice
        by_use: dict[str, list[Column]] = {}
        for column in mapping.columns:
            by_use.setdefault(column.use, []).append(column)
        self._coders: list[Coder] = [
            coder(instrument, question, by_use[question.id])
            for question in instrument.questions()
            if question.id in by_use
        ]
        columns = {use: by_use[use][0] for use in RESPONSE_USES if use in by_use}
        self._attributes: tuple[Attribute, ...] = attributes(plan, columns, given)
        self.has_key = "respondent" in columns
        self.key = columns["respondent"].at if self.has_key else None
        self.round = columns["round"].at if "round" in columns else None
        used = (c.at for c in mapping.columns if c.use != "ignore")
        self.kept = tuple(dict.fromkeys(used))
        self._keep = picker(self.kept)

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the ids of the questions that have columns."""
        return tuple(one.question for one in self._coders)

    @property
    def positions(self) -> dict[str, tuple[int, ...]]:
        """Return the positions of the columns of each question."""
        return {one.question: one.ats for one in self._coders}

    def attributes(self, rows: list[list[str]]) -> list[list[str | None]]:
        """Return the six attributes of a block, each as a column."""
        columns = list(zip(*rows, strict=True))
        return [one(columns, len(rows)) for one in self._attributes]

    def respondents(self, rows: list[list[str]]) -> list[str | None]:
        """Return the id of each row of a block, None where there is none."""
        return self._attributes[0](list(zip(*rows, strict=True)), len(rows))

    def answers(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the coded cells of a block, one list for each question."""
        columns = list(zip(*rows, strict=True))
        return [one(columns) for one in self._coders]

    def source(self, row: Row) -> str:
        """Return the kept cells of a row as the store keeps them."""
        return pack(self._keep(row))

    def unmatched(self) -> Iterator[Unmatched]:
        """Yield every text that fits nothing, by column. Private."""
        found: list[tuple[str, int, Counter[str]]] = [
            (one.question, at, texts)
            for one in self._coders
            for at, texts in one.unmatched().items()
        ]
        found += [
            (one.name, one.column.at, one.lookup.unmatched)
            for one in self._attributes
            if one.column and one.lookup.unmatched
        ]
        headers = {column.at: column.header for column in self._choice.mapping.columns}
        for name, at, texts in sorted(found, key=itemgetter(1)):
            cut: Counter[str] = Counter()
            for text, count in texts.items():
                cut[names.cut(text)] += count
            file = self._choice.sheet.name
            listed = tuple(cut.most_common())
            yield Unmatched(file, at + 1, names.cut(headers[at], 80), name, listed)
