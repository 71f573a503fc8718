"""The reports of an audit: built as drafts, in every format asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import quotes, resources, results
from brukarrevision.audit import Audit
from brukarrevision.checks.plan import WHOLE
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import leads_out, read_bytes
from brukarrevision.model.base import Language
from brukarrevision.modelfile import hint
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
from brukarrevision.results import Results
from brukarrevision.wording import listed, said
from brukarrevision.workspace import TEMPLATES

FORMATS = ("docx", "md")
TEMPLATE = "report.md.j2"
BASE = "base.docx"
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
"""The language of a document, by that of its plan."""


@dataclass(frozen=True, slots=True)
class Report:
    """One finished file: its name and its content."""

    name: str
    data: bytes


def reports(
    audit: Audit,
    unit: str | None = None,
    formats: Sequence[str] = FORMATS,
    *,
    found: Results | None = None,
) -> Iterator[Report]:
    """Yield the reports of an audit, each unit's and the one for all.

    Args:
        audit: the audit; ``check`` must find no errors in it.
        unit: only the report that tells of this unit.
        formats: some of :data:`FORMATS`.
        found: what is being published; without it the reports are drafts, marked so.

    Raises:
        WrongUsage: the unit is unknown, or its respondents are too few.
        FaultyFiles: something in the audit, a template or the base file is wrong.
        Refused: something would tell what somebody answered.
    """
    quoted = quotes.approved(audit)
    shown = found or results.protected(audit)
    order = [one.id for one in audit.plan.units]
    every = scopes(shown.questions, order)
    for scope in _wanted(audit, every, unit):
        said_in = content(audit, shown, scope, quoted)
        document = build(audit, said_in, draft=found is None)
        for form in formats:
            yield Report(f"{scope.name}.{form}", written(audit, document, form))


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
    facts = {"name": unit, "hint": hint(unit, units)}
    raise WrongUsage(problem("unit-missing", NOWHERE, **facts))


def written(audit: Audit, document: Document, form: str) -> bytes:
    """Return a document as a file of one of :data:`FORMATS`, in the base file in use.

    Raises:
        FaultyFiles: the base file is wrong.
    """
    if form == "md":
        return write_markdown(document).encode()
    from brukarrevision.report.word import write_docx

    return write_docx(document, base_file(audit))


def base_file(audit: Audit) -> bytes:
    """Return the base file in use: the organisation's own, or ours.

    Raises:
        FaultyFiles: it is a link out of the workspace.
    """
    from brukarrevision.report.word import MAX_BYTES

    base = resources.override(audit.workspace.templates, BASE)
    own = base.parent == audit.workspace.templates
    if own and leads_out(base, audit.workspace.root):
        facts = {"folder": audit.workspace.root.name}
        place = Place(f"{TEMPLATES}/{BASE}")
        raise FaultyFiles(problem("file-link-outside", place, **facts))
    return read_bytes(base, most=MAX_BYTES + 1)


def build(audit: Audit, said_in: Content, *, draft: bool = True) -> Document:
    """Return a report as a document: the template's words, the content's blocks."""
    language = audit.plan.language
    marks = text.Marks()
    values = {"r": said_in, "draft": draft, **helpers(marks, language)}
    rendered = text.render(TEMPLATE, audit.workspace.templates, language, values)
    blocks = parse.blocks(rendered, marks.blocks)
    return _document(audit, said_in, blocks, draft=draft)


def helpers(marks: text.Marks, language: Language) -> dict[str, object]:
    """Return what templates may call; each puts a block in, or makes a text."""

    def front(title: str, subtitle: str, facts: Sequence[str]) -> text.Markdown:
        return marks.put(Title(title, subtitle, tuple(filter(None, facts))))

    def note(title: str, body: str) -> text.Markdown:
        inside = [Paragraph((Run(_line(p)),)) for p in body.split("\n\n")]
        return marks.put(Note(title, tuple(inside)))

    return {
        "put": marks.put,
        "front": front,
        "note": note,
        "lead": lambda body: marks.put(Paragraph((Run(_line(body)),), "lead")),
        "small": lambda body: marks.put(Paragraph((Run(_line(body)),), "small")),
        "contents": lambda title: marks.put(Contents(title)),
        "listed": lambda items: listed(items, language),
        "ended": _ended,
    }


def _line(body: str) -> str:
    return " ".join(body.split())


def _ended(body: str, sign: str = ":") -> str:
    """Return a text with a sign at its end, unless it ends a sentence already."""
    line = _line(body)
    return line if line.endswith((".", "?", "!", "…", ":")) else f"{line}{sign}"


def _document(
    audit: Audit, said_in: Content, blocks: tuple[Block, ...], *, draft: bool
) -> Document:
    language = audit.plan.language
    about = listed(said_in.units, language)
    title = f"{said_in.title}: {about}" if about else said_in.title
    author = said_in.commission.auditor or audit.workspace.settings.organisation
    return Document(
        title=title,
        language=LOCALES[language],
        author=author or said(language, "Revisorerna", "The auditors"),
        running=title,
        blocks=blocks,
        draft=said(language, "UTKAST", "DRAFT") if draft else "",
    )


def is_report(audit: Audit, name: str) -> bool:
    """Tell whether a file has the name of a report, of these units or earlier ones."""
    stem, _, form = name.rpartition(".")
    units = {unit.id for unit in audit.plan.units}
    return form in FORMATS and (stem == WHOLE or not units.isdisjoint(stem.split("+")))


def folder(audit: Audit) -> Path:
    """Return where drafts are written: in the private directory."""
    audit.ensure_data_dir()
    return audit.drafts
