"""Whether the workbooks behind charts hold nothing but numbers that are shown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from brukarrevision.finished.unpack import Part

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TEXTS = frozenset({"s", "str", "inlineStr"})
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def unshown(parts: Sequence[Part], twin: bytes | None) -> Iterator[str]:
    """Yield what the parts are called that hold a number no reader is shown.

    What is left of a bar, when its exact parts are taken away, is shown by the others:
    so one number of a row may be new where their sum is shown.

    Args:
        parts: of a Word file.
        twin: the Markdown twin; without it, the text of the file itself is what shows.
    """
    shown = _numbers(_told(parts, twin))
    for part in parts:
        if any(not _follows(row, shown) for row in _workbook(part)):
            yield part.words
    held = {value for part in parts for row in _workbook(part) for value in row}
    for part in parts:
        if not held.issuperset(_chart(part)):
            yield part.words


def _told(parts: Iterable[Part], twin: bytes | None) -> Iterator[str]:
    if twin is not None:
        yield twin.decode(errors="replace")
        return
    for part in parts:
        if part.name == "word/document.xml":
            yield from part.seen


def _numbers(texts: Iterable[str]) -> set[float]:
    return {float(n.replace(",", ".")) for text in texts for n in _NUMBER.findall(text)}


def _follows(row: Sequence[float], shown: set[float]) -> bool:
    new = [value for value in row if value not in shown]
    return not new or (len(new) == 1 and len(row) > 1 and sum(row) in shown)


def _workbook(part: Part) -> Iterator[list[float]]:
    """Yield the numbers of each row of a sheet."""
    if part.root is None or "xl/worksheets/" not in part.name:
        return
    for row in part.root.iter(f"{_MAIN}row"):
        cells = [c for c in row.iter(f"{_MAIN}c") if c.get("t", "n") not in _TEXTS]
        values = [v.text for c in cells for v in c.iter(f"{_MAIN}v") if v.text]
        yield list(map(float, values))


def _chart(part: Part) -> Iterator[float]:
    """Yield the numbers that a chart keeps of its workbook."""
    if part.root is None or not part.name.startswith("word/charts/"):
        return
    for cache in part.root.iter(f"{_CHART}numCache", f"{_CHART}numLit"):
        for value in cache.iter(f"{_CHART}v"):
            if value.text:
                yield float(value.text)
