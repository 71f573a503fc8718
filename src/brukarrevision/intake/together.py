"""Questions of a draft that belong together: their ids, and rows that share a scale."""

from collections import Counter
from collections.abc import Mapping, Sequence

from brukarrevision.intake import names
from brukarrevision.intake.drafted import DraftedQuestion, merged
from brukarrevision.intake.ids import Ids, ascii_word

_STEPS = frozenset({"select_one", "integer"})


def name(drafted: Sequence[DraftedQuestion]) -> None:
    """Give every question its id; rows of a table share its area."""
    ids = Ids()
    arrays = Counter(one.heading.base for one in drafted if one.is_row)
    for one in drafted:
        code, sub = one.heading.code, one.heading.sub
        if one.is_row and arrays[one.heading.base] > 1:
            one.array = one.heading.base
            wishes = (sub, f"{code}{sub}", ascii_word(f"{code}{sub}"))
            one.id = ids.wish(*wishes) if sub else ""
        else:
            one.id = ids.wish(code, ascii_word(code))
    for one in drafted:
        one.id = one.id or ids.question(ascii_word(one.label))


def share_scales(
    drafted: Sequence[DraftedQuestion], cells: Mapping[int, Counter[str]]
) -> None:
    """Give the rows of a table one list: every answer that any of them has.

    Args:
        drafted: with their names.
        cells: distinct cells by position, with how often each stands.
    """
    scales: dict[str, set[str]] = {}
    for one in drafted:
        if one.array and one.type == "select_one":
            known = scales.setdefault(one.array, set())
            known.update(map(names.fold, cells[one.heading.at]))
    rows = [one for one in drafted if _alike(one, scales.get(one.array), cells)]
    every: dict[str, Counter[str]] = {array: Counter() for array in scales}
    for one in rows:
        every[one.array].update(cells[one.heading.at])
    for one in rows:
        one.type, one.labels = "select_one", merged(every[one.array])


def _alike(
    one: DraftedQuestion, scale: set[str] | None, cells: Mapping[int, Counter[str]]
) -> bool:
    """Tell whether a row is answered as others of its table: by steps, or in words."""
    if scale is None:
        return False
    return one.type in _STEPS or (
        one.type == "text" and {*map(names.fold, cells[one.heading.at])} <= scale
    )
