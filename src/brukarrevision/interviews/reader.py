r"""Markdown to pieces: the only module of notes that knows the parser.

The parser gives no columns and lets faulty markup pass as text. So where each character
of the plain text stands in the file is noted while it reads, and what it took for text
on purpose (``\[``, backticks) is told apart from what it took for text by accident.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MEANT = "\x00"
"""Stands in :attr:`Prose.loose` for a character that was escaped or in backticks."""

_RULES = (
    *("heading", "list", "blockquote", "hr"),
    *("emphasis", "escape", "newline", "backticks"),
)
_BEGIN, _END = "<!--", "-->"
_STEPS, _PROSE = "steps", "prose"
_MEANT = ("text_special", "code_inline")

_CLASSES = re.compile(
    r"""%[^%]*%?                                # a comment
    | \.(?P<dotted>[^\s!"\#$%&'()*+,./;<=>?@\[\]^`{|}~]+)
    | \bclass=(?P<bare>[\w:-]+)
    | \bclass="(?P<quoted>(?:\\.|[^"\\])*)"
    | "(?:\\.|[^"\\])*" """,
    re.VERBOSE,
)

_Step = tuple[int, int, int, int]
"""The token to come, how much text waits to be one, where the parser is, and where the
bracket is closed that opens there: -1 if none does."""


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Words in brackets with attributes: from ``start`` to before ``end`` in the text.

    Attributes:
        attributes: ``class`` with its words, and whatever else was given.
        classes: each word of ``class`` as it stands in the file, with line and column.
    """

    start: int
    end: int
    attributes: Mapping[str, str]
    line: int
    column: int
    classes: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph or a heading without its markup.

    Attributes:
        text: the plain text; ``loose``: the same, with what was escaped as
            :data:`MEANT`.
        spans: in the order in which they begin.
        steps: positions in the text where a run begins; ``places``: their lines and
            columns.
    """

    text: str
    loose: str
    spans: tuple[Bracketed, ...]
    steps: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of a character of the text."""
        step = max(0, bisect_right(self.steps, at) - 1)
        line, column = self.places[step]
        return line, column + at - self.steps[step]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of a file, in its order.

    Attributes:
        level: of a heading, from 1.
        nested: whether it stands in a list or a quotation.
        attributes: of a line of attributes; ``more``: the column of what stands after
            them on their line, which the parser passes over; 0 if nothing does.
    """

    kind: Literal["attributes", "heading", "text"]
    line: int
    nested: bool
    prose: Prose | None = None
    level: int = 0
    attributes: Mapping[str, str] | None = None
    more: int = 0


def without_comments(text: str) -> str:
    """Return a text whose comments are spaces, so that all else stays in its place."""
    parts, at = [], 0
    while (start := text.find(_BEGIN, at)) >= 0:
        end = text.find(_END, start + len(_BEGIN))
        if end < 0:  # nor has any comment after it
            break
        comment = text[start : end + len(_END)]
        parts += [text[at:start], re.sub(r"[^\n]", " ", comment)]
        at = start + len(comment)
    return "".join([*parts, text[at:]])


def pieces(text: str) -> Iterator[Piece]:
    """Yield what a Markdown text consists of.

    Args:
        text: with LF line ends; comments are no part of it.
    """
    lines = text.split("\n")
    found: dict[str, list[object]] = {_STEPS: [], _PROSE: []}
    tokens = _parser().parse(text, found)
    runs = iter(cast("list[_Runs]", found[_PROSE]))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "attrs_block":
            yield _attributes(token, lines)
        elif token.type == "inline":
            first = token.map[0] if token.map else 0
            prose = next(runs).prose(token.content, lines, first)
            if before and before.type == "heading_open":
                level = int(before.tag[1:])
                yield Piece("heading", first + 1, before.level > 0, prose, level)
            else:
                nested = token.level > 1
                yield Piece("text", first + 1, nested, prose)


def _attributes(token: "Token", lines: list[str]) -> Piece:
    from mdit_py_plugins.attrs.parse import parse

    number = token.map[0] if token.map else 0
    line = lines[number]
    given = {key: str(value) for key, value in token.attrs.items()}
    indent = line.find("{")
    end = indent + parse(line[indent:])[0] + 1
    rest = line[end:]
    more = end + len(rest) - len(rest.lstrip()) + 1 if rest.strip() else 0
    nested = token.level > 0
    return Piece("attributes", number + 1, nested, attributes=given, more=more)


_Found = tuple[int, int, int, Mapping[str, str], tuple[tuple[str, int], ...]]
"""Start and end in the text, the bracket in the source, attributes, and classes with
where they begin in the source."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """Plain text of one inline token; where runs of it begin there and in the source.

    ``spans`` have positions in the source instead of lines and columns.
    """

    text: str
    loose: str
    spans: tuple[_Found, ...]
    runs: tuple[tuple[int, int], ...]

    def prose(self, content: str, lines: list[str], first: int) -> Prose:
        """Return the same with the places in the file."""
        where = _Where(content, lines, first)
        return Prose(
            self.text,
            self.loose,
            tuple(
                Bracketed(
                    start,
                    end,
                    given,
                    *where(at),
                    tuple((word, *where(begin)) for word, begin in words),
                )
                for start, end, at, given, words in self.spans
            ),
            tuple(start for start, _ in self.runs),
            tuple(where(at) for _, at in self.runs),
        )


class _Where:
    """Finds lines and columns of what the parser was given without its margins."""

    def __init__(self, content: str, lines: list[str], first: int) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", content))]
        parts = content.split("\n")
        self.margins = [
            lines[first + at].find(part.strip()) - (len(part) - len(part.lstrip()))
            for at, part in enumerate(parts)
        ]
        self.first = first

    def __call__(self, at: int) -> tuple[int, int]:
        row = bisect_right(self.starts, at) - 1
        column = at - self.starts[row] + self.margins[row]
        return self.first + row + 1, max(column, 0) + 1


# -- rules of the parser ----------------------------------------------------------


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

    reader = MarkdownIt("zero").enable(list(_RULES))
    reader.use(attrs_plugin, spans=True, after=("span_close",))
    reader.use(attrs_block_plugin)
    reader.core.ruler.disable(["attr", "text_join"])  # their places would be lost
    reader.inline.ruler.before("text", "step", _step)
    reader.inline.ruler2.before("fragments_join", "runs", _gather)
    return reader


def _step(state: "StateInline", silent: bool) -> bool:
    """Note where the parser is and how far the text has come; never match."""
    if not silent:
        begins = state.src[state.pos] == "["
        end = state.md.helpers.parseLinkLabel(state, state.pos) if begins else -1
        step = (len(state.tokens), len(state.pending), state.pos, end)
        cast("list[object]", state.env[_STEPS]).append(step)
    return False


def _gather(state: "StateInline") -> None:
    """Make plain text of the tokens, now that emphasis is told from asterisks."""
    steps = cast("list[_Step]", state.env[_STEPS])
    gathered = _Gathered(steps, state.src)
    for index, token in enumerate(state.tokens):
        gathered.take(index, token)
    cast("list[object]", state.env[_PROSE]).append(gathered.runs())
    steps.clear()


class _Gathered:
    """Plain text that grows token by token."""

    def __init__(self, steps: list[_Step], source: str) -> None:
        self.steps, self.source = steps, source
        self.text, self.loose = "", ""
        self.begun: list[tuple[int, int]] = []
        self.spans: list[_Found] = []
        self.opened: list[int] = []

    def take(self, index: int, token: "Token") -> None:
        if token.type == "span_open":
            given = {key: str(value) for key, value in token.attrs.items()}
            self.opened.append(len(self.spans))
            *_, at, end = _opening(self.steps, index)
            words = tuple(_classes(self.source, end + 1))
            self.spans.append((len(self.text), -1, at, given, words))
        elif token.type == "span_close":
            at = self.opened.pop()
            start, _, source, attributes, words = self.spans[at]
            self.spans[at] = (start, len(self.text), source, attributes, words)
        elif content := _content(token):
            self._add(index, content, meant=token.type in _MEANT)

    def _add(self, index: int, content: str, *, meant: bool) -> None:
        low = bisect_left(self.steps, index, key=_token)
        high = bisect_right(self.steps, index, key=_token)
        for _, offset, at, _ in self.steps[low:high]:
            self.begun.append((len(self.text) + offset, at))
        self.text += content
        self.loose += MEANT * len(content) if meant else content

    def runs(self) -> _Runs:
        begun = tuple(self.begun) or ((0, 0),)
        return _Runs(self.text, self.loose, tuple(self.spans), begun)


def _opening(steps: list[_Step], index: int) -> _Step:
    """Return the step at the bracket that gave the token of that index."""
    return steps[bisect_right(steps, index, key=_token) - 1]


def _classes(source: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the classes in the braces at a position, and in those that follow them."""
    from mdit_py_plugins.attrs.parse import ParseError, parse

    while source[at : at + 1] == "{":
        try:
            end = at + parse(source[at:])[0] + 1
        except ParseError:
            return
        for found in _CLASSES.finditer(source, at + 1, end - 1):
            if name := found.lastgroup:
                begin = found.start(name)
                for word in re.finditer(r"\S+", found[name]):
                    yield word[0], begin + word.start()
        at = end


def _token(step: _Step) -> int:
    return step[0]


def _content(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if not token.nesting else ""
