"""Markdown to blocks. Raw HTML and pictures are text here; nothing is fetched."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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

_BLOCKS = ("heading", "list", "blockquote", "hr")
_INLINE = ("emphasis", "link", "image", "escape", "newline")
_LINKED = re.compile("(https?|mailto):", re.IGNORECASE)
"""The only addresses that a report links to."""


def blocks(text: str, marked: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a text; its marks become the blocks they stand for.

    Args:
        text: Markdown with headings, paragraphs, lists, quotes, emphasis and links.
        marked: the blocks behind the marks, by number.
    """
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable([*_BLOCKS, *_INLINE])
    return tuple(_stepped(_Walker(reader.parse(text), marked).until(None)))


def _stepped(found: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with headings that go down one level at a time."""
    above = 0
    for block in found:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            yield replace(block, level=above)
        else:
            yield block


class _Walker:
    """Goes through the tokens once; lists and quotes open and close on the way."""

    def __init__(self, tokens: "Iterable[Token]", marked: Sequence[Block]) -> None:
        """Begin at the first token."""
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
            inside = _without_headings(self.until("blockquote_close"))
            return [Quote(b.runs) if isinstance(b, Paragraph) else b for b in inside]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return [self._list(token.type)]
        return []

    def _list(self, kind: str) -> BulletList:
        items = []
        for token in self.tokens:
            if token.type == kind.replace("open", "close"):
                break
            items.append(tuple(_without_headings(self.until("list_item_close"))))
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
        mark = TOKEN.fullmatch(text)
        if mark and int(mark[1]) < len(self.marked):
            return [self.marked[int(mark[1])]]
        return [Paragraph(runs)] if text else []


def _without_headings(found: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with bold text for headings, which only chapters have."""
    for block in found:
        if isinstance(block, Heading):
            yield Paragraph((Run(block.text, bold=True),))
        else:
            yield block


def _runs(tokens: "Iterable[Token]") -> Runs:
    deep = {"strong": 0, "em": 0}
    link = ""
    found: list[Run] = []
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if name in deep:
            deep[name] += token.nesting
        elif name == "link":
            link = _address(token) if token.nesting == 1 else ""
        elif said := _said(token):
            found.append(Run(said, deep["strong"] > 0, deep["em"] > 0, link))
    return tuple(found)


def _said(token: "Token") -> str:
    """Return the text of a token; a picture's is its description."""
    if token.type == "image":
        return plain(_runs(token.children or []))
    return " " if token.type.endswith("break") else token.content


def _address(token: "Token") -> str:
    """Return the address of a link, empty where a report does not link to it."""
    address = str(token.attrs.get("href", ""))
    return address if _LINKED.match(address) else ""


def plain(runs: Runs) -> str:
    """Return the text alone."""
    return "".join(run.text for run in runs)
