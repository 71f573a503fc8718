"""What each coder found in what each respondent said."""

from collections.abc import Collection, Iterable

from brukarrevision.interviews.markup import Note

Unit = tuple[str, str, str]
"""A respondent, a question and a code."""

Matrix = dict[Unit, dict[str, int]]
"""Of each unit what every coder who read it says: 1 found, 0 not found."""


def matrix(notes: Iterable[Note], codes: Collection[str]) -> Matrix:
    """Return what every coder says of every answer and code.

    An answer that a coder's file does not have, or where nothing was noted, is one that
    the coder has not read.
    """
    found: Matrix = {}
    for note in notes:
        for block in note.blocks:
            if not block.text.strip():
                continue
            mine = {code for span in block.spans for code in span.codes}
            for code in codes:
                said = found.setdefault((note.head.id, block.question, code), {})
                said[note.coder] = int(code in mine)
    return found
