"""Open answers of surveys: which there are, and what of them is coded.

They are coded in files beside the notes of interviews, one a question and coder, where
each answer stands under the mark of its response (decision 0036).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, Problem
from brukarrevision.files import disk, unfinished
from brukarrevision.interviews import folder
from brukarrevision.interviews.escaping import lines_of
from brukarrevision.interviews.folder import ANSWERS
from brukarrevision.interviews.markup import Block, Note, normal, read_blocks
from brukarrevision.model import cell
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.note import Head
from brukarrevision.store import Origin, Store, responses, tombstones
from brukarrevision.store.store import ATTRIBUTES

_ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
_NAME = re.compile(rf"({_ID})\.({_ID})(?:\.coder-({_ID}))?\.md")
_ROW = re.compile(r"(s[0-9a-f]{12})(?:-[0-9]{1,4})?")
_LENGTH = 12

ABOUT = ("unit", "group", "round")
"""What is told of a response besides its words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers to one question in one's own words. Private.

    Attributes:
        given: the text of each answer by the mark of its response.
        origins: of the responses, by mark; those who gave no answer, too.
        also: what a response was called before by the marks it may have had: one of
            its place in the file, until a column of ids is known.
        about: ids of unit, group and round of each response, those that are known.
    """

    instrument: Instrument
    question: Question
    given: Mapping[str, str] = field(repr=False)
    origins: Mapping[str, Origin] = field(repr=False)
    also: Mapping[str, str] = field(repr=False)
    about: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> str:
        """Return how the files of the question begin: ``enkat.d3``."""
        return f"{self.instrument.id}.{self.question.id}"

    def mark_of(self, block: Block) -> str | None:
        """Return the mark of the response that a block is of, if there is one."""
        match = _ROW.fullmatch(block.row or "")
        return self.also.get(match[1]) if match else None

    def is_current(self, block: Block) -> bool:
        """Tell whether a block holds an answer as it is in the store now."""
        given = self.given.get(self.mark_of(block) or "")
        return given is not None and words(given) == words(block.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of answers to a question.

    Attributes:
        name: of the file; ``coder``: the alias, nothing for the first one.
        blocks: one an answer.
        problems: what is wrong with the markup.
    """

    name: str
    asked: Asked
    coder: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


def words(text: str) -> list[str]:
    """Return a text as it is compared: white space alone makes no difference."""
    return [word for line in lines_of(text) for word in line.split()]


def base(row: str | None) -> str:
    """Return the mark in the ``row`` of a block; nothing if it is no such thing."""
    match = _ROW.fullmatch(row or "")
    return match[1] if match else ""


# -- what was answered ------------------------------------------------------------


def asked(audit: Audit, store: Store) -> Iterator[Asked]:
    """Yield each question of a survey that is answered in one's own words.

    What was said in interviews stands in their notes.
    """
    surveys = [one for one in audit.instruments.values() if one.kind == "survey"]
    rows = {(number, row.number): row for number, row in _rows(store, surveys)}
    for instrument in surveys:
        origins, also = marked(audit, store, instrument.id)
        own = {mark: rows[one.number, one.row] for mark, one in origins.items() if rows}
        about = {mark: _about(row) for mark, row in own.items()}
        for question in instrument.questions():
            if question.type == "text":
                cells = {m: row.answers.get(question.id) for m, row in own.items()}
                said = {mark: cell.value(coded) for mark, coded in cells.items()}
                given = {k: text for k, text in said.items() if text and words(text)}
                yield Asked(instrument, question, given, origins, also, about)


def _about(row: responses.Row) -> dict[str, str]:
    known = dict(zip(ATTRIBUTES, row.attributes, strict=True))
    return {name: value for name in ABOUT if (value := known[name])}


def _rows(
    store: Store, surveys: list[Instrument]
) -> Iterator[tuple[int, responses.Row]]:
    if any(q.type == "text" for one in surveys for q in one.questions()):
        yield from responses.every(store)


def marked(
    audit: Audit, store: Store, instrument: str
) -> tuple[dict[str, Origin], dict[str, str]]:
    """Return the responses to an instrument by their marks, and all marks they had.

    The mark is the same on every laptop, and in a newer file where there are ids. It
    is made of what tells a response from others, and does not show it.
    """
    key = tombstones.key_of(audit.workspace.settings.id, audit.slug)
    every = store.origins(instrument)
    often = Counter(one.named(key) for one in every)
    found: dict[str, Origin] = {}
    also: dict[str, str] = {}
    for one in every:
        named, located = one.named(key), one.located(key)
        own = _shown(named if named and often[named] == 1 else located)
        found[own] = one
        also |= {own: own, _shown(located): own}
    return found, also


def unwritten(audit: Audit) -> bool:
    """Tell whether there are answers to code, a codebook, and no file of them."""
    if not audit.codebook.themes or files(audit) or not audit.store_path.exists():
        return False
    with Store.open(audit.store_path) as store:
        return any(one.given for one in asked(audit, store))


def origins(audit: Audit, store: Store, mark: str) -> tuple[Origin, ...]:
    """Return the response that has a mark, if one has."""
    if not base(mark):
        return ()
    found = (marked(audit, store, one)[0].get(mark) for one in audit.instruments)
    return tuple(filter(None, found))


def _shown(mark: bytes) -> str:
    return f"s{mark.hex()[:_LENGTH]}"


# -- the files --------------------------------------------------------------------


def place(audit: Audit) -> Path:
    """Return where the files lie; the folder may be missing."""
    return folder.folder(audit) / ANSWERS


def files(audit: Audit) -> dict[str, Path]:
    """Return all files of answers by their names, sorted."""
    here = place(audit)
    with disk(ANSWERS):
        found = sorted(here.glob("[!.]*.md")) if here.is_dir() else []
        return {path.name: path for path in found if path.is_file()}


def strays(audit: Audit) -> tuple[Path, ...]:
    """Return all else in the folder: copies that an editor left."""
    here = place(audit)
    with disk(ANSWERS):
        found = sorted(here.iterdir()) if here.is_dir() else []
        known = set(unfinished(here)) | set(files(audit).values())
        return tuple(one for one in found if one not in known)


def file_name(asked: Asked, coder: str = "") -> str:
    """Return what a file of answers is called."""
    return folder.file_name(asked.key, coder)


def parts(name: str) -> tuple[str, str, str] | None:
    """Return instrument, question and coder (or nothing) of a file's name."""
    match = _NAME.fullmatch(name)
    return (match[1], match[2], match[3] or "") if match else None


def shown(name: str) -> str:
    """Return what messages call a file of answers."""
    return f"{ANSWERS}/{name}"


def sheets(audit: Audit) -> tuple[Sheet, ...]:
    """Read all files of answers to the questions that there are."""
    found = files(audit)
    if not found:
        return ()
    with Store.open(audit.store_path) as store:
        by_key = {one.key: one for one in asked(audit, store)}
    named = {name: parts(name) for name in found}
    return tuple(
        _read(found[name], by_key[f"{of[0]}.{of[1]}"], of[2])
        for name, of in named.items()
        if of and f"{of[0]}.{of[1]}" in by_key
    )


def _read(path: Path, asked: Asked, coder: str) -> Sheet:
    name = path.name
    try:
        text = folder.text(path)
    except FaultyFiles as fault:
        return Sheet(name, asked, coder, (), fault.problems)
    blocks, problems = read_blocks(normal(text), shown(name))
    return Sheet(name, asked, coder, blocks, problems)


def current(sheet: Sheet) -> Sheet:
    """Return a file with the answers that are in the store as they stand there."""
    of = sheet.asked
    blocks = (
        replace(block, row=of.mark_of(block))
        for block in sheet.blocks
        if block.question == of.question.id and of.is_current(block)
    )
    return replace(sheet, blocks=tuple(blocks))


def notes(audit: Audit) -> tuple[Note, ...]:
    """Return what each response says to open questions as if it were notes.

    ``head.id`` is the mark of the response. Answers that are not in the store as they
    stand in a file are left out; whoever counts takes ``answerlint.sound`` instead.
    """
    return as_notes(map(current, sheets(audit)))


def as_notes(sheets: Iterator[Sheet]) -> tuple[Note, ...]:
    """Return the answers in some files by response and coder."""
    found: dict[tuple[str, str, str], list[Block]] = {}
    for sheet in sheets:
        for block in sheet.blocks:
            who = (sheet.asked.instrument.id, block.row or "", sheet.coder)
            found.setdefault(who, []).append(block)
    return tuple(
        Note(folder.file_name(of, coder), Head(id=mark, consent=True), tuple(blocks))
        for (of, mark, coder), blocks in found.items()
    )


def problem_place(name: str, line: int = 0) -> Place:
    """Return a place in a file of answers, for messages."""
    return Place(shown(name), line, 1 if line else 0)
