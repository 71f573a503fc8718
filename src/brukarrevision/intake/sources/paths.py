"""Headers that are paths: group, question and option, parted by one sign.

Texts may contain the sign too, so a path is never split blindly: a part is an option
where the question has a column of its own, or where the columns beside it are ticked
and left blank together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from brukarrevision.intake import names
from brukarrevision.intake.header import Heading

_TICKS = frozenset({"0", "1", "", "true", "false"})
_SEVERAL = 2

Cells = Mapping[int, tuple[str, ...]]


def apart(
    found: Sequence[Heading], sample: Sequence[Sequence[str]], group: str = "/"
) -> tuple[Heading, ...]:
    """Return headers with question and option apart, without the groups around them.

    Args:
        found: one for each column.
        sample: the first rows that are not blank.
        group: what stands between a group and its question; an option always stands
            after a slash.
    """
    cells = {
        one.at: tuple(row[one.at].strip().casefold() for row in sample) for one in found
    }
    questions = _questions(found, cells)
    groups = _groups(found, questions, group)
    short: dict[str, list[int]] = {}
    parts = {}
    for one in found:
        whole = questions.get(one.at, one.raw.strip())
        plain = _without(whole, groups, group)
        parts[one.at] = (whole, plain)
        short.setdefault(plain, []).append(one.at)
    shared = {
        plain for plain, ats in short.items() if len({parts[at][0] for at in ats}) > 1
    }
    return tuple(
        _heading(one, *parts[one.at], shared=parts[one.at][1] in shared)
        for one in found
    )


def _heading(one: Heading, whole: str, plain: str, *, shared: bool) -> Heading:
    """Return a heading; a name that two groups have keeps its group."""
    question = whole if shared else plain
    code = question if question.isascii() and " " not in question else ""
    rest = one.raw.strip()[len(whole) + 1 :] if whole != one.raw.strip() else ""
    named = rest.isascii() and " " not in rest and bool(code)
    text = names.without_markup(question)
    option = "" if named else names.without_markup(rest)
    return replace(one, text=text, code=code, sub=rest if named else "", option=option)


def _questions(found: Sequence[Heading], cells: Cells) -> dict[int, str]:
    """Return the question of every column that is one of its options."""
    raws = {one.raw.strip() for one in found if one.raw.strip()}
    known = {at: one for at, one in _of(found, raws).items() if _ticked(cells[at])}
    beside: dict[str, list[Heading]] = {}
    for one in found:
        before = one.raw.strip().rpartition("/")[0]
        if before and one.at not in known and _ticked(cells[one.at]):
            beside.setdefault(before, []).append(one)
    several = {
        before
        for before, ones in beside.items()
        if len(ones) >= _SEVERAL and _together([cells[one.at] for one in ones])
    }
    rest = [one for one in found if one.at not in known and _ticked(cells[one.at])]
    return known | _of(rest, several)


def _of(found: Iterable[Heading], known: set[str]) -> dict[int, str]:
    """Return the longest of the known paths that a header begins with."""
    longest = {}
    for one in found:
        raw = one.raw.strip()
        ends = [at for at, sign in enumerate(raw) if sign == "/"]
        begun = [raw[:end] for end in reversed(ends) if raw[:end] in known]
        if begun:
            longest[one.at] = begun[0]
    return longest


def _groups(
    found: Sequence[Heading], questions: Mapping[int, str], sign: str
) -> set[str]:
    """Return the paths that several questions share, and those of plain names."""
    paths: dict[str, set[str]] = {}
    for one in found:
        whole = questions.get(one.at, one.raw.strip())
        for at, letter in enumerate(whole):
            if letter == sign and at:
                paths.setdefault(whole[:at], set()).add(whole)
    return {
        path
        for path, wholes in paths.items()
        if len(wholes) >= _SEVERAL or all(" " not in whole for whole in wholes)
    }


def _without(whole: str, groups: set[str], sign: str) -> str:
    """Return a question without the longest group that it stands in."""
    ends = [at for at, letter in enumerate(whole) if letter == sign]
    return next(
        (whole[end + 1 :] for end in reversed(ends) if whole[:end] in groups), whole
    )


def _ticked(cells: tuple[str, ...]) -> bool:
    return set(cells) <= _TICKS


def _together(columns: list[tuple[str, ...]]) -> bool:
    """Tell whether columns are blank in the same rows; new options may be blank."""
    return all(
        len({bool(cell) for cell, some in zip(row, filled, strict=True) if some})
        < _SEVERAL
        for filled in [[any(column) for column in columns]]
        for row in zip(*columns, strict=True)
    )
