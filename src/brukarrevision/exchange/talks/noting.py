"""Conversations become notes: each gets its id, its head, and a file of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.exchange.talks.front import Front
from brukarrevision.exchange.talks.talk import Talk
from brukarrevision.interviews import blank, folder
from brukarrevision.interviews.escaping import markdown
from brukarrevision.interviews.markup import BETWEEN, Note, parse
from brukarrevision.model.base import Language
from brukarrevision.model.note import Head
from brukarrevision.store.tombstones import Withdrawn, telling

_ALONE: dict[Language, str] = {
    "sv": "<!-- Det som följer stod inte vid någon fråga. Flytta det dit det hör. -->",
    "en": "<!-- What follows stood at no question. Move it to where it belongs. -->",
}
_MUCH = 3
"""A third of a conversation is much of it."""


@dataclass(frozen=True)
class Coming:
    """A conversation that is to be a note.

    Attributes:
        front: what is known of it; without an id it gets the next one.
        consent: None if nobody has said.
    """

    talk: Talk
    front: Front
    consent: bool | None = None


@dataclass(frozen=True)
class Noted:
    """What became of a file: ids and numbers alone.

    Attributes:
        id: of the conversation; nothing if there was none in the file.
        is_new: whether its notes were written now.
        questions: how many have anything noted; ``answers``: closed ones;
            ``loose``: paragraphs that stand at no question.
    """

    file: str
    id: str = ""
    is_new: bool = False
    questions: int = 0
    answers: int = 0
    loose: int = 0
    problems: tuple[Problem, ...] = field(default=())


def write(audit: Audit, some: Sequence[Coming]) -> list[Noted]:
    """Write the notes of conversations; those with an id of their own come first.

    A conversation whose words are in notes already is left. Nothing is written if any
    of them cannot be.

    Raises:
        FaultyFiles: an id is taken by other notes, given twice, or of somebody who has
            withdrawn; or there is too much in a file.
        MachineFault: the disk says no.
    """
    there = _there(audit)
    known = [_known(audit, there, one) for one in some]
    new = {
        at: one for at, one in enumerate(some) if not (known[at] or one.talk.is_empty)
    }
    if faults := _faults(audit, there, list(new.values())):
        raise FaultyFiles(*faults)
    for at, one in sorted(new.items(), key=lambda pair: not pair[1].front.id):
        name = one.front.id or blank.next_id(audit)
        folder.write(audit, folder.file_name(name), _page(audit, one, name))
        new[at] = replace(one, front=replace(one.front, id=name))
    return [_noted(audit, new.get(at, one), known[at]) for at, one in enumerate(some)]


def _there(audit: Audit) -> dict[str, Note | None]:
    """Return the first coders' notes that there are, by id."""
    found = {}
    for name, path in folder.files(audit).items():
        named = folder.parts(name)
        if named and not named[1]:
            found[named[0]] = folder.read(path)[0]
    return found


def _known(audit: Audit, there: dict[str, Note | None], one: Coming) -> str:
    """Return the id of the notes that say the same already."""
    mine = parse(_page(audit, one, one.front.id or "I"), "")[0]
    for name, note in there.items():
        if one.front.id in ("", name) and _same(note, mine, alone=not one.front.id):
            return name
    return ""


def _same(note: Note | None, other: Note | None, *, alone: bool) -> bool:
    """Tell whether two notes say the same.

    Answers may have been mended since, and many have the same: they tell only where
    there are no words, and only of the one with that id.
    """
    if note is None or other is None:
        return False
    mine, yours = _said(note), _said(other)
    if mine or yours or alone:
        return bool(mine) and mine == yours
    return [one.answer for one in note.blocks] == [one.answer for one in other.blocks]


def _said(note: Note) -> dict[str, str]:
    return {block.question: block.text for block in note.blocks if block.text}


def _faults(
    audit: Audit, there: dict[str, Note | None], new: Sequence[Coming]
) -> list[Problem]:
    """Return why conversations cannot be written."""
    gone = folder.withdrawn(audit)
    names = [one.front.id for one in new]
    found = []
    for one in new:
        place, name = Place(one.talk.file), one.front.id
        facts = {"id": name, "audit": audit.slug}
        if name and gone.has_interview(name):
            found.append(problem("talk-withdrawn", place, **facts))
        elif _is_of_somebody_gone(gone, _page(audit, one, name or "I")):
            found.append(problem("talk-withdrawn-words", place, audit=audit.slug))
        elif name in there:
            found.append(problem("talk-exists", place, **facts))
        elif name and names.count(name) > 1:
            found.append(problem("talk-id-twice", place, **facts))
        if len(_page(audit, one, name or "I").encode()) > yamlfile.MAX_BYTES:
            found.append(problem("talk-too-large", place))
    return found


def _is_of_somebody_gone(gone: Withdrawn, page: str) -> bool:
    """Tell whether much of a conversation stood in notes of somebody who withdrew.

    Not a little: what interviewers say is the same in many transcripts.
    """
    note = parse(page, "")[0]
    texts = _said(note).values() if note else ()
    every = [one for text in texts for one in telling(text.replace(BETWEEN, ". "))]
    again = sum(len(one) for one in every if gone.has_said(one))
    return again * _MUCH >= sum(map(len, every)) > 0


def _page(audit: Audit, one: Coming, name: str) -> str:
    """Return the text of a note; nothing in it is markup by accident."""
    talk, front = one.talk, one.front
    head = Head(
        id=name,
        date=front.date,
        auditors=front.auditors,
        unit=front.unit,
        group=front.group,
        round=front.round,
        consent=one.consent,
    )
    said = {question: markdown(some) for question, some in talk.said.items()}
    if talk.left:
        last = [q.id for q in talk.guide.questions() if q.type != "note"][-1]
        parts = (said.get(last, ""), _ALONE[audit.plan.language], markdown(talk.left))
        said[last] = "\n\n".join(filter(None, parts))
    return blank.page(audit.plan, talk.guide, head, answers=talk.answers, said=said)


def _noted(audit: Audit, one: Coming, known: str) -> Noted:
    """Return what became of a file, and what is doubtful in it."""
    talk, name = one.talk, one.front.id
    place, facts = Place(talk.file), {"id": known or name, "audit": audit.slug}
    if talk.is_empty:
        told = (*talk.problems, problem("talk-empty", place))
        return Noted(talk.file, problems=told)
    if known:
        told = (*talk.problems, problem("talk-known", place, **facts))
        return Noted(talk.file, known, problems=told)
    doubts = [
        problem("talk-doubtful", replace(place, part=question), **facts)
        for question in talk.doubtful
    ]
    doubts += [
        problem("talk-fact", place, key=key, **facts) for key in one.front.unclear
    ]
    if talk.left:
        doubts.append(problem("talk-loose", place, count=len(talk.left), **facts))
    return Noted(
        talk.file,
        name,
        is_new=True,
        questions=sum(1 for some in talk.said.values() if some),
        answers=len(talk.answers),
        loose=len(talk.left),
        problems=(*talk.problems, *doubts),
    )
