"""Open answers written out to be coded, and written anew without losing a code.

Answers are known by the marks of their responses. A block stays as somebody left it; it
is checked that every code stands on the same words before anything is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.files import disk, read_bytes, write_atomic
from brukarrevision.i18n import tr
from brukarrevision.interviews import answers, folder
from brukarrevision.interviews.answers import Asked, base, words
from brukarrevision.interviews.escaping import markdown
from brukarrevision.interviews.markup import Block, normal, read_blocks
from brukarrevision.store import Store
from brukarrevision.store.store import locked

_BEGINS = re.compile(r"^[ \t]*\{[^\n]*\brow=[\"']?(s[0-9a-f]{12})", re.MULTILINE)
_ROW = re.compile(r"(\brow=[\"']?)s[0-9a-f]{12}")

_PARAGRAPHS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")

_Part = tuple[str, Block | None, str]
"""The mark of an answer, what is read of it if it was there, and its Markdown."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """The text of a file of answers.

    Attributes:
        text: all of it.
        left: whether codes stand on answers that are no longer among the data.
    """

    text: str
    left: bool


def write_out(audit: Audit, coder: str = "", *, drop: bool = False) -> tuple[Path, ...]:
    """Write the answers to each open question into the files of all who code them.

    Args:
        audit: whose answers.
        coder: who gets files if there are none yet; nothing is the first coder.
        drop: also take away answers with codes that are no longer among the data.

    Returns:
        The files that are of use, changed or not.

    Raises:
        FaultyFiles: raw data is erased; a file has faults, or was changed meanwhile.
    """
    audit.refuse_if_erased()
    audit.ensure_data_dir()
    with locked(audit.store_path), Store.open(audit.store_path) as store:
        return tuple(
            _write(path, asked, drop=drop)
            for asked in answers.asked(audit, store)
            for path in _paths(audit, asked, coder)
        )


def _paths(audit: Audit, asked: Asked, coder: str) -> list[Path]:
    """Return the files of a question: those there are, and the one that is wanted."""
    known = answers.files(audit)
    of = (asked.instrument.id, asked.question.id)
    found = [
        path
        for name, path in known.items()
        if (named := answers.parts(name)) and named[:2] == of
    ]
    wanted = answers.place(audit) / answers.file_name(asked, coder)
    return found if wanted in found or not asked.given else [*found, wanted]


def _write(path: Path, asked: Asked, *, drop: bool) -> Path:
    there = path.is_file()
    raw = read_bytes(path, answers.shown(path.name)) if there else b""
    text = folder.text(path) if there else ""
    new = renewed(text, answers.shown(path.name), asked, drop=drop).text
    if new != text:
        for place in (path.parent.parent, path.parent):
            with disk(place.name):
                place.mkdir(exist_ok=True, mode=0o700)
        write_atomic(path, new.encode(), was=raw, private=True)
    return path


def renewed(text: str, name: str, asked: Asked, *, drop: bool = False) -> Renewed:
    """Return a file with the answers as they are now, and every code that stands in it.

    An answer that has changed stands beside what it was until somebody takes that away.

    Raises:
        FaultyFiles: the file has faults, or a code would be lost.
    """
    plain = normal(text)
    blocks = _sound(plain, name)
    above, parts = parted(plain)
    if len(parts) != len(blocks):
        raise FaultyFiles(problem("answers-unclear", answers.problem_place(name)))
    there: list[_Part] = [
        (asked.also.get(base(one.row), ""), one, part)
        for one, (_, part) in zip(blocks, parts, strict=True)
    ]
    gone = [one for one in there if one[0] not in asked.given and _coded(one)]
    kept = [] if drop else gone
    for mark, answer in asked.given.items():
        kept += _of_one([one for one in there if one[0] == mark], mark, answer, asked)
    kept.sort(key=lambda one: (one[0] or base(_row(one)), one[1] is None))
    begin = above.strip("\n") or _above(asked)
    made = "\n\n".join([begin, *(part.strip("\n") for _, _, part in kept)]) + "\n"
    _refuse_loss(made, name, kept, asked.given)
    return Renewed(made, bool(gone))


def parted(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands above the first answer, and each answer under its mark."""
    found = list(_BEGINS.finditer(text))
    starts = [one.start() for one in found]
    ends = [*starts, len(text)][1:]
    parts = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    above = text[: starts[0]] if starts else text
    return above, [(one[1], part) for one, part in zip(found, parts, strict=True)]


def _sound(text: str, name: str) -> tuple[Block, ...]:
    blocks, faults = read_blocks(text, name)
    if faults:
        raise FaultyFiles(*faults)
    return blocks


def _of_one(
    there: list[_Part], mark: str, answer: str, asked: Asked
) -> Iterator[_Part]:
    """Yield what a file holds of one answer: as it is now, and coded before."""
    same = [one for one in there if one[1] and words(one[1].text) == words(answer)]
    older = [one for one in there if one not in same and _coded(one)]
    for one in (*older, *same):
        yield mark, one[1], _ROW.sub(rf"\g<1>{mark}", one[2], count=1)
    if not same:
        taken = {_row(one) for one in there}
        rows = (mark, *(f"{mark}-{number}" for number in range(2, len(taken) + 3)))
        row = next(one for one in rows if one not in taken)
        head = f"{{#{asked.question.id} row={row}}}"
        yield mark, None, f"{head}\n\n{markdown(_PARAGRAPHS.split(answer))}"


def _row(one: _Part) -> str:
    return (one[1].row or "") if one[1] else ""


def _coded(one: _Part) -> bool:
    return bool(one[1] and one[1].spans)


def _refuse_loss(
    made: str, name: str, kept: list[_Part], given: Mapping[str, str]
) -> None:
    """Refuse a text in which an answer is not what it was, or a code elsewhere."""
    found, faults = read_blocks(made, name)
    same = len(found) == len(kept) and all(
        _said(new) == _said(old) if old else words(new.text) == words(given[mark])
        for new, (mark, old, _) in zip(found, kept, strict=True)
    )
    if faults or not same:
        raise FaultyFiles(problem("answers-unclear", answers.problem_place(name)))


def _said(block: Block) -> list[object]:
    coded = [(s.start, s.end, s.text, s.codes, s.quote) for s in block.spans]
    return [block.question, block.text, coded]


def _above(asked: Asked) -> str:
    label = " ".join(asked.question.label.split()).replace("-->", "")
    how = tr(
        "Koda så här: [orden]{.kod}, och märk det som kan bli citat: "
        "[orden]{.kod .quote}. Ändra inga ord.",
        "Code like this: [words]{.code}, and mark what may be quoted: "
        "[words]{.code .quote}. Change no words.",
    )
    return f"<!-- {label} -->\n\n<!-- {how} -->"
