"""Papers from templates: filled with what the plan says, the rest marked to fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.model.base import Language
from brukarrevision.report import parse, text
from brukarrevision.report.blocks import Align, Document, Table, Title
from brukarrevision.report.build import LOCALES, helpers
from brukarrevision.wording import listed, said


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its name without ending, the folder of its kind, its language."""

    name: str
    kind: str
    language: Language


def drafted(
    audit: Audit,
    template: Template,
    values: Mapping[str, object],
    *,
    title: str,
    author: str,
    draft: bool = True,
) -> Document:
    """Return a paper made from a template.

    Args:
        audit: its workspace may have the template in its own words.
        template: which one.
        values: what it may name, beside the helpers of reports, ``table``, ``fill``
            (a place to fill in, in bold) and ``quoted``.
        title: of the audit.
        author: whose paper it is.
        draft: whether every page says that there is something to fill in.

    Raises:
        FaultyFiles: the template is wrong.
    """
    language = template.language
    marks = text.Marks()
    own = {**helpers(marks, language), **_helpers(marks, language), **values}
    place = audit.workspace.templates
    name = f"{template.name}.md.j2"
    rendered = text.render(name, place, language, own, kind=template.kind)
    blocks = parse.blocks(rendered, marks.blocks)
    headings = (block.text for block in blocks if isinstance(block, Title))
    return Document(
        title=": ".join([*headings, title]),
        language=LOCALES[language],
        author=author or said(language, "Revisorerna", "The auditors"),
        running=title,
        blocks=blocks,
        draft=said(language, "ATT FYLLA I", "TO BE FILLED IN") if draft else "",
    )


def _helpers(marks: text.Marks, language: Language) -> dict[str, object]:
    def table(
        caption: str, header: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> text.Markdown:
        cells = tuple(tuple(" ".join(str(c).split()) for c in row) for row in rows)
        align: tuple[Align, ...] = tuple("left" for _ in header)
        return marks.put(Table(caption, tuple(header), cells, align))

    return {
        "table": table,
        "fill": lambda what: _fill(language, what),
        "quoted": lambda items: listed([_quoted(language, i) for i in items], language),
    }


def _quoted(language: Language, asked: str) -> str:
    return said(language, f"”{asked}”", f"“{asked}”")


def _fill(language: Language, what: str) -> text.Markdown:
    """Return a place that people have to fill in, in bold."""
    mark = said(language, "FYLL I", "FILL IN")
    return text.Markdown(f"**\\[{mark}: {text.escape(what)}\\]**")
