"""Changing some values of a YAML text and leaving every other character as it is."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import cast

from brukarrevision.yamlfile.nodes import Node, items, kind, pairs
from brukarrevision.yamlfile.source import Keys
from brukarrevision.yamlfile.writing import dump_data, one_line

COMMENT_OUT = object()
"""The change that makes a key and what is under it a comment, as an example."""


def edit(text: str, changes: Mapping[Keys, object]) -> str:
    """Return a YAML text with some values changed and all else, comments too, kept.

    Args:
        text: YAML without faults, whose mappings on the way to a change exist.
        changes: by path, a plain value; a list; a list of mappings, each written as the
            first one there is, other values and comments included; or
            :data:`COMMENT_OUT`. A key that is missing is added last.

    Returns:
        The new text. A changed value loses the comment at the end of its line, which
        said what to write.
    """
    for path, value in changes.items():
        text = _changed(text, path, value)
    return text


def _changed(text: str, path: Keys, value: object) -> str:
    found = find(compose(text), path)
    if found is None:
        added = "" if value is COMMENT_OUT else dump_data({path[-1]: value})
        return text.rstrip("\n") + "\n" + added
    key, node = found
    if value is COMMENT_OUT:
        return _commented(text, key, node)
    if isinstance(value, (list, tuple)):
        return _listed(text, key, node, value)
    return _replaced(text, key, node, value)


def compose(text: str) -> Node:
    """Return a YAML text as nodes that know where they stand."""
    from ruamel.yaml import YAML

    return cast("Node", YAML(typ="safe", pure=True).compose(text))


def find(node: Node, path: Keys) -> tuple[Node, Node] | None:
    """Return the key (or the list) that holds the value at a path, and the value."""
    key = node
    for part in path:
        if kind(node) == "seq":
            key, node = node, items(node)[int(part)]
            continue
        found = next(((k, v) for k, v in pairs(node) if k.value == part), None)
        if found is None:
            return None
        key, node = found
    return key, node


def line_of(text: str, index: int) -> tuple[int, int]:
    """Return where the line of a character begins, and where it ends."""
    end = text.find("\n", index)
    return text.rfind("\n", 0, index) + 1, len(text) if end < 0 else end


def _replaced(text: str, key: Node, node: Node, value: object) -> str:
    """Put another value in place of one, and drop the comment beside it."""
    end = end_of(text, node, key)
    start = min(node.start_mark.index, end)
    tail = text[end : line_of(text, end)[1]]
    skipped = len(tail) if tail.lstrip().startswith("#") else 0
    gap = "" if text[start - 1].isspace() else " "
    return f"{text[:start]}{gap}{one_line(value)}{text[end + skipped :]}"


def end_of(text: str, node: Node, key: Node) -> int:
    """Return where a value ends, without the line ends and comments that follow it."""
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:  # nothing stands there, and the library says: at the next key
        return text.index(":", key.end_mark.index) + 1
    if kind(node) == "map" and text[end - 1] != "}":
        last_key, last = pairs(node)[-1]
        return end_of(text, last, last_key)
    if kind(node) == "seq" and text[end - 1] != "]":
        return end_of(text, items(node)[-1], node)
    return start + len(text[start:end].rstrip())


def _commented(text: str, key: Node, node: Node) -> str:
    start, _ = line_of(text, key.start_mark.index)
    _, end = line_of(text, end_of(text, node, key))
    lines = text[start:end].split("\n")
    return text[:start] + "\n".join(f"# {line}" for line in lines) + text[end:]


def _listed(text: str, key: Node, node: Node, values: Sequence[object]) -> str:
    """Put other items in place of those of a list, in the form of the first."""
    end = end_of(text, node, key)
    if text[node.start_mark.index] != "-":
        inside = ", ".join(map(_flow, values))
        return text[: node.start_mark.index] + f"[{inside}]" + text[end:]
    start, _ = line_of(text, node.start_mark.index)
    first = text[start : line_of(text, end_of(text, items(node)[0], node))[1]]
    written = "\n".join(_like(first, value) for value in values)
    return text[:start] + written + text[line_of(text, end)[1] :]


def _flow(value: object) -> str:
    if not isinstance(value, Mapping):
        return one_line(value)
    return "{" + ", ".join(f"{k}: {one_line(v)}" for k, v in value.items()) + "}"


def _like(first: str, value: object) -> str:
    """Return a list item as the text of the first one, with other values in it."""
    indent = first[: len(first) - len(first.lstrip())]
    changes: dict[Keys, object] = {(0,): value}
    if isinstance(value, Mapping):
        changes = {(0, key): one for key, one in value.items()}
    return textwrap.indent(edit(textwrap.dedent(first), changes), indent)
