"""Where a quote opens that a text file never closes: the line, not the answer."""

import csv
import itertools

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.intake.packed import File

_BOUND = 1 << 20


def locate(
    path: File, encoding: str, delimiter: str, start: int, fault: csv.Error
) -> Problem:
    """Return the problem of a record that cannot be read.

    Args:
        path: the file; ``encoding`` and ``delimiter``: how it is read.
        encoding: as :func:`open` takes it.
        delimiter: one character.
        start: the line on which the record starts, from 1.
        fault: what the reader said; only its kind is used, never its text.
    """
    long = "limit" in str(fault)
    with path.open(encoding=encoding, newline="") as stream:
        lines = itertools.islice(stream, start - 1, None)
        line = _opened(lines, delimiter, start, through=long)
    code = "csv-long-cell" if long else "csv-quote"
    return problem(code, Place(path.name, line=line), limit=csv.field_size_limit())


def _opened(
    lines: "itertools.islice[str]", delimiter: str, start: int, *, through: bool
) -> int:
    """Return the line of the last quote opened before the text goes wrong."""
    opened, inside, fresh, seen = start, False, True, 0
    for number, line in enumerate(lines, start):
        seen += len(line)
        at = 0
        while at < len(line):
            sign = line[at]
            if inside and sign == '"' and line[at + 1 : at + 2] == '"':
                at += 1
            elif inside and sign == '"':
                inside = False
                after = line[at + 1 : at + 2]
                if after not in (delimiter, "\r", "\n", ""):
                    return opened
            elif not inside and fresh and sign == '"':
                inside, opened = True, number
            fresh = not inside and sign == delimiter
            at += 1
        fresh = fresh or not inside
        if seen > _BOUND or (through and not inside):
            break
    return opened
