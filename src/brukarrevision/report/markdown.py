"""The Markdown twin of a report: the same blocks as text that git can compare."""

import re
from collections.abc import Iterable, Sequence
from textwrap import indent
from urllib.parse import quote

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Chart,
    Document,
    Heading,
    Note,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Title,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#&~])")
_LEADING = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[-+=]))")
_MARKS = {False: ("- ", "* "), True: ("{}. ", "{}) ")}
"""Before the items of a list; the second keeps it apart from a list just before."""


def write_markdown(document: Document) -> str:
    """Return the document as Markdown, ending in a line feed."""
    head = [f"**{_safe(document.draft)}**"] if document.draft else []
    return "\n\n".join([*head, *_all(document.blocks)]) + "\n"


def _all(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    second = False
    before: Block | None = None
    for block in blocks:
        if isinstance(block, BulletList):
            alike = isinstance(before, BulletList) and before.ordered == block.ordered
            second = alike and not second
            found.append(_list(block, _MARKS[block.ordered][second]))
        else:
            found.append(_block(block))
        before = block
    return [text for text in found if text]


def _block(block: Block) -> str:
    text = ""
    match block:
        case Title():
            lines = [_start(line) for line in (block.subtitle, *block.facts)]
            text = "\n\n".join([f"# {_safe(block.text)}", *filter(None, lines)])
        case Heading():
            text = f"{'#' * (block.level + 1)} {_safe(block.text)}"
        case Paragraph():
            text = _unmarked(_runs(block.runs))
        case Quote():
            text = f"> {_unmarked(_runs(block.runs))}"
        case Note():
            inside = "\n\n".join([_strong(block.title), *_all(block.blocks)])
            text = "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
        case Table():
            text = _table(block)
        case Chart():
            text = f"*{_safe(block.caption)}.* {_safe(block.alt)}"
        case _:
            pass  # a list of contents and a page break say nothing
    return text


def _list(block: BulletList, mark: str) -> str:
    lines = []
    for number, item in enumerate(block.items, start=1):
        start = mark.format(number)
        text = indent("\n\n".join(_all(item)), " " * len(start))
        lines.append(start + text.lstrip())
    return "\n".join(lines)


def _table(block: Table) -> str:
    rule = " | ".join("---:" if align == "right" else "---" for align in block.align)
    lines = [_row(block.header), f"| {rule} |", *map(_row, block.rows)]
    parts = [f"*{_safe(block.caption)}*", "\n".join(lines), _start(block.note)]
    return "\n\n".join(part for part in parts if part)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_safe, cells))} |"


def _strong(text: str) -> str:
    return _runs((Run(text, bold=True),))


def _runs(runs: Runs) -> str:
    parts: list[str] = []
    for at, run in enumerate(runs):
        before = "".join(parts)[-1:]
        after = runs[at + 1].text[:1] if at + 1 < len(runs) else ""
        parts.append(_run(run, before, after))
    return "".join(parts).strip()


def _run(run: Run, before: str, after: str) -> str:
    """Return a run with its look, where Markdown can tell it from what is beside it."""
    text = _safe(run.text, strip=False)
    if after and text.endswith("!"):
        text = f"{text[:-1]}\\!"  # before a link it would be a picture
    core = text.strip()
    if not core:
        return text
    left, _, right = text.partition(core)
    if _parts(left, before, core[0]) and _parts(right, after, core[-1]):
        mark = "*" * (2 * run.bold + run.italic)
        core = f"{mark}{core}{mark}"
    if run.link:
        core = f"[{core}]({_address(run.link)})"
    return f"{left}{core}{right}"


def _parts(blank: str, beside: str, edge: str) -> bool:
    """Tell whether asterisks may stand between a text's edge and what is beside it."""
    return bool(blank or not beside.strip()) or (beside.isalnum() and edge.isalnum())


def _address(link: str) -> str:
    return quote(link, safe="!#$%&'*+,-./:;=?@_~")


def _start(text: str) -> str:
    return _unmarked(_safe(text))


def _unmarked(text: str) -> str:
    """Return text whose beginning is not taken for a list, a rule or an underline."""
    return _LEADING.sub(r"\1\\", text)


def _safe(text: str, *, strip: bool = True) -> str:
    """Return text on one line that Markdown does not take for markup."""
    flat = re.sub(r"\s+", " ", text)
    return _SPECIAL.sub(r"\\\1", flat.strip() if strip else flat)
