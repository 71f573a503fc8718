"""One table of raw text, whatever the kind of file: header, rows, facts for the log."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk
from brukarrevision.intake import delimited, packed, workbook
from brukarrevision.intake.declared import Declared
from brukarrevision.intake.decode import decode
from brukarrevision.intake.delimited import Row
from brukarrevision.intake.packed import File
from brukarrevision.model.mapping import Source

TEXT_KINDS = frozenset({".csv", ".tsv", ".txt"})
BOOK_KINDS = frozenset({".xlsx", ".xls", ".ods"})
SPSS_KINDS = frozenset({".sav", ".zsav"})
ZIP_KINDS = frozenset({".zip"})
SAMPLE = 1_000
MOST_COLUMNS = 5_000

_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_NO_TEXT = "".join(delimited.DELIMITERS) + " \ufeff\xa0"
_DELIMITERS = {"tab": "\t", "\\t": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}


@dataclass(frozen=True)
class Sheet:
    """A table as it stands in a file: everything is text, nothing is guessed.

    Attributes:
        name: the file's name; ``sha256``: the hash of its bytes.
        encoding: and ``delimiter``: of a text file, else None.
        sheet: which sheet of a workbook, else None.
        skip_rows: rows above the header; ``header_rows``: rows of the header.
        warnings: what is doubtful about the file.
        kind: what reads it: a text, a workbook, or an SPSS file.
        declared: what the file itself says of its columns, by position.
        all_rows: gives every row with its number, from the first row of the file.
    """

    name: str
    sha256: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    all_rows: Callable[[], Iterator[Row]] = field(repr=False)
    skip_rows: int = 0
    header_rows: int = 1
    warnings: tuple[Problem, ...] = field(default=(), repr=False)
    kind: Literal["text", "book", "spss"] = "text"
    declared: Mapping[int, Declared] = field(default_factory=dict, repr=False)

    @cached_property
    def top(self) -> list[list[str]]:
        """Return the first thousand rows of the file, header rows too."""
        rows = itertools.islice(self.all_rows(), SAMPLE)
        return [row for _, row in rows]

    @property
    def header(self) -> tuple[tuple[str, ...], ...]:
        """Return the header rows as they stand, each as wide as the table."""
        end = self.skip_rows + self.header_rows
        rows = self.top[self.skip_rows : end]
        width = max(map(len, self.top[self.skip_rows :]), default=0)
        return tuple(tuple(row + [""] * (width - len(row))) for row in rows)

    @property
    def sample(self) -> list[list[str]]:
        """Return the first data rows, those that are not blank."""
        rows = self.top[self.skip_rows + self.header_rows :]
        return [row for row in rows if any(map(str.strip, row))]

    def rows(self) -> Iterator[Row]:
        """Yield the data rows with their numbers; blank rows come too."""
        return itertools.islice(
            self.all_rows(), self.skip_rows + self.header_rows, None
        )

    def under(self, source: Source) -> "Sheet":
        """Return the same table with the header rows that a mapping states."""
        return replace(self, skip_rows=source.skip_rows, header_rows=source.header_rows)


def open_sheet(
    path: Path,
    source: Source | None = None,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
) -> Sheet:
    """Open a file of responses and check how it is to be read.

    Args:
        path: .csv, .tsv, .txt, .zip with one of these, .xlsx, .xls, .ods or .sav.
        source: what a mapping says; options that are given win over it.
        encoding: of a text or SPSS file, instead of finding out.
        delimiter: of a text file, instead of finding out.
        sheet: of a workbook, instead of the first that holds anything.

    Raises:
        FaultyFiles: the file cannot be read, with the place and what to do. Rows of
            the wrong width are found while the rows are read.
        MachineFault: what reads an SPSS file is not installed.
    """
    source = source or Source()
    encoding, delimiter = encoding or source.encoding, delimiter or source.delimiter
    kind = path.suffix.lower()
    with disk(path.name), path.open("rb") as stream:
        start = stream.read(8)
    if kind in BOOK_KINDS:
        return _book(path, source, sheet or source.sheet)
    if kind in SPSS_KINDS:
        return _spss(path, source, encoding)
    if kind in ZIP_KINDS:
        return _zip(path, source, encoding, delimiter)
    if kind not in TEXT_KINDS:
        raise FaultyFiles(problem("csv-kind", Place(path.name), kind=kind or "–"))
    if start.startswith(_PACKED):
        raise FaultyFiles(problem("csv-not-text", Place(path.name)))
    return _text(path, source, encoding, delimiter)


def _zip(
    path: Path, source: Source, encoding: str | None, delimiter: str | None
) -> Sheet:
    """Open the one table in a zip file, which is never unpacked to disk."""
    found = packed.table(path)
    sheet = _text(found.file, source, encoding, delimiter)
    return replace(sheet, warnings=(*sheet.warnings, *found.warnings))


def _text(
    path: File, source: Source, encoding: str | None, delimiter: str | None
) -> Sheet:
    decoded = decode(path, encoding)
    if delimiter is None:
        table = delimited.choose(path, decoded.encoding)
    else:
        sign = _DELIMITERS.get(delimiter.lower(), delimiter)
        if len(sign) != 1 or sign in '"\r\n':
            raise FaultyFiles(problem("csv-delimiter", Place(path.name)))
        table = delimited.Delimited(path, decoded.encoding, sign)
    skip = source.skip_rows or table.skip
    return _checked(
        Sheet(
            name=path.name,
            sha256=decoded.sha256,
            encoding=decoded.encoding,
            delimiter=table.delimiter,
            sheet=None,
            all_rows=replace(table, skip=skip).rows,
            skip_rows=skip,
            header_rows=source.header_rows,
            warnings=decoded.warnings,
        )
    )


def _book(path: Path, source: Source, sheet: str | None) -> Sheet:
    grid = workbook.read(path, sheet)
    return _checked(
        Sheet(
            name=path.name,
            sha256=_digest(path),
            encoding=None,
            delimiter=None,
            sheet=grid.sheet,
            all_rows=grid.rows,
            skip_rows=source.skip_rows,
            header_rows=source.header_rows,
            warnings=grid.warnings,
            kind="book",
        )
    )


def _spss(path: Path, source: Source, encoding: str | None) -> Sheet:
    from brukarrevision.intake import spss

    with disk(path.name):
        table = spss.read(path, encoding)
        digest = _digest(path)
    return _checked(
        Sheet(
            name=path.name,
            sha256=digest,
            encoding=table.encoding,
            delimiter=None,
            sheet=None,
            all_rows=table.rows,
            skip_rows=source.skip_rows,
            header_rows=source.header_rows,
            kind="spss",
            declared=table.declared,
        )
    )


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _checked(sheet: Sheet) -> Sheet:
    """Refuse a table without any text, or far wider than a survey.

    The first rows are read here.
    """
    wide = max(map(len, sheet.top), default=0)
    if wide > MOST_COLUMNS:
        facts = {"columns": wide, "most": MOST_COLUMNS}
        raise FaultyFiles(problem("csv-too-wide", Place(sheet.name), **facts))
    if not any("".join(row).strip(_NO_TEXT) for row in sheet.top):
        raise FaultyFiles(problem("csv-empty", Place(sheet.name)))
    return sheet
