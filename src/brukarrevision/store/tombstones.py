"""Who has withdrawn, as marks: enough to know a response again, and no more (R8, R9).

The key of the marks is the same on every laptop of an audit, so that two stores can be
merged. It hides nothing from somebody who has a store; a mark is kept because without
it the same answers would come back with the next file.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brukarrevision.normal import letters
from brukarrevision.store.marks import Origin, folded, mark
from brukarrevision.store.releases import now
from brukarrevision.store.store import Store

ROW, RESPONDENT, CONTENT, INTERVIEW = "row", "respondent", "content", "interview"
SAID = "said"

_BLURRED = 2
"""Bytes kept of the mark of a row's cells.

A few closed answers could be found by trying all; of a mark this short far too many
answers fit for any to be told, and another row fits by chance once in 65,536.
"""

_TELLING = 30
"""A sentence of fewer letters is what anybody could say, and could be guessed."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One mark of somebody who has withdrawn.

    Attributes:
        kind: what is marked: the place of a row, a respondent's id within a scope, the
            kept cells of a row but for the id, an interview, or a sentence of one.
        about: of cells, as JSON: the marks of the ``file`` and the ``row`` they stood
            in, the ``headers`` of their columns by position, whether the row was
            ``named`` and the mark of ``who`` by the id alone, and the ``scope`` that
            was given for the file.
    """

    kind: str
    key: bytes
    mark: bytes
    about: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one withdrawn row but for its id, as a mark.

    Attributes:
        headers: of the columns, by their position then.
        named: whether the row had an id; ``who``: its mark, without its scope.
        instrument: that was answered; ``scope``: given for the file.
    """

    key: bytes
    mark: bytes
    file: bytes
    headers: Mapping[int, str]
    named: bool
    who: bytes = b""
    instrument: str = ""
    scope: Mapping[str, str] = field(default_factory=dict)

    def are(self, cells: Sequence[str]) -> bool:
        """Tell whether these are the cells, given in the order of the columns."""
        return _blurred(self.key, cells) == self.mark

    def of_same(self, respondent: str | None) -> bool:
        """Tell whether the row had this very id, however it is spelt."""
        return bool(respondent) and _who(self.key, respondent) == self.who

    def of_another(self, respondent: str | None, scope: Mapping[str, str]) -> bool:
        """Tell whether they cannot be those of a row with this id in this scope.

        They are nobody's who has another id. Without two ids, they are nobody's of
        whom another unit, group or round was given.
        """
        if self.named and respondent:
            return not self.of_same(respondent)
        return self.out_of(scope)

    def out_of(self, scope: Mapping[str, str]) -> bool:
        """Tell whether another unit, group or round was given for the file."""
        return any(scope.get(name, was) != was for name, was in self.scope.items())

    def stood_in(self, sha256: str, sheet: str | None) -> bool:
        """Tell whether the row stood in a file."""
        return self.file == _file(self.key, sha256, sheet)


def key_of(workspace: str, audit: str) -> bytes:
    """Return the key of an audit's tombstones, the same wherever it is made."""
    return hashlib.sha256(f"withdrawn\x1f{workspace}\x1f{audit}".encode()).digest()


def of_response(key: bytes, origin: Origin) -> tuple[Tombstone, ...]:
    """Return the marks of a row and of its respondent, in whatever it comes again."""
    everywhere = replace(origin, round=None)
    found = [Tombstone(ROW, key, origin.located(key))]
    if (named := everywhere.named(key)) is not None:
        found.append(Tombstone(RESPONDENT, key, named))
    return tuple(found)


def of_respondent(key: bytes, instrument: str, respondent: str) -> Tombstone:
    """Return the mark of a respondent of whom nothing has been read from a file."""
    parts = ("respondent", instrument, "{}", "", respondent)
    return Tombstone(RESPONDENT, key, mark(key, *parts))


def of_cells(
    key: bytes, origin: Origin, headers: Mapping[int, str], cells: Sequence[str]
) -> Tombstone:
    """Return the mark of a row's cells, by which it is known again without an id.

    Args:
        key: of the tombstones.
        origin: where the row stood.
        headers: of the kept columns by position, but for the one of the id.
        cells: of these columns, in their order.
    """
    about = {
        "file": _file(key, origin.sha256, origin.sheet).hex(),
        "row": origin.located(key).hex(),
        "headers": {str(at): text for at, text in sorted(headers.items())},
        "named": bool(origin.respondent),
        "who": _who(key, origin.respondent).hex(),
        "instrument": origin.instrument,
        "scope": json.loads(origin.scope),
    }
    text = json.dumps(about, ensure_ascii=False, sort_keys=True)
    return Tombstone(CONTENT, key, _blurred(key, cells), text)


def _who(key: bytes, respondent: str | None) -> bytes:
    return mark(key, "id", folded(respondent)) if respondent else b""


def _blurred(key: bytes, cells: Sequence[str]) -> bytes:
    return mark(key, CONTENT, *cells)[:_BLURRED]


def of_interview(key: bytes, interview: str) -> Tombstone:
    """Return the mark of an interview."""
    return Tombstone(INTERVIEW, key, mark(key, INTERVIEW, interview))


def of_said(key: bytes, sentence: str) -> Tombstone:
    """Return the mark of a sentence of an interview, one of :func:`telling`."""
    return Tombstone(SAID, key, mark(key, SAID, sentence))


def telling(paragraph: str) -> tuple[str, ...]:
    """Return the letters of each sentence that not just anybody could have said."""
    parts = map(letters, re.split("[.!?…]", paragraph))
    return tuple(one for one in parts if len(one) >= _TELLING)


def _file(key: bytes, sha256: str, sheet: str | None) -> bytes:
    return mark(key, "file", sha256, sheet or "")


def entered(store: Store) -> tuple[Tombstone, ...]:
    """Return all tombstones, the oldest first."""
    rows = store.rows("SELECT kind, key, mark, about FROM withdrawn ORDER BY number")
    return tuple(Tombstone(*row) for row in rows)


def enter(store: Store, stones: Iterable[Tombstone]) -> None:
    """Enter the tombstones that are not there yet; needs a transaction."""
    known = set(entered(store))
    for one in dict.fromkeys(stones):
        if one not in known:
            store.run(
                "INSERT INTO withdrawn (time, kind, key, mark, about) "
                "VALUES (?, ?, ?, ?, ?)",
                *(now(), one.kind, one.key, one.mark, one.about),
            )


class Withdrawn:
    """Knows those who have withdrawn by their tombstones."""

    def __init__(self, stones: Iterable[Tombstone]) -> None:
        """Sort the tombstones by what they mark."""
        listed = tuple(stones)
        self._keys = tuple(dict.fromkeys(one.key for one in listed))
        self._marks = {(one.kind, one.mark) for one in listed}
        self._cells = tuple(_cells(one) for one in listed if one.kind == CONTENT)

    def __bool__(self) -> bool:
        """Tell whether anybody has withdrawn."""
        return bool(self._marks)

    def has_row(self, sha256: str, sheet: str | None, row: int) -> bool:
        """Tell whether a row of a file was withdrawn."""
        parts = ("row", sha256, sheet or "", str(row))
        return any((ROW, mark(key, *parts)) in self._marks for key in self._keys)

    def has_respondent(
        self, instrument: str, scope: str, respondent: str | None
    ) -> bool:
        """Tell whether the respondent with an id in a scope has withdrawn."""
        parts = ("respondent", instrument, scope, "", respondent or "")
        return bool(respondent) and any(
            (RESPONDENT, mark(key, *parts)) in self._marks for key in self._keys
        )

    def has(self, origin: Origin) -> bool:
        """Tell whether a response was withdrawn, by its place or its respondent."""
        return self.has_row(
            origin.sha256, origin.sheet, origin.row
        ) or self.has_respondent(origin.instrument, origin.scope, origin.respondent)

    def has_interview(self, interview: str) -> bool:
        """Tell whether an interview was withdrawn."""
        return any(
            (INTERVIEW, mark(key, INTERVIEW, interview)) in self._marks
            for key in self._keys
        )

    def has_said(self, sentence: str) -> bool:
        """Tell whether a telling sentence stood in notes of a withdrawn interview."""
        return any(
            (SAID, mark(key, SAID, sentence)) in self._marks for key in self._keys
        )

    def cells_elsewhere(self, sha256: str, sheet: str | None) -> tuple[Cells, ...]:
        """Return the cells of rows that stood in other files than this."""
        return tuple(one for one in self._cells if not one.stood_in(sha256, sheet))


def _cells(one: Tombstone) -> Cells:
    about = json.loads(one.about)
    headers = {int(at): text for at, text in about["headers"].items()}
    file = bytes.fromhex(about["file"])
    who = bytes.fromhex(about.get("who", ""))
    where = (str(about.get("instrument", "")), dict(about.get("scope", {})))
    return Cells(one.key, one.mark, file, headers, bool(about["named"]), who, *where)
