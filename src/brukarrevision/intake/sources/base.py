"""What a survey tool's class knows: the shape of its files, its headers, its rules."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from brukarrevision.intake import header, multiples, names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.sheet import Sheet
from brukarrevision.model.instrument import Choice, Question
from brukarrevision.model.mapping import Exclusion, Only, Source

Role = Literal["respondent", "meta", "identifying", "question"]
"""What a column is, where it is the tool that says so.

``respondent`` tells who answers, ``meta`` is the tool's own, ``identifying`` says who
somebody is; neither of the last two is ever stored. ``question`` is one that people
were asked, though its header is a word that other tools use for something else.
"""

QUIZ = "quiz"
"""The ``sub`` of a column that holds what a quiz says of an answer."""


class Recogniser:
    """Any table, and what all tools share; each tool is a subclass.

    Attributes:
        name: of the tool, ``source.tool`` in the mapping.
        kinds: of files that it writes.
        separators: what may stand between several options in one cell, most likely
            first.
        may_repeat: whether a response may stand several times, with the same key and
            the same answers: then it is counted once.
        may_tick: whether a question's options may have a column each. Where not,
            columns of one question are the rows of a table.
    """

    name: ClassVar[str] = "table"
    kinds: ClassVar[frozenset[str]] = frozenset({"text", "book"})
    separators: ClassVar[tuple[str, ...]] = multiples.SEPARATORS
    may_repeat: ClassVar[bool] = False
    may_tick: ClassVar[bool] = True

    def claims(self, sheet: Sheet) -> bool:
        """Tell whether the tool wrote a file, by its shape and never by its name.

        Args:
            sheet: under the header rows that any table would be taken to have.
        """
        del sheet
        return False

    def source(self, sheet: Sheet) -> Source:
        """Return the tool's name, the title rows and the header rows of a file."""
        found = header.suggest(sheet)
        return found.model_copy(update={"tool": self.name})

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return the header of every column, taken apart in the tool's way.

        ``raw`` is always what :func:`header.headings` gives: mappings are checked by
        it.
        """
        return header.headings(sheet)

    def role(self, heading: Heading) -> Role | None:
        """Return what a column is; None where the words of all tools decide."""
        del heading
        return None

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Return rules for rows that are no responses: tests, incomplete ones.

        Args:
            headings: of all columns.
            sample: the first rows that are not blank.
        """
        del headings, sample
        return ()

    def values(
        self, question: Question, options: Sequence[Choice], cells: Mapping[str, int]
    ) -> dict[str, str]:
        """Return what the tool's own texts mean in the answers to a question.

        Args:
            question: of an instrument that exists.
            options: its choices.
            cells: distinct texts in the column, among the first rows, with how often
                each stands. What one person wrote is never to come into a mapping.
        """
        del question, options, cells
        return {}

    def only(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> Mapping[int, Only]:
        """Return columns whose cells count in some rows only, by position.

        Args:
            headings: of all columns.
            sample: the first rows that are not blank.
        """
        del headings, sample
        return {}


def role_of(tool: Recogniser, heading: Heading) -> Role | None:
    """Return what a column is, by the tool or else by the words that tools share."""
    if found := tool.role(heading):
        return found
    part = heading.option or heading.sub
    if names.is_identifying(heading.raw if part else heading.text or heading.raw):
        return "identifying"
    if names.is_meta(heading.raw) or names.is_key(heading.raw):
        return "meta"
    return None


def words(sheet: Sheet) -> frozenset[str]:
    """Return the letters and digits of every cell of the header rows, folded."""
    cells = (cell for row in sheet.header for cell in row if cell.strip())
    return frozenset(map(names.compact, cells))
