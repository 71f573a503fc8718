"""The coded texts of an audit as one project, whoever has coded them."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from brukarrevision.audit import Audit
from brukarrevision.exchange.refi.project import (
    Case,
    Coding,
    Document,
    Passage,
    Project,
)
from brukarrevision.interviews import answers, folder
from brukarrevision.interviews.answers import ABOUT
from brukarrevision.interviews.markup import Block, Note


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of coded texts.

    Attributes:
        name: what it is called whoever codes it: ``I-03.md``.
        coder: the alias, ``""`` for the first coder.
        who: the respondent; None if each block has its own in ``row``.
        about: what is known of the respondents: ids of unit, group and round.
    """

    name: str
    coder: str
    blocks: tuple[Block, ...]
    who: str | None = None
    about: dict[str, dict[str, str]] = field(default_factory=dict)


def sheet_of(note: Note) -> Sheet:
    """Return the notes of an interview as a file of coded texts."""
    head = note.head
    known = {name: getattr(head, name) for name in ABOUT}
    about = {name: value for name, value in known.items() if value}
    name = note.name.removesuffix(f".coder-{note.coder}.md")
    plain = name if name.endswith(".md") else f"{name}.md"
    return Sheet(plain, note.coder, note.blocks, head.id, {head.id: about})


def sheet_of_answers(given: answers.Sheet) -> Sheet:
    """Return the answers to an open question as a file of coded texts."""
    now = answers.current(given)
    name = folder.file_name(now.asked.key)
    about = {mark: dict(known) for mark, known in now.asked.about.items()}
    return Sheet(name, now.coder, now.blocks, about=about)


def gathered(audit: Audit, sheets: Iterable[Sheet]) -> Project:
    """Return everything coded as one project.

    Files of two coders are one document where they hold the same words, and two where
    somebody has changed them: a code is never put on other words than it stands on.

    Args:
        audit: whose codebook, labels and language are used.
        sheets: what may be used: nothing without consent.

    Returns:
        The project. Codes that the codebook does not have are not in it;
        :func:`unknown` counts them.
    """
    every = sorted(sheets, key=lambda one: (one.name, one.coder))
    labels = {
        question.id: question.label
        for instrument in audit.instruments.values()
        for question in instrument.questions()
    }
    known = {theme.id for theme in audit.codebook.themes}
    return Project(
        key=key_of(audit),
        title=audit.plan.title,
        language=audit.plan.language,
        codebook=audit.codebook,
        documents=tuple(_document(group, labels, known) for group in _together(every)),
        cases=tuple(_cases(audit, every)),
    )


def unknown(audit: Audit, sheets: Iterable[Sheet]) -> int:
    """Return how often a code stands in the files that the codebook does not have."""
    known = {theme.id for theme in audit.codebook.themes}
    blocks = (block for one in sheets for block in one.blocks)
    codes = (code for block in blocks for span in block.spans for code in span.codes)
    return sum(code not in known for code in codes)


def key_of(audit: Audit) -> str:
    """Return what tells an audit from all others."""
    return f"{audit.workspace.settings.id}/{audit.slug}"


def _together(sheets: Iterable[Sheet]) -> Iterator[list[Sheet]]:
    """Yield files of the same words together."""
    found: dict[tuple[object, ...], list[Sheet]] = {}
    for one in sheets:
        words = tuple((block.question, block.row, block.text) for block in one.blocks)
        found.setdefault((one.name, words), []).append(one)
    yield from found.values()


def _document(
    sheets: Sequence[Sheet], labels: dict[str, str], known: Container[str]
) -> Document:
    first, coders = sheets[0], tuple(one.coder for one in sheets)
    coded = zip(*(one.blocks for one in sheets), strict=True)
    passages = (_passage(first, blocks, coders, labels, known) for blocks in coded)
    own = f"{first.name.removesuffix('.md')}.coder-{first.coder}.md"
    name = own if first.coder else first.name
    return Document(name, tuple(one for one in passages if one.text), coders)


def _passage(
    sheet: Sheet,
    blocks: Sequence[Block],
    coders: Sequence[str],
    labels: dict[str, str],
    known: Container[str],
) -> Passage:
    """Return one passage with the codes of all who have read it."""
    block = blocks[0]
    codings = (
        Coding(span.start, span.end, code, coder)
        for coder, own in zip(coders, blocks, strict=True)
        for span in own.spans
        for code in span.codes
        if code in known
    )
    who = sheet.who or block.row or ""
    heading = labels.get(block.question, block.question) if sheet.who else who
    return Passage(who, block.question, heading, block.text, tuple(codings))


def _cases(audit: Audit, sheets: Iterable[Sheet]) -> Iterator[Case]:
    """Yield every respondent once, with what is known of the person in words."""
    known: dict[str, dict[str, str]] = {}
    for one in sheets:
        for who in dict.fromkeys(one.who or block.row or "" for block in one.blocks):
            known.setdefault(who, {}).update(one.about.get(who, {}))
    for who, about in known.items():
        words = {name: audit.plan.label(name, value) for name, value in about.items()}
        yield Case(who, {name: words[name] for name in ABOUT if name in words})
