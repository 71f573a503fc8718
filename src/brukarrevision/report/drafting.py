"""Papers from templates: filled with what the plan says, the rest marked to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.model.base import Language
from brukarrevision.report import parse, text
from brukarrevision.report.blocks import (
    Align,
    Document,
    Paragraph,
    Run,
    Table,
    Title,
)
from brukarrevision.report.build import LOCALES, helpers
from brukarrevision.wording import listed, said

_BOX = "\u2610"
_WIDE = "\u2003" * 2  # between two boxes; ordinary blanks are joined
_LINE = "_" * 26  # fits beside its name in large print too


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
            (a place to fill in, in bold), ``quoted``, ``yes_or_no`` (boxes to tick) and
            ``sign`` (lines to write on); boxes and lines stay on one page with what
            comes after them, up to the last line.
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
        "yes_or_no": lambda what: marks.put(_yes_or_no(language, what)),
        "sign": lambda names: text.Markdown("".join(map(marks.put, _lines(names)))),
    }


def _yes_or_no(language: Language, what: str) -> Paragraph:
    boxes = said(language, f"{_BOX} Ja{_WIDE}{_BOX} Nej", f"{_BOX} Yes{_WIDE}{_BOX} No")
    return Paragraph((Run(f"{' '.join(what.split())}\n{boxes}"),), keep=True)


def _lines(names: Sequence[str]) -> Iterator[Paragraph]:
    """Yield a line to write on for each name, with room above it for a hand."""
    for left, name in zip(reversed(range(len(names))), names, strict=True):
        yield Paragraph((Run(f"\n{name}: {_LINE}"),), keep=left > 0)


def _quoted(language: Language, asked: str) -> str:
    return said(language, f"”{asked}”", f"“{asked}”")


def to_fill_in(language: Language) -> str:
    """Return what marks a place that people have to fill in."""
    return said(language, "FYLL I", "FILL IN")


def _fill(language: Language, what: str) -> text.Markdown:
    """Return a place that people have to fill in, in bold."""
    mark = to_fill_in(language)
    return text.Markdown(f"**\\[{mark}: {text.escape(what)}\\]**")
