"""Templates to Markdown: sandboxed Jinja2, the only module that knows it.

What a template puts in from data is escaped, so that no label can become markup; tables
and charts are put in as marks that data cannot imitate, and come back as blocks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from brukarrevision import resources
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.report.blocks import Block
from brukarrevision.report.limits import SECONDS, TooLarge, TooSlow, in_time

_OPEN, _CLOSE = "\ue000", "\ue001"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_MARKS = re.compile("[\ue000-\uf8ff\x00]")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^([ \t>*+-]*(?:\d+[.)][ \t]+)?)(#{1,6})(?=\s|$)", re.MULTILINE)
_DEEPEST = 4
_ENDLESS = (TooLarge, RecursionError, MemoryError, SyntaxError)
TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape(text: object) -> Markdown:
    """Return text that Markdown shows as it is, on one line, without our marks."""
    plain = re.sub(r"\s+", " ", _MARKS.sub("", str(text)))
    return Markdown(_PUNCTUATION.sub(r"\\\1", plain))


def prose(text: str, below: int) -> Markdown:
    """Return the auditors' own Markdown, its headings put below a level.

    Comments are left out, and so is anything that looks like our marks.
    """
    plain = _MARKS.sub("", _COMMENT.sub("", text)).strip()

    def lower(match: re.Match[str]) -> str:
        return match[1] + "#" * min(_DEEPEST, len(match[2]) + below)

    return Markdown(_HEADING.sub(lower, plain))


@dataclass
class Marks:
    """Blocks that templates put in, each held by a mark in the text."""

    blocks: list[Block] = field(default_factory=list)

    def put(self, block: Block) -> Markdown:
        """Keep a block and return the mark that stands for it, on a line of its own."""
        self.blocks.append(block)
        return Markdown(f"\n\n{_OPEN}{len(self.blocks) - 1}{_CLOSE}\n\n")


def render(
    name: str,
    own: Path,
    language: str,
    values: Mapping[str, object],
    *,
    kind: str = "report",
) -> str:
    """Return a template as Markdown.

    Args:
        name: the template, such as ``report.md.j2``.
        own: the workspace's folder of templates, whose files win.
        language: the folder the template lies in.
        values: what the template may name.
        kind: the folder of templates that it is one of.

    Raises:
        FaultyFiles: the template has a mistake; file, line and remedy are told.
    """
    from jinja2 import TemplateError

    faults = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError)
    try:
        return in_time(lambda: _rendered(name, own, f"{kind}/{language}", values))
    except (*faults, *_ENDLESS, TooSlow, ValueError) as fault:
        raise _fault(fault, name, f"{kind}/{language}") from None


def _rendered(name: str, own: Path, folder: str, values: Mapping[str, object]) -> str:
    from brukarrevision.report.sandbox import environment

    shipped = resources.templates()
    folders = [
        (own / folder, own.parent),
        (shipped / folder, shipped),
    ]
    return environment(folders, _finished).get_template(name).render(values)


def _finished(value: object) -> Markdown:
    return value if isinstance(value, Markdown) else escape(value)


def _fault(fault: BaseException, name: str, folder: str) -> FaultyFiles:
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    file, line = _where(fault, name)
    place = Place(f"templates/{folder}/{file}", line)
    if isinstance(fault, TemplateNotFound):
        missing = Path(fault.name or name).name
        return FaultyFiles(problem("template-file", place, name=missing))
    if isinstance(fault, UndefinedError):
        said = re.search(r"'([A-Za-z_]\w*)' is undefined|attribute '(\w+)'", str(fault))
        unknown = next((g for g in said.groups() if g), "?") if said else "?"
        return FaultyFiles(problem("template-unknown", place, name=unknown))
    kinds: dict[str, type[BaseException] | tuple[type[BaseException], ...]] = {
        "template-syntax": TemplateSyntaxError,
        "template-forbidden": SecurityError,
        "template-slow": TooSlow,
        "template-large": _ENDLESS,
    }
    code = (code for code, kind in kinds.items() if isinstance(fault, kind))
    found = next(code, "template-value")
    return FaultyFiles(problem(found, place, seconds=int(SECONDS)))


def _where(fault: BaseException, name: str) -> tuple[str, int]:
    """Return the template and the line at fault."""
    if (line := getattr(fault, "lineno", None)) is not None:
        return Path(getattr(fault, "name", None) or name).name, int(line)
    trace, found = fault.__traceback__, (name, 0)
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            found = (Path(file).name, _line(trace))
        trace = trace.tb_next
    return found


def _line(trace: TracebackType) -> int:
    """Return a line of a template, from that of the code made of it if need be."""
    template = trace.tb_frame.f_globals.get("__jinja_template__")
    if template is None:
        return trace.tb_lineno
    lines = trace.tb_frame.f_code.co_lines()  # some steps of the code have no line
    before = [line for start, _, line in lines if line and start <= trace.tb_lasti]
    return int(template.get_corresponding_lineno(before[-1]))
