"""The Markdown twin of a report: the same blocks as text that git can compare."""

import re
from collections.abc import Iterable, Sequence

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Runs,
    Table,
    Title,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_LEADING = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)")


def write_markdown(document: Document) -> str:
    """Return the document as Markdown, ending in a line feed."""
    head = [f"**{_safe(document.draft)}**"] if document.draft else []
    return "\n\n".join([*head, *_all(document.blocks)]) + "\n"


def _all(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks if (text := _block(block))]


def _block(block: Block) -> str:
    match block:
        case Title():
            facts = [_safe(fact) for fact in block.facts]
            return "\n\n".join(
                p for p in (f"# {_safe(block.text)}", _safe(block.subtitle), *facts) if p
            )
        case Heading():
            return f"{'#' * (block.level + 1)} {_safe(block.text)}"
        case Paragraph():
            return _LEADING.sub(r"\1\\\2", _runs(block.runs))
        case Quote():
            return f"> {_runs(block.runs)}"
        case Note():
            inside = "\n\n".join([f"**{_safe(block.title)}**", *_all(block.blocks)])
            return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
        case BulletList():
            return _list(block)
        case Table():
            return _table(block)
        case Chart():
            return f"*{_safe(block.caption)}.* {_safe(block.alt)}"
        case Contents() | PageBreak():
            return ""


def _list(block: BulletList) -> str:
    lines = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.ordered else "- "
        text = "\n\n".join(_all(item)).replace("\n", "\n" + " " * len(mark))
        lines.append(mark + text)
    return "\n".join(lines)


def _table(block: Table) -> str:
    rule = ["---:" if align == "right" else "---" for align in block.align]
    rows = [block.header, tuple(rule), *block.rows]
    body = "\n".join(_row(row, raw=row == tuple(rule)) for row in rows)
    parts = [f"*{_safe(block.caption)}*", body, _safe(block.note)]
    return "\n\n".join(part for part in parts if part)


def _row(cells: Sequence[str], *, raw: bool) -> str:
    return f"| {' | '.join(cell if raw else _safe(cell) for cell in cells)} |"


def _runs(runs: Runs) -> str:
    parts = []
    for run in runs:
        text = _safe(run.text, strip=False)
        core = text.strip()
        if core and (run.bold or run.italic):
            mark = "*" * (2 * run.bold + run.italic)
            text = text.replace(core, f"{mark}{core}{mark}", 1)
        parts.append(f"[{text}]({run.link})" if run.link else text)
    return "".join(parts).strip()


def _safe(text: str, *, strip: bool = True) -> str:
    """Return text on one line that Markdown does not take for markup."""
    flat = re.sub(r"\s+", " ", text)
    return _SPECIAL.sub(r"\\\1", flat.strip() if strip else flat)
