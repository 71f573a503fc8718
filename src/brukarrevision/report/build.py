"""The reports of an audit: built as drafts, in every format asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import resources, results
from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.files import read_bytes
from brukarrevision.modelfile import nearest
from brukarrevision.report import parse, text
from brukarrevision.report.blocks import (
    Block,
    Contents,
    Document,
    Note,
    Paragraph,
    Run,
    Title,
)
from brukarrevision.report.content import Content
from brukarrevision.report.gather import content
from brukarrevision.report.markdown import write_markdown
from brukarrevision.report.scope import Scope, scopes
from brukarrevision.wording import listed, said

FORMATS = ("docx", "md")
TEMPLATE = "report.md.j2"
BASE = "base.docx"
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Report:
    """One finished file: its name and its content."""

    name: str
    data: bytes


def reports(
    audit: Audit, unit: str | None = None, formats: Sequence[str] = FORMATS
) -> Iterator[Report]:
    """Yield the draft reports of an audit, each unit's and the one for all.

    Args:
        audit: the audit; ``check`` must find no errors in it.
        unit: only the report that tells of this unit.
        formats: some of :data:`FORMATS`.

    Raises:
        WrongUsage: the unit is unknown, or its respondents are too few.
        FaultyFiles: something in the audit, a template or the base file is wrong.
    """
    found = results.protected(audit)
    order = [one.id for one in audit.plan.units]
    every = scopes(found.questions, order)
    for scope in _wanted(audit, every, unit):
        document = build(audit, content(audit, found, scope))
        for form in formats:
            yield Report(f"{scope.name}.{form}", _written(audit, document, form))


def _wanted(
    audit: Audit, every: tuple[Scope, ...], unit: str | None
) -> tuple[Scope, ...]:
    if unit is None:
        return every
    found = tuple(s for s in every if unit == s.name or unit in s.units)
    if found:
        return found
    known = ", ".join(scope.name for scope in every)
    units = [one.id for one in audit.plan.units]
    if unit in units:
        raise WrongUsage(problem("unit-not-shown", NOWHERE, name=unit, known=known))
    near = nearest(unit, units) or known
    raise WrongUsage(problem("unit-missing", NOWHERE, name=unit, near=near))


def _written(audit: Audit, document: Document, form: str) -> bytes:
    if form == "md":
        return write_markdown(document).encode()
    from brukarrevision.report.word import write_docx

    base = resources.override(audit.workspace.templates, BASE)
    return write_docx(document, read_bytes(base))


def build(audit: Audit, said_in: Content) -> Document:
    """Return a report as a document: the template's words, the content's blocks."""
    language = audit.plan.language
    marks = text.Marks()
    values = {
        "r": said_in,
        "put": marks.put,
        "front": lambda title, subtitle, facts: marks.put(_front(title, subtitle, facts)),
        "note": lambda title, body: marks.put(_note(title, body)),
        "lead": lambda body: marks.put(Paragraph((Run(str(body)),), "lead")),
        "small": lambda body: marks.put(Paragraph((Run(str(body)),), "small")),
        "contents": lambda title: marks.put(Contents(str(title))),
        "listed": lambda items: listed(items, language),
    }
    rendered = text.render(TEMPLATE, audit.workspace.templates, language, values)
    blocks = parse.blocks(rendered, marks.blocks)
    return _document(audit, said_in, blocks)


def _front(title: str, subtitle: str, facts: Sequence[str]) -> Title:
    return Title(str(title), str(subtitle), tuple(str(f) for f in facts if f))


def _note(title: str, body: str) -> Note:
    paragraphs = [part for part in str(body).split("\n\n") if part.strip()]
    inside = tuple(Paragraph((Run(" ".join(p.split())),)) for p in paragraphs)
    return Note(str(title), inside)


def _document(audit: Audit, said_in: Content, blocks: tuple[Block, ...]) -> Document:
    language = audit.plan.language
    about = listed(said_in.units, language)
    title = f"{said_in.title}: {about}" if about else said_in.title
    organisation = audit.workspace.settings.organisation
    return Document(
        title=title,
        language=_LOCALES[language],
        author=said_in.commission.auditor or organisation or said(language, "Revisorerna", "The auditors"),
        running=title,
        blocks=blocks,
        draft=said(language, "UTKAST", "DRAFT"),
    )


def folder(audit: Audit) -> Path:
    """Return where drafts are written: in the private directory."""
    audit.ensure_data_dir()
    return audit.drafts
