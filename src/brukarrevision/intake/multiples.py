"""Several options in one cell: is a column like that, by what, and which options."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from brukarrevision.intake.matching import split
from brukarrevision.intake.names import fold

SEPARATORS = (";", ", ", ",", " | ", "|", "\n")

SLASH = " / "
"""Between options, and before the first of them, in newer exports of Typeform."""

_CAREFULLY = (";", SLASH, *SEPARATORS[1:], " ")
_FEWER = 0.75
_LONGEST = 120
_MENTIONS = 2
_SAMPLE = 1_000


def find(
    cells: Mapping[str, int], separators: Sequence[str] = SEPARATORS
) -> tuple[str, tuple[str, ...]] | None:
    """Return the separator of a column and its options, in order of appearance.

    Splitting has to give clearly fewer parts than there are wholes, and parts that
    come back. A semicolon after every cell, or a slash before it, is proof enough.

    The first thousand distinct cells are looked at: each is compared with all others.

    Args:
        cells: distinct cells that are not blank, with how often each stands.
        separators: that may be. Those that options seldom hold are tried first.
    """
    cells = dict(itertools.islice(cells.items(), _SAMPLE))
    for separator in sorted(separators, key=_CAREFULLY.index):
        joined = [cell for cell in cells if separator.strip() in cell.rstrip()]
        marked = bool(cells) and all(_at_edge(cell, separator) for cell in cells)
        if not marked and len(joined) < _MENTIONS:
            continue
        options = _merged(_options(cells, separator))
        known = {fold(option): option for option in options}
        if any(split(cell, separator, known) is None for cell in cells):
            continue
        if marked or _convincing(cells, options, separator):
            return separator, tuple(options)
    return None


def ranked(cells: Iterable[str], separator: str, options: Sequence[str]) -> bool:
    """Tell whether every cell holds all of the options, and not in the same order."""
    orders = [tuple(map(fold, _parts(cell, separator))) for cell in cells]
    every = sorted(map(fold, options))
    whole = all(sorted(order) == every for order in orders)
    return whole and len(every) > _MENTIONS and len(set(orders)) > 1


def _at_edge(cell: str, separator: str) -> bool:
    """Tell whether a cell ends with the semicolon, or begins with the slash."""
    plain = cell.strip()
    if separator == ";":
        return plain.endswith(separator)
    return separator == SLASH and plain.startswith(SLASH.strip())


def _merged(options: Counter[str]) -> Counter[str]:
    """Count options that differ only in case or spaces as the first of them."""
    first: dict[str, str] = {}
    merged: Counter[str] = Counter()
    for option, times in options.items():
        merged[first.setdefault(fold(option), option)] += times
    return merged


def _options(cells: Mapping[str, int], separator: str) -> Counter[str]:
    """Count the options, keeping those whole that contain the separator.

    A cell is one option if none of its parts ever stands outside of it.
    """
    inside = {cell: _parts(cell, separator) for cell in cells}
    kept = [cell for cell, parts in inside.items() if len(parts) > 1]
    whole = {cell.strip() for cell in kept if _alone(cell, inside)}
    counts: Counter[str] = Counter()
    for cell, times in cells.items():
        for option in _cut(cell, separator, whole):
            counts[option] += times
    return counts


def _parts(cell: str, separator: str) -> list[str]:
    sign = separator.strip() or separator
    return [part.strip() for part in cell.split(sign) if part.strip()]


def _alone(cell: str, inside: Mapping[str, list[str]]) -> bool:
    """Tell whether the parts of a cell only ever stand together, as it has them."""
    mine = inside[cell]
    text = cell.strip()
    for other, parts in inside.items():
        rest = parts if text not in other else _without(parts, mine)
        if set(rest) & set(mine):
            return False
    return True


def _without(parts: list[str], mine: list[str]) -> list[str]:
    """Remove the first run of ``mine`` from the parts."""
    size = len(mine)
    for at in range(len(parts) - size + 1):
        if parts[at : at + size] == mine:
            return parts[:at] + parts[at + size :]
    return parts


def _cut(cell: str, separator: str, whole: Iterable[str]) -> list[str]:
    found = []
    rest = cell
    for option in sorted(whole, key=len, reverse=True):
        if option in rest:
            found.append(option)
            rest = rest.replace(option, "", 1)
    return [*found, *_parts(rest, separator)]


def _convincing(
    cells: Mapping[str, int], options: Counter[str], separator: str
) -> bool:
    """Tell whether the parts are options that people ticked, and not prose."""
    joined = [cell for cell in cells if len(_parts(cell, separator)) > 1]
    still = [cell for cell in joined if cell.strip() not in options]
    enough = len(options) > 1 and len(still) >= _MENTIONS
    fewer = len(options) <= _FEWER * len(cells)
    repeated = sum(options.values()) >= _MENTIONS * len(options)
    short = max(map(len, options), default=0) <= _LONGEST
    return enough and fewer and repeated and short
