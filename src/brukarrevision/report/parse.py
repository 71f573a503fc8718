"""Markdown to blocks. Raw HTML and pictures are text here; nothing is fetched or run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Quote,
    Run,
    Runs,
)
from brukarrevision.report.text import TOKEN

if TYPE_CHECKING:
    from markdown_it.token import Token

_RULES = ("heading", "list", "blockquote", "emphasis", "link", "escape", "newline")


def blocks(text: str, marked: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a text; its marks become the blocks they stand for.

    Args:
        text: Markdown with headings, paragraphs, lists, quotes, emphasis and links.
        marked: the blocks behind the marks, by number.
    """
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(list(_RULES))
    return tuple(_Walker(reader.parse(text), marked).until(None))


class _Walker:
    def __init__(self, tokens: "list[Token]", marked: Sequence[Block]) -> None:
        self.tokens = iter(tokens)
        self.marked = marked

    def until(self, end: str | None) -> list[Block]:
        """Return the blocks up to a closing token, or to the end."""
        found: list[Block] = []
        for token in self.tokens:
            if token.type == end:
                break
            found.extend(self._block(token))
        return found

    def _block(self, token: "Token") -> list[Block]:
        if token.type == "heading_open":
            return [Heading(int(token.tag[1:]), plain(self._inline("heading_close")))]
        if token.type == "paragraph_open":
            return self._paragraph(self._inline("paragraph_close"))
        if token.type == "blockquote_open":
            inside = self.until("blockquote_close")
            return [Quote(b.runs) for b in inside if isinstance(b, Paragraph)]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return [self._list(token.type)]
        return []

    def _list(self, kind: str) -> BulletList:
        items = []
        for token in self.tokens:
            if token.type == kind.replace("open", "close"):
                break
            items.append(tuple(self.until("list_item_close")))
        return BulletList(tuple(items), ordered=kind == "ordered_list_open")

    def _inline(self, end: str) -> Runs:
        runs: Runs = ()
        for token in self.tokens:
            if token.type == end:
                break
            runs = _runs(token.children or [])
        return runs

    def _paragraph(self, runs: Runs) -> list[Block]:
        """Return a paragraph, or the block whose mark is all it holds."""
        text = plain(runs).strip()
        if mark := TOKEN.fullmatch(text):
            return [self.marked[int(mark[1])]]
        return [Paragraph(runs)] if text else []


def _runs(tokens: "Sequence[Token]") -> Runs:
    bold = italic = False
    link = ""
    found: list[Run] = []
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            italic = token.type == "em_open"
        elif token.type in ("link_open", "link_close"):
            link = str(token.attrs.get("href", "")) if token.nesting == 1 else ""
        elif token.type in ("softbreak", "hardbreak"):
            found.append(Run(" ", bold, italic, link))
        elif token.content:
            found.append(Run(token.content, bold, italic, link))
    return tuple(found)


def plain(runs: Runs) -> str:
    """Return the text alone."""
    return "".join(run.text for run in runs)
