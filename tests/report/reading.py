"""Markdown read by a common reader, as an independent witness of what it says."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PLAIN = frozenset({"text", "softbreak", "hardbreak", "strong", "em", "link"})
_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def texts(markdown: str) -> list[str]:
    """Return the text of every paragraph, heading and cell, in order.

    Code, raw HTML, pictures and struck text would be data taken for markup.
    """
    return list(_texts(_READER.parse(markdown)))


def kinds(markdown: str) -> set[str]:
    """Return the kinds of block that a text is made of."""
    return {token.type for token in _READER.parse(markdown)}


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        assert token.type not in {"html_block", "code_block", "fence"}, token.content
        if token.type == "inline":
            yield flat("".join(map(_said, token.children or [])))


def _said(token: Token) -> str:
    name = token.type.removesuffix("_open").removesuffix("_close")
    assert name in _PLAIN, token
    return " " if name.endswith("break") else token.content


def flat(text: str) -> str:
    """Return text as it is compared: alike up to white space."""
    return " ".join(text.split())
