"""Everything wrong or doubtful in the notes, against plan, guide and codebook.

What somebody answered is not told, not even as "did you mean": where an answer is none
of the choices, all choices are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.interviews import answering, folder
from brukarrevision.interviews.markup import Block, Note
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.modelfile import hint


@dataclass(frozen=True, slots=True)
class Known:
    """What notes may name.

    Attributes:
        questions: by id, with the instrument that each is of.
        codes: ids of the codebook.
        attributes: the ids that ``unit``, ``group`` and ``round`` may have.
        aliases: of the team.
    """

    questions: dict[str, tuple[Instrument, Question]]
    codes: frozenset[str]
    attributes: dict[str, tuple[str, ...]]
    aliases: tuple[str, ...]


def known(audit: Audit) -> Known:
    """Return what the notes of an audit may name."""
    plan = audit.plan
    every = [(one, q) for one in audit.instruments.values() for q in one.questions()]
    return Known(
        questions={question.id: (of, question) for of, question in every},
        codes=frozenset(theme.id for theme in audit.codebook.themes),
        attributes={
            "unit": tuple(one.id for one in plan.units),
            "group": tuple(one.id for one in plan.groups),
            "round": tuple(one.id for one in plan.rounds),
        },
        aliases=tuple(one.alias for one in plan.team),
    )


def problems(audit: Audit) -> tuple[Problem, ...]:
    """Return all problems of all notes, in the order of files and places."""
    return read(audit)[1]


def read(audit: Audit) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return all notes that can be read, and all problems of all of them."""
    found, faults = folder.notes(audit)
    may = known(audit)
    every = list(faults)
    every += (problem("note-stray", Place(name)) for name in folder.strays(audit))
    for note in found:
        every += _head(audit, may, note)
        for block in note.blocks:
            every += of_block(may, note.name, block)
    ordered = sorted(every, key=lambda one: (one.place.file, one.place, one.code))
    return found, tuple(ordered)


def sound(audit: Audit) -> tuple[Note, ...]:
    """Return the notes that may be counted: of those who consented, and withdrew not.

    Raises:
        FaultyFiles: as :func:`whole`.
    """
    return folder.usable(whole(audit))


def whole(audit: Audit) -> tuple[Note, ...]:
    """Return the notes of all who have not withdrawn, consent or not.

    Raises:
        FaultyFiles: there is an error in any of them, so that something would be missed
            (R10).
    """
    found, every = read(audit)
    errors = [one for one in every if one.severity == "error"]
    if errors:
        raise FaultyFiles(*errors)
    return found


def of_block(may: Known, name: str, block: Block) -> Iterator[Problem]:
    """Yield what is wrong with a question, its answer and its codes."""
    place = Place(name, block.line, 1)
    if block.question not in may.questions:
        near = hint(block.question, may.questions)
        yield problem("note-question-unknown", place, hint=near)
    else:
        yield from answering.faults(*may.questions[block.question], block, place)
    for span in block.spans:
        for code in span.codes:
            if code not in may.codes:
                at, near = Place(name, span.line, span.column), hint(code, may.codes)
                yield problem("note-code-unknown", at, hint=near)


def _head(audit: Audit, may: Known, note: Note) -> Iterator[Problem]:
    place = Place(note.name)
    for key, given, ids in _said(may, note):
        if given not in ids:
            facts = {"key": key, "hint": hint(given, ids)}
            yield problem("note-place-unknown", place, **facts)
    if note.head.consent is False:
        facts = {"audit": audit.slug, "id": note.head.id}
        yield problem("note-no-consent", place, **facts)
    if empty := _empty(may, note):
        yield problem("note-unfilled", place, keys=", ".join(empty))


def _said(may: Known, note: Note) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each id of plan or team that a note names, with those there are."""
    for key, ids in may.attributes.items():
        if (given := getattr(note.head, key)) is not None:
            yield key, given, ids
    for alias in note.head.auditors:
        yield "auditors", alias, may.aliases
    if note.coder:
        yield "coder", note.coder, may.aliases


def _empty(may: Known, note: Note) -> list[str]:
    """Return the keys that are not filled in, of those with something to say."""
    wanted = ["date", "consent"]
    wanted += [key for key, ids in may.attributes.items() if len(ids) > 1]
    return [key for key in wanted if getattr(note.head, key) is None]
