"""The words of somebody who withdraws, taken out of the files of open answers (R8).

A line that says whose answer follows may have been changed or be gone; then the answer
stands below another person's. So what stays under a mark is that person's answer as it
is in the store, and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.files import disk, read_bytes, write_atomic
from brukarrevision.interviews import answers, answersheet
from brukarrevision.interviews.reader import without_comments
from brukarrevision.store import Store

_QUESTION = re.compile(r"[ \t]*\{[^\n]*?#([A-Za-z0-9_-]+)")
_MARKED = re.compile(rb"row=[\"']?s[0-9a-f]{12}")
_PARAGRAPHS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_ATTRIBUTES = re.compile(
    r"(?<!\\)\{[ \t]*(?:(?:[.#][\w-]+|\w+=[\"']?[\w-]+[\"']?)[ \t]*)+\}"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MOST = 20_000_000


@dataclass(frozen=True, slots=True)
class _Known:
    """What may stay. Private.

    Attributes:
        said: each answer in the store, without anything but letters and digits, by
            question and mark.
        questions: those with such answers; ``marks``: of everybody in the store.
    """

    said: Mapping[tuple[str, str], str] = field(repr=False)
    questions: frozenset[str]
    marks: frozenset[str]


def forget(audit: Audit, store: Store, also: Iterable[Path] = ()) -> None:
    """Take away all that nobody in the store has answered, coded or not.

    So must it be when somebody withdraws. Copies that an editor left go, too: nobody
    can tell whose words they hold.

    Args:
        audit: whose files.
        store: without the person who withdraws.
        also: other files, which go if they are copies of files of answers.
    """
    copied = (path for path in also if _MARKED.search(read_bytes(path, most=_MOST)))
    for stray in (*answers.strays(audit), *copied):
        if not stray.is_dir():
            with disk(stray.name):
                stray.unlink(missing_ok=True)
    if found := answers.files(audit):
        known = _known(audit, store)
        for path in found.values():
            _clean(path, known)


def cleaned(audit: Audit, store: Store, raw: bytes) -> bytes:
    """Return what may stay of a file of answers, as :func:`forget` leaves it."""
    return _cleaned(raw, _known(audit, store))


def _clean(path: Path, known: _Known) -> None:
    raw = read_bytes(path, answers.shown(path.name))
    made = _cleaned(raw, known)
    if made != raw:
        write_atomic(path, made, private=True)


def _cleaned(raw: bytes, known: _Known) -> bytes:
    text = _decoded(raw)
    above, parts = answersheet.parted(text)
    left = [_left(part, mark, known) for mark, part in parts]
    made = "".join([_comments(above), *left])
    return raw if made == text else made.encode()


def doubtful(audit: Audit) -> Iterator[Problem]:
    """Yield where something stands that a withdrawal takes away as nobody's answer.

    What stands under a question that is gone cannot be told from anything else, and
    stays under its mark.
    """
    if not answers.files(audit):
        return
    with Store.open(audit.store_path) as store:
        known = _known(audit, store)
    for name, path in answers.files(audit).items():
        text = _decoded(read_bytes(path, answers.shown(name)))
        above, parts = answersheet.parted(text)
        line = 1 + above.count("\n")
        if _comments(above) != above:
            yield problem("withdraw-answers-others", Place(answers.shown(name), 1, 1))
        for mark, part in parts:
            place = Place(answers.shown(name), line, 1)
            if mark in known.marks and _left(part, mark, known) != part:
                yield problem("withdraw-answers-others", place)
            elif mark in known.marks and _question(part) not in known.questions:
                yield problem("withdraw-answers-unknown", place)
            line += part.count("\n")


def _known(audit: Audit, store: Store) -> _Known:
    every = tuple(answers.asked(audit, store))
    said = {
        (one.question.id, mark): _letters(one.given[own])
        for one in every
        for mark, own in one.also.items()
        if own in one.given
    }
    marks = {
        mark
        for name in audit.instruments
        for mark in answers.marked(audit, store, name)[1]
    }
    return _Known(said, frozenset(one.question.id for one in every), frozenset(marks))


def _left(part: str, mark: str, known: _Known) -> str:
    """Return what may stay of what stands under a mark."""
    question = _question(part)
    if mark not in known.marks:
        return ""
    if question not in known.questions:
        return part
    answer = known.said.get((question, mark))
    ends = [len(part), *(m.end() for m in reversed([*_PARAGRAPHS.finditer(part)]))]
    return next((part[:end] for end in ends if _plain(part[:end]) == answer), "")


def _question(part: str) -> str:
    match = _QUESTION.match(part)
    return match[1] if match else ""


def _comments(above: str) -> str:
    """Return what stands above the first answer, where there is no place for words."""
    if not without_comments(above).strip("\ufeff \t\r\n"):
        return above
    return "".join(f"{one}\n\n" for one in _COMMENT.findall(above))


def _plain(markup: str) -> str:
    """Return the letters and digits of an answer with its mark and its codes."""
    return _letters(_ATTRIBUTES.sub("", without_comments(markup)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _decoded(raw: bytes) -> str:
    """Return a text whatever program has saved it, so that no words are missed."""
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
