"""Tables that have the header, or rows, of something that was imported."""

from collections.abc import Iterator

from brukarrevision.guard.content import Content
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.grids import grids
from brukarrevision.guard.known import FEWEST, Known
from brukarrevision.guard.names import is_invented

_SURE = 2
"""One row that is surely imported, or two that may be."""


def exports(content: Content, known: Known) -> Iterator[Finding]:
    """Find tables with the header, or with rows, of an imported source."""
    if not known.headers and not known.rows:
        return
    told = set()
    for rows in [iter(content.rows)] if content.rows else grids(content.text):
        wide = ((at, cells) for at, cells in rows if len(cells) >= FEWEST)
        hashed = ((number, known.hashes(cells)) for number, cells in wide)
        for finding in _compared(hashed, content, known):
            if finding.code not in told:
                told.add(finding.code)
                yield finding


def _compared(
    rows: Iterator[tuple[int, list[bytes]]], content: Content, known: Known
) -> Iterator[Finding]:
    """Compare the rows with headers, until one is found, and with imported rows."""
    header: int | None = None
    first = below = surety = 0
    for number, hashes in rows:
        if header is None and known.is_header(hashes):
            header = number
        elif hashes:
            below += 1 if header is not None else 0
            likeness = known.alike(hashes) if surety < _SURE else 0
            first = first or (number if likeness else 0)
            surety += likeness
        if surety >= _SURE and header is not None:
            break
    if surety >= _SURE:
        yield _at(content, "guard-rows", first)
    if header is not None and below and not is_invented(content.name):
        yield _at(content, "guard-headers", header)


def _at(content: Content, code: str, number: int) -> Finding:
    if content.rows:
        return Finding(code, row=number)
    return Finding(code, line=number)
