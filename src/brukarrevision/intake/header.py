"""Header rows taken apart: code, question, row or option; how many rows there are."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.intake import names
from brukarrevision.intake.sheet import Sheet
from brukarrevision.model.cell import number
from brukarrevision.model.mapping import Source

JOIN = " | "
_TITLES = 5
_KEY = "respondent"

_LIME = re.compile(
    r"(?P<code>[A-Za-z]\w*\d\w*|[A-Za-z]\w*(?=\[))(?:\[(?P<sub>[^\[\]]*)\])?"
    r"\.\s+(?P<text>.*)",
    re.DOTALL | re.ASCII,
)
_CODED = re.compile(
    r"(?P<code>[A-Za-z]{1,8}\d{1,4}[a-z]?)\s*[:.)]\s+(?P<text>.*)", re.DOTALL
)
_SUB = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9_]*)\[(?P<sub>[^\[\]]+)\]")
_TICK = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9_]*?)___(?P<sub>[A-Za-z0-9_]+)")
_SLASH = re.compile(r"(?P<code>(?:[A-Za-z_]\w*/)*[A-Za-z_]\w*)/(?P<sub>[\w.-]+)")
_PLAIN_ANSWERS = frozenset({"response", "open-ended response", "svar", "fritextsvar"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([ T]|$)|\d{1,2}[./]\d{1,2}[./]\d{2,4}([ T]|$)")
IMPORT_ID = '{"ImportId"'
"""How every cell of Qualtrics' third header row begins; it is no part of a header."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The header of one column.

    Attributes:
        at: the column's position from 0.
        raw: the header as it stands; several rows are joined by ``" | "``.
        text: the question, without markup, code and option.
        code: the tool's code of the question, or ``""``.
        sub: the tool's code of the row or option, or ``""``.
        option: the text of the row or option, or ``""``.
    """

    at: int
    raw: str
    text: str
    code: str = ""
    sub: str = ""
    option: str = ""

    @property
    def number(self) -> str:
        """Return the number of the column as people count, from 1."""
        return str(self.at + 1)

    @property
    def base(self) -> str:
        """Return what columns of the same question share, folded."""
        return names.fold(self.code) or names.fold_header(self.text)


def headings(sheet: Sheet) -> tuple[Heading, ...]:
    """Return the header of every column of a sheet, blank ones too."""
    rows = [list(row) for row in sheet.header]
    if not rows:
        return ()
    for row, below in itertools.pairwise(rows):
        _fill(row, below)
    return tuple(
        _heading(at, [names.unmask(part) for part in parts])
        for at, parts in enumerate(zip(*rows, strict=True))
    )


def _fill(row: list[str], below: list[str]) -> None:
    """Carry a question over the columns it spans: those with text only below."""
    for at in range(1, len(row)):
        if not row[at].strip() and below[at].strip():
            row[at] = row[at - 1]


def _heading(at: int, parts: Sequence[str]) -> Heading:
    filled = [p for p in parts if p.strip() and not p.lstrip().startswith(IMPORT_ID)]
    raw = JOIN.join(filled)
    if len(filled) > 1 and names.fold(filled[-1]) in _PLAIN_ANSWERS:
        filled.pop()
    if len(filled) > 1:
        first = take_apart(at, raw, filled[0])
        option = names.without_markup(filled[-1])
        return Heading(at, raw, first.text, first.code, first.sub, option)
    return take_apart(at, raw, raw if len(parts) == 1 else "".join(filled))


def take_apart(at: int, raw: str, header: str) -> Heading:
    """Return code, text and option of one header text.

    Knows ``code. text``, ``code[sub]. text [option]``, ``code[sub]``, ``code___sub``,
    ``group/code/sub``, ``Q1: text`` and ``text [option]``.
    """
    plain = header.strip()
    found = _LIME.fullmatch(plain) or _CODED.fullmatch(plain)
    if found:
        parts = found.groupdict()
        text, option = _bracket(names.without_markup(parts["text"]))
        sub = parts.get("sub") or ""
        return Heading(at, raw, text or option, parts["code"], sub, option)
    for shape in (_SUB, _TICK, _SLASH):
        if found := shape.fullmatch(plain):
            code = found["code"].rpartition("/")[2]
            return Heading(at, raw, code, code, found["sub"])
    text, option = _bracket(names.without_markup(plain))
    return Heading(at, raw, text or option, option=option)


def _bracket(text: str) -> tuple[str, str]:
    """Split ``text [option]`` at the bracket that the last one closes."""
    if not text.endswith("]"):
        return text, ""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if not depth:
            return text[:at].strip(), text[at + 1 : -1].strip()
    return text, ""


def suggest(sheet: Sheet) -> Source:
    """Return how many rows stand above the header and how many it has.

    Only for a file without a mapping; the mapping states it from then on.
    """
    skip = max(_titles(sheet.top), sheet.skip_rows)
    rows = sheet.top[skip : skip + 50]
    return Source(skip_rows=skip, header_rows=_header_rows(rows))


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _titles(top: Sequence[Sequence[str]]) -> int:
    """Count title and blank rows above the header."""
    typical = max((_filled(row) for row in top[:20]), default=0)
    for at, row in enumerate(top[: _TITLES + 1]):
        if _filled(row) > typical // 4:
            return at if _like_header(row, top[at + 1 :]) else _blank_rows(top)
    return _blank_rows(top)


def _like_header(row: Sequence[str], data: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is a header: mostly words, which do not come back below."""
    filled = [(at, cell) for at, cell in enumerate(row) if cell.strip()]
    numbers = sum(number(cell) is not None for _, cell in filled)
    back = sum(
        any(cell == one[at] for one in data if at < len(one)) for at, cell in filled
    )
    return 2 * numbers <= len(filled) and 4 * back <= len(filled)


def require(sheet: Sheet) -> None:
    """Refuse a file whose header looks like somebody's answers; print none of them.

    Raises:
        FaultyFiles: the cells come back below, or are numbers and dates.
    """
    row = sheet.header[0] if sheet.header else ()
    if sheet.header_rows > 1 or (
        _like_header(row, sheet.sample) and _few_values(row, sheet.sample)
    ):
        return
    place = Place(sheet.name, row=sheet.skip_rows + 1)
    raise FaultyFiles(problem("map-no-header", place))


def _few_values(row: Sequence[str], data: Sequence[Sequence[str]]) -> bool:
    """Tell whether less than a third of a row are numbers, dates or come back below."""
    filled = [(at, cell.strip()) for at, cell in enumerate(row) if cell.strip()]
    values = sum(
        number(cell) is not None
        or bool(_DATE.match(cell))
        or any(cell == one[at].strip() for one in data if at < len(one))
        for at, cell in filled
    )
    return 3 * values <= len(filled)


def _blank_rows(top: Sequence[Sequence[str]]) -> int:
    return next((at for at, row in enumerate(top) if _filled(row)), 0)


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    if len(rows) > 1 and _two_rows(rows[0], rows[1], rows[2:]):
        return 2
    return 1


def _two_rows(
    first: Sequence[str], second: Sequence[str], data: Sequence[Sequence[str]]
) -> bool:
    """Tell whether the second row is a header too, as SurveyMonkey writes it.

    Under a question stands ``Response``, or its options over several columns; nothing
    stands under the tool's own columns. A row of answers must never be taken for it.
    """
    under = [(at, cell) for at, cell in enumerate(second) if cell.strip()]
    if not under or len(first) != len(second):
        return False
    bare = [at for at, cell in enumerate(second) if not cell.strip()]
    if any(first[at].strip() and not is_own(first[at]) for at in bare):
        return _merged(first, second, data)
    plain = sum(names.fold(cell) in _PLAIN_ANSWERS for _, cell in under)
    if plain == len(under):
        return True
    spanned = [(at, cell) for at, cell in under if not first[at].strip()]
    own = any(is_own(first[at]) for at in bare)
    enough = plain + len(spanned) > 1 and bool(spanned) and (own or plain > 0)
    return enough and all(_option(at, cell, data) for at, cell in spanned)


def _merged(
    first: Sequence[str], second: Sequence[str], data: Sequence[Sequence[str]]
) -> bool:
    """Tell whether parts stand below a question that spans them, in a sheet by hand.

    The row is nobody's: everybody has a number, and it has none.
    """
    filled = [row for row in data if _filled(row)]
    keys = [at for at, cell in enumerate(first) if names.response_use(cell) == _KEY]
    numbered = any(
        not second[at].strip()
        and all(at < len(row) and row[at].strip() for row in filled)
        for at in keys
    )
    under = [(at, cell) for at, cell in enumerate(second) if cell.strip()]
    spanned = [at for at, _ in under if not first[at].strip()]
    enough = len(under) > 1 and bool(spanned) and len(filled) > 1
    back = any(
        names.fold(row[at]) == names.fold(cell)
        for at, cell in under
        for row in filled
        if at < len(row)
    )
    return numbered and enough and not back


def is_own(header: str) -> bool:
    """Tell whether a header is of a column that the tool adds."""
    known = names.is_meta(header) or names.is_identifying(header)
    return known or names.response_use(header) is not None or names.is_key(header)


def _option(at: int, cell: str, data: Sequence[Sequence[str]]) -> bool:
    """Tell whether the cells below hold only the option itself, or never it."""
    below = {row[at].strip() for row in data if at < len(row)} - {""}
    return below <= {cell.strip()} or cell.strip() not in below
