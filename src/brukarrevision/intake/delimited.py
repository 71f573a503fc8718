"""Rows of a text file: which delimiter, and every row checked as it streams by.

``csv`` with ``strict=True`` finds quotes that are never closed; the width of every row
finds those that were torn. Never ``csv.Sniffer``: it takes letters for delimiters.
"""

import csv
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk
from brukarrevision.intake import quotes
from brukarrevision.intake.packed import File

Row = tuple[int, list[str]]
"""The number of a row in its table, from 1, and its cells."""

MOST_ROWS = 2_000_000
DELIMITERS = ("\t", ";", "|", ",")
_PORTION = 1 << 19
_TITLES = 5
_TITLED_WIDTH = 3
_LISTED = 100


@dataclass(frozen=True, slots=True)
class Delimited:
    """A text file whose delimiter is known.

    Attributes:
        path: the file; ``encoding``: as :func:`open` takes it.
        delimiter: one character.
        skip: rows above the header, which may have another width.
    """

    path: File
    encoding: str
    delimiter: str
    skip: int = 0

    def rows(self) -> Iterator[Row]:
        """Yield every row with its number, the header's rows too.

        Raises:
            FaultyFiles: rows of another width than the header (all of them), a quote
                that is never closed, or an endless cell. Rows come until then.
        """
        name = self.path.name
        with (
            disk(name),
            self.path.open(encoding=self.encoding, newline="") as stream,
        ):
            reader = csv.reader(stream, delimiter=self.delimiter, strict=True)
            check = _Widths(name, self.skip)
            start = 1
            try:
                for number, row in enumerate(reader, 1):
                    if number > MOST_ROWS:
                        raise _too_long(name)
                    if len(row) != check.width and check.odd(number, start, row):
                        row = [""] * check.width  # noqa: PLW2901
                    if not check.ragged:
                        yield number, row
                    start = reader.line_num + 1
            except UnicodeDecodeError:
                raise FaultyFiles(problem("file-changed", Place(name))) from None
            except csv.Error as fault:
                found = quotes.locate(
                    self.path, self.encoding, self.delimiter, start, fault
                )
                raise FaultyFiles(found) from None
            check.stop()


def _too_long(name: str) -> FaultyFiles:
    return FaultyFiles(problem("csv-too-long", Place(name), most=MOST_ROWS))


class _Widths:
    """Compares the width of every row with the header's."""

    def __init__(self, name: str, skip: int) -> None:
        self.name, self.skip, self.width = name, skip, -1
        self.ragged: list[Problem] = []
        self.count = 0

    def odd(self, number: int, line: int, row: list[str]) -> bool:
        """Note a row of another width; tell whether it is only a blank line."""
        if number <= self.skip:
            return False
        if not "".join(row).strip():
            return self.width >= 0
        if self.width < 0:
            self.width = len(row)
            return False
        self.count += 1
        if self.count <= _LISTED:
            place = Place(self.name, line=line)
            facts = {"cells": len(row), "header": self.width}
            self.ragged.append(problem("csv-ragged", place, **facts))
        return False

    def stop(self) -> None:
        if self.count > _LISTED:
            more = self.count - _LISTED
            self.ragged.append(problem("csv-ragged-more", Place(self.name), more=more))
        if self.ragged:
            raise FaultyFiles(*self.ragged)


@dataclass(frozen=True, slots=True)
class _Try:
    """One delimiter tried on a portion of a file.

    ``width`` is the header's; ``even`` says that all rows have it. ``prose`` says that
    every delimiter in the header stands before a space, as in a sentence.
    """

    delimiter: str
    width: int = 0
    even: bool = False
    prose: bool = False
    skip: int = 0

    @property
    def rank(self) -> tuple[bool, int, int]:
        return not self.prose, self.width, -DELIMITERS.index(self.delimiter)


def choose(path: File, encoding: str) -> Delimited:
    """Find the delimiter: the one that gives the same, greatest width in all rows.

    A file of one column has none, and is read with one that it lacks. Looks at the
    first half megabyte, and at all of the file only where that leaves a doubt; what
    comes later is checked while it is read.
    """
    with disk(path.name), path.open(encoding=encoding, newline="") as stream:
        portion = stream.read(_PORTION)
        whole = len(portion) < _PORTION
        tries = [_try(portion, delimiter, whole=whole) for delimiter in DELIMITERS]
        if not whole and sum(t.even and t.width > 1 for t in tries) > 1:
            portion += stream.read()
            tries = [_try(portion, delimiter, whole=True) for delimiter in DELIMITERS]
    wide = [one for one in tries if one.even and one.width > 1]
    best = max(wide, key=lambda one: one.rank, default=None)
    best = best or _titled(portion, whole=whole) or _narrow(tries)
    return Delimited(path, encoding, best.delimiter, best.skip)


def _try(portion: str, delimiter: str, *, whole: bool) -> _Try:
    header, widths, readable = _widths(portion, delimiter, whole=whole)
    even = readable and len(set(widths)) == 1
    prose = delimiter in ",;" and all(cell[:1] == " " for cell in header[1:])
    return _Try(delimiter, len(header), even, prose)


def _widths(
    portion: str, delimiter: str, *, whole: bool
) -> tuple[list[str], list[int], bool]:
    """Return the first row, the width of every row, and whether all could be read.

    Blank rows are left out, and the last row of a portion, which is cut.
    """
    lines = io.StringIO(portion, newline="")
    header: list[str] = []
    widths: list[int] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            if "".join(row).strip():
                header = header or row
                widths.append(len(row))
    except csv.Error as fault:
        return header, widths, not whole and "end of data" in str(fault)
    return header, widths if whole else widths[:-1], bool(widths)


def _titled(portion: str, *, whole: bool) -> _Try | None:
    """Find title rows of one cell above a table of at least three columns."""
    for delimiter in DELIMITERS:
        _, widths, _ = _widths(portion, delimiter, whole=whole)
        titles = len(list(itertools.takewhile(lambda width: width == 1, widths)))
        table = set(widths[titles:])
        if 0 < titles <= _TITLES and len(table) == 1 and min(table) >= _TITLED_WIDTH:
            rows = csv.reader(io.StringIO(portion, newline=""), delimiter=delimiter)
            skip = next(n for n, row in enumerate(rows) if len(row) > 1)
            return _Try(delimiter, min(table), even=True, skip=skip)
    return None


def _narrow(tries: list[_Try]) -> _Try:
    """Choose between a table whose rows are torn and a single column."""
    torn = [one for one in tries if one.width > 1]
    table = max((t for t in torn if not t.prose), key=lambda t: t.width, default=None)
    single = next((one for one in tries if one.even and one.width == 1), None)
    return table or single or max(torn, key=lambda t: t.width, default=tries[1])
